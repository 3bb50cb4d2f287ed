"""A listener that answers HTTP requests with the very bytes it is told, and keeps what it was asked."""

from __future__ import annotations

import contextlib
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass

from tests.wsman.loopback import Listener
from tests.wsman.wires import answer, message_id

Step = bytes | Callable[[bytes], bytes] | None


@dataclass(frozen=True)
class Asked:
    connection: int
    head: bytes
    body: bytes


class RawHost(Listener):
    """Each request takes the next step: bytes to answer (a function makes them from the body), None hangs up."""

    def __init__(self, *steps: Step, drip: float = 0.0) -> None:
        super().__init__()
        self.asked: list[Asked] = []
        self._steps = list(steps)
        self._drip = drip

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/wsman"

    def accepted(self, connection: socket.socket) -> None:
        self.start(self._serve, connection, len(self._threads))

    def _serve(self, connection: socket.socket, number: int) -> None:
        with connection, connection.makefile("rb") as incoming, contextlib.suppress(OSError):
            while request := self._request(incoming, number):
                reply = self.reply(request)
                if reply is None:
                    return
                self._send(connection, reply)

    def reply(self, request: Asked) -> bytes | None:
        """What is answered; None hangs up."""
        step = self._steps.pop(0) if self._steps else None
        return step(request.body) if callable(step) else step

    def _request(self, incoming, number: int) -> Asked | None:
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            line = incoming.readline()
            if not line:
                return None
            head += line
        length = next(
            (int(field[15:]) for field in head.lower().split(b"\r\n") if field.startswith(b"content-length:")), 0
        )
        request = Asked(number, head, incoming.read(length))
        self.asked.append(request)
        return request

    def _send(self, connection: socket.socket, data: bytes) -> None:
        if not self._drip:
            connection.sendall(data)
            return
        for octet in data:
            connection.sendall(bytes([octet]))
            time.sleep(self._drip)


def http(body: bytes = b"", status: str = "200 OK", headers: str = "Content-Type: application/soap+xml") -> bytes:
    return f"HTTP/1.1 {status}\r\n{headers}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


def soap(content: str, status: str = "200 OK") -> Callable[[bytes], bytes]:
    return lambda body: http(answer(content, message_id(body)), status)
