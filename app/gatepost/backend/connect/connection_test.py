"""A connection test, step by step, that changes nothing on the host."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial

from gatepost.backend.connect.addresses import parse_address
from gatepost.backend.connect.connections import Connection
from gatepost.backend.connect.open_host import open_transport, target_of
from gatepost.backend.failures.diagnose import host_error
from gatepost.backend.failures.explained import CertificateQuestion
from gatepost.backend.files.settings import Settings
from gatepost.backend.host.host import check_service
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.text import BACKEND, NOTHING, Text, listed
from gatepost.work import WorkContext
from gatepost.wsman import Transport
from gatepost.wsman.errors import ConnectionFailed, ConnectionFailureReason, Delivery, WsmanError
from gatepost.wsman.http.sockets import look_up, open_socket
from gatepost.wsman.http.tls import judged_certificate, problem_of
from gatepost.wsman.login.attempts import LoginAttempts
from gatepost.wsman.messages import uris

_USUAL = Settings()


class Step(Enum):
    """What has to work, in this order; TLS with https only."""

    NAME = auto()
    PORT = auto()
    TLS = auto()
    LOGON = auto()
    READ = auto()


@dataclass(frozen=True, slots=True)
class StepResult:
    """Result of one step. ``next_step`` is for one that failed, ``question`` for one that trusting a certificate would fix."""

    step: Step
    works: bool
    said: Text
    next_step: Text = NOTHING
    question: CertificateQuestion | None = None


def steps_of(connection: Connection) -> tuple[Step, ...]:
    """Return the steps of a connection test of this host."""
    return tuple(step for step in Step if connection.address.secure or step is not Step.TLS)


class ConnectionTest:
    """Tests a connection step by step, up to the first that fails; reads only.

    Each step returns what there is to say of it, or raises HostError or WsmanError.
    """

    def __init__(
        self,
        connection: Connection,
        password: str,
        context: WorkContext,
        settings: Settings = _USUAL,
        *,
        attempts: LoginAttempts | None = None,
    ) -> None:
        self._connection = connection
        self._context = context
        self._seconds = settings.connect_seconds
        self._target = partial(target_of, connection, password, settings)
        self._open = partial(open_transport, connection, password, settings, attempts=attempts)
        self._transport: Transport | None = None
        self._attempts: dict[Step, Callable[[], Text]] = {
            Step.NAME: self._name,
            Step.PORT: self._port,
            Step.TLS: self._tls,
            Step.LOGON: self._logon,
            Step.READ: self._read,
        }

    def run(self) -> tuple[StepResult, ...]:
        """Run the test. Progress counts the steps that work. Nothing is raised for what a host does.

        Raises:
            Cancelled: cancellation was asked for; it ends the step that is under way.
        """
        results: list[StepResult] = []
        steps = steps_of(self._connection)
        try:
            for number, step in enumerate(steps):
                self._context.progress(number, len(steps))
                results.append(self._result(step))
                self._context.token.raise_if_cancelled()
                if not results[-1].works:
                    break
        finally:
            if self._transport is not None:
                self._transport.close()
        return tuple(results)

    def _result(self, step: Step) -> StepResult:
        try:
            return StepResult(step, True, self._attempts[step]())
        except HostError as error:
            failure = error
        except WsmanError as error:
            failure = host_error(error, self._connection.address.label)
        question = failure if isinstance(failure, CertificateQuestion) else None
        return StepResult(step, False, failure.summary, failure.next_step, question)

    def _stopped(self) -> bool:
        return self._context.token.cancelled

    def _name(self) -> Text:
        """A proxy finds the host by itself, but has to be found."""
        connection = self._connection
        hop = parse_address(connection.proxy) if connection.proxy else connection.address
        try:
            addresses = look_up(hop.host, hop.port, self._seconds, self._stopped)
        except (OSError, UnicodeError) as error:
            raise host_error(_not_connected(error), hop.host) from error
        return listed(list(dict.fromkeys(str(entry[4][0]) for entry in addresses)))

    def _port(self) -> Text:
        address = self._connection.address
        try:
            open_socket(address.host, address.port, self._seconds, self._connection.proxy, self._stopped).close()
        except OSError as error:
            raise _not_connected(error) from error
        return BACKEND.tr("Port {port} is open.", port=address.port)

    def _tls(self) -> Text:
        target = self._target()
        assert target.trust is not None
        shown = judged_certificate(target.trust, target.connect_timeout, self._stopped)
        if self._connection.pinned_fingerprint:
            return BACKEND.tr("The host presented the certificate that you trusted.")
        return BACKEND.tr(
            "The certificate of {subject} is valid until {end}.", subject=shown.subject, end=shown.not_after.date()
        )

    def _logon(self) -> Text:
        self._transport = transport = self._open()
        with self._context.token.stopping(transport.interrupt):
            check_service(transport)
        sealed = BACKEND.tr("{user} is logged on with {scheme}, encrypted.")
        in_clear = BACKEND.tr("{user} is logged on with {scheme}, not encrypted.")
        message = sealed if transport.encrypted else in_clear
        return message.filled(user=transport.account, scheme=transport.authentication)

    def _read(self) -> Text:
        assert self._transport is not None
        with self._context.token.stopping(self._transport.interrupt):
            self._transport.get(uris.CONFIG_SERVICE, {})
            next(self._transport.enumerate(uris.CONFIG_PLUGIN), None)  # dropped: the host need not keep the rest ready
        return BACKEND.tr("The configuration can be read.")


def _not_connected(error: OSError | UnicodeError) -> ConnectionFailed:
    problem = problem_of(error) if isinstance(error, OSError) else ConnectionFailureReason.NAME_NOT_FOUND
    detail = error.strerror or "" if isinstance(error, OSError) else ""
    return ConnectionFailed(problem, delivery=Delivery.NOT_SENT, detail=detail)
