"""Connecting to a host, through a proxy where one was asked for."""

from __future__ import annotations

import socket
import time
from urllib.parse import urlsplit

from app.wsman.errors import ConnectionFailed, ConnectionProblem

_MAX_HEAD = 16 * 1024
_HEAD_END = b"\r\n\r\n"
_HTTP_PORT = 80


def open_socket(host: str, port: int, timeout: float, proxy: str = "") -> socket.socket:
    """A connection to a host. A proxy gets nothing to see but its name and port: HTTP without TLS is tunnelled, too,
    for a login by NTLM or Kerberos lives in one connection, which a proxy that forwards requests would share.

    Args:
        host: name or address, an IPv6 one without brackets.
        port: 1 to 65535.
        timeout: seconds, for each network address and again for the proxy's answer.
        proxy: its URL, http without an account; "" for none.

    Raises:
        ConnectionFailed: the proxy said no.
        OSError: nobody answers.
    """
    if not proxy:
        return socket.create_connection((host, port), timeout)
    parts = urlsplit(proxy)
    sock = socket.create_connection((parts.hostname or "", parts.port or _HTTP_PORT), timeout)
    try:
        _ask_for_tunnel(sock, host, port, timeout)
    except BaseException:
        sock.close()
        raise
    return sock


def _ask_for_tunnel(sock: socket.socket, host: str, port: int, seconds: float) -> None:
    """CONNECT, RFC 9110 9.3.6."""
    where = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    sock.sendall(f"CONNECT {where} HTTP/1.1\r\nHost: {where}\r\n\r\n".encode("ascii"))
    deadline = time.monotonic() + seconds
    head = b""
    while _HEAD_END not in head:
        sock.settimeout(max(deadline - time.monotonic(), 0.001))
        piece = sock.recv(_MAX_HEAD)
        head += piece
        if not piece or len(head) > _MAX_HEAD:
            raise _refused("its answer is not HTTP")
    version, _, rest = head.partition(b" ")
    if not version.startswith(b"HTTP/1.") or not rest.startswith(b"2"):
        raise _refused(f"HTTP status {rest[:3].decode('ascii', 'replace')}")
    if not head.endswith(_HEAD_END):  # no host speaks first, neither HTTP nor TLS
        raise _refused("it sent more than its answer")
    sock.settimeout(seconds)


def _refused(detail: str) -> ConnectionFailed:
    return ConnectionFailed(ConnectionProblem.PROXY, sent=False, detail=detail)
