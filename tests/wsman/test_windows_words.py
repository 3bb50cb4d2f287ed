"""Failures that only Windows words its own way, by what its libraries hand over."""

from __future__ import annotations

import ctypes
import socket
import sys
from importlib.util import find_spec

import pytest

import gatepost.wsman.login.pywinrm_session  # noqa: F401 - loaded before the system is pretended
from gatepost.wsman.errors import ConnectionFailed, ConnectionFailureReason, KerberosFailureReason
from gatepost.wsman.http.sockets import system_error
from gatepost.wsman.login.remote import connect
from gatepost.wsman.login.target import RemoteTarget
from tests.needs import needs

TARGET_UNKNOWN = 0x80090303
WORDS = {10061: "Die Zielmaschine verweigert die Verbindung.", 10013: "Access forbidden by its access permissions."}


def format_error(status: int) -> str:
    """As ctypes has it on Windows, where a C long is of 32 bits."""
    if not -(2**31) <= status < 2**31:
        raise OverflowError("Python int too large to convert to C long")
    unknown = TARGET_UNKNOWN - 2**32
    return "The specified target is unknown or unreachable\r\n" if status == unknown else f"status {status}"


@pytest.fixture
def on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """The two questions that Windows answers for us; its own numbers of sockets are errno's there."""

    def win_error(code: int) -> OSError:
        return (ConnectionRefusedError if code == 10061 else OSError)(code, WORDS[code])

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(ctypes, "WinError", win_error, raising=False)
    monkeypatch.setattr(ctypes, "FormatError", format_error, raising=False)


def test_a_number_of_winsock_is_said_in_the_systems_words(on_windows):
    assert system_error(10013).strerror == WORDS[10013]
    assert isinstance(system_error(10061), ConnectionRefusedError)


def test_a_refused_connection_has_them_in_its_details(on_windows, monkeypatch):
    monkeypatch.setattr(socket.socket, "connect_ex", lambda *_: 10061)
    host = connect(RemoteTarget("basic", "u", "p", "http://127.0.0.1:5985/wsman"))
    with pytest.raises(ConnectionFailed) as caught:
        host.identify()
    assert (caught.value.problem, caught.value.detail) == (ConnectionFailureReason.REFUSED, WORDS[10061])


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ("The specified target is unknown or unreachable", KerberosFailureReason.UNKNOWN_SERVICE),
        ("Something else", KerberosFailureReason.OTHER),
    ],
)
def test_kerberos_of_windows_gives_one_text(request, said, problem):
    needs(find_spec("kerberos"), "pykerberos, of the extra gatepost[kerberos]")
    from gatepost.wsman.login.tickets import failure_of

    request.getfixturevalue("on_windows")
    failure = failure_of(Exception(f"SSPI: InitializeSecurityContext: {said}"))
    assert failure.reason is problem
