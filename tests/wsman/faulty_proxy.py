"""A TCP proxy that spoils one chosen message of a conversation, in one chosen way."""

from __future__ import annotations

import contextlib
import select
import socket
import threading
import time
from dataclasses import dataclass
from typing import BinaryIO
from urllib.parse import urlsplit

from tests.wsman.loopback import Listener

LATE = 0.2  # seconds, well below any timeout
GIVES_UP = 10.0  # seconds after which the proxy lets go of a client that hangs
KINDS = ("cut", "late", "mute", "truncate", "stall", "duplicate", "garble", "garble-head")
DIRECTIONS = ("request", "response")


@dataclass(frozen=True)
class Spoil:
    """Spoil the ``direction`` message of the ``exchange`` counted from 1."""

    exchange: int
    direction: str
    kind: str


class _Ended(Exception):
    """The connection is over, by design or because one side has left."""


class FaultyProxy(Listener):
    """Stands before a host and passes whole HTTP messages on, one exchange after the other."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self._host = (parts.hostname or "", parts.port or 0)
        self._lock = threading.Lock()
        self._spoil: Spoil | None = None
        self.exchanges = 0
        """Requests since ``arm``."""
        self.spoiled = False
        super().__init__()
        self.url = f"{parts.scheme}://127.0.0.1:{self.port}{parts.path}"

    def arm(self, spoil: Spoil | None = None) -> None:
        """Count from zero, and spoil as told; nothing without a word."""
        with self._lock:
            self._spoil, self.exchanges, self.spoiled = spoil, 0, False

    def accepted(self, connection: socket.socket) -> None:
        self.start(self._serve, connection)

    def _serve(self, client: socket.socket) -> None:
        with contextlib.suppress(OSError, _Ended), contextlib.ExitStack() as stack:
            host = stack.enter_context(socket.create_connection(self._host))
            stack.enter_context(client)
            self._sockets.append(host)
            for each in (client, host):
                each.settimeout(GIVES_UP)
            requests, responses = stack.enter_context(client.makefile("rb")), stack.enter_context(host.makefile("rb"))
            while True:
                request = _message(requests)
                with self._lock:
                    self.exchanges += 1
                    number = self.exchanges
                answers = self._pass_on(request, client, host, number, "request")
                for _ in range(answers):
                    self._pass_on(_message(responses), host, client, number, "response")

    def _pass_on(self, message: bytes, source: socket.socket, target: socket.socket, number: int, way: str) -> int:
        """Send a message on, spoiled or not; return how often it was sent."""
        with self._lock:
            spoil = self._spoil
            if spoil is None or self.spoiled or (spoil.exchange, spoil.direction) != (number, way):
                spoil = None
            else:
                self.spoiled = True
        client = source if way == "request" else target
        match spoil.kind if spoil else "":
            case "cut":
                raise _Ended
            case "mute":
                _wait_for_end(client)
            case "late":
                time.sleep(LATE)
            case "truncate":
                target.sendall(message[: len(message) // 2])
                raise _Ended
            case "stall":
                target.sendall(message[: len(message) // 2])
                _wait_for_end(client)
            case "duplicate":
                target.sendall(message)
                target.sendall(message)
                return 2
            case "garble":
                message = _garbled(message)
            case "garble-head":
                message = b"\x00\xff" + message[2:]
        target.sendall(message)
        return 1


def _message(stream: BinaryIO) -> bytes:
    """One HTTP message with its body."""
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        line = stream.readline()
        if not line:
            raise _Ended
        head += line
    length = next((int(line[15:]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")), 0)
    body = stream.read(length)
    if len(body) < length:
        raise _Ended
    return head + body


def _garbled(message: bytes) -> bytes:
    """Other octets in the middle of the body, or of the head where there is no body."""
    head, _, body = message.partition(b"\r\n\r\n")
    middle = len(head) + 4 + len(body) // 2 if body else len(head) // 2
    return message[:middle] + bytes(octet ^ 0x15 for octet in message[middle : middle + 3]) + message[middle + 3 :]


def _wait_for_end(client: socket.socket) -> None:
    """Hold everything until the client gives up."""
    select.select([client], [], [], GIVES_UP)
    raise _Ended
