"""The one connection of a session: each answer is read to its end, within a budget of octets and seconds.

urllib3 reconnects silently, and a login would then repeat a body that was sealed for the connection that is gone. Nor does it
bound an answer, in size or in time. So this takes its place below requests, for each leg of a login and for each message after
it. h11 reads the answers.
"""

from __future__ import annotations

import contextlib
import io
import socket
import ssl
import time
from collections.abc import Callable
from http.client import HTTPException
from typing import Any
from urllib.parse import unquote, urlsplit

import h11
import requests
from requests.adapters import BaseAdapter
from requests.structures import CaseInsensitiveDict
from typing_extensions import override
from urllib3.util import wait_for_read

from gatepost import interruptible
from gatepost.compute_slots import waiting
from gatepost.wsman.errors import ReplyError
from gatepost.wsman.http.sockets import open_socket
from gatepost.wsman.http.tls import TlsTrust, secure
from gatepost.wsman.http.wire import ConnectionGone

Before = Callable[[requests.PreparedRequest], None]
After = Callable[[requests.Response], None]

_PORTS = {"http": 80, "https": 443}
_SENT_AT_ONCE = 16 * 1024  # octets that the system takes whatever the host does
_PIECE = 64 * 1024
_MAX_HEAD = 128 * 1024
_MAX_HEADERS = 100
_LOOK = 64  # octets by which a protocol is known
_HTTP = b"HTTP/"
_ASKED = (h11.Request(method="POST", target="/", headers=[("Host", "any")]), h11.EndOfMessage())
_KEPT = {
    b"connection": "Connection",
    b"content-type": "Content-Type",
    b"server": "Server",
    b"www-authenticate": "WWW-Authenticate",
}


class BoundedConnection(BaseAdapter):
    """Sends the requests of one session, and tells what has happened in the exchange under way."""

    def __init__(
        self,
        trust: TlsTrust | None,
        proxy: str,
        *,
        connect_timeout: float,
        read_timeout: float,
        before: Before,
        after: After,
    ) -> None:
        """Nothing is read or sent yet; without ``trust`` there is no HTTPS.

        ``before`` is called with each request once there is a connection to send it over, and may wait as long as it likes;
        ``after`` with its answer.
        Timeouts are seconds: ``connect_timeout`` to connect and again for TLS, ``read_timeout`` for silence.
        """
        super().__init__()
        self.request_sent = False
        """Whether anything of the request was given to the network."""
        self.timed_out = False
        self.first_bytes = b""
        """The first octets of the answer."""
        self.is_bound = False
        """Whether the session lives and dies with the connection that it has."""
        self._aborted = False
        self._trust = trust
        self._proxy = proxy
        self._connect_timeout = connect_timeout
        self._read_timeout = read_timeout
        self._before = before
        self._after = after
        self._context: ssl.SSLContext | None = None
        self._socket: socket.socket | None = None
        self._certificate: bytes | None = None
        self._deadline = 0.0
        self._octets_left = self._most_octets = 0

    def start(self, seconds: float, octets: int) -> None:
        """Begin an exchange, which may take so long and bring so much."""
        self.request_sent = self.timed_out = False
        self.first_bytes = b""
        self._deadline = time.monotonic() + seconds
        self._octets_left = self._most_octets = octets

    def bind(self) -> None:
        """From now on the session lives and dies with the connection that it has."""
        self.is_bound = True

    def peer_certificate(self) -> bytes | None:
        """The certificate in DER that the host last showed, also where its connection has ended since; None without TLS."""
        return self._certificate

    def abort(self) -> None:
        """Give up: wake the thread that waits for the host, and connect no more. Callable from any thread."""
        self._aborted = True
        if self._socket is not None:
            interruptible.wake(self._socket)

    def is_aborted(self) -> bool:
        """Whether our own side gave up."""
        return self._aborted

    @override
    def close(self) -> None:
        if self._socket is not None:
            self._socket.close()

    @override
    def send(self, request: requests.PreparedRequest, *args: Any, **options: Any) -> requests.Response:
        """Send a request and read the whole answer; it is requests that passes options, and none counts here.

        Raises:
            ConnectionGone: the connection has ended and the session is bound to it, or was aborted; nothing was sent.
            requests.ConnectionError: the network failed, or the answer is no HTTP, as the cause says.
            ReplyError: the answer is too large, or compressed.
            WsmanError: as in ``open_socket`` and ``secure``.
        """
        try:
            sock = self._connected(request.url or "")
            begun = time.monotonic()
            self._before(request)
            self._deadline += time.monotonic() - begun  # the host had no part in it
            self._write(sock, _octets(request))
            with waiting():  # once for the whole answer, and not for each of its pieces
                response = self._read(sock)
        except (OSError, HTTPException) as error:
            raise requests.ConnectionError(error, request=request) from error
        response.request, response.url = request, request.url or ""
        response.connection = self  # type: ignore[assignment]  # for the next leg of a login
        self._after(response)
        return response

    def _connected(self, url: str) -> socket.socket:
        """The connection that there is, or another where that changes nothing about whose name and key we speak under."""
        sock = self._socket
        if sock is not None and sock.fileno() != -1:
            if not wait_for_read(sock, 0):  # what can be read before we ask is the end
                return sock
            sock.close()
        if self.is_bound or self._aborted:
            raise ConnectionGone
        parts = urlsplit(url)
        where = unquote(parts.hostname or ""), parts.port or _PORTS[parts.scheme]
        with waiting():
            sock = self._open(*where) if parts.scheme == "http" else self._open_tls(*where)
        self._take(sock)
        if isinstance(sock, ssl.SSLSocket):
            self._certificate = sock.getpeercert(binary_form=True)
        return sock

    def _open(self, host: str, port: int) -> socket.socket:
        return open_socket(host, port, self._connect_timeout, self._proxy, self.is_aborted)

    def _open_tls(self, host: str, port: int) -> ssl.SSLSocket:
        if self._trust is None:
            raise ValueError("TLS to a host without knowing whom to trust")
        if self._context is None:  # read once: reading the system's authorities takes longer than a handshake
            self._context = self._trust.context()
        plain = self._open(host, port)
        return secure(plain, self._trust, self._context, self._connect_timeout, self._take, self.is_aborted)

    def _take(self, sock: socket.socket) -> None:
        """Remember a connection, for ``abort``."""
        self._socket = sock
        if self._aborted:
            self.abort()

    def _write(self, sock: socket.socket, octets: bytes) -> None:
        self.request_sent = True
        sock.settimeout(self._read_timeout)
        with waiting() if len(octets) > _SENT_AT_ONCE else contextlib.nullcontext():
            try:
                interruptible.send_all(sock, octets, self._read_timeout, self.is_aborted)
            except TimeoutError:
                self.timed_out = True
                raise
            except OSError as error:
                alert = _last_words(sock)
                if alert is not None:
                    raise alert from None
                if isinstance(sock, ssl.SSLSocket) or not isinstance(error, BrokenPipeError | ConnectionResetError):
                    raise
                # A host may answer before it has read everything, and close: what it said is read next.

    def _read(self, sock: socket.socket) -> requests.Response:
        protocol = _reader()
        response, has_head, content = requests.Response(), False, bytearray()
        try:
            while not isinstance(event := protocol.next_event(), h11.EndOfMessage):
                if event is h11.NEED_DATA:
                    protocol.receive_data(self._receive(sock))
                elif isinstance(event, h11.Response):
                    response.status_code, response.headers, has_head = event.status_code, _headers(event), True
                elif isinstance(event, h11.Data):
                    content += event.data
        except h11.RemoteProtocolError as error:
            rest, has_ended = protocol.trailing_data
            if has_ended and (has_head or not rest):
                raise ConnectionResetError("The host closed the connection before its answer was complete.") from error
            raise HTTPException(f"The answer is not HTTP: {error}") from error
        if protocol.trailing_data[1] or protocol.their_state is not h11.DONE:
            sock.close()
        response.raw = io.BytesIO(content)
        return response

    def _receive(self, sock: socket.socket) -> bytes:
        """Some octets of the answer, within what is left of the budget; none at its end."""
        seconds = min(self._deadline - time.monotonic(), self._read_timeout)
        try:
            if seconds <= 0:
                raise TimeoutError("the answer took too long")
            octets = interruptible.receive(sock, _PIECE, seconds, self.is_aborted)
        except TimeoutError:
            self.timed_out = True
            raise
        if len(self.first_bytes) < _LOOK:
            self.first_bytes += octets[: _LOOK - len(self.first_bytes)]
            if not _HTTP.startswith(self.first_bytes[: len(_HTTP)]):
                raise HTTPException("The answer is not HTTP.")  # of a service that may wait for more to be said
        self._octets_left -= len(octets)
        if self._octets_left < 0:
            raise ReplyError(f"The answer is larger than {self._most_octets} octets.")
        return octets


def _octets(request: requests.PreparedRequest) -> bytes:
    body = request.body if isinstance(request.body, bytes) else (request.body or "").encode()
    host = request.headers.get("Host") or urlsplit(request.url or "").netloc
    lines = [f"POST {request.path_url} HTTP/1.1", f"Host: {host}"]
    lines += [f"{name}: {value}" for name, value in request.headers.items() if name.lower() != "host"]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body


def _reader() -> h11.Connection:
    """What reads the answer to a POST."""
    protocol = h11.Connection(h11.CLIENT, max_incomplete_event_size=_MAX_HEAD)
    for event in _ASKED:
        protocol.send(event)
    return protocol


def _headers(response: h11.Response) -> CaseInsensitiveDict[str]:
    """The headers that anybody looks at; what comes twice is joined."""
    if len(response.headers) > _MAX_HEADERS:
        raise HTTPException(f"The answer has more than {_MAX_HEADERS} headers.")
    headers: CaseInsensitiveDict[str] = CaseInsensitiveDict()
    for name, value in response.headers:
        if name == b"content-encoding" and value.lower() != b"identity":
            # We ask for none, and a few octets of it may unfold to gigabytes.
            raise ReplyError("The answer is compressed although that was not asked for.")
        if name in _KEPT:
            kept = headers.get(_KEPT[name])
            headers[_KEPT[name]] = f"{kept}, {value.decode('latin-1')}" if kept else value.decode("latin-1")
    return headers


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
