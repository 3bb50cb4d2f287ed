"""Automatic authentication: Kerberos where there can be a ticket, else NTLM.

Never Basic, which shows the password, nor CredSSP, which hands it over: those the user has to choose.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from gatepost.wsman.errors import AuthenticationUnavailable, KerberosFailed, KerberosFailureReason, WsmanError
from gatepost.wsman.exchange_steps import RequestKind
from gatepost.wsman.http.wire import Login, Session
from gatepost.wsman.login.target import RemoteTarget
from gatepost.wsman.schemes import can_have_ticket, is_installed

OpenSession = Callable[[RemoteTarget], Session]

_FINAL = (
    KerberosFailureReason.WRONG_PASSWORD,
    KerberosFailureReason.PASSWORD_EXPIRED,
    KerberosFailureReason.ACCOUNT_EXPIRED,
    KerberosFailureReason.ACCOUNT_CLOSED,
)
"""The domain knows the account and refuses it: to ask again with NTLM would only count toward its lockout."""


class AutomaticLogin:
    """The ways to log on to one host, in the order in which they are tried; once one has worked, that one only."""

    def __init__(self, target: RemoteTarget) -> None:
        self.ways = ways_of(target)

    def open_session(self, open_way: OpenSession) -> Session:
        """A session that logs on with its first exchange."""
        return _AutomaticSession(self, open_way)


class _AutomaticSession:
    def __init__(self, plan: AutomaticLogin, open_way: OpenSession) -> None:
        self._plan = plan
        self._open = open_way
        self._session = open_way(plan.ways[0])
        self._aborted = False

    @property
    def login(self) -> Login:
        return self._session.login

    def exchange(self, envelope: bytes) -> bytes:
        ways = self._plan.ways
        while True:
            try:
                reply = self._session.exchange(envelope)
            except (KerberosFailed, AuthenticationUnavailable) as failure:
                if len(ways) == 1 or _is_final(failure):
                    raise
                del ways[0]
                self._replace(ways[0])
            else:
                del ways[1:]
                return reply

    def abort(self) -> None:
        self._aborted = True
        self._session.abort()

    def close(self) -> None:
        self._session.close()

    def _replace(self, target: RemoteTarget) -> None:
        self._session.close()
        self._session = self._open(target)
        if self._aborted:
            self._session.abort()


def _is_final(failure: WsmanError) -> bool:
    """Whether no other way is tried: the domain has refused, or a ticket was sent, which no answer of a host may undo."""
    if isinstance(failure, KerberosFailed) and failure.reason in _FINAL:
        return True
    return any(step.sent is RequestKind.TICKET for step in failure.steps)


def ways_of(target: RemoteTarget) -> list[RemoteTarget]:
    """The ways that can be tried, the best first; never empty."""
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
