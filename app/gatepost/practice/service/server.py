"""Listening ports on loopback: network, interactive, HTTPS."""

from __future__ import annotations

import contextlib
import socket
import sys
import threading
from collections.abc import Callable

from gatepost.practice.service.connection import ServerConnection

_MAX_CONNECTIONS = 300  # MaxConnections of a current host
_JOIN_SECONDS = 5.0


class ListeningPort:
    """A listening port and its connections."""

    def __init__(self, port: int, connected: Callable[[socket.socket], ServerConnection]) -> None:
        """Listen on loopback; port 0 takes any free one, which then stays the same for reopen().

        Raises:
            OSError: the port is taken.
        """
        self._connected = connected
        self._lock = threading.Lock()
        self._connections: dict[ServerConnection, threading.Thread] = {}
        self._acceptor: threading.Thread | None = None
        self._closing = threading.Event()
        self._socket = _bound(port)
        self.port: int = self._socket.getsockname()[1]
        self._start()

    def reopen(self) -> None:
        """Listen again on the same port after vanish(); harmless while listening."""
        if self._acceptor is None:
            self._socket = _bound(self.port)
            self._start()

    def vanish(self) -> None:
        """Stop listening and close every connection; the calling connection sends its reply first."""
        if self._acceptor is not None:
            self._closing.set()
            with contextlib.suppress(OSError):  # wakes accept() on every system
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
            self._acceptor.join(_JOIN_SECONDS)
            self._acceptor = None
            self._socket.close()
        with self._lock:
            connections = list(self._connections.items())
        for connection, thread in connections:
            if thread is threading.current_thread():
                connection.finish()
            else:
                connection.cut()

    def close(self) -> None:
        """Stop listening, and wait for every connection's thread: one left in native code would abort the process."""
        self.vanish()
        with self._lock:
            threads = list(self._connections.values())
        for thread in threads:
            thread.join()

    def _start(self) -> None:
        self._closing.clear()
        self._acceptor = threading.Thread(target=self._accept, name=f"accept {self.port}", daemon=True)
        self._acceptor.start()

    def _accept(self) -> None:
        while True:
            try:
                sock, _ = self._socket.accept()
            except OSError:
                return
            with self._lock:
                refused = self._closing.is_set() or len(self._connections) >= _MAX_CONNECTIONS
            if refused:
                sock.close()
                if self._closing.is_set():
                    return
                continue
            connection = self._connected(sock)
            thread = threading.Thread(target=self._serve, args=(connection,), name="connection", daemon=True)
            with self._lock:
                self._connections[connection] = thread
            thread.start()

    def _serve(self, connection: ServerConnection) -> None:
        try:
            connection.serve()
        finally:
            with self._lock:
                del self._connections[connection]


def _bound(port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    # On Windows SO_REUSEADDR would let another program take the port over.
    if sys.platform == "win32":
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
    else:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(("127.0.0.1", port))
        listener.listen(128)
    except OSError:
        listener.close()
        raise
    return listener
