"""One request and its answer on the connection that a login is bound to, with nothing of requests and urllib3 around it.

What those do for each request is for logins, cookies, redirects and pools. For hundreds of hosts it takes longer than
sealing and parsing.
"""

from __future__ import annotations

import http.client
import io
import re
from collections.abc import Iterable

import requests
from requests.structures import CaseInsensitiveDict
from urllib3.connection import HTTPConnection

from app.turns import resume
from app.wsman.wire import ConnectionGone

_HEAD_END = b"\r\n\r\n"
_STATUS = re.compile(r"HTTP/1\.1 ([45]\d\d|200)( .*)?", re.ASCII)
_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9a-z-]+")  # RFC 9110 5.6.2
_LENGTH = re.compile(r"[0-9]{1,8}")
_OUT_OF_THE_ORDINARY = ("transfer-encoding", "content-encoding", "connection")
_Received = tuple[int, Iterable[tuple[str, str]], bytes]


def exchange_on(connection: HTTPConnection, request: requests.PreparedRequest, timeout: float) -> requests.Response:
    """Send a request and read the whole answer. ``timeout`` in seconds is for the sending.

    Raises:
        ConnectionGone: the connection has ended; nothing was sent.
        OSError: it ended, or nothing came, after that.
        http.client.HTTPException: the answer is no HTTP, or was cut short.
    """
    if connection.sock is None or not connection.is_connected:
        connection.close()
        raise ConnectionGone
    connection.sock.settimeout(timeout)
    connection.send(_octets(connection, request))
    incoming = connection.response_class(connection.sock, method="POST")
    try:
        received = _read_plain(incoming.fp) or _read_any(incoming, connection)
    finally:
        incoming.close()
    resume()
    answer = requests.Response()
    answer.request = request
    answer.status_code, headers, content = received
    answer.headers = CaseInsensitiveDict(headers)
    answer.raw = io.BytesIO(content)
    return answer


def _read_any(incoming: http.client.HTTPResponse, connection: HTTPConnection) -> _Received:
    incoming.begin()
    content = incoming.read()
    if incoming.will_close:
        connection.close()
    return incoming.status, incoming.headers.items(), content


def _read_plain(stream: io.BufferedReader) -> _Received | None:
    """The answer that every host gives to a sealed message; None, with nothing read, where it is any other.

    http.client reads headers as those of mail, which takes as long as all the rest together.
    """
    begun = stream.peek()
    end = begun.find(_HEAD_END)
    first, *lines = begun[: max(end, 0)].decode("latin-1").split("\r\n")
    status = _STATUS.fullmatch(first)
    headers = [(name.lower(), value.strip()) for name, colon, value in (line.partition(":") for line in lines)]
    named = dict(headers)
    length = named.get("content-length", "")
    if (
        status is None
        or len(named) != len(headers)
        or not all(map(_NAME.fullmatch, named))
        or not _LENGTH.fullmatch(length)
        or not named.keys().isdisjoint(_OUT_OF_THE_ORDINARY)
    ):
        return None
    stream.read(end + len(_HEAD_END))
    content = stream.read(int(length))
    if len(content) < int(length):
        raise http.client.IncompleteRead(content, int(length) - len(content))
    return int(status[1]), headers, content


def _octets(connection: HTTPConnection, request: requests.PreparedRequest) -> bytes:
    body = request.body if isinstance(request.body, bytes) else (request.body or "").encode()
    host = f"[{connection.host}]" if ":" in connection.host else connection.host
    lines = [f"POST {request.path_url} HTTP/1.1", f"Host: {host}:{connection.port}"]
    lines += [f"{name}: {value}" for name, value in request.headers.items() if name.lower() != "host"]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body
