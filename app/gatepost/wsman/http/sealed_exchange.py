"""One request and its answer on the connection that a login is bound to, with nothing of requests and urllib3 around it.

What those do for each request is for logins, cookies, redirects and pools. For hundreds of hosts it takes longer than
sealing and parsing. h11 reads the answer; the request is the same few lines each time.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPException

import h11
import requests
from urllib3.connection import HTTPConnection

from gatepost.compute_slots import waiting
from gatepost.wsman.errors import ReplyError
from gatepost.wsman.http.wire import ConnectionGone

_PIECE = 64 * 1024
_ASKED = (h11.Request(method="POST", target="/", headers=[("Host", "any")]), h11.EndOfMessage())
_KEPT = {
    b"connection": "Connection",
    b"content-type": "Content-Type",
    b"server": "Server",
    b"www-authenticate": "WWW-Authenticate",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What came, under the names that requests gives it; of the headers only those that anybody looks at."""

    status_code: int
    headers: Mapping[str, str]
    content: bytes
    request: requests.PreparedRequest

    @property
    def ok(self) -> bool:
        """Whether the host did what it was asked for."""
        return self.status_code == HTTPStatus.OK


def exchange_on(connection: HTTPConnection, request: requests.PreparedRequest, timeout: float) -> Answer:
    """Send a request and read the whole answer. ``timeout`` in seconds is for the sending.

    Raises:
        ConnectionGone: the connection has ended; nothing was sent.
        OSError: it ended, or nothing came, after that.
        HTTPException: the answer is no HTTP, or was cut short.
        ReplyError: the answer is compressed, which was not asked for.
    """
    if connection.sock is None or not connection.is_connected:
        connection.close()
        raise ConnectionGone
    if connection.sock.gettimeout() != timeout:
        connection.sock.settimeout(timeout)
    connection.send(_octets(connection, request))
    protocol = _reader()
    with waiting():  # once for the whole answer, and not for each of its pieces
        incoming = connection.response_class(connection.sock, method="POST")
        try:
            answer = _read(protocol, incoming.fp, request)
        except h11.RemoteProtocolError as error:
            raise HTTPException(f"The answer is not HTTP: {error}") from error
        finally:
            incoming.close()
    ended = protocol.trailing_data[1]
    if ended or protocol.their_state is not h11.DONE:
        connection.close()
    return answer


def _octets(connection: HTTPConnection, request: requests.PreparedRequest) -> bytes:
    body = request.body if isinstance(request.body, bytes) else (request.body or "").encode()
    host = f"[{connection.host}]" if ":" in connection.host else connection.host
    lines = [f"POST {request.path_url} HTTP/1.1", f"Host: {host}:{connection.port}"]
    lines += [f"{name}: {value}" for name, value in request.headers.items() if name.lower() != "host"]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body


def _reader() -> h11.Connection:
    """What reads the answer to a POST."""
    protocol = h11.Connection(h11.CLIENT)
    for event in _ASKED:
        protocol.send(event)
    return protocol


def _read(protocol: h11.Connection, stream: io.BufferedReader, request: requests.PreparedRequest) -> Answer:
    status, headers, pieces = 0, dict.fromkeys(_KEPT.values(), ""), list[bytes]()
    while True:
        event = protocol.next_event()
        if event is h11.NEED_DATA:
            protocol.receive_data(stream.read1(_PIECE))
        elif isinstance(event, h11.Response):
            status, headers = event.status_code, _headers(event)
        elif isinstance(event, h11.Data):
            pieces.append(bytes(event.data))
        elif isinstance(event, h11.EndOfMessage):
            return Answer(status, headers, b"".join(pieces), request)


def _headers(response: h11.Response) -> dict[str, str]:
    headers = dict.fromkeys(_KEPT.values(), "")
    for name, value in response.headers:
        if name == b"content-encoding" and value.lower() != b"identity":
            raise ReplyError("The answer is compressed although that was not asked for.")
        if name in _KEPT:
            kept = headers[_KEPT[name]]
            headers[_KEPT[name]] = f"{kept}, {value.decode('latin-1')}" if kept else value.decode("latin-1")
    return headers
