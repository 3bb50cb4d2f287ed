"""Hosts reached through pywinrm, by the scheme that was chosen.

Automatic is Kerberos where there can be a ticket, else NTLM; never Basic, which shows the password, nor CredSSP, which hands
it over: those the user has to choose. Importing this costs nothing; pywinrm is imported with the first connection.
"""

from __future__ import annotations

from dataclasses import replace

from gatepost.wsman.client import Destination, WsmanClient
from gatepost.wsman.errors import (
    AuthenticationUnavailable,
    EncryptionMissing,
    KerberosFailed,
    KerberosFailureReason,
    WsmanError,
)
from gatepost.wsman.exchange_steps import RequestKind
from gatepost.wsman.http.wire import ConnectionGone, Login, RemoteWire, Session
from gatepost.wsman.login.attempts import LoginAttempt, LoginAttempts, LoginResult, rejects_account
from gatepost.wsman.login.target import RemoteTarget
from gatepost.wsman.schemes import Exposure, can_have_ticket, exposure, is_installed
from gatepost.wsman.transport import Transport

_FINAL = (
    KerberosFailureReason.WRONG_PASSWORD,
    KerberosFailureReason.PASSWORD_EXPIRED,
    KerberosFailureReason.ACCOUNT_EXPIRED,
    KerberosFailureReason.ACCOUNT_CLOSED,
)
"""The domain knows the account and refuses it: to ask again with NTLM would only count toward its lockout."""


def connect(target: RemoteTarget, attempts: LoginAttempts | None = None) -> Transport:
    """A transport to the host. Nothing is sent before the first operation.

    ``attempts`` are shared by all transports that may use the same account; without them this one has its own.

    Raises:
        EncryptionMissing: Basic without TLS, which shows the password, to anything but this computer.
    """
    if exposure(target.scheme, secure=target.secure, stays_here=target.stays_here) is Exposure.PASSWORD_IN_CLEAR:
        raise EncryptionMissing("Basic authentication without TLS would show the password to the network.")
    ways = ways_of(target)
    shared = attempts or LoginAttempts()
    destination = Destination(
        url=target.url,
        address=target.address or target.host,
        account="" if target.own_certificate else target.user,
        authentication=target.label,
        encrypted=target.secure or target.seals_messages,
        operation_timeout=target.operation_timeout,
    )
    return WsmanClient(RemoteWire(lambda: LoginSession(ways, shared.attempt(target))), destination)


class LoginSession:
    """A session that logs on with its first exchange, in the first of several ways that works, and tells its attempt so.

    ``ways``, the best first, are those of all sessions with this host: once one has worked, it is the only one left.
    """

    def __init__(self, ways: list[RemoteTarget], attempt: LoginAttempt) -> None:
        self._ways = ways
        self._attempt = attempt
        self._session = _open_session(ways[0], attempt)
        self._aborted = False

    @property
    def login(self) -> Login:
        return self._session.login

    def exchange(self, envelope: bytes) -> bytes:
        try:
            reply = self._exchange(envelope)
        except WsmanError as error:
            self._attempt.end(LoginResult.REJECTED if rejects_account(error) else LoginResult.NOTHING_SAID)
            raise
        except ConnectionGone:
            self._attempt.end()
            raise
        self._attempt.end(LoginResult.ACCEPTED)
        return reply

    def abort(self) -> None:
        self._aborted = True
        self._session.abort()

    def close(self) -> None:
        self._attempt.end()
        self._session.close()

    def _exchange(self, envelope: bytes) -> bytes:
        while True:
            try:
                reply = self._session.exchange(envelope)
            except (KerberosFailed, AuthenticationUnavailable) as failure:
                if len(self._ways) == 1 or _is_final(failure):
                    raise
                del self._ways[0]
                self._replace(self._ways[0])
            else:
                del self._ways[1:]
                return reply

    def _replace(self, way: RemoteTarget) -> None:
        self._session.close()
        self._session = _open_session(way, self._attempt)
        if self._aborted:
            self._session.abort()


def _open_session(way: RemoteTarget, attempt: LoginAttempt) -> Session:
    from gatepost.wsman.login.pywinrm_session import PywinrmSession

    return PywinrmSession(way, attempt)


def _is_final(failure: WsmanError) -> bool:
    """Whether no other way is tried: the domain has refused, or a ticket was sent, which no answer of a host may undo."""
    if isinstance(failure, KerberosFailed) and failure.reason in _FINAL:
        return True
    return any(step.sent is RequestKind.TICKET for step in failure.steps)


def ways_of(target: RemoteTarget) -> list[RemoteTarget]:
    """The ways that can be tried, the best first; never empty."""
    if target.authentication != "automatic":
        return [target]
    kerberos = [replace(target, authentication="kerberos")] if _suits_kerberos(target) else []
    ntlm = [replace(target, authentication="ntlm")] if target.password else []
    return kerberos + ntlm or [replace(target, authentication="kerberos")]


def _suits_kerberos(target: RemoteTarget) -> bool:
    suits = not target.password or (_is_domain_account(target) and is_installed("krb5"))
    return suits and can_have_ticket(target.name)


def _is_domain_account(target: RemoteTarget) -> bool:
    domain, backslash, _ = target.user.rpartition("\\")
    if backslash:
        return domain.lower() not in ("", ".", target.host.partition(".")[0].lower())
    return "@" in target.user
