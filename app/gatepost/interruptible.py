"""Waits for a socket that another thread can end, on every system.

On Linux and macOS ``shutdown`` wakes a thread that reads from a socket. On Windows it does not (python/cpython#91913);
closing the socket would, but its handle may belong to something else a moment later. So a thread that waits there looks
a few times a second whether it is still wanted.
"""

from __future__ import annotations

import contextlib
import io
import select
import socket
import ssl
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from typing_extensions import override

SHUTDOWN_WAKES = sys.platform != "win32"
"""Whether ``shutdown`` ends a read that is under way in another thread."""
POLL_SECONDS = 0.1
"""Seconds between two looks at whether the answer is still wanted."""
_T = TypeVar("_T")

Stopped = Callable[[], bool]
"""Called while waiting: whether to give up."""


def never() -> bool:
    """For a wait that is never ended early."""
    return False


def wake(sock: socket.socket) -> None:
    """Have the thread that reads from a socket go on, where its system allows that; callable from any thread.

    The caller makes ``stopped`` true first, for the systems where only that is looked at.
    """
    if SHUTDOWN_WAKES:
        with contextlib.suppress(OSError):  # not connected any more
            # The plain socket's: TLS has a shutdown of its own that is not meant for another thread.
            socket.socket.shutdown(sock, socket.SHUT_RDWR)


def wait_readable(sock: socket.socket, seconds: float, stopped: Stopped) -> None:
    """Wait until something can be read, or the other side has closed.

    Raises:
        ConnectionAbortedError: ``stopped`` became true.
        TimeoutError: nothing came within ``seconds``.
    """
    if not (isinstance(sock, ssl.SSLSocket) and sock.pending()):  # TLS may hold octets that have left the socket
        _wait(sock, seconds, stopped, writing=False)


def send_all(sock: socket.socket, data: bytes, seconds: float, stopped: Stopped) -> None:
    """Send all octets. ``seconds`` is for each piece of them where ``stopped`` is looked at, else the socket's timeout is.

    Raises:
        ConnectionAbortedError: ``stopped`` became true; some octets may have been sent.
        OSError: the connection failed, or nothing was taken in time; some octets may have been sent.
    """
    if SHUTDOWN_WAKES:
        sock.sendall(data)
        return
    remaining = memoryview(data)
    while remaining:
        remaining = remaining[_without_blocking(sock, partial(sock.send, remaining), seconds, stopped, writing=True) :]


def receive(sock: socket.socket, most: int, seconds: float, stopped: Stopped) -> bytes:
    """Return some octets, at most ``most``; none where the other side has closed.

    Raises:
        ConnectionAbortedError: ``stopped`` became true.
        OSError: the connection failed, or nothing came within ``seconds``.
    """
    if not SHUTDOWN_WAKES:
        return _without_blocking(sock, partial(sock.recv, most), seconds, stopped, writing=False)
    if seconds != sock.gettimeout():
        sock.settimeout(seconds)
    return sock.recv(most)


def shake_hands(sock: ssl.SSLSocket, seconds: float, stopped: Stopped, answered: Callable[[], object] = never) -> None:
    """Do the whole TLS handshake within ``seconds``, which are the socket's timeout afterward.

    A timeout of the socket's own would start again with every octet. ``answered`` is called once, when the first octets
    have come and TLS has not taken them yet.

    Raises:
        ConnectionAbortedError: ``stopped`` became true.
        OSError: it failed or took too long; an SSLError unless the network failed.
    """
    deadline = time.monotonic() + seconds
    sock.settimeout(0)
    while True:
        try:
            sock.do_handshake()
        except ssl.SSLWantReadError:
            wait_readable(sock, deadline - time.monotonic(), stopped)
            answered()
            answered = never
        except ssl.SSLWantWriteError:
            _wait(sock, deadline - time.monotonic(), stopped, writing=True)
        else:
            break
    sock.settimeout(seconds)


class StoppableReader(io.RawIOBase):
    """What comes in through a socket, for ``io.BufferedReader``."""

    def __init__(self, sock: socket.socket, seconds: float, stopped: Stopped) -> None:
        """``seconds`` without an octet end a read with a TimeoutError."""
        self._socket = sock
        self._seconds = seconds
        self._stopped = stopped

    @override
    def readable(self) -> bool:
        return True

    @override
    def readinto(self, buffer: Any, /) -> int:
        octets = receive(self._socket, len(buffer), self._seconds, self._stopped)
        buffer[: len(octets)] = octets
        return len(octets)


def _without_blocking(
    sock: socket.socket, call: Callable[[], _T], seconds: float, stopped: Stopped, *, writing: bool
) -> _T:
    """Return what ``call`` returns once the socket is ready, and look at ``stopped`` meanwhile.

    A socket that can be read may hold a mere session ticket of TLS, and one that can be written less room than a record
    takes: a call that blocked would then not look up any more.
    """
    deadline = time.monotonic() + seconds
    sock.settimeout(0)
    try:
        while not stopped():
            try:
                return call()
            except (BlockingIOError, ssl.SSLWantReadError, ssl.SSLWantWriteError) as wants:
                if isinstance(wants, ssl.SSLError):
                    writing = isinstance(wants, ssl.SSLWantWriteError)
            _wait(sock, deadline - time.monotonic(), stopped, writing=writing)
    finally:
        sock.settimeout(seconds)
    raise ConnectionAbortedError("given up")


def _wait(sock: socket.socket, seconds: float, stopped: Stopped, *, writing: bool) -> None:
    deadline = time.monotonic() + seconds
    while not stopped():
        seconds_left = deadline - time.monotonic()
        if seconds_left <= 0:
            raise TimeoutError("timed out")
        if _is_ready(sock, min(seconds_left, POLL_SECONDS), writing=writing):
            return
    raise ConnectionAbortedError("given up")


def _is_ready(sock: socket.socket, seconds: float, *, writing: bool) -> bool:
    if sys.platform == "win32":
        return any(select.select([] if writing else [sock], [sock] if writing else [], [], seconds))
    else:  # noqa: RET505 - what follows the other branch would be unreachable to the type checker
        poll = select.poll()  # select() knows no descriptor above 1023
        poll.register(sock, select.POLLOUT if writing else select.POLLIN)
        return bool(poll.poll(seconds * 1000))
