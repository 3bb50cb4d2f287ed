"""TLS listeners: one that only listens to what it can decrypt, and a man in the middle with a key of his own."""

from __future__ import annotations

import contextlib
import select
import socket
import ssl
import threading
from urllib.parse import urlsplit

from tests.wsman.loopback import Listener


class _TlsListener(Listener):
    def __init__(self) -> None:
        super().__init__()
        self.url = f"https://127.0.0.1:{self.port}/wsman"
        self.connections = 0

    def serve(self, connection: socket.socket) -> None:
        raise NotImplementedError

    def accepted(self, connection: socket.socket) -> None:
        self.connections += 1
        self.start(self._run, connection)

    def _run(self, connection: socket.socket) -> None:
        with connection, contextlib.suppress(OSError):
            self.serve(connection)


class Ear(_TlsListener):
    """Shakes hands and keeps every octet that comes after, decrypted. ``close`` joins it, so read ``heard`` then."""

    def __init__(self, context: ssl.SSLContext) -> None:
        super().__init__()
        self.heard = b""
        self._context = context

    def serve(self, connection: socket.socket) -> None:
        with self._context.wrap_socket(connection, server_side=True) as secured:
            secured.settimeout(5)
            while data := secured.recv(65536):
                self.heard += data


class Interceptor(_TlsListener):
    """Ends TLS with a certificate of its own and speaks TLS anew to the host, as an inspecting firewall does."""

    def __init__(self, url: str, context: ssl.SSLContext) -> None:
        super().__init__()
        self._target = (urlsplit(url).hostname, urlsplit(url).port)
        self._context = context
        self._onward = ssl.create_default_context()
        self._onward.check_hostname = False
        self._onward.verify_mode = ssl.CERT_NONE

    def serve(self, connection: socket.socket) -> None:
        plain = socket.create_connection(self._target)
        self._sockets.append(plain)
        with (
            self._onward.wrap_socket(plain, server_hostname="localhost") as host,
            self._context.wrap_socket(connection, server_side=True) as client,
        ):
            peers = {client: host, host: client}
            while True:
                ready = [each for each in peers if each.pending()] or select.select(list(peers), [], [], 10)[0]
                for source in ready:
                    if not self._pass_on(source, peers[source]):
                        return

    def _pass_on(self, source: ssl.SSLSocket, target: ssl.SSLSocket) -> bool:
        source.settimeout(0)  # what has arrived may be a session ticket, which is nothing to read
        try:
            data = source.recv(65536)
        except ssl.SSLWantReadError:
            return True
        target.settimeout(10)
        target.sendall(data)
        return bool(data)


class Mute(_TlsListener):
    """Accepts and sends ``data`` octet by octet, ``pause`` seconds between them, instead of shaking hands."""

    def __init__(self, data: bytes = b"", pause: float = 0.05) -> None:
        super().__init__()
        self._data = data
        self._pause = threading.Event()
        self._seconds = pause

    def serve(self, connection: socket.socket) -> None:
        for octet in self._data:
            connection.sendall(bytes([octet]))
            self._pause.wait(self._seconds)
        while connection.recv(65536):
            pass
