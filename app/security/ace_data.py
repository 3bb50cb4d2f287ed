"""What follows the SID of a callback or resource attribute ACE: conditions and attributes, text and bytes."""

from __future__ import annotations

from app.security.ace import AceType
from app.security.errors import SddlError


def unpack_seventh(kind: AceType, data: bytes) -> str | None:
    """The text of ``data``; None where it has none."""
    return None


def pack_seventh(kind: AceType, text: str) -> bytes:
    """The bytes of the seventh field.

    Raises:
        SddlError: not a condition or an attribute.
    """
    raise SddlError("conditions have no binary form yet")
