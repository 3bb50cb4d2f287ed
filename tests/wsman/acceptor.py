"""A host that authenticates with a GSSAPI of its own, one security context per connection, and seals its answers."""

from __future__ import annotations

import base64
import contextlib
import re
import socket
import ssl
import struct
from collections.abc import Callable
from typing import Protocol

from typing_extensions import override

from tests.wsman.raw_host import Asked, RawHost, http
from tests.wsman.wires import answer, message_id

OFFERS = "WWW-Authenticate: Negotiate\r\nWWW-Authenticate: Kerberos"
SEALED = (
    'Content-Type: multipart/encrypted;protocol="application/HTTP-SPNEGO-session-encrypted";'
    'boundary="Encrypted Boundary"'
)
_HEAD = b"--Encrypted Boundary\r\n\tContent-Type: application/octet-stream\r\n"
_END = b"--Encrypted Boundary--\r\n"


class Refused(Exception):
    """The login failed."""


class Context(Protocol):
    """The acceptor's side of a login. ``user`` is who has logged on; "" before."""

    user: str

    def step(self, token: bytes) -> bytes:
        """Take the client's token and give the next one.

        Raises:
            Refused: no login.
        """
        ...

    def open(self, header: bytes, sealed: bytes) -> bytes: ...

    def seal(self, plain: bytes) -> tuple[bytes, bytes]: ...


class AcceptingHost(RawHost):
    """Answers every envelope with ``<c/>``; ``users`` are those who logged on, ``envelopes`` what they asked.

    With ``tls`` it is an https host, which expects no sealing.
    """

    offers, schemes = OFFERS, "Negotiate|NTLM"
    protocol = "HTTP-SPNEGO-session-encrypted"
    sealed_as: Callable[[bytes, str], tuple[bytes, str]] = staticmethod(lambda body, headers: (body, headers))
    """How an encrypted answer is written: its body and its headers, in another spelling."""

    def __init__(self, make_context: Callable[[], Context], tls: ssl.SSLContext | None = None) -> None:
        super().__init__()
        self._tls = tls
        self.users: list[str] = []
        self.envelopes: list[bytes] = []
        self.drops = 0
        """How many requests from now on are answered by hanging up."""
        self._make_context = make_context
        self._contexts: dict[int, Context] = {}

    @override
    def _serve(self, connection: socket.socket, number: int) -> None:
        with contextlib.suppress(OSError):
            if self._tls is not None:
                connection = self._tls.wrap_socket(connection, server_side=True)
            super()._serve(connection, number)

    @override
    def reply(self, request: Asked) -> bytes | None:
        found = re.search(rb"Authorization: (%s) ([\w+/=]+)" % self.schemes.encode(), request.head)
        if found:
            return self._login(request.connection, found[1].decode(), base64.b64decode(found[2]))
        context = self._contexts.get(request.connection)
        if context is None or not context.user:
            return http(b"", "401 Unauthorized", self.offers)
        if self.drops:
            self.drops -= 1
            return None
        return self._answer(context, request.body)

    def _login(self, connection: int, scheme: str, token: bytes) -> bytes:
        context = self._contexts.setdefault(connection, self._make_context())
        try:
            reply = base64.b64encode(context.step(token)).decode()
        except Refused:
            del self._contexts[connection]
            return http(b"", "401 Unauthorized", self.offers)
        offer = f"WWW-Authenticate: {scheme} {reply}".rstrip()
        if not context.user:
            return http(b"", "401 Unauthorized", offer)
        self.users.append(context.user)
        return http(b"", headers=offer if reply else "Server: test")

    def _answer(self, context: Context, body: bytes) -> bytes:
        if self._tls is not None:
            self.envelopes.append(body)
            return http(answer("<c/>", message_id(body)))
        data = body.split(_HEAD)[1].removesuffix(_END)
        (size,) = struct.unpack_from("<i", data)
        envelope = context.open(data[4 : 4 + size], data[4 + size :])
        self.envelopes.append(envelope)
        plain = answer("<c/>", message_id(envelope))
        header, sealed = context.seal(plain)
        announced = (
            b"--Encrypted Boundary\r\n\tContent-Type: application/%s\r\n"
            b"\tOriginalContent: type=application/soap+xml;charset=UTF-8;Length=%d\r\n"
            % (self.protocol.encode(), len(plain))
        )
        body = announced + _HEAD + struct.pack("<i", len(header)) + header + sealed + _END
        body, headers = self.sealed_as(body, SEALED.replace("HTTP-SPNEGO-session-encrypted", self.protocol))
        return http(body, headers=headers)
