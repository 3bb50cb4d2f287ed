"""The self-relative binary form of a security descriptor ([MS-DTYP] 2.4.6), both ways."""

from __future__ import annotations

import struct
from enum import IntFlag

from gatepost.security.ace import Acl
from gatepost.security.ace_types import OBJECT_TYPES
from gatepost.security.descriptor import SecurityDescriptor
from gatepost.security.errors import SddlError
from gatepost.security.sid import Sid
from tests.security.binary.ace import pack_ace, unpack_ace
from tests.security.binary.sid import pack_sid, unpack_sid

_HEADER = struct.Struct("<BBHIIII")
_ACL_HEADER = struct.Struct("<BBHHH")


class Control(IntFlag):
    """The control bits of a descriptor ([MS-DTYP] 2.4.6)."""

    OWNER_DEFAULTED = 0x0001
    GROUP_DEFAULTED = 0x0002
    DACL_PRESENT = 0x0004
    DACL_DEFAULTED = 0x0008
    SACL_PRESENT = 0x0010
    SACL_DEFAULTED = 0x0020
    DACL_TRUSTED = 0x0040
    SERVER_SECURITY = 0x0080
    DACL_AUTO_INHERIT_REQ = 0x0100
    SACL_AUTO_INHERIT_REQ = 0x0200
    DACL_AUTO_INHERITED = 0x0400
    SACL_AUTO_INHERITED = 0x0800
    DACL_PROTECTED = 0x1000
    SACL_PROTECTED = 0x2000
    RM_CONTROL_VALID = 0x4000
    SELF_RELATIVE = 0x8000


def from_bytes(data: bytes) -> SecurityDescriptor:
    """Read the self-relative form.

    Raises:
        SddlError: cut short, not self-relative, or a length or an offset that lies.
    """
    if len(data) < _HEADER.size:
        raise SddlError("a security descriptor has at least 20 bytes", len(data))
    revision, _, control, owner, group, sacl, dacl = _HEADER.unpack_from(data)
    if revision != 1 or not control & Control.SELF_RELATIVE:
        raise SddlError("not a self-relative security descriptor of revision 1")
    for offset in (owner, group, sacl, dacl):
        if offset and not _HEADER.size <= offset < len(data):
            raise SddlError("an offset points outside the security descriptor", offset)
    dacl_list = sacl_list = None
    if control & Control.DACL_PRESENT:
        dacl_list = _unpack_acl(data, dacl, control)
    if control & Control.SACL_PRESENT:
        sacl_list = _unpack_acl(data, sacl, control >> 1)
    return SecurityDescriptor(
        unpack_sid(data, owner) if owner else None,
        unpack_sid(data, group) if group else None,
        dacl_list,
        sacl_list,
    )


def _unpack_acl(data: bytes, offset: int, control: int) -> Acl:
    """Read an ACL; ``control`` is shifted so that the DACL's bits apply."""
    protected, required = bool(control & Control.DACL_PROTECTED), bool(control & Control.DACL_AUTO_INHERIT_REQ)
    inherited = bool(control & Control.DACL_AUTO_INHERITED)
    if not offset:
        return Acl((), protected, required, inherited, is_null=True)
    if offset + _ACL_HEADER.size > len(data):
        raise SddlError("an ACL is cut short", offset)
    _, _, size, count, _ = _ACL_HEADER.unpack_from(data, offset)
    if size < _ACL_HEADER.size or offset + size > len(data):
        raise SddlError("the size of an ACL lies", offset)
    position, end = offset + _ACL_HEADER.size, offset + size
    aces = []
    for _ in range(count):
        ace, position = unpack_ace(data, position, end)
        aces.append(ace)
    return Acl(tuple(aces), protected, required, inherited)


def control_of(descriptor: SecurityDescriptor) -> Control:
    """The control bits of the self-relative form."""
    bits = Control.SELF_RELATIVE
    for acl, first in ((descriptor.dacl, Control.DACL_PRESENT), (descriptor.sacl, Control.SACL_PRESENT)):
        if acl is not None:
            shift = 0 if first is Control.DACL_PRESENT else 1
            bits |= first
            bits |= Control((acl.auto_inherit_req << 8 | acl.auto_inherited << 10 | acl.protected << 12) << shift)
    return bits


def to_bytes(descriptor: SecurityDescriptor) -> bytes:
    """Write the self-relative form, in Windows' order: SACL, DACL, owner, group.

    Raises:
        SddlError: a SID without a binary form, or a list of more than 64 KiB.
    """
    body = b""
    offsets = []
    for part in (descriptor.sacl, descriptor.dacl, descriptor.owner, descriptor.group):
        packed = b"" if part is None else pack_sid(part) if isinstance(part, Sid) else _pack_acl(part)
        offsets.append(_HEADER.size + len(body) if packed else 0)
        body += packed
    sacl_at, dacl_at, owner_at, group_at = offsets
    return _HEADER.pack(1, 0, control_of(descriptor), owner_at, group_at, sacl_at, dacl_at) + body


def _pack_acl(acl: Acl) -> bytes:
    if acl.is_null:
        return b""
    aces = b"".join([pack_ace(ace) for ace in acl.aces])
    size = _ACL_HEADER.size + len(aces)
    if size > 0xFFFF:
        raise SddlError("an ACL has at most 65535 bytes")
    least = 4 if any(ace.type in OBJECT_TYPES for ace in acl.aces) else 2
    return _ACL_HEADER.pack(least, 0, size, len(acl.aces), 0) + aces
