"""An exchange can be ended at every point where a host keeps us waiting, also where ``shutdown`` wakes nobody."""

from __future__ import annotations

import contextlib
import io
import socket
import ssl
import threading
import time
from collections.abc import Callable

import pytest

from gatepost import interruptible
from gatepost.interruptible import StoppableReader, send_all, wait_readable
from gatepost.wsman.errors import ConnectionFailed, ConnectionFailureReason, Delivery
from gatepost.wsman.http.wire import ConnectionGone, Login, RemoteWire
from gatepost.wsman.login.attempts import LoginAttempts
from gatepost.wsman.login.pywinrm_session import PywinrmSession
from gatepost.wsman.login.target import RemoteTarget
from gatepost.wsman.messages import uris
from gatepost.wsman.transport import Transport
from tests.practice.host_process import PracticeProcess
from tests.wsman import pki
from tests.wsman.loopback import Listener

SOON = 2.0  # seconds; every timeout below is many times that


@pytest.fixture(params=[True, False], ids=["woken", "looks up"], autouse=True)
def system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Linux, and Windows, where ``shutdown`` ends no read of another thread."""
    if request.param and not interruptible.SHUTDOWN_WAKES:
        pytest.skip("not on this system")
    monkeypatch.setattr(interruptible, "SHUTDOWN_WAKES", request.param)
    return bool(request.param)


class Stalls(Listener):
    """Says ``greeting`` once it has heard something, and then nothing; without one it does not even listen.

    ``reached`` tells that it has come so far.
    """

    def __init__(self, greeting: bytes | None = b"") -> None:
        super().__init__()
        self.reached = threading.Event()
        self._greeting = greeting
        self._held = contextlib.ExitStack()

    def accepted(self, connection: socket.socket) -> None:
        self._held.enter_context(connection)
        if self._greeting is not None:
            connection.recv(1)
            connection.sendall(self._greeting)
        self.reached.set()

    def __exit__(self, *error: object) -> None:
        super().__exit__(None, None, None)
        self._held.close()


def ends_soon(work: Callable[[], object], reached: threading.Event, end: Callable[[], None]) -> ConnectionFailed:
    """Do the work in a thread, end it once it is stuck, and return how it failed."""
    failures: list[ConnectionFailed] = []

    def run() -> None:
        try:
            work()
        except ConnectionFailed as failure:
            failures.append(failure)

    thread = threading.Thread(target=run)
    thread.start()
    assert reached.wait(10)
    end()
    thread.join(SOON)
    assert not thread.is_alive()
    (failure,) = failures
    return failure


def get(host: Transport) -> bytes:
    return host.get(uris.CONFIG_SERVICE, {})


@pytest.mark.parametrize(
    ("scheme", "greeting"),
    [
        ("http", b""),  # no answer
        ("http", b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<s:Env"),  # half of one
        ("https", b""),  # no handshake
        ("https", b"\x16\x03\x03\x02"),  # the beginning of one
    ],
)
@pytest.mark.parametrize("end", ["interrupt", "close"])
def test_waiting_for_an_answer(open_target, scheme, greeting, end):
    with Stalls(greeting) as silent:
        host = open_target(f"{scheme}://127.0.0.1:{silent.port}/wsman", "basic", "u", "p")
        failure = ends_soon(lambda: get(host), silent.reached, getattr(host, end))
    assert failure.problem is ConnectionFailureReason.CLOSED


@pytest.mark.parametrize("greeting", [b"", b"HTTP/1.1 200"])
def test_waiting_for_a_proxy(open_target, greeting):
    with Stalls(greeting) as proxy:
        way = f"http://127.0.0.1:{proxy.port}"
        host = open_target("https://srv01:5986/wsman", "basic", "u", "p", proxy=way)
        failure = ends_soon(lambda: get(host), proxy.reached, host.interrupt)
    assert (failure.problem, failure.delivery) == (ConnectionFailureReason.CLOSED, Delivery.NOT_SENT)


def test_waiting_for_a_host_to_take_what_is_sent():
    with Stalls(None) as deaf:
        target = RemoteTarget("basic", "u", "p", f"http://127.0.0.1:{deaf.port}/wsman")
        session = PywinrmSession(target, LoginAttempts().attempt(target))
        body = b"y" * 50_000_000  # more than any system takes at once
        failure = ends_soon(lambda: session.exchange(body), deaf.reached, session.abort)
        session.close()
    assert failure.problem is ConnectionFailureReason.CLOSED


class SecureStalls(Stalls):
    """Shakes hands, which with TLS 1.3 leaves session tickets to be read, takes ``octets`` and says nothing."""

    def __init__(self, context: ssl.SSLContext, octets: int) -> None:
        super().__init__()
        self._context = context
        self._octets = octets

    def accepted(self, connection: socket.socket) -> None:
        secured = self._held.enter_context(self._context.wrap_socket(connection, server_side=True))
        while self._octets > 0:
            self._octets -= len(secured.recv(self._octets)) or self._octets
        self.reached.set()


@pytest.mark.parametrize("sent", [1, 50_000_000])
def test_waiting_for_a_host_that_has_shaken_hands(tmp_path, sent):
    certificate = pki.host(tmp_path)
    with SecureStalls(certificate.context(), 200) as silent:
        url = f"https://127.0.0.1:{silent.port}/wsman"
        target = RemoteTarget("basic", "u", "p", url, pinned_fingerprint=certificate.sha256)
        session = PywinrmSession(target, LoginAttempts().attempt(target))
        failure = ends_soon(lambda: session.exchange(b"y" * sent), silent.reached, session.abort)
        session.close()
    assert failure.problem is ConnectionFailureReason.CLOSED


def test_a_host_is_read_and_hangs_in_an_exchange_that_is_sealed(open_target):
    with PracticeProcess() as practice:
        host = open_target(practice.url, "ntlm", *practice.account())
        get(host)
        practice.console("delay 60")
        reached = threading.Event()
        asks = threading.Timer(0.2, reached.set)  # by then the request is at the host, which says so to nobody
        asks.start()
        failure = ends_soon(lambda: get(host), reached, host.interrupt)
        assert (failure.problem, failure.delivery) == (ConnectionFailureReason.CLOSED, Delivery.MAYBE)
        practice.console("delay 0")
        get(host)


def test_an_interrupt_before_there_is_a_session_is_not_lost():
    making, interrupted = threading.Event(), threading.Event()

    class Session:
        login = Login("", "")

        def exchange(self, envelope: bytes) -> bytes:
            return b"an answer that nobody waits for"

        def abort(self) -> None: ...

        def close(self) -> None: ...

    def open_session() -> Session:
        making.set()
        assert interrupted.wait(10)
        return Session()

    wire = RemoteWire(open_session)
    failure = ends_soon(lambda: wire.exchange(b"."), making, lambda: (wire.interrupt(), interrupted.set())[0])
    assert (failure.problem, failure.delivery) == (ConnectionFailureReason.CLOSED, Delivery.NOT_SENT)
    assert wire.exchange(b".") == b"an answer that nobody waits for"


def test_an_interrupted_session_that_turns_out_gone_is_not_replaced():
    """Else the request that was given up is sent after all."""

    class Gone:
        login = Login("", "")

        def __init__(self) -> None:
            opened.append(self)

        def exchange(self, envelope: bytes) -> bytes:
            wire.interrupt()
            raise ConnectionGone

        def abort(self) -> None: ...

        def close(self) -> None: ...

    opened: list[Gone] = []
    wire = RemoteWire(Gone)
    with pytest.raises(ConnectionFailed) as caught:
        wire.exchange(b".")
    assert caught.value.problem is ConnectionFailureReason.CLOSED


def test_a_reader_gives_what_came_and_then_ends(system):
    ours, theirs = socket.socketpair()
    with ours, theirs:
        stopped = threading.Event()
        reader = io.BufferedReader(StoppableReader(ours, 30, stopped.is_set))
        theirs.sendall(b"one line\n")
        assert reader.readline() == b"one line\n"
        timer = threading.Timer(0.2, lambda: (stopped.set(), interruptible.wake(ours)))
        timer.start()
        begun = time.monotonic()
        if system:
            assert reader.readline() == b""
        else:
            with pytest.raises(ConnectionAbortedError):
                reader.readline()
        assert time.monotonic() - begun < SOON


def test_the_waits_have_an_end_of_their_own():
    ours, theirs = socket.socketpair()
    with ours, theirs:
        with pytest.raises(TimeoutError):
            wait_readable(ours, 0.05, lambda: False)
        theirs.sendall(b"x")
        wait_readable(ours, 5, lambda: False)
        ours.settimeout(0.1)
        with pytest.raises(TimeoutError):
            send_all(ours, b"y" * 50_000_000, 0.1, lambda: False)
