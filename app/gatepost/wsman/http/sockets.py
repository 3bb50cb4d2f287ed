"""Connecting to a host, through a proxy where one was asked for."""

from __future__ import annotations

import ctypes
import errno
import os
import selectors
import socket
import sys
import time
from collections import deque
from typing import Any
from urllib.parse import urlsplit

from gatepost.interruptible import Stopped, never, send_all, wait_readable
from gatepost.wsman.errors import ConnectionFailed, ConnectionFailureReason, Delivery
from gatepost.wsman.host_urls import is_address
from gatepost.wsman.http.bounded_wait import wait_for

_MAX_HEAD = 16 * 1024
_HEAD_END = b"\r\n\r\n"
_HTTP_PORT = 80
_STAGGER = 0.25  # seconds until the next address is tried beside the last one, RFC 8305 5
_UNDER_WAY = (0, errno.EINPROGRESS, errno.EWOULDBLOCK)


def open_socket(host: str, port: int, timeout: float, proxy: str = "", stopped: Stopped = never) -> socket.socket:
    """A connection to a host. A proxy gets nothing to see but its name and port: HTTP without TLS is tunnelled, too,
    for a login by NTLM or Kerberos lives in one connection, which a proxy that forwards requests would share.

    Args:
        host: name or address, an IPv6 one without brackets.
        port: 1 to 65535.
        timeout: seconds, for the name and all network addresses of the host together and again for the proxy's answer.
        proxy: its URL, http without an account; "" for none.
        stopped: looked at a few times a second; True gives up.

    Raises:
        ConnectionFailed: the proxy said no, or can't be reached.
        ConnectionAbortedError: ``stopped`` said so.
        OSError: nobody answers.
    """
    if not proxy:
        return _connect(host, port, timeout, stopped)
    parts = urlsplit(proxy)
    try:
        sock = _connect(parts.hostname or "", parts.port or _HTTP_PORT, timeout, stopped)
    except ConnectionAbortedError:
        raise
    except OSError as error:
        raise _refused(f"{proxy} can't be reached ({error.strerror or 'no answer in time'})") from error
    try:
        _ask_for_tunnel(sock, host, port, timeout, stopped)
    except BaseException:
        sock.close()
        raise
    return sock


def look_up(host: str, port: int, seconds: float, stopped: Stopped) -> list[tuple[Any, ...]]:
    """The network addresses of a name, as ``socket.getaddrinfo`` gives them.

    Raises:
        OSError: the name is not known, or nobody says so in time.
        ConnectionAbortedError: ``stopped`` said so.
    """

    def ask() -> list[tuple[Any, ...]]:
        try:
            return list(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except UnicodeError as error:
            raise socket.gaierror(socket.EAI_NONAME, "a part of the name is empty or too long") from error

    return ask() if is_address(host.partition("%")[0]) else wait_for(ask, seconds, stopped)


def _connect(host: str, port: int, timeout: float, stopped: Stopped) -> socket.socket:
    """Try the addresses of a name beside one another, so that one that leads nowhere does not take all the time."""
    deadline = time.monotonic() + timeout
    addresses = deque(look_up(host, port, timeout, stopped))
    errors: list[OSError] = []
    with selectors.DefaultSelector() as trying:
        try:
            while addresses or trying.get_map():
                if stopped():
                    raise ConnectionAbortedError("given up")
                if addresses and not _begin(addresses.popleft(), trying, errors):
                    continue
                seconds_left = deadline - time.monotonic()
                if seconds_left <= 0:
                    raise TimeoutError("timed out")
                for key, _ in trying.select(min(seconds_left, _STAGGER)):
                    if (sock := _settled(key.fileobj, trying, errors)) is not None:
                        sock.settimeout(timeout)
                        return sock
        finally:
            for key in list(trying.get_map().values()):
                _socket(key.fileobj).close()
    raise errors[-1]


def _begin(address: tuple[Any, ...], trying: selectors.BaseSelector, errors: list[OSError]) -> bool:
    family, kind, protocol, _, where = address
    try:
        sock = socket.socket(family, kind, protocol)
    except OSError as error:  # a family that this system lacks
        errors.append(error)
        return False
    sock.setblocking(False)
    code = sock.connect_ex(where)
    if code not in _UNDER_WAY:
        sock.close()
        errors.append(system_error(code))
        return False
    trying.register(sock, selectors.EVENT_WRITE)
    return True


def _settled(file: object, trying: selectors.BaseSelector, errors: list[OSError]) -> socket.socket | None:
    sock = _socket(file)
    trying.unregister(sock)
    code = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
    if code:
        sock.close()
        errors.append(system_error(code))
        return None
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return sock


def system_error(code: int) -> OSError:
    """The error of a number that the system gave, in the system's own words: those of WinSock are not C's."""
    if sys.platform == "win32":
        return ctypes.WinError(code)
    else:  # noqa: RET505 - what follows the other branch would be unreachable to the type checker
        return OSError(code, os.strerror(code))


def _socket(file: object) -> socket.socket:
    assert isinstance(file, socket.socket)
    return file


def _ask_for_tunnel(sock: socket.socket, host: str, port: int, timeout: float, stopped: Stopped) -> None:
    """CONNECT, RFC 9110 9.3.6."""
    where = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    send_all(sock, f"CONNECT {where} HTTP/1.1\r\nHost: {where}\r\n\r\n".encode("ascii"), timeout, stopped)
    deadline = time.monotonic() + timeout
    head = b""
    while _HEAD_END not in head:
        wait_readable(sock, deadline - time.monotonic(), stopped)
        piece = sock.recv(_MAX_HEAD)
        head += piece
        if not piece or len(head) > _MAX_HEAD:
            raise _refused("its answer is not HTTP")
    version, _, rest = head.partition(b" ")
    if not version.startswith(b"HTTP/1.") or not rest.startswith(b"2"):
        raise _refused(f"HTTP status {rest[:3].decode('ascii', 'replace')}")
    if not head.endswith(_HEAD_END):  # no host speaks first, neither HTTP nor TLS
        raise _refused("it sent more than its answer")


def _refused(detail: str) -> ConnectionFailed:
    return ConnectionFailed(ConnectionFailureReason.PROXY, delivery=Delivery.NOT_SENT, detail=detail)
