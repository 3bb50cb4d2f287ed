"""Rejected passwords: an account is not locked by trying the same password on many hosts.

The first host is tried alone while the others wait for what comes of it. Once a host has rejected an account and its
password, they are tried nowhere else until they are typed again.
"""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from contextvars import ContextVar
from dataclasses import dataclass, field
from enum import Enum, auto

from gatepost.compute_slots import waiting
from gatepost.interruptible import POLL_SECONDS, Stopped
from gatepost.wsman.errors import (
    AlreadyRejected,
    AuthenticationFailed,
    ClientCertificateRefused,
    ConnectionFailed,
    ConnectionFailureReason,
    Delivery,
    KerberosFailed,
    KerberosFailureReason,
    ServerAuthenticationFailed,
    WsmanError,
)
from gatepost.wsman.exchange_steps import RequestKind
from gatepost.wsman.login.target import RemoteTarget

_REJECTS = (
    KerberosFailureReason.UNKNOWN_ACCOUNT,
    KerberosFailureReason.WRONG_PASSWORD,
    KerberosFailureReason.PASSWORD_EXPIRED,
    KerberosFailureReason.ACCOUNT_EXPIRED,
    KerberosFailureReason.ACCOUNT_CLOSED,
)
_PASSWORD_SENT = (RequestKind.PASSWORD, RequestKind.NTLM_ANSWER, RequestKind.CREDSSP)
# [MS-ERREF] 2.3.1: no domain controller, clocks, another computer, hours or kind of logon.
_PASSWORD_RIGHT = (0xC000005E, 0xC0000133, 0xC000006F, 0xC0000070, 0xC000015B)


# What surrounds a wait for another host, in the thread that waits.
_DURING_WAIT: ContextVar[Callable[[], AbstractContextManager[object]]] = ContextVar("during_wait", default=nullcontext)


@contextmanager
def around_waits(during_wait: Callable[[], AbstractContextManager[object]]) -> Iterator[None]:
    """While this lasts, this thread waits for its turn to log on within ``during_wait``: no fault of its own host."""
    token = _DURING_WAIT.set(during_wait)
    try:
        yield
    finally:
        _DURING_WAIT.reset(token)


class LoginResult(Enum):
    """What a host said of an account and its password."""

    ACCEPTED = auto()
    REJECTED = auto()
    NOTHING_SAID = auto()


class _State(Enum):
    UNCONFIRMED = auto()  # one host at a time
    CONFIRMED = auto()  # the last host that was asked accepted them
    REJECTED = auto()


@dataclass(slots=True)
class _Account:
    state: _State = _State.UNCONFIRMED
    trying: bool = False
    rejected_by: dict[str, str] = field(default_factory=dict)  # label by URL


class LoginAttempts:
    """What came of each account and password so far; one for all sessions of a program. Callable from any thread."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._accounts: dict[bytes, _Account] = {}
        self._salt = os.urandom(16)  # passwords are kept as nothing that another run could compare

    def attempt(self, target: RemoteTarget) -> LoginAttempt:
        """Return the attempt of one session, which has not begun."""
        return LoginAttempt(self, target)

    def forget(self, username: str, password: str, url: str) -> None:
        """Let an account and its password be tried once more: the user has typed them again."""
        with self._changed:
            self._accounts.pop(self._key(username, password, url), None)
            self._changed.notify_all()

    def begin(self, target: RemoteTarget, stopped: Stopped) -> bool:
        """Wait until it is this host's turn. Returns whether the others wait for what comes of it."""
        with self._changed:
            while True:
                account = self._account(target)
                if account.state is _State.REJECTED or target.url in account.rejected_by:
                    last = next(reversed(account.rejected_by.values()), target.address)
                    raise AlreadyRejected(account.rejected_by.get(target.url, last))
                if account.state is _State.CONFIRMED:
                    return False
                if not account.trying:
                    account.trying = True
                    return True
                if stopped():
                    raise ConnectionFailed(ConnectionFailureReason.CLOSED, delivery=Delivery.NOT_SENT)
                self._changed.wait(POLL_SECONDS)

    def end(self, target: RemoteTarget, result: LoginResult, *, alone: bool) -> None:
        """Note what came of an attempt; ``alone`` is what ``begin`` returned."""
        with self._changed:
            account = self._account(target)
            if result is LoginResult.ACCEPTED:
                account.state = _State.CONFIRMED
            elif result is LoginResult.REJECTED:
                account.rejected_by[target.url] = target.address or target.host
                # A password that was right a moment ago may have been changed since: the next host is asked alone.
                account.state = _State.UNCONFIRMED if account.state is _State.CONFIRMED else _State.REJECTED
            if alone:
                account.trying = False
            self._changed.notify_all()

    def _account(self, target: RemoteTarget) -> _Account:
        return self._accounts.setdefault(self._key(target.user, target.password, target.url), _Account())

    def _key(self, username: str, password: str, url: str) -> bytes:
        where = url if username.startswith(".\\") else ""  # an account of each host's own
        identity = "\0".join((username.casefold(), password, where)).encode("utf-8", "surrogatepass")
        return hashlib.blake2b(identity, key=self._salt).digest()


class LoginAttempt:
    """The login of one session."""

    def __init__(self, attempts: LoginAttempts, target: RemoteTarget) -> None:
        self._attempts = attempts
        self._target = target
        self._begun = not target.password or target.scheme.certificate  # then there is nothing to be rejected
        self._alone = False
        self._ended = self._begun

    def begin(self, stopped: Stopped) -> None:
        """Wait, before anything that proves the account is sent. Does nothing the second time.

        Raises:
            AlreadyRejected: this account and password were rejected before; nothing was sent.
            ConnectionFailed: the wait was given up, as ``stopped`` says.
        """
        if not self._begun:
            with waiting(), _DURING_WAIT.get()():
                self._alone = self._attempts.begin(self._target, stopped)
            self._begun = True

    def end(self, result: LoginResult = LoginResult.NOTHING_SAID) -> None:
        """Say what came of it. Does nothing the second time, or before it began."""
        if self._begun and not self._ended:
            self._ended = True
            self._attempts.end(self._target, result, alone=self._alone)


def rejects_account(error: WsmanError) -> bool:
    """Whether an error means that an account and its password were looked at and not accepted."""
    match error:
        case ServerAuthenticationFailed() | ClientCertificateRefused() | AlreadyRejected():
            return False
        case KerberosFailed():
            return error.reason in _REJECTS
        case AuthenticationFailed():
            sent = any(step.sent in _PASSWORD_SENT for step in error.steps)
            return sent and error.nt_status not in _PASSWORD_RIGHT
    return False
