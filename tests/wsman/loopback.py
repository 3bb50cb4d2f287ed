"""A listener on loopback that leaves neither a thread nor a connection behind."""

from __future__ import annotations

import contextlib
import socket
import sys
import threading
from collections.abc import Callable
from types import TracebackType


def cut(sock: socket.socket) -> None:
    """End a connection or a listener under the thread that waits for it."""
    with contextlib.suppress(OSError):
        # Not the method of an SSLSocket, which would forget its TLS under the thread that serves it.
        socket.socket.shutdown(sock, socket.SHUT_RDWR)
    if sys.platform == "win32":  # there only closing wakes that thread (python/cpython#91913)
        with contextlib.suppress(OSError):
            socket.close(sock.detach())


class Listener:
    """A context manager; subclasses say in ``accepted`` what becomes of a connection."""

    def __init__(self) -> None:
        self._listener = self.listener()
        self.port = self._listener.getsockname()[1]
        self._sockets: list[socket.socket] = []
        """What hanging up cuts."""
        self._threads = [threading.Thread(target=self._accept)]

    def listener(self) -> socket.socket:
        return socket.create_server(("127.0.0.1", 0))

    def accepted(self, connection: socket.socket) -> None:
        """Begin to serve a connection, without waiting for its end."""
        raise NotImplementedError

    def start(self, work: Callable[..., object], *arguments: object) -> None:
        """Work in a thread of its own, which the end of the listener waits for."""
        thread = threading.Thread(target=work, args=arguments)
        self._threads.append(thread)
        thread.start()

    def hang_up(self) -> None:
        """Cut all connections, as a host does with idle ones; new ones are welcome."""
        while self._sockets:
            cut(self._sockets.pop())

    def __enter__(self):
        self._threads[0].start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        cut(self._listener)
        self._listener.close()
        self.hang_up()
        for thread in self._threads:
            thread.join(10)

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                self._sockets.append(connection)
                self.accepted(connection)
