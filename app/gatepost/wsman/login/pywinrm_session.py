"""One authenticated session through pywinrm: its authentication and its sealing, not its reading of answers."""

from __future__ import annotations

import errno
import http.client
import socket
import ssl
from collections.abc import Iterator
from typing import Any, cast

import requests
from winrm.encryption import Encryption

from gatepost.turns import waiting
from gatepost.wsman.errors import (
    AuthenticationFailed,
    ClientCertificateRefused,
    ConnectionFailed,
    ConnectionProblem,
    Delivery,
    EncryptionMissing,
    HostUnproven,
    HttpError,
    ReplyError,
    WsmanError,
)
from gatepost.wsman.http.bounded_http import Budget
from gatepost.wsman.http.sealed_exchange import Answer, exchange_on
from gatepost.wsman.http.wire import ConnectionGone, Login
from gatepost.wsman.login.pywinrm_login import build_session, encryption_of
from gatepost.wsman.login.target import RemoteTarget

_UNAUTHORIZED = 401
_IN_EVERY_REQUEST = ("basic", "certificate")  # no login of their own comes first
_MAX_SCHEMES = 8
_BROKEN = (requests.RequestException, OSError, http.client.HTTPException)
_Response = requests.Response | Answer
_NO_ROUTE = (errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN)


class PywinrmSession:
    """A conversation over one connection. After any exception it is closed and must not be used again."""

    def __init__(self, target: RemoteTarget) -> None:
        self._target = target
        self._budget = Budget(target.read_timeout)
        self._session: requests.Session | None = None
        self._encryption: Encryption | None = None
        self._requests: Any = None
        self._answered = False

    @property
    def login(self) -> Login:
        """Who is logged on, and how."""
        account = self._target.username
        if self._target.certificate is not None:
            account = self._target.certificate.subject()
        elif self._session is not None and not account:
            account = getattr(self._session.auth, "principal_name", "")
        return Login(account, self._target.label)

    def exchange(self, envelope: bytes) -> bytes:
        """Authenticate if that is still to be done, send one envelope, and wait for the answer's.

        Raises:
            WsmanError: no envelope came back.
            ConnectionGone: the session has ended and nothing of the envelope was sent.
        """
        if self._budget.aborted:
            raise ConnectionGone
        session = self._session
        if session is None:
            with waiting():  # files are read, and a domain controller may be asked
                session = self._begin()
        request = self._prepare(session, envelope)
        try:
            reply = self._content(self._send(session, request))
            self._answered = True
            return reply
        except (WsmanError, ConnectionGone):
            raise
        except _BROKEN as error:
            raise self._failure(
                error, delivery=Delivery.MAYBE if self._budget.touched else Delivery.NOT_SENT
            ) from error
        except Exception as error:
            raise ReplyError("The answer is not what HTTP allows.") from error

    def abort(self) -> None:
        """End an exchange under way, from any thread."""
        self._budget.abort()

    def close(self) -> None:
        """Close the connection."""
        if self._session is not None:
            self._session.close()

    def _begin(self) -> requests.Session:
        try:
            session = self._session = build_session(self._target, self._budget)
            if self._target.authentication not in _IN_EVERY_REQUEST:
                self._authenticate(session)
        except ReplyError as error:
            raise HostUnproven(f"During authentication: {error}") from error
        except (WsmanError, ConnectionGone):
            raise
        except requests.RequestException as error:
            raise self._failure(error, delivery=Delivery.NOT_SENT) from error
        except Exception as error:
            # requests_ntlm and spnego let whatever a strange challenge causes come through.
            raise HostUnproven("The host's part of the authentication was not understood.") from error
        return session

    def _authenticate(self, session: requests.Session) -> None:
        """Log on with an empty message; from then on the session is bound to its connection and key."""
        response = self._send(session, session.prepare_request(requests.Request("POST", self._target.url)))
        if response.status_code == _UNAUTHORIZED:
            raise self._rejected(response)
        if response.status_code != requests.codes.ok:
            raise HttpError(response.status_code, delivery=Delivery.NOT_SENT)
        self._budget.bound = True
        if self._target.seals_messages:
            self._encryption = encryption_of(session, self._target.authentication)
            self._requests = _AlikeRequests(session, self._target.url)

    def _prepare(self, session: requests.Session, envelope: bytes) -> requests.PreparedRequest:
        if self._encryption is not None and self._budget.bound:
            try:
                prepared = self._encryption.prepare_encrypted_request(self._requests, self._target.url, envelope)
            except Exception as error:
                raise EncryptionMissing("Nothing was sent: the message could not be sealed.") from error
        elif self._target.seals_messages:
            raise EncryptionMissing("Nothing was sent: the session has no encryption.")
        else:
            prepared = session.prepare_request(requests.Request("POST", self._target.url, data=envelope))
        return prepared

    def _send(self, session: requests.Session, request: requests.PreparedRequest) -> _Response:
        self._budget.start(self._target.exchange_timeout, self._target.max_reply)
        if self._budget.bound:
            if self._budget.connection is None:
                raise ConnectionGone
            return exchange_on(self._budget.connection, request, self._target.read_timeout)
        timeout = (self._target.connect_timeout, self._target.read_timeout)
        return session.send(request, timeout=timeout, allow_redirects=False)

    def _content(self, response: _Response) -> bytes:
        status = response.status_code
        stale = ConnectionFailed(ConnectionProblem.STALE, delivery=Delivery.MAYBE, detail=f"HTTP status {status}")
        if status == _UNAUTHORIZED:
            raise stale if self._budget.bound else self._rejected(response)
        if status == requests.codes.bad_request and self._budget.bound and not response.content:
            raise stale
        body = self._open(response)
        if body:
            return body
        if status == requests.codes.ok:
            raise ReplyError("The answer is empty.")
        raise HttpError(status)

    def _rejected(self, response: _Response) -> AuthenticationFailed:
        if self._target.authentication == "certificate":
            return ClientCertificateRefused("The host knows no account for the certificate.", _offered(response))
        said = "The host did not accept the user name or the password."
        return AuthenticationFailed(said, _offered(response), tried=self._target.label)

    def _open(self, response: _Response) -> bytes:
        """The message in an answer, unsealed; "" where it carries none that can be relied on."""
        kind = response.headers.get("Content-Type", "")
        if self._encryption is None:
            return response.content if response.ok or "soap+xml" in kind else b""
        if f'protocol="{self._encryption.protocol_string.decode()}"' not in kind:
            if response.ok and response.content:
                raise EncryptionMissing(
                    "The host answered in clear to an encrypted message.", delivery=Delivery.DELIVERED
                )
            return b""  # an error page of the HTTP layer, or somebody who would like to be taken for the host
        try:
            return self._encryption.parse_encrypted_response(cast(requests.Response, response))
        except Exception as error:
            raise ReplyError("The answer could not be unsealed.") from error

    def _failure(self, error: Exception, *, delivery: Delivery) -> ConnectionFailed:
        causes = list(_causes(error))
        system = next((cause for cause in causes if isinstance(cause, OSError) and cause.strerror), None)
        detail = system.strerror if system is not None and system.strerror else ""
        if self._budget.aborted:
            problem = ConnectionProblem.CLOSED
        elif _any(causes, socket.gaierror):
            problem = ConnectionProblem.NAME_NOT_FOUND
        elif _any(causes, ConnectionRefusedError):
            problem = ConnectionProblem.REFUSED
        elif any(isinstance(cause, OSError) and cause.errno in _NO_ROUTE for cause in causes):
            problem = ConnectionProblem.UNREACHABLE
        elif isinstance(error, requests.Timeout) or self._budget.timed_out or _any(causes, TimeoutError):
            problem = ConnectionProblem.TIMED_OUT
        elif self._target.certificate is not None and self._budget.touched and not self._answered:
            # With TLS 1.3 a host says after the handshake what it makes of our certificate, and may just hang up.
            problem = ConnectionProblem.CLIENT_CERTIFICATE
        elif isinstance(error, requests.exceptions.SSLError | ssl.SSLError):
            problem = ConnectionProblem.TLS
        elif self._budget.touched:
            problem = ConnectionProblem.DROPPED
        else:
            problem = ConnectionProblem.OTHER
        return ConnectionFailed(problem, delivery=delivery, detail=detail)


class _AlikeRequests:
    """Stands in for a session where requests differ in nothing but their bodies: preparing each costs more than sending."""

    def __init__(self, session: requests.Session, url: str) -> None:
        self._first = session.prepare_request(requests.Request("POST", url, data=b"."))

    def prepare_request(self, request: requests.Request) -> requests.PreparedRequest:
        prepared = requests.PreparedRequest()
        prepared.url = self._first.url
        prepared.headers = self._first.headers.copy()
        prepared.body = request.data
        return prepared


def _offered(response: _Response) -> tuple[str, ...]:
    header = response.headers.get("WWW-Authenticate", "")
    words = [challenge.split()[0] for challenge in header.split(",") if challenge.strip()]
    return tuple(word for word in words if word.isascii() and word.isalpha())[:_MAX_SCHEMES]


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _any(causes: list[BaseException], kind: type[BaseException]) -> bool:
    return any(isinstance(cause, kind) for cause in causes)
