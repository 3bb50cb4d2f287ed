"""An HTTP proxy that lets connections through, or answers a request for one with what it is told."""

from __future__ import annotations

import contextlib
import socket

from typing_extensions import override

from tests.wsman.recorder import Recorder

LETS_THROUGH = b"HTTP/1.1 200 Connection established\r\nVia: 1.1 lab\r\n\r\n"


class Proxy(Recorder):
    """Leads to ``url`` whatever host is asked for; ``asked`` are the heads of the requests."""

    def __init__(self, url: str, reply: bytes = LETS_THROUGH) -> None:
        super().__init__(url)
        self.url = f"http://127.0.0.1:{self.port}"
        self.asked: list[bytes] = []
        self._reply = reply

    @override
    def accepted(self, connection: socket.socket) -> None:
        self.start(self._begin, connection)

    def _begin(self, connection: socket.socket) -> None:
        head = b""
        with contextlib.suppress(OSError):
            while not head.endswith(b"\r\n\r\n"):
                octet = connection.recv(1)
                if not octet:
                    break
                head += octet
            self.asked.append(head)
            connection.sendall(self._reply)
            if self._reply == LETS_THROUGH:
                super().accepted(connection)
                return
        connection.close()
