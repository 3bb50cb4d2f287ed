"""Message encryption over HTTP with SPNEGO, NTLM or CredSSP ([MS-WSMV] 2.2.9.1)."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from typing import Any

_SPNEGO = "application/HTTP-SPNEGO-session-encrypted"
_CREDSSP = "application/HTTP-CredSSP-session-encrypted"
_CREDSSP_CHUNK = 16384  # [MS-WSMV] 2.2.9.1.3
_BOUNDARY = b"--Encrypted Boundary"
_SPLIT = re.compile(rb"-- ?Encrypted Boundary", re.IGNORECASE)
_HEAD = re.compile(
    rb"\r\n\s*Content-Type: [^\r\n]+\r\n"
    rb"\s*OriginalContent: type=application/soap\+xml;charset=[\w-]+;Length=(\d{1,9})\r\n",
    re.IGNORECASE,
)
_DATA = re.compile(rb"\r\n\s*Content-Type: application/octet-stream\r\n(.{4,})", re.DOTALL | re.IGNORECASE)


class SealError(Exception):
    """A body cannot be opened: not the right form, or sealed under another context."""


def is_sealed(content_type: str) -> bool:
    """Return whether a Content-Type announces an encrypted body."""
    return content_type.lower().startswith(("multipart/encrypted", "multipart/x-multi-encrypted"))


def unseal(context: Any, body: bytes) -> bytes:
    """Open an encrypted body with the security context of its connection.

    Raises:
        SealError: it cannot be opened.
    """
    start, *parts = _SPLIT.split(body)
    if start or not parts or parts.pop() not in (b"--", b"--\r\n") or not parts or len(parts) % 2:
        raise SealError
    return b"".join(_open(context, head, data) for head, data in zip(parts[::2], parts[1::2], strict=True))


def _open(context: Any, head: bytes, data: bytes) -> bytes:
    from spnego.exceptions import SpnegoError

    announced, payload = _HEAD.fullmatch(head), _DATA.fullmatch(data)
    if announced is None or payload is None:
        raise SealError
    (signature_length,) = struct.unpack_from("<i", payload[1])
    if not 0 < signature_length <= min(256, len(payload[1]) - 4):
        raise SealError
    signature, sealed = payload[1][4 : 4 + signature_length], payload[1][4 + signature_length :]
    try:
        plain = bytes(context.unwrap_winrm(signature, sealed))
    except (SpnegoError, ValueError) as error:
        raise SealError from error
    if len(plain) != int(announced[1]):
        raise SealError
    return plain


def seal(context: Any, message: bytes, *, credssp: bool = False) -> tuple[str, bytes]:
    """Return the Content-Type and the encrypted body for a message; CredSSP seals 16 KiB at a time."""
    protocol = _CREDSSP if credssp else _SPNEGO
    size = _CREDSSP_CHUNK if credssp else max(len(message), 1)
    chunks = [message[start : start + size] for start in range(0, max(len(message), 1), size)]
    kind = "x-multi-encrypted" if len(chunks) > 1 else "encrypted"
    body = b"".join(part for chunk in chunks for part in _parts(context, chunk, protocol)) + _BOUNDARY + b"--\r\n"
    return f'multipart/{kind};protocol="{protocol}";boundary="Encrypted Boundary"', body


def _parts(context: Any, chunk: bytes, protocol: str) -> Iterator[bytes]:
    wrapped = context.wrap_winrm(chunk)
    length = len(chunk) + wrapped.padding_length
    yield _BOUNDARY
    yield f"\r\n\tContent-Type: {protocol}\r\n".encode()
    yield f"\tOriginalContent: type=application/soap+xml;charset=UTF-8;Length={length}\r\n".encode()
    yield _BOUNDARY
    yield b"\r\n\tContent-Type: application/octet-stream\r\n"
    yield struct.pack("<i", len(wrapped.header))
    yield wrapped.header
    yield wrapped.data
