"""One authenticated session through pywinrm: its authentication and its sealing, not its reading of answers."""

from __future__ import annotations

from dataclasses import replace

import requests

from gatepost.compute_slots import waiting
from gatepost.wsman.errors import (
    AuthenticationFailed,
    ClientCertificateRefused,
    ConnectionFailed,
    ConnectionFailureReason,
    Delivery,
    EncryptionMissing,
    HttpError,
    MutualAuthenticationMissing,
    NonAsciiCredentialsRejected,
    ReplyError,
    ServerAuthenticationFailed,
    WsmanError,
)
from gatepost.wsman.exchange_steps import ExchangeStep, RequestKind, ResponseKind
from gatepost.wsman.http.connection import BoundedConnection
from gatepost.wsman.http.wire import ConnectionGone, Login
from gatepost.wsman.login.attempts import LoginAttempt
from gatepost.wsman.login.connection_problem import connection_problem, is_malformed, system_message
from gatepost.wsman.login.message_sealing import MessageSealing, is_sealed
from gatepost.wsman.login.pywinrm_login import build_session
from gatepost.wsman.login.step_reader import broken_leg, leg_of, sent_of
from gatepost.wsman.login.target import RemoteTarget

_UNAUTHORIZED = 401
_NOT_HTTP = "The answer is not what HTTP allows."
_IN_EVERY_REQUEST = ("basic", "certificate")  # no login of their own comes first


class PywinrmSession:
    """A conversation over one connection. After any exception it is closed and must not be used again."""

    def __init__(self, target: RemoteTarget, attempt: LoginAttempt) -> None:
        self._target = target
        self._attempt = attempt
        self._connection = BoundedConnection(
            target.trust,
            target.proxy,
            connect_timeout=target.connect_timeout,
            read_timeout=target.read_timeout,
            before=self._before,
            after=self._after,
        )
        self.login = Login(target.user, target.label)
        """Who is logged on, and how, as far as that is known; once the host has answered, as the scheme tells it."""
        self._session: requests.Session | None = None
        self._sealing: MessageSealing | None = None
        self._answered = False
        self._sending: RequestKind | None = None
        self._steps: list[ExchangeStep] = []

    def exchange(self, envelope: bytes) -> bytes:
        """Authenticate if that is still to be done, send one envelope, and wait for the answer's.

        Raises:
            WsmanError: no envelope came back; its ``steps`` tell what was sent and what came.
            ConnectionGone: a session that has worked has ended and nothing of the envelope was sent.
        """
        if self._connection.is_aborted():
            raise ConnectionGone
        try:
            reply = self._exchange(envelope)
        except ConnectionGone:
            if self._answered:
                raise
            raise self._gone() from None
        except WsmanError as error:
            error.steps = tuple(self._steps)
            if isinstance(error, AuthenticationFailed):
                error.name = self._target.name
            raise
        if not self._answered:
            self.login = Login(self._account(), self._target.label)
            self._answered = True
        return reply

    def abort(self) -> None:
        """End an exchange under way, from any thread."""
        self._connection.abort()

    def close(self) -> None:
        """Close the connection."""
        if self._session is not None:
            self._session.close()

    def _account(self) -> str:
        certificate = self._target.own_certificate
        if certificate is not None:
            return certificate.subject()
        login = self._session.auth if self._session is not None else None
        return self._target.user or getattr(login, "principal_name", "")

    def _exchange(self, envelope: bytes) -> bytes:
        session = self._session
        if session is None:
            with waiting():  # files are read, and a domain controller may be asked
                session = self._begin()
        if self._answered:
            self._steps.clear()
        request = self._prepare(session, envelope)
        try:
            return self._content(self._send(session, request))
        except (WsmanError, ConnectionGone):
            raise
        except requests.RequestException as error:
            if is_malformed(error, self._connection):
                raise ReplyError(_NOT_HTTP) from error
            raise self._failure(error) from error
        except Exception as error:
            raise ReplyError(_NOT_HTTP) from error

    def _begin(self) -> requests.Session:
        try:
            session = self._session = build_session(self._target, self._connection, self._attempt)
            if self._target.authentication not in _IN_EVERY_REQUEST:
                self._authenticate(session)
        except ReplyError as error:
            raise self._judged(ServerAuthenticationFailed(f"During authentication: {error}")) from error
        except (ServerAuthenticationFailed, EncryptionMissing) as error:
            raise self._judged(error) from error.__cause__
        except (WsmanError, ConnectionGone):
            raise
        except requests.RequestException as error:
            if is_malformed(error, self._connection):
                raise self._judged(ServerAuthenticationFailed(f"During authentication: {_NOT_HTTP}")) from error
            raise self._failure(error, login=True) from error
        except Exception as error:
            # The libraries of each scheme let whatever a strange token causes come through.
            raise self._judged(
                ServerAuthenticationFailed("The host's part of the authentication was not understood.")
            ) from error
        return session

    def _authenticate(self, session: requests.Session) -> None:
        """Log on with an empty message; from then on the session is bound to its connection and key."""
        response = self._send(session, session.prepare_request(requests.Request("POST", self._target.url)))
        if response.status_code == _UNAUTHORIZED:
            raise self._rejected()
        if response.status_code != requests.codes.ok:
            raise HttpError(response.status_code, delivery=Delivery.NOT_SENT)
        self._connection.bind()
        if self._target.seals_messages:
            self._sealing = MessageSealing(session, self._target.url)

    def _prepare(self, session: requests.Session, envelope: bytes) -> requests.PreparedRequest:
        if self._sealing is not None and self._connection.is_bound:
            return self._sealing.seal(envelope)
        if self._target.seals_messages:
            raise EncryptionMissing("Nothing was sent: the session has no encryption.")
        return session.prepare_request(requests.Request("POST", self._target.url, data=envelope))

    def _send(self, session: requests.Session, request: requests.PreparedRequest) -> requests.Response:
        self._connection.start(self._target.exchange_timeout, self._target.max_reply)
        if self._connection.is_bound:
            # What requests does beside is for logins, cookies and redirects, and takes longer than sealing and parsing.
            return self._connection.send(request)
        return session.send(request, allow_redirects=False)

    def _content(self, response: requests.Response) -> bytes:
        body = self._open(response) if response.status_code != _UNAUTHORIZED else b""
        if body:
            return body
        status = response.status_code
        if status == _UNAUTHORIZED and not self._connection.is_bound:
            raise self._rejected()
        if self._connection.is_bound and (status == _UNAUTHORIZED or _is_stale(response)):
            raise ConnectionFailed(
                ConnectionFailureReason.STALE,
                delivery=Delivery.MAYBE,
                detail=f"HTTP status {status}",
                repeatable=self._answered,
            )
        if status == requests.codes.ok and self._steps[-1].came is not ResponseKind.PAGE:
            raise ReplyError("The answer is empty.")
        raise HttpError(status)

    def _rejected(self) -> AuthenticationFailed:
        last = self._steps[-1]
        if self._target.scheme.certificate:
            return ClientCertificateRefused("The host knows no account for the certificate.", last.offered)
        message = "The host did not accept the logon (HTTP 401)."
        in_ascii = (self._target.user + self._target.password).isascii()
        kind = (
            AuthenticationFailed if in_ascii or last.sent is not RequestKind.PASSWORD else NonAsciiCredentialsRejected
        )
        return kind(message, last.offered, tried=self._target.label)

    def _open(self, response: requests.Response) -> bytes:
        """The message in an answer, unsealed; "" where it carries none that can be relied on."""
        kind = response.headers.get("Content-Type", "")
        if self._sealing is None:
            return response.content if _is_message(response, kind) else b""
        if not is_sealed(kind):
            if response.status_code == requests.codes.ok and response.content:
                self._steps[-1] = replace(self._steps[-1], came=ResponseKind.IN_CLEAR)
                message = "The host answered in clear to an encrypted message."
                raise EncryptionMissing(message, delivery=Delivery.DELIVERED)
            return b""  # an error page of the HTTP layer, or another server that claims to be the host
        return self._sealing.unseal(kind, response.content)

    @property
    def _kind(self) -> RequestKind:
        """What a request without credentials is."""
        if self._target.scheme.certificate:
            return RequestKind.CERTIFICATE
        if self._sealing is not None:
            return RequestKind.SEALED
        return RequestKind.MESSAGE if self._connection.is_bound else RequestKind.NO_CREDENTIALS

    def _before(self, request: requests.PreparedRequest) -> None:
        self._sending = sent_of(request, self._kind)
        # A host that is not there must not keep the others waiting: it is this one's turn now that it is connected.
        if self._sending.proves_account:
            self._attempt.begin(self._connection.is_aborted)

    def _after(self, response: requests.Response) -> None:
        self._steps.append(leg_of(self._sending or self._kind, response))
        self._sending = None

    def _judged(self, error: WsmanError) -> WsmanError:
        """Note in the last leg what was found in it."""
        if isinstance(error, ServerAuthenticationFailed):
            came = ResponseKind.INVALID_MUTUAL_AUTHENTICATION if error.is_false_proof else ResponseKind.UNREADABLE
            came = ResponseKind.NO_MUTUAL_AUTHENTICATION if isinstance(error, MutualAuthenticationMissing) else came
        else:
            came = ResponseKind.WEAK
        if self._sending is not None:
            self._steps.append(ExchangeStep(self._sending, came))
        elif self._steps and not (came is ResponseKind.WEAK and self._steps[-1].came is not ResponseKind.TOKEN):
            self._steps[-1] = replace(self._steps[-1], came=came)
        return error

    def _gone(self) -> ConnectionFailed:
        """The connection ended between the login and the first message, or between two legs of it."""
        if self._connection.is_aborted():
            return ConnectionFailed(ConnectionFailureReason.CLOSED, delivery=Delivery.NOT_SENT)
        last = self._steps[-1].sent if self._steps else RequestKind.NO_CREDENTIALS
        self._steps.append(ExchangeStep(last, ResponseKind.CLOSED))
        error = ConnectionFailed(ConnectionFailureReason.DROPPED, delivery=Delivery.NOT_SENT)
        error.steps = tuple(self._steps)
        return error

    def _failure(self, error: Exception, *, login: bool = False) -> ConnectionFailed:
        """What a failed connection or a broken exchange is."""
        unanswered = self._target.scheme.certificate and not self._answered
        problem, tls = connection_problem(error, self._connection, certificate_unanswered=unanswered)
        if (
            self._connection.request_sent
            and self._sending is not None
            and problem is not ConnectionFailureReason.CLOSED
        ):
            timed_out = problem is ConnectionFailureReason.TIMED_OUT
            self._steps.append(broken_leg(self._sending, self._connection.first_bytes, timed_out=timed_out))
        return ConnectionFailed(
            problem,
            delivery=Delivery.MAYBE if self._connection.request_sent and not login else Delivery.NOT_SENT,
            detail=system_message(error),
            tls=tls,
            repeatable=self._answered or not any(step.sent.proves_account for step in self._steps),
        )


def _is_message(response: requests.Response, kind: str) -> bool:
    """Whether a body is an envelope: by its type, or for an error of another type by its first octets."""
    page = "html" in kind.lower()
    return (
        (response.status_code == requests.codes.ok and not page)
        or "soap+xml" in kind.lower()
        or b":Envelope" in response.content[:512]
    )


def _is_stale(response: requests.Response) -> bool:
    return response.status_code == requests.codes.bad_request and not response.content
