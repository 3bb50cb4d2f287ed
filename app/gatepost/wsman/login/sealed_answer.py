"""Encrypted answers ([MS-WSMV] 2.2.9.1) taken apart, in every spelling that MIME allows and services write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SEALED = ("multipart/encrypted", "multipart/x-multi-encrypted")
_BOUNDARY = re.compile(r"""boundary\s*=\s*(?:"([^"]+)"|'([^']+)'|([^\s;]+))""", re.IGNORECASE)
_USUAL_BOUNDARY = "Encrypted Boundary"
_LENGTH = re.compile(rb"Length\s*=\s*(\d{1,10})", re.IGNORECASE)
_HEADER = re.compile(rb"[ \t]*Content-Type:[^\r\n]*\r\n", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SealedPart:
    """One message: what is sealed with its signature, and how many octets it has unsealed."""

    length: int
    payload: bytes


def is_sealed(content_type: str) -> bool:
    """Whether an answer says that it is encrypted."""
    return content_type.partition(";")[0].strip().lower() in _SEALED


def sealed_parts(content_type: str, body: bytes) -> Iterator[SealedPart]:
    """Take an answer apart: a header and its data, once or, with CredSSP, several times.

    Raises:
        ValueError: it is no such answer.
    """
    found = _BOUNDARY.search(content_type)
    boundary = next(filter(None, found.groups()), _USUAL_BOUNDARY) if found else _USUAL_BOUNDARY
    # Exchange writes a space after the dashes; the last boundary may lack its line end.
    delimiter = re.compile(
        rb"--[ \t]*" + re.escape(boundary.encode("latin-1", "replace")) + rb"(?:--)?[ \t]*(?:\r\n|\Z)"
    )
    pieces = [piece for piece in delimiter.split(body) if piece.strip(b" \t\r\n")]
    if not pieces or len(pieces) % 2:
        raise ValueError("the answer does not have two parts for each message")
    for header, data in zip(pieces[::2], pieces[1::2], strict=True):
        length, named = _LENGTH.search(header), _HEADER.match(data)
        if length is None or named is None:
            raise ValueError("a part of the answer has no length or no type")
        yield SealedPart(int(length[1]), data[named.end() :])
