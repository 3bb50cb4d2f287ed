"""Limits of an exchange in time and bytes, and its state so far."""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable

from urllib3.connection import HTTPConnection

from gatepost import interruptible
from gatepost.wsman.errors import ReplyError
from gatepost.wsman.http.wire import ConnectionGone


class ExchangeState:
    """What the exchange under way may still cost, and what has happened in it."""

    def __init__(self, read_timeout: float) -> None:
        self.request_sent = False
        """Whether anything of the request was given to the network."""
        self.received = 0
        """Octets of the answer so far."""
        self.timed_out = False
        self.pinned_to_connection = False
        """Whether the session lives and dies with the connection that it has."""
        self.first_bytes = b""
        """The first octets of the answer."""
        self._read_timeout = read_timeout
        self._deadline = 0.0
        self._octets = 0
        self._socket: socket.socket | None = None
        self.connection: HTTPConnection | None = None
        """The one that was made last."""
        self._once_connected: Callable[[], None] | None = None
        self.aborted = False
        """Whether our own side gave up."""

    def start(self, seconds: float, octets: int) -> None:
        """Begin an exchange."""
        self.request_sent = self.timed_out = False
        self.received = 0
        self.first_bytes = b""
        self._deadline = time.monotonic() + seconds
        self._octets = octets

    def bind(self) -> None:
        """From now on the session lives and dies with the connection that it has."""
        self.pinned_to_connection = True

    def peer_certificate(self) -> bytes | None:
        """The host's certificate in DER; None without TLS."""
        sock = self._socket
        return sock.getpeercert(binary_form=True) if isinstance(sock, ssl.SSLSocket) else None

    def admit_connection(self) -> None:
        """Refuse to connect where that would change under whose key or name we speak.

        Raises:
            ConnectionGone: the session is bound to a connection that has ended, or was aborted.
        """
        if self.pinned_to_connection or self.aborted:
            raise ConnectionGone

    def connected(self, sock: socket.socket) -> None:
        """Remember the connection, for ``abort``."""
        self._socket = sock
        if self.aborted:
            self.abort()

    def when_connected(self, call: Callable[[], None]) -> None:
        """Have ``call`` made before the request goes out: at once, or when there is a connection to send it over."""
        self._once_connected = call
        if self.connection is not None:
            self.attach(self.connection)

    def attach(self, connection: HTTPConnection) -> None:
        """Take a connection that is ready for the first request."""
        self.connection = connection
        call, self._once_connected = self._once_connected, None
        if call is not None:
            call()

    def wait(self) -> float:
        """Seconds that the next read may take.

        Raises:
            TimeoutError: none are left.
        """
        seconds_left = self._deadline - time.monotonic()
        if seconds_left <= 0:
            self.timed_out = True
            raise TimeoutError("the answer took too long")
        return min(seconds_left, self._read_timeout)

    def count(self, octets: int) -> None:
        """Take what was read off the budget.

        Raises:
            ReplyError: more than allowed.
        """
        self.received += octets
        if self.received > self._octets:
            raise ReplyError(f"The answer is larger than {self._octets} octets.")

    def abort(self) -> None:
        """Wake up the thread that waits for the answer, from any thread."""
        self.aborted = True
        if self._socket is not None:
            interruptible.wake(self._socket)

    def is_aborted(self) -> bool:
        """Whether ``abort`` was called."""
        return self.aborted
