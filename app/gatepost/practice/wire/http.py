"""HTTP/1.1 messages over a socket, bounded: just what WS-Management needs (RFC 9112)."""

from __future__ import annotations

import socket
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import BinaryIO

_MAX_LINE = 65536  # an NTLM or SPNEGO token fits several times
_MAX_HEADERS = 64
_REASONS = {status.value: status.phrase for status in HTTPStatus}


class HttpRefusal(Exception):
    """The request cannot be served; answer with the status and close the connection."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


@dataclass(frozen=True, slots=True)
class HttpRequest:
    """A request with its whole body; header names are in lower case."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def keeps_alive(self) -> bool:
        """Whether the client wants to send more on this connection."""
        return self.headers.get("connection", "").lower() != "close"


def read_http(stream: BinaryIO, max_body: int) -> HttpRequest | None:
    """Read one request; None: the client has closed the connection.

    Raises:
        HttpRefusal: malformed, without a length, or larger than ``max_body`` bytes.
        OSError: the connection broke or was idle for too long.
    """
    start = _line(stream)
    if not start:
        return None
    parts = start.split(" ")
    if len(parts) != 3 or not parts[2].startswith("HTTP/1."):
        raise HttpRefusal(400)
    headers: dict[str, str] = {}
    count = 0
    while line := _line(stream).strip():
        name, colon, value = line.partition(":")
        count += 1
        if not colon or count > _MAX_HEADERS:
            raise HttpRefusal(400)
        name, value = name.strip().lower(), value.strip()
        if name == "content-length" and headers.get(name, value) != value:
            raise HttpRefusal(400)  # RFC 9112 6.3: where the body ends is not known
        headers[name] = value
    length = headers.get("content-length", "0" if "transfer-encoding" not in headers else "")
    if not length.isascii() or not length.isdigit():
        raise HttpRefusal(411)
    if int(length[:12]) > max_body:
        raise HttpRefusal(413)
    body = stream.read(int(length))
    if len(body) < int(length):
        return None
    return HttpRequest(parts[0], parts[1].partition("?")[0], headers, body)


def _line(stream: BinaryIO) -> str:
    line = stream.readline(_MAX_LINE + 1)
    if len(line) > _MAX_LINE:
        raise HttpRefusal(400)
    return line.decode("latin-1").rstrip("\r\n")


def http_reply(
    status: int, headers: Sequence[tuple[str, str]] = (), body: bytes = b"", *, close: bool = False
) -> bytes:
    """Return a reply, head and body."""
    lines = [f"HTTP/1.1 {status} {_REASONS.get(status, 'Status')}", "Server: Microsoft-HTTPAPI/2.0"]
    lines += [f"{name}: {value}" for name, value in headers]
    lines.append(f"Content-Length: {len(body)}")
    if close:
        lines.append("Connection: close")
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body


def drain(connection: socket.socket) -> None:
    """Drain what a refused client still sends, so that it can read the reply."""
    try:
        connection.shutdown(socket.SHUT_WR)
        connection.settimeout(1.0)
        for _ in range(512):
            if not connection.recv(65536):
                return
    except OSError:
        return
