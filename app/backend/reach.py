"""From a connection and a password to a host, and a test of the way there that changes nothing."""

from __future__ import annotations

import socket
from collections.abc import Callable, Generator
from dataclasses import dataclass
from enum import Enum, auto

from app.backend.connections import Connection
from app.backend.failures import NAME_STEP, host_error
from app.backend.host import Host
from app.backend.journal import Journal
from app.backend.schemes import refusal, scheme_of
from app.endpoints.errors import HostError
from app.endpoints.text import NOTHING, Text, text
from app.work import WorkContext
from app.wsman import Transport, uris
from app.wsman.errors import WsmanError
from app.wsman.remote import RemoteTarget, connect

PORT_SECONDS = 3.0  # for each network address that a name has


def open_transport(connection: Connection, password: str) -> Transport:
    """Make a transport. Nothing is sent yet.

    Raises:
        HostError: the user or the password is missing, or the password would cross in clear.
    """
    name, scheme = connection.address.label, scheme_of(connection.authentication)
    if not connection.user:
        raise HostError(text("{host} needs a user name.", host=name), text("Connect again and give one."))
    if not password:
        raise HostError(
            text("No password of {user} on {host} is remembered.", user=connection.user, host=name),
            text("Connect again and give it."),
        )
    refused = refusal(scheme, connection.address)
    if refused:
        raise HostError(refused)
    target = RemoteTarget(connection.address.url, scheme.key, connection.user, password, address=name)
    try:
        return connect(target)
    except WsmanError as error:
        raise host_error(error, name) from error


def open_host(connection: Connection, password: str, journal: Journal) -> Host:
    """Make a host. Nothing is sent yet.

    Raises:
        HostError: as in ``open_transport``.
    """
    return Host(open_transport(connection, password), journal, key=connection.key, name=connection.address.label)


class Step(Enum):
    """What has to work, in this order."""

    NAME = auto()
    PORT = auto()
    LOGON = auto()
    READ = auto()


@dataclass(frozen=True, slots=True)
class StepResult:
    """How a step went. ``next_step`` is for one that failed."""

    step: Step
    works: bool
    said: Text
    next_step: Text = NOTHING


def try_connection(connection: Connection, password: str, context: WorkContext) -> tuple[StepResult, ...]:
    """Try the way to a host step by step, up to the first that fails; reads only.

    Progress counts the steps that work. Nothing is raised for what a host does.

    Raises:
        Cancelled: between two steps.
    """
    results: list[StepResult] = []
    transport: Transport | None = None

    def logon() -> Text:
        nonlocal transport
        transport = open_transport(connection, password)
        return _logon(transport, connection)

    def read() -> Text:
        assert transport is not None
        return _read(transport)

    tries: dict[Step, Callable[[], Text]] = {
        Step.NAME: lambda: _name(connection),
        Step.PORT: lambda: _port(connection),
        Step.LOGON: logon,
        Step.READ: read,
    }
    try:
        for number, (step, attempt) in enumerate(tries.items()):
            context.progress(number, len(tries))
            results.append(_result(step, attempt, connection.address.label))
            if not results[-1].works:
                break
    finally:
        if transport is not None:
            transport.close()
    return tuple(results)


def _result(step: Step, attempt: Callable[[], Text], host: str) -> StepResult:
    try:
        return StepResult(step, True, attempt())
    except HostError as error:
        return StepResult(step, False, error.summary, error.next_step)
    except WsmanError as error:
        explained = host_error(error, host)
        return StepResult(step, False, explained.summary, explained.next_step)


def _name(connection: Connection) -> Text:
    address = connection.address
    try:
        found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise HostError(text("The name {host} is not known.", host=address.host), NAME_STEP) from error
    return text("{addresses}", addresses=", ".join(dict.fromkeys(str(entry[4][0]) for entry in found)))


def _port(connection: Connection) -> Text:
    address = connection.address
    try:
        socket.create_connection((address.host, address.port), PORT_SECONDS).close()
    except TimeoutError as error:
        raise HostError(
            text("Port {port} does not answer.", port=address.port),
            text("Check that the host is switched on and that no firewall is in between."),
        ) from error
    except OSError as error:
        raise HostError(
            text("Port {port} is closed.", port=address.port),
            text("Check that WinRM runs on the host (winrm quickconfig) and listens on this port."),
        ) from error
    return text("Port {port} is open.", port=address.port)


def _logon(transport: Transport, connection: Connection) -> Text:
    transport.identify()
    sealed = "{user} is logged on with {scheme}, encrypted."
    in_clear = "{user} is logged on with {scheme}, not encrypted."
    return text(sealed if transport.encrypted else in_clear, user=connection.user, scheme=transport.authentication)


def _read(transport: Transport) -> Text:
    transport.get(uris.CONFIG_SERVICE, {})
    items = transport.enumerate(uris.CONFIG_PLUGIN)
    next(items, None)
    if isinstance(items, Generator):
        items.close()  # the host need not keep the rest ready
    return text("The configuration can be read.")
