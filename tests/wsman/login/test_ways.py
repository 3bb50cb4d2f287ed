"""One way to log on after the other: what is left of the first one, and what Cancel does in between."""

from __future__ import annotations

import sys

import pytest

from gatepost.wsman import schemes
from gatepost.wsman.errors import AuthenticationUnavailable, KerberosFailed, KerberosFailureReason
from gatepost.wsman.login.attempts import LoginAttempts
from gatepost.wsman.login.remote import LoginSession, ways_of
from gatepost.wsman.login.target import RemoteTarget

NO_TICKET = KerberosFailed(KerberosFailureReason.NO_TICKET, "no")
NO_PACKAGE = AuthenticationUnavailable("no package")


class Session:
    """Ends with ``failure``, or answers; notes what was done with it."""

    login = None

    def __init__(self, failure: Exception | None = None) -> None:
        self.failure = failure
        self.done: list[str] = []
        self.meanwhile = lambda: None

    def exchange(self, envelope: bytes) -> bytes:
        self.done.append("exchange")
        self.meanwhile()
        if self.failure is not None:
            raise self.failure
        return b"answer"

    def abort(self) -> None:
        self.done.append("abort")

    def close(self) -> None:
        self.done.append("close")


@pytest.fixture
def login(monkeypatch):
    """A function that logs on with these sessions, one for each way."""
    monkeypatch.setattr(schemes, "is_installed", lambda package: True)
    monkeypatch.setattr("gatepost.wsman.login.remote.is_installed", lambda package: True)

    def begin(*sessions: Session):
        target = RemoteTarget("automatic", "CONTOSO\\admin", password="p", url="http://srv01:5985/wsman")
        ways = ways_of(target)
        assert [way.authentication for way in ways] == ["kerberos", "ntlm"]
        waiting = list(sessions)
        monkeypatch.setattr("gatepost.wsman.login.remote._open_session", lambda *_: waiting.pop(0))
        return ways, LoginSession(ways, LoginAttempts().attempt(target))

    return begin


@pytest.mark.parametrize("failure", [NO_TICKET, NO_PACKAGE], ids=["no ticket", "no package"])
def test_the_next_way_is_tried_and_the_first_session_is_closed(login, failure) -> None:
    first, second = Session(failure), Session()
    ways, session = login(first, second)
    assert session.exchange(b"?") == b"answer"
    assert (first.done, second.done) == (["exchange", "close"], ["exchange"])
    assert [way.authentication for way in ways] == ["ntlm"]


def test_cancel_in_between_reaches_the_session_that_comes_next(login) -> None:
    first, second = Session(NO_TICKET), Session(NO_TICKET)
    _, session = login(first, second)
    first.meanwhile = session.abort
    with pytest.raises(KerberosFailed):
        session.exchange(b"?")
    assert first.done == ["exchange", "abort", "close"]
    assert second.done == ["abort", "exchange"]


def test_cancel_and_close_reach_the_session_that_there_is(login) -> None:
    first = Session()
    _, session = login(first)
    session.abort()
    session.close()
    assert first.done == ["abort", "close"]


@pytest.mark.parametrize(
    ("platform", "package"), [("win32", "winkerberos"), ("linux", "kerberos"), ("darwin", "kerberos")]
)
def test_each_system_has_its_own_package_for_tickets(monkeypatch, platform, package) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(schemes, "is_installed", lambda name: name == package)
    assert schemes.can_have_ticket("srv01.contoso.com")
    monkeypatch.setattr(schemes, "is_installed", lambda name: name != package)
    assert not schemes.can_have_ticket("srv01.contoso.com")
