"""The same exchanges over bare asyncio streams: what Python can do at best, nothing checked and nothing kept."""

from __future__ import annotations

import asyncio
import base64
import struct
from collections.abc import Sequence

import spnego

from gatepost.wsman.messages import uris
from gatepost.wsman.messages.envelopes import MessageFactory

_BOUNDARY = b"--Encrypted Boundary"
_TYPE = 'multipart/encrypted;protocol="application/HTTP-SPNEGO-session-encrypted";boundary="Encrypted Boundary"'


class BareHost:
    """One connection, logged on with NTLM; ``read`` lists the endpoints and reads the service's configuration."""

    def __init__(self, port: int, user: str, password: str) -> None:
        self._port = port
        self._context = spnego.client(user, password, protocol="ntlm", options=spnego.NegotiateOptions.use_ntlm)
        self._messages = MessageFactory(f"http://127.0.0.1:{port}/wsman")

    async def log_on(self) -> None:
        """Connect and take the three exchanges of requests_ntlm: unasked, negotiate, authenticate."""
        self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self._port)
        await self._ask(b"", "")
        head, _ = await self._ask(b"", _token(self._context.step()))
        challenge = next(line for line in head.split(b"\r\n") if line.lower().startswith(b"www-authenticate:"))
        status, _ = await self._ask(b"", _token(self._context.step(base64.b64decode(challenge.rpartition(b" ")[2]))))
        assert b" 200 " in status.partition(b"\r\n")[0]

    async def read(self) -> int:
        """Return the octets of both answers."""
        listed = await self._sealed(self._messages.enumerate(uris.CONFIG_PLUGIN).envelope)
        service = await self._sealed(self._messages.get(uris.CONFIG_SERVICE, {}).envelope)
        assert b"microsoft.powershell" in listed and b"RootSDDL" in service
        return len(listed) + len(service)

    def close(self) -> None:
        """Close the connection."""
        self._writer.close()

    async def _sealed(self, envelope: bytes) -> bytes:
        wrapped = self._context.wrap_winrm(envelope)
        length = len(envelope) + wrapped.padding_length
        body = b"".join(
            (
                _BOUNDARY,
                b"\r\n\tContent-Type: application/HTTP-SPNEGO-session-encrypted\r\n",
                b"\tOriginalContent: type=application/soap+xml;charset=UTF-8;Length=%d\r\n" % length,
                _BOUNDARY + b"\r\n\tContent-Type: application/octet-stream\r\n",
                struct.pack("<i", len(wrapped.header)) + wrapped.header + wrapped.data,
                _BOUNDARY + b"--\r\n",
            )
        )
        _, answer = await self._ask(body, f"Content-Type: {_TYPE}\r\n")
        data = answer.split(b"application/octet-stream\r\n", 1)[1].removesuffix(_BOUNDARY + b"--\r\n")
        (size,) = struct.unpack_from("<i", data)
        return bytes(self._context.unwrap_winrm(data[4 : 4 + size], data[4 + size :]))

    async def _ask(self, body: bytes, headers: str) -> tuple[bytes, bytes]:
        start = f"POST /wsman HTTP/1.1\r\nHost: 127.0.0.1:{self._port}\r\n{headers}Content-Length: {len(body)}\r\n\r\n"
        self._writer.write(start.encode() + body)
        head = await self._reader.readuntil(b"\r\n\r\n")
        length = next(int(line[15:]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:"))
        return head, await self._reader.readexactly(length)


def _token(token: bytes | None) -> str:
    return f"Authorization: Negotiate {base64.b64encode(token or b'').decode()}\r\n"


async def log_on_all(hosts: Sequence[BareHost]) -> None:
    """Log on to all at once."""
    await asyncio.gather(*(host.log_on() for host in hosts))


async def read_all(hosts: Sequence[BareHost]) -> None:
    """Read all at once."""
    await asyncio.gather(*(host.read() for host in hosts))
