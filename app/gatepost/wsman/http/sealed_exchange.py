"""One request and its answer on the connection that a login is bound to, with nothing of requests and urllib3 around it.

What those do for each request is for logins, cookies, redirects and pools. For hundreds of hosts it takes longer than
sealing and parsing.
"""

from __future__ import annotations

import http.client
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

import requests
from urllib3.connection import HTTPConnection

from gatepost.turns import waiting
from gatepost.wsman.http.wire import ConnectionGone

_HEAD_END = b"\r\n\r\n"
_STATUS = re.compile(r"HTTP/1\.1 ([45]\d\d|200)( .*)?", re.ASCII)
_FIELD = re.compile(r"([!#$%&'*+.^_`|~0-9a-z-]+):([^\r\n\0]*)", re.IGNORECASE)  # RFC 9110 5.6.2
_LENGTH = re.compile(r"[0-9]{1,8}")
_OUT_OF_THE_ORDINARY = ("transfer-encoding", "content-encoding", "connection")
_LOOKED_AT = ("Connection", "Content-Type", "Server", "WWW-Authenticate")


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
        http.client.HTTPException: the answer is no HTTP, or was cut short.
    """
    if connection.sock is None or not connection.is_connected:
        connection.close()
        raise ConnectionGone
    if connection.sock.gettimeout() != timeout:
        connection.sock.settimeout(timeout)
    connection.send(_octets(connection, request))
    with waiting():  # once for the whole answer, and not for each of its pieces
        incoming = connection.response_class(connection.sock, method="POST")
        try:
            return _read_plain(incoming.fp, request) or _read_any(incoming, connection, request)
        finally:
            incoming.close()


def _read_any(
    incoming: http.client.HTTPResponse, connection: HTTPConnection, request: requests.PreparedRequest
) -> Answer:
    incoming.begin()
    content = incoming.read()
    if incoming.will_close:
        connection.close()
    headers = {name: ", ".join(incoming.headers.get_all(name, ())) for name in _LOOKED_AT}
    return Answer(incoming.status, headers, content, request)


def _read_plain(stream: io.BufferedReader, request: requests.PreparedRequest) -> Answer | None:
    """The answer that every host gives to a sealed message; None, with nothing read, where it is any other.

    http.client reads headers as those of mail, which takes as long as all the rest together.
    """
    begun = stream.peek()
    end = begun.find(_HEAD_END)
    first, *lines = begun[: max(end, 0)].decode("latin-1").split("\r\n")
    status = _STATUS.fullmatch(first)
    fields = [field for line in lines if (field := _FIELD.fullmatch(line))]
    headers = {field[1].lower(): field[2].strip(" \t") for field in fields}
    length = headers.get("content-length", "")
    if (
        status is None
        or len(headers) != len(lines)
        or not _LENGTH.fullmatch(length)
        or not headers.keys().isdisjoint(_OUT_OF_THE_ORDINARY)
    ):
        return None
    stream.read(end + len(_HEAD_END))
    content = stream.read(int(length))
    if len(content) < int(length):
        raise http.client.IncompleteRead(content, int(length) - len(content))
    return Answer(int(status[1]), {name: headers.get(name.lower(), "") for name in _LOOKED_AT}, content, request)


def _octets(connection: HTTPConnection, request: requests.PreparedRequest) -> bytes:
    body = request.body if isinstance(request.body, bytes) else (request.body or "").encode()
    host = f"[{connection.host}]" if ":" in connection.host else connection.host
    lines = [f"POST {request.path_url} HTTP/1.1", f"Host: {host}:{connection.port}"]
    lines += [f"{name}: {value}" for name, value in request.headers.items() if name.lower() != "host"]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body
