"""A host that keeps us waiting, at whatever point, keeps no other thread from its turn."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from unittest.mock import Mock

import pytest
import requests

from gatepost.compute_slots import computing
from gatepost.wsman.errors import WsmanError
from gatepost.wsman.http.connection import BoundedConnection
from gatepost.wsman.local import LocalTransport
from gatepost.wsman.messages import uris
from gatepost.wsman.transport import Transport
from tests.needs import needs
from tests.practice.host_process import PracticeProcess
from tests.test_compute_slots import one_slot, others_get_on
from tests.wsman.http.test_connection import URL, connected
from tests.wsman.loopback import cut

__all__ = ["one_slot"]


class Silent:
    """Takes connections and says nothing; ``reached`` once there is one."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._held: list[socket.socket] = []
        self.port = self._listener.getsockname()[1]
        self.reached = threading.Event()
        self._thread = threading.Thread(target=self._take)
        self._thread.start()

    def close(self) -> None:
        cut(self._listener)
        self._thread.join(5)
        for held in (self._listener, *self._held):
            held.close()

    def _take(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                self._held.append(self._listener.accept()[0])
                self._held[-1].recv(1)
                self.reached.set()


@pytest.fixture
def silent() -> Iterator[Silent]:
    silent = Silent()
    yield silent
    silent.close()


def read(host: Transport) -> WsmanError | None:
    """How it failed, if it did."""
    try:
        with computing():
            host.get(uris.CONFIG_SERVICE, {})
    except WsmanError as error:
        return error
    return None


def check(host: Transport, reached: threading.Event) -> None:
    """Read a host in a thread; once it is stuck there, others get their turn."""
    with ThreadPoolExecutor(1) as pool:
        reading = pool.submit(read, host)
        assert reached.wait(10)
        try:
            assert others_get_on()
            assert not reading.done(), reading.result()
        finally:
            host.interrupt()
            host.close()
        reading.result(20)
    assert others_get_on()


@pytest.mark.parametrize("scheme", ["ntlm", "basic"])
def test_a_host_that_does_not_answer_is_given_up(silent, open_target, scheme):
    check(open_target(f"http://127.0.0.1:{silent.port}/wsman", scheme, "u", "p"), silent.reached)


def test_a_host_that_does_not_shake_hands_is_given_up(silent, open_target):
    url = f"https://127.0.0.1:{silent.port}/wsman"
    check(open_target(url, "ntlm", "u", "p"), silent.reached)


def test_a_proxy_that_does_not_answer_is_given_up(silent, open_target):
    proxy = f"http://127.0.0.1:{silent.port}"
    check(open_target("http://srv01:5985/wsman", "ntlm", "u", "p", proxy=proxy), silent.reached)


@contextlib.contextmanager
def stuck(monkeypatch: pytest.MonkeyPatch, where: str) -> Iterator[threading.Event]:
    """Have a function of the system wait until the end; the event tells that it was called."""
    reached, gate = threading.Event(), threading.Event()

    def ask(*_: object, **__: object) -> object:
        reached.set()
        gate.wait(10)
        raise socket.gaierror

    monkeypatch.setattr(where, ask)
    try:
        yield reached
    finally:
        gate.set()


def check_stuck(host: Transport, monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    with ThreadPoolExecutor(1) as pool, stuck(monkeypatch, where) as reached:
        pool.submit(read, host)
        assert reached.wait(10)
        assert others_get_on()


BUILD = "gatepost.wsman.login.pywinrm_session.build_session"


@pytest.mark.parametrize("where", ["socket.getaddrinfo", BUILD])
def test_nothing_of_the_host_yet(monkeypatch, open_target, where):
    """No address, or a ticket that a domain controller does not give."""
    check_stuck(open_target("http://srv01:5985/wsman", "ntlm", "u", "p"), monkeypatch, where)


def test_no_second_login(monkeypatch, open_target):
    with PracticeProcess("reference-page") as practice:
        host = open_target(practice.url, "ntlm", *practice.account("administrator"))
        assert read(host) is None
        host._wire._last_used -= 1000
        check_stuck(host, monkeypatch, BUILD)


def test_nothing_is_taken():
    """A host that asks for a large request and does not read it."""
    request = requests.Request("POST", URL, data=b"x" * 10_000_000).prepare()

    def send(connection: BoundedConnection) -> None:
        with contextlib.suppress(OSError), computing():
            connection.send(request)

    with connected() as (connection, host), ThreadPoolExecutor(1) as pool:
        sending = pool.submit(send, connection)
        host.recv(1)
        assert others_get_on()
        assert not sending.done()
        host.close()
        sending.result(20)


@pytest.mark.parametrize("scheme", ["ntlm", "credssp"])
def test_no_sealed_answer_after_a_login(open_target, scheme):
    needs(scheme == "ntlm" or find_spec("requests_credssp"), "requests-credssp, of the extra gatepost[credssp]")
    with PracticeProcess("reference-page", "--credssp") as practice:
        host = open_target(practice.url, scheme, *practice.account("administrator"))
        assert read(host) is None
        assert practice.console("delay", "20")["ok"]
        asked, exchange = threading.Event(), host._wire.exchange

        def told(envelope: bytes) -> bytes:
            asked.set()
            return exchange(envelope)

        host._wire.exchange = told
        check(host, asked)


def test_no_answer_of_this_computer():
    reached, gate = threading.Event(), threading.Event()

    def answer(*_: object) -> str:
        reached.set()
        gate.wait(10)
        return "<x/>"

    automation = Mock()
    automation.CreateSession.return_value.Get = answer
    host = LocalTransport(lambda: automation, "me", lambda: True)
    with ThreadPoolExecutor(1) as pool:
        reading = pool.submit(read, host)
        assert reached.wait(10)
        try:
            assert others_get_on()
        finally:
            gate.set()
        reading.result(20)
