"""The binary form of a SID ([MS-DTYP] 2.4.2.2), both ways."""

from __future__ import annotations

import struct

from gatepost.security.errors import SddlError
from gatepost.security.sid import MAX_SUB_AUTHORITIES, Sid


def unpack_sid(data: bytes, offset: int = 0) -> Sid:
    """Read the SID that starts at ``offset``; bytes after it are left alone.

    Raises:
        SddlError: cut short, of an unknown revision, or with more than 15 sub-authorities.
    """
    if offset < 0 or offset + 8 > len(data):
        raise SddlError("a SID is cut short", max(offset, 0))
    revision, count = data[offset], data[offset + 1]
    if revision != 1 or count > MAX_SUB_AUTHORITIES:
        raise SddlError("not a SID: bad revision or count of sub-authorities", offset)
    if offset + 8 + 4 * count > len(data):
        raise SddlError("a SID is cut short", offset)
    authority = int.from_bytes(data[offset + 2 : offset + 8], "big")
    return Sid(authority, struct.unpack_from(f"<{count}I", data, offset + 8))


def pack_sid(sid: Sid) -> bytes:
    """Write a SID.

    Raises:
        SddlError: it is an account of an unknown domain (``alias`` is set).
    """
    if sid.alias is not None:
        raise SddlError(f"{sid.alias} names an account of a domain that is not known here")
    subs = sid.sub_authorities
    return bytes((1, len(subs))) + sid.authority.to_bytes(6, "big") + struct.pack(f"<{len(subs)}I", *subs)


def sid_size(sid: Sid) -> int:
    """Return the length of the binary form in octets."""
    return 8 + 4 * len(sid.sub_authorities)
