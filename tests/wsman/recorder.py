"""A TCP proxy that records all that crosses and can hang up on both sides."""

from __future__ import annotations

import contextlib
import socket
import threading
from types import TracebackType
from urllib.parse import urlsplit


class Recorder:
    """Stands before a host; ``url`` is the host's as seen through the proxy, ``heard`` everything in both directions."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self._host = (parts.hostname or "", parts.port or 0)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"{parts.scheme}://127.0.0.1:{self._listener.getsockname()[1]}{parts.path}"
        self.sent: list[bytearray] = []
        """What each connection carried to the host."""
        self.received: list[bytearray] = []
        self._sockets: list[socket.socket] = []
        self._threads = [threading.Thread(target=self._accept)]

    @property
    def heard(self) -> bytes:
        return b"".join(self.sent + self.received)

    @property
    def connections(self) -> int:
        return len(self.sent)

    def hang_up(self) -> None:
        """Cut all connections; new ones are welcome."""
        while self._sockets:
            with contextlib.suppress(OSError):
                self._sockets.pop().shutdown(socket.SHUT_RDWR)

    def __enter__(self) -> Recorder:
        self._threads[0].start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.hang_up()
        for thread in self._threads:
            thread.join(10)

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                host = socket.create_connection(self._host)
                self._sockets += [client, host]
                ends = threading.Barrier(2, lambda client=client, host=host: (client.close(), host.close()))
                for source, target, log in ((client, host, self.sent), (host, client, self.received)):
                    record = bytearray()
                    log.append(record)
                    thread = threading.Thread(target=self._pump, args=(source, target, record, ends))
                    self._threads.append(thread)
                    thread.start()

    def _pump(self, source: socket.socket, target: socket.socket, record: bytearray, ends: threading.Barrier) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                record += data
                target.sendall(data)
        for each in (source, target):
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
        ends.wait(10)
