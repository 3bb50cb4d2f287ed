"""The binary form of an ACE ([MS-DTYP] 2.4.4), both ways. What has no text form is refused."""

from __future__ import annotations

import struct
from uuid import UUID

from gatepost.security.ace import Ace, read_last_field
from gatepost.security.ace_types import CALLBACK_TYPES, OBJECT_TYPES, AceFlags, AceType
from gatepost.security.conditions.resource_attribute import ResourceAttribute, write_resource_attribute
from gatepost.security.conditions.text import write_condition
from gatepost.security.errors import SddlError
from gatepost.security.mask import AccessMask
from tests.security.binary.attribute import pack_attribute, unpack_attribute
from tests.security.binary.condition import pack_condition, unpack_condition
from tests.security.binary.sid import pack_sid, sid_size, unpack_sid

_HEADER = struct.Struct("<BBH")
_HAS_TYPE = 1
_HAS_INHERITED_TYPE = 2


class NoTextForm(SddlError):
    """The bytes hold what SDDL cannot say, and so what the program never meets."""


def unpack_ace(data: bytes, offset: int, end: int) -> tuple[Ace, int]:
    """Read the ACE at ``offset`` and tell where the next one starts; nothing is read at or after ``end``.

    Raises:
        SddlError: cut short, or a size that lies.
    """
    if offset + _HEADER.size > end:
        raise SddlError("an ACE is cut short", offset)
    kind, flags, size = _HEADER.unpack_from(data, offset)
    if size < _HEADER.size or offset + size > end:
        raise SddlError("the size of an ACE lies", offset)
    try:
        ace = _unpack(_type(kind), AceFlags(flags), data[offset + _HEADER.size : offset + size])
    except SddlError as error:
        raise error.moved(offset + _HEADER.size) from None
    return ace, offset + size


def _type(kind: int) -> AceType:
    try:
        return AceType(kind)
    except ValueError:
        raise NoTextForm(f"an ACE of type {kind:#04x} has no text form") from None


def _unpack(kind: AceType, flags: AceFlags, body: bytes) -> Ace:
    if kind is AceType.ACCESS_ALLOWED_COMPOUND:
        raise NoTextForm("a compound ACE has no text form")
    if len(body) < 4:
        raise SddlError("an ACE is cut short", len(body))
    mask = AccessMask(int.from_bytes(body[:4], "little"))
    position, object_type, inherited_type = 4, None, None
    if kind in OBJECT_TYPES:
        if len(body) < 8:
            raise SddlError("an ACE is cut short", len(body))
        present = int.from_bytes(body[4:8], "little")
        position = 8
        if present & _HAS_TYPE:
            object_type, position = _guid(body, position)
        if present & _HAS_INHERITED_TYPE:
            inherited_type, position = _guid(body, position)
    sid = unpack_sid(body, position)
    rest = body[position + sid_size(sid) :]
    condition = None
    if rest and (kind in CALLBACK_TYPES or kind >= AceType.SYSTEM_RESOURCE_ATTRIBUTE):
        condition = unpack_last_field(kind, rest)
        if condition is None or pack_last_field(kind, condition) != rest:
            raise NoTextForm("the application data of an ACE have no text form")
    elif rest:
        raise NoTextForm("octets behind an ACE have no text form")
    return Ace(kind, flags, mask, sid, object_type, inherited_type, condition)


def _guid(body: bytes, position: int) -> tuple[UUID, int]:
    if position + 16 > len(body):
        raise SddlError("an ACE is cut short", len(body))
    return UUID(bytes_le=body[position : position + 16]), position + 16


def pack_ace(ace: Ace) -> bytes:
    """The binary form.

    Raises:
        SddlError: its SID has none, or it would be longer than 64 KiB.
    """
    parts = [int(ace.mask).to_bytes(4, "little")]
    if ace.is_object:
        parts += _pack_guids(ace)
    parts.append(pack_sid(ace.sid))
    if ace.condition is not None:
        parts.append(pack_last_field(ace.type, ace.condition))
    body = b"".join(parts)
    size = _HEADER.size + len(body)
    if size > 0xFFFF:
        raise SddlError("an ACE has at most 65535 bytes")
    return _HEADER.pack(ace.type, ace.flags, size) + body


def _pack_guids(ace: Ace) -> list[bytes]:
    guids = (ace.object_type, ace.inherited_object_type)
    present = sum(bit for bit, guid in zip((_HAS_TYPE, _HAS_INHERITED_TYPE), guids, strict=True) if guid is not None)
    return [present.to_bytes(4, "little"), *(guid.bytes_le for guid in guids if guid is not None)]


_CONDITION_TYPES = CALLBACK_TYPES | {AceType.SYSTEM_ACCESS_FILTER}


def pack_last_field(kind: AceType, text: str) -> bytes:
    """The bytes of the field.

    Raises:
        SddlError: not what an ACE of this kind carries, or it names an account of an unknown domain.
    """
    parsed = read_last_field(kind, text)
    return pack_attribute(parsed) if isinstance(parsed, ResourceAttribute) else pack_condition(parsed)


def unpack_last_field(kind: AceType, data: bytes) -> str | None:
    """The text of ``data``, in Windows' form; None where it has none."""
    try:
        if kind is AceType.SYSTEM_RESOURCE_ATTRIBUTE:
            text = write_resource_attribute(unpack_attribute(data))
        elif kind in _CONDITION_TYPES:
            text = write_condition(unpack_condition(data))
        else:
            return None
        read_last_field(kind, text)
    except SddlError:
        return None
    return text
