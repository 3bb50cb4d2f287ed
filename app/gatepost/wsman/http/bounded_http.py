"""HTTP underneath pywinrm: what an answer may cost, and no second connection behind our back.

urllib3 reconnects silently, and requests_ntlm then repeats a body that was sealed for the connection that is gone.
Neither bounds an answer, in size or in time. Both are settled here, below them, so that authentication is covered too.
"""

from __future__ import annotations

import contextlib
import http.client
import io
import socket
import ssl
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

import requests
from requests.adapters import HTTPAdapter
from typing_extensions import override
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from gatepost import interruptible
from gatepost.compute_slots import waiting
from gatepost.wsman.errors import ReplyError
from gatepost.wsman.http.sockets import open_socket
from gatepost.wsman.http.tls import TlsTrust, secure
from gatepost.wsman.http.wire import ConnectionGone

_SENT_AT_ONCE = 16 * 1024  # octets that the system takes whatever the host does
_LOOK = 64  # octets by which a protocol is known
_HANDSHAKE_TIMEOUT = 10.0  # seconds, where the connection has no timeout of its own


class Budget:
    """What the exchange under way may still cost, and what has happened in it."""

    def __init__(self, read_timeout: float, clock: Callable[[], float] = time.monotonic) -> None:
        self.touched = False
        """Whether anything of the request was given to the network."""
        self.received = 0
        """Octets of the answer so far."""
        self.timed_out = False
        self.bound = False
        """Whether the session lives and dies with the connection that it has."""
        self.first = b""
        """The first octets of the answer."""
        self._read_timeout = read_timeout
        self._clock = clock
        self._deadline = 0.0
        self._octets = 0
        self._socket: socket.socket | None = None
        self.connection: HTTPConnection | None = None
        """The one that was made last."""
        self._once_connected: Callable[[], None] | None = None
        self.aborted = False
        """Whether our own side gave up."""

    def start(self, seconds: float, octets: int) -> None:
        """Begin an exchange."""
        self.touched = self.timed_out = False
        self.received = 0
        self.first = b""
        self._deadline = self._clock() + seconds
        self._octets = octets

    def bind(self) -> None:
        """From now on the session lives and dies with the connection that it has."""
        self.bound = True

    def peer_certificate(self) -> bytes | None:
        """The host's certificate in DER; None without TLS."""
        sock = self._socket
        return sock.getpeercert(binary_form=True) if isinstance(sock, ssl.SSLSocket) else None

    def admit_connection(self) -> None:
        """Refuse to connect where that would change under whose key or name we speak.

        Raises:
            ConnectionGone: the session is bound to a connection that has ended, or was aborted.
        """
        if self.bound or self.aborted:
            raise ConnectionGone

    def connected(self, sock: socket.socket) -> None:
        """Remember the connection, for ``abort``."""
        self._socket = sock
        if self.aborted:
            self.abort()

    def when_connected(self, call: Callable[[], None]) -> None:
        """Have ``call`` made before the request goes out: at once, or when there is a connection to send it over."""
        self._once_connected = call
        if self.connection is not None:
            self.attach(self.connection)

    def attach(self, connection: HTTPConnection) -> None:
        """Take a connection that is ready for the first request."""
        self.connection = connection
        call, self._once_connected = self._once_connected, None
        if call is not None:
            call()

    def wait(self) -> float:
        """Seconds that the next read may take.

        Raises:
            TimeoutError: none are left.
        """
        left = self._deadline - self._clock()
        if left <= 0:
            self.timed_out = True
            raise TimeoutError("the answer took too long")
        return min(left, self._read_timeout)

    def count(self, octets: int) -> None:
        """Take what was read off the budget.

        Raises:
            ReplyError: more than allowed.
        """
        self.received += octets
        if self.received > self._octets:
            raise ReplyError(f"The answer is larger than {self._octets} octets.")

    def abort(self) -> None:
        """Wake up whoever waits for the answer, from any thread."""
        self.aborted = True
        if self._socket is not None:
            interruptible.wake(self._socket)

    def is_aborted(self) -> bool:
        """Whether ``abort`` was called."""
        return self.aborted


class _BoundedStream(io.RawIOBase):
    """The incoming side of a connection, read within a budget."""

    def __init__(self, raw: io.RawIOBase, budget: Budget) -> None:
        self._raw = raw
        self._sock: socket.socket = raw._sock  # type: ignore[attr-defined]  # requests_ntlm looks for it by this name
        self._budget = budget

    @override
    def readable(self) -> bool:
        return True

    @override
    def readinto(self, buffer: Any, /) -> int | None:
        seconds = self._budget.wait()
        if seconds != self._sock.gettimeout():
            self._sock.settimeout(seconds)
        try:
            with waiting():
                if not interruptible.SHUTDOWN_WAKES:
                    interruptible.wait_readable(self._sock, seconds, self._budget.is_aborted)
                octets = self._raw.readinto(buffer)
        except TimeoutError:
            self._budget.timed_out = True
            raise
        if len(self._budget.first) < _LOOK and octets:
            self._budget.first += bytes(buffer[: min(octets, _LOOK)])
        self._budget.count(octets or 0)
        return octets

    @override
    def close(self) -> None:
        self._raw.close()
        super().close()


def _response_class(budget: Budget) -> type[http.client.HTTPResponse]:
    class BoundedResponse(http.client.HTTPResponse):
        def __init__(self, *args: Any, **options: Any) -> None:
            super().__init__(*args, **options)
            self.fp = io.BufferedReader(_BoundedStream(self.fp.detach(), budget))

        @override
        def begin(self) -> None:
            super().begin()
            # We ask for none, and a few octets of it may unfold to gigabytes.
            if self.headers.get("Content-Encoding", "identity").lower() != "identity":
                raise ReplyError("The answer is compressed although that was not asked for.")

    return BoundedResponse


def _last_words(sock: socket.socket) -> ssl.SSLError | None:
    """The alert of a host that has closed a TLS connection, which says why; None where there is none."""
    if not isinstance(sock, ssl.SSLSocket):
        return None
    try:
        sock.settimeout(0)
        sock.recv(1)
    except (ssl.SSLWantReadError, ssl.SSLEOFError):
        return None
    except ssl.SSLError as alert:
        return alert
    except OSError:
        return None
    return None


def _connection_classes(
    budget: Budget, trust: TlsTrust | None, proxy: str
) -> tuple[type[HTTPConnection], type[HTTPSConnection]]:
    # Read once: reading the system's authorities takes longer than a handshake.
    context = trust.context() if trust is not None else None

    class Bounded(HTTPConnection):
        response_class = _response_class(budget)

        @override
        def connect(self) -> None:
            budget.admit_connection()
            super().connect()
            budget.connected(self.sock)
            budget.attach(self)

        @override
        def _new_conn(self) -> socket.socket:
            seconds = self.timeout if isinstance(self.timeout, int | float) else _HANDSHAKE_TIMEOUT
            with waiting():
                return open_socket(unquote(self._dns_host), self.port, seconds, proxy, budget.is_aborted)

        @override
        def send(self, data: Any) -> None:
            if self.sock is None:
                self.connect()
            budget.touched = True
            with waiting() if len(data) > _SENT_AT_ONCE else contextlib.nullcontext():
                timeout = self.sock.gettimeout() or _HANDSHAKE_TIMEOUT
                try:
                    interruptible.send_all(self.sock, data, timeout, budget.is_aborted)
                except OSError:
                    alert = _last_words(self.sock)
                    if alert is not None:
                        raise alert from None
                    raise

    class BoundedTls(Bounded, HTTPSConnection):
        @override
        def connect(self) -> None:
            """Connect and judge the certificate by our own rules; urllib3's would add certifi's authorities."""
            if trust is None or context is None:
                raise ValueError("TLS to a host without knowing whom to trust")
            budget.admit_connection()
            plain = self._new_conn()
            timeout = plain.gettimeout() or _HANDSHAKE_TIMEOUT
            with waiting():
                self.sock = secure(plain, trust, context, timeout, budget.connected, budget.is_aborted)
            self.is_verified = True
            budget.attach(self)

    return Bounded, BoundedTls


Before = Callable[[requests.PreparedRequest], None]
After = Callable[[requests.PreparedRequest, requests.Response], None]


class BoundedAdapter(HTTPAdapter):
    """Carries the requests of one session over at most one connection at a time, within its budget."""

    def __init__(
        self,
        budget: Budget,
        trust: TlsTrust | None = None,
        proxy: str = "",
        before: Before = lambda _request: None,
        after: After = lambda _request, _response: None,
    ) -> None:
        """Carry requests; ``before`` is told of each, ``after`` of its answer, read to its end.

        Raises:
            ConnectionFailed: the certificate authorities of ``trust`` cannot be read.
            AuthenticationUnavailable: our own certificate cannot be used.
        """
        plain, tls = _connection_classes(budget, trust, proxy)

        class Pool(HTTPConnectionPool):
            ConnectionCls = plain

        class TlsPool(HTTPSConnectionPool):
            ConnectionCls = tls

        self._pools = {"http": Pool, "https": TlsPool}
        self._before = before
        self._after = after
        super().__init__(pool_connections=1, pool_maxsize=1, max_retries=0)

    @override
    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        super().init_poolmanager(*args, **options)
        self.poolmanager.pool_classes_by_scheme = self._pools

    @override
    def send(self, request: requests.PreparedRequest, *args: Any, **options: Any) -> requests.Response:
        """Send and read the whole answer, so that the connection is free for the next leg of a login."""
        self._before(request)
        response = super().send(request, *args, **options)
        _ = response.content
        response.raw.release_conn()
        self._after(request, response)
        return response
