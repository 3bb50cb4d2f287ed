"""Message encryption over HTTP with SPNEGO or NTLM ([MS-WSMV] 2.2.9.1)."""

from __future__ import annotations

import re
import struct
from typing import Any

_PROTOCOL = "application/HTTP-SPNEGO-session-encrypted"
CONTENT_TYPE = f'multipart/encrypted;protocol="{_PROTOCOL}";boundary="Encrypted Boundary"'
_BOUNDARY = b"--Encrypted Boundary"
_MESSAGE = re.compile(
    rb"\A-- ?Encrypted Boundary\r\n\s*Content-Type: [^\r\n]+\r\n"
    rb"\s*OriginalContent: type=application/soap\+xml;charset=[\w-]+;Length=(\d{1,9})\r\n"
    rb"-- ?Encrypted Boundary\r\n\s*Content-Type: application/octet-stream\r\n"
    rb"(.*)-- ?Encrypted Boundary--(?:\r\n)?\Z",
    re.DOTALL | re.IGNORECASE,
)


class SealError(Exception):
    """A body cannot be opened: not the right form, or sealed under another context."""


def is_sealed(content_type: str) -> bool:
    """Return whether a Content-Type announces an encrypted body."""
    return content_type.lower().startswith("multipart/encrypted")


def unseal(context: Any, body: bytes) -> bytes:
    """Open an encrypted body with the security context of its connection.

    Raises:
        SealError: it cannot be opened.
    """
    from spnego.exceptions import SpnegoError

    match = _MESSAGE.match(body)
    if match is None or len(match[2]) < 4:
        raise SealError
    (signature_length,) = struct.unpack_from("<i", match[2])
    if not 0 < signature_length <= min(256, len(match[2]) - 4):
        raise SealError
    signature, sealed = match[2][4 : 4 + signature_length], match[2][4 + signature_length :]
    try:
        plain = bytes(context.unwrap_winrm(signature, sealed))
    except (SpnegoError, ValueError) as error:
        raise SealError from error
    if len(plain) != int(match[1]):
        raise SealError
    return plain


def seal(context: Any, message: bytes) -> bytes:
    """Return the encrypted body for a message."""
    wrapped = context.wrap_winrm(message)
    length = len(message) + wrapped.padding_length
    return b"".join(
        (
            _BOUNDARY,
            f"\r\n\tContent-Type: {_PROTOCOL}\r\n".encode(),
            f"\tOriginalContent: type=application/soap+xml;charset=UTF-8;Length={length}\r\n".encode(),
            _BOUNDARY,
            b"\r\n\tContent-Type: application/octet-stream\r\n",
            struct.pack("<i", len(wrapped.header)),
            wrapped.header,
            wrapped.data,
            _BOUNDARY,
            b"--\r\n",
        )
    )
