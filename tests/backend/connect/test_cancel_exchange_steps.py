"""Cancel ends every leg on the way to a host at once: its lane is free for the next thing."""

from __future__ import annotations

import contextlib
import gc
import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from gatepost.backend.connect.addresses import parse_address
from gatepost.backend.connect.connection_test import ConnectionTest
from gatepost.backend.connect.connections import Connection
from gatepost.backend.connect.open_host import open_transport
from gatepost.backend.files.settings import Settings
from gatepost.work import Cancelled, WorkContext
from gatepost.wsman.errors import WsmanError
from gatepost.wsman.login.attempts import LoginAttempts
from gatepost.wsman.messages import uris
from tests.wsman.conftest import kdc, lab_names, running_kdc
from tests.wsman.http.test_sealing import NTLM_OFFER, STRONG, challenge
from tests.wsman.login.test_tickets import SilentKdc
from tests.wsman.loopback import Listener
from tests.wsman.raw_host import RawHost, http

__all__ = ["kdc", "lab_names", "running_kdc"]

SOON = 0.5
"""Seconds within which the lane is free. A machine that is busy gets more than one try."""
TRIES = 4
PATIENT = Settings(connect_seconds=30, answer_seconds=60)
Ready = Callable[[], bool]

OFFER = http(b"", "401 No", NTLM_OFFER)
CREDSSP = http(b"", "401 No", "WWW-Authenticate: CredSSP")
LOGINS = {
    "ntlm, asked": ("ntlm", [b""]),
    "ntlm, first message": ("ntlm", [OFFER, b""]),
    "ntlm, answer": ("ntlm", [OFFER, challenge(STRONG), b""]),
    "ntlm, message": ("ntlm", [OFFER, challenge(STRONG), http(b""), b""]),
    "credssp, asked": ("credssp", [b""]),
    "credssp, first message": ("credssp", [CREDSSP, b""]),
    "basic": ("basic", [b""]),
}


class Silent(Listener):
    """Takes connections, hears the first octets, and says nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.heard = threading.Event()

    def accepted(self, connection: socket.socket) -> None:
        self.start(self._hear, connection)

    def _hear(self, connection: socket.socket) -> None:
        with connection, contextlib.suppress(OSError):
            while connection.recv(10_000):
                self.heard.set()


@pytest.fixture(autouse=True)
def nothing_left_open() -> Iterator[None]:
    yield
    gc.collect()


def read(connection: Connection, context: WorkContext) -> None:
    """As the window reads a host."""
    transport = open_transport(connection, "s3cret", PATIENT)
    try:
        with context.token.stopping(transport.interrupt):
            transport.get(uris.CONFIG_SERVICE, {})
    finally:
        transport.close()


def test(connection: Connection, context: WorkContext) -> None:
    """As the dialog tests a connection."""
    ConnectionTest(connection, "s3cret", context, PATIENT).run()


WAYS = pytest.mark.parametrize("way", [read, test], ids=["read", "test"])
test.__test__ = False  # type: ignore[attr-defined]


def seconds_until_free(way: Callable[..., None], connection: Connection, reached: Ready) -> float:
    """Cancel once the leg is reached, and return how long it took until the lane was free."""
    context = WorkContext()
    with ThreadPoolExecutor(1) as lane:
        working = lane.submit(way, connection, context)
        while not reached():
            assert not working.done(), working.result()
            time.sleep(0.01)
        begun = time.monotonic()
        context.token.cancel()
        error = working.exception(20)
        assert isinstance(error, Cancelled | WsmanError), error
        return time.monotonic() - begun


def is_free_soon(way: Callable[..., None], connection: Connection, reached: Ready) -> bool:
    return any(seconds_until_free(way, connection, reached) < SOON for _ in range(TRIES))


def at(url: str, scheme: str = "ntlm", **more: str) -> Connection:
    return Connection(scheme, "LAB\\user", parse_address(url), **more)


@WAYS
def test_the_name_look_up(monkeypatch, way):
    asked, gate = threading.Event(), threading.Event()

    def stuck(*_: object, **__: object) -> list[object]:
        asked.set()
        gate.wait(20)
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", stuck)
    try:
        assert is_free_soon(way, at("http://srv01:5985"), asked.is_set)
    finally:
        gate.set()


@WAYS
def test_a_connection_that_hangs_can_be_cancelled(way):
    with socket.socket() as full, socket.socket() as first:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        first.connect(full.getsockname())  # there is room for no other
        begun = time.monotonic()
        address = f"http://127.0.0.1:{full.getsockname()[1]}"
        assert is_free_soon(way, at(address), lambda: time.monotonic() - begun > 0.3)


@WAYS
def test_a_proxy_that_hangs_can_be_cancelled(way):
    with Silent() as proxy:
        connection = at("http://srv01:5985", proxy=f"http://127.0.0.1:{proxy.port}")
        assert is_free_soon(way, connection, proxy.heard.is_set)


@WAYS
def test_the_name_look_up_of_a_proxy(monkeypatch, way):
    asked, gate = threading.Event(), threading.Event()

    def stuck(host: str, *_: object, **__: object) -> list[object]:
        asked.set()
        assert host == "proxy"
        gate.wait(20)
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", stuck)
    try:
        assert is_free_soon(way, at("http://srv01:5985", proxy="http://proxy:3128"), asked.is_set)
    finally:
        gate.set()


class Tunnel(Silent):
    """A proxy that opens the tunnel, at whose other end nobody speaks."""

    def _hear(self, connection: socket.socket) -> None:
        with connection, contextlib.suppress(OSError):
            connection.recv(10_000)
            connection.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
            while connection.recv(10_000):
                self.heard.set()


@WAYS
def test_the_tls_handshake_through_a_proxy(way):
    with Tunnel() as proxy:
        connection = at("https://srv01:5986", proxy=f"http://127.0.0.1:{proxy.port}")
        assert is_free_soon(way, connection, proxy.heard.is_set)


def test_the_turn_of_another_host():
    """Its logon is waited for, so that one wrong password is tried on one host."""
    with RawHost(OFFER, challenge(STRONG), b"") as first, RawHost(*[OFFER] * 3 * TRIES) as second:
        attempts = LoginAttempts()
        holding = open_transport(at(first.url), "s3cret", PATIENT, attempts=attempts)
        with ThreadPoolExecutor(1) as lane:
            held = lane.submit(holding.get, uris.CONFIG_SERVICE, {})
            while len(first.asked) < 3:
                time.sleep(0.01)

            def waits(connection: Connection, context: WorkContext) -> None:
                transport = open_transport(connection, "s3cret", PATIENT, attempts=attempts)
                try:
                    with context.token.stopping(transport.interrupt):
                        transport.get(uris.CONFIG_SERVICE, {})
                finally:
                    transport.close()

            asked = [0]

            def once() -> float:
                asked[0] = len(second.asked)
                return seconds_until_free(waits, at(second.url), lambda: len(second.asked) > asked[0])

            assert any(once() < SOON for _ in range(TRIES))
            assert not any(b"TlRMTVNTUAAD" in each.head for each in second.asked)  # no answer to a challenge
            holding.interrupt()
            assert isinstance(held.exception(20), WsmanError)
            holding.close()


@WAYS
def test_the_tls_handshake(way):
    with Silent() as host:
        assert is_free_soon(way, at(f"https://127.0.0.1:{host.port}"), host.heard.is_set)


@pytest.mark.parametrize("name", LOGINS)
@WAYS
def test_each_leg_of_a_login_and_the_answer(way, name):
    scheme, steps = LOGINS[name]
    if scheme == "credssp":
        pytest.importorskip("requests_credssp")
    with RawHost(*steps * TRIES) as raw:
        asked = [0]

        def reached() -> bool:
            return len(raw.asked) >= asked[0] + len(steps)

        def once() -> float:
            asked[0] = len(raw.asked)
            raw._steps = list(steps)
            return seconds_until_free(way, at(raw.url, scheme), reached)

        assert any(once() < SOON for _ in range(TRIES))


@pytest.mark.parametrize("scheme", ["kerberos", "automatic"])
@WAYS
def test_the_domain_controller(kdc, lab_names, tmp_path, monkeypatch, way, scheme):
    with SilentKdc(tmp_path) as silent, Silent() as host:
        monkeypatch.setenv("KRB5_CONFIG", str(silent.configuration))
        connection = Connection(scheme, "alice@GATEPOST.TEST", parse_address(f"http://srv01.gatepost.test:{host.port}"))
        assert is_free_soon(way, connection, lambda: silent.asked.acquire(blocking=False))


@WAYS
def test_the_answer_to_a_ticket(kdc, lab_names, way):
    kdc.kinit("alice", "sesame")
    with RawHost(*[b""] * TRIES) as raw:
        asked = [0]

        def once() -> float:
            asked[0] = len(raw.asked)
            connection = Connection("kerberos", "", parse_address(raw.url.replace("127.0.0.1", "srv01.gatepost.test")))
            return seconds_until_free(ticket(way), connection, lambda: len(raw.asked) > asked[0])

        assert any(once() < SOON for _ in range(TRIES))


def ticket(way: Callable[..., None]) -> Callable[..., None]:
    """The same with the ticket of whoever runs this."""

    def with_ticket(connection: Connection, context: WorkContext) -> None:
        if way is test:
            ConnectionTest(connection, "", context, PATIENT).run()
            return
        transport = open_transport(connection, "", PATIENT)
        try:
            with context.token.stopping(transport.interrupt):
                transport.get(uris.CONFIG_SERVICE, {})
        finally:
            transport.close()

    return with_ticket
