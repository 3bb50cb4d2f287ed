"""HTTP underneath pywinrm: one connection at a time, each answer read to its end within a budget.

urllib3 reconnects silently, and requests_ntlm then repeats a body that was sealed for the connection that is gone.
Neither bounds an answer, in size or in time. Both are settled here, below them, so that authentication is covered too.
"""

from __future__ import annotations

import contextlib
import http.client
import io
import socket
import ssl
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
from gatepost.wsman.http.exchange_state import ExchangeState
from gatepost.wsman.http.sockets import open_socket
from gatepost.wsman.http.tls import TlsTrust, secure

Before = Callable[[requests.PreparedRequest], None]
After = Callable[[requests.PreparedRequest, requests.Response], None]
_SENT_AT_ONCE = 16 * 1024  # octets that the system takes whatever the host does
_LOOK = 64  # octets by which a protocol is known
_HANDSHAKE_TIMEOUT = 10.0  # seconds, where the connection has no timeout of its own


class BoundedAdapter(HTTPAdapter):
    """Carries the requests of one session over at most one connection at a time, within its budget."""

    def __init__(
        self,
        exchange_state: ExchangeState,
        trust: TlsTrust | None,
        proxy: str,
        before: Before,
        after: After,
    ) -> None:
        """Carry requests; ``before`` is told of each, ``after`` of its answer, read to its end.

        Raises:
            ConnectionFailed: the certificate authorities of ``trust`` cannot be read.
            AuthenticationUnavailable: our own certificate cannot be used.
        """
        plain, tls = connection_classes(exchange_state, trust, proxy)

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


class _BoundedStream(io.RawIOBase):
    """The incoming side of a connection, read within a budget."""

    def __init__(self, raw: io.RawIOBase, exchange_state: ExchangeState) -> None:
        self._raw = raw
        self._sock: socket.socket = raw._sock  # type: ignore[attr-defined]  # requests_ntlm looks for it by this name
        self._exchange_state = exchange_state

    @override
    def readable(self) -> bool:
        return True

    @override
    def readinto(self, buffer: Any, /) -> int | None:
        seconds = self._exchange_state.wait()
        if seconds != self._sock.gettimeout():
            self._sock.settimeout(seconds)
        try:
            with waiting():
                if not interruptible.SHUTDOWN_WAKES:
                    interruptible.wait_readable(self._sock, seconds, self._exchange_state.is_aborted)
                octets = self._raw.readinto(buffer)
        except TimeoutError:
            self._exchange_state.timed_out = True
            raise
        if len(self._exchange_state.first_bytes) < _LOOK and octets:
            self._exchange_state.first_bytes += bytes(buffer[: min(octets, _LOOK)])
        self._exchange_state.count(octets or 0)
        return octets

    @override
    def close(self) -> None:
        self._raw.close()
        super().close()


def _response_class(exchange_state: ExchangeState) -> type[http.client.HTTPResponse]:
    class BoundedResponse(http.client.HTTPResponse):
        def __init__(self, *args: Any, **options: Any) -> None:
            super().__init__(*args, **options)
            self.fp = io.BufferedReader(_BoundedStream(self.fp.detach(), exchange_state))

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


def connection_classes(
    exchange_state: ExchangeState, trust: TlsTrust | None, proxy: str
) -> tuple[type[HTTPConnection], type[HTTPSConnection]]:
    """Return the classes of connections over HTTP and HTTPS; without ``trust`` there is no HTTPS.

    Raises:
        ConnectionFailed: the certificate authorities of ``trust`` cannot be read.
        AuthenticationUnavailable: our own certificate cannot be used.
    """
    # Read once: reading the system's authorities takes longer than a handshake.
    context = trust.context() if trust is not None else None

    class Bounded(HTTPConnection):
        response_class = _response_class(exchange_state)

        @override
        def connect(self) -> None:
            exchange_state.admit_connection()
            super().connect()
            exchange_state.connected(self.sock)
            exchange_state.attach(self)

        @override
        def _new_conn(self) -> socket.socket:
            seconds = self.timeout if isinstance(self.timeout, int | float) else _HANDSHAKE_TIMEOUT
            with waiting():
                return open_socket(unquote(self._dns_host), self.port, seconds, proxy, exchange_state.is_aborted)

        @override
        def send(self, data: Any) -> None:
            if self.sock is None:
                self.connect()
            exchange_state.request_sent = True
            with waiting() if len(data) > _SENT_AT_ONCE else contextlib.nullcontext():
                timeout = self.sock.gettimeout() or _HANDSHAKE_TIMEOUT
                try:
                    interruptible.send_all(self.sock, data, timeout, exchange_state.is_aborted)
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
            exchange_state.admit_connection()
            plain = self._new_conn()
            timeout = plain.gettimeout() or _HANDSHAKE_TIMEOUT
            with waiting():
                self.sock = secure(plain, trust, context, timeout, exchange_state.connected, exchange_state.is_aborted)
            self.is_verified = True
            exchange_state.attach(self)

    return Bounded, BoundedTls
