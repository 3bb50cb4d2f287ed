"""A TCP proxy that records all that crosses and can hang up on both sides."""

from __future__ import annotations

import contextlib
import socket
import threading
from urllib.parse import urlsplit

from tests.wsman.loopback import Listener, cut


class Recorder(Listener):
    """Stands before a host; ``url`` is the host's as seen through the proxy, ``heard`` everything in both directions."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self._host = (parts.hostname or "", parts.port or 0)
        super().__init__()
        self.url = f"{parts.scheme}://127.0.0.1:{self.port}{parts.path}"
        self.sent: list[bytearray] = []
        """What each connection carried to the host."""
        self.received: list[bytearray] = []

    @property
    def heard(self) -> bytes:
        return b"".join(self.sent + self.received)

    @property
    def connections(self) -> int:
        return len(self.sent)

    def accepted(self, connection: socket.socket) -> None:
        host = socket.create_connection(self._host)
        self._sockets.append(host)
        ends = threading.Barrier(2, lambda: (connection.close(), host.close()))
        for source, target, log in ((connection, host, self.sent), (host, connection, self.received)):
            record = bytearray()
            log.append(record)
            self.start(self._pump, source, target, record, ends)

    def _pump(self, source: socket.socket, target: socket.socket, record: bytearray, ends: threading.Barrier) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                record += data
                target.sendall(data)
        for each in (source, target):
            cut(each)
        ends.wait(10)
