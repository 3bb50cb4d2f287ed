"""One ACE as SDDL text ([MS-DTYP] 2.5.1.1): read as leniently as Windows does, and written as Windows does."""

from __future__ import annotations

import re
from uuid import UUID

from gatepost.security.ace import NO_FLAGS, Ace, read_last_field, write_last_field
from gatepost.security.ace_types import CALLBACK_TYPES, OBJECT_TYPES, TYPE_OF_TEXT, AceFlags, AceType
from gatepost.security.decorators import cached_if_short
from gatepost.security.errors import SddlError, excerpt
from gatepost.security.mask import label_mask_from_sddl, mask_from_sddl
from gatepost.security.sid import EVERYONE, Sid, sid_from_sddl

_FLAG_TOKENS = {
    "OI": AceFlags.OBJECT_INHERIT,
    "CI": AceFlags.CONTAINER_INHERIT,
    "NP": AceFlags.NO_PROPAGATE_INHERIT,
    "IO": AceFlags.INHERIT_ONLY,
    "ID": AceFlags.INHERITED,
    "SA": AceFlags.SUCCESSFUL_ACCESS,
    "FA": AceFlags.FAILED_ACCESS,
}
_FILTER_FLAG_TOKENS = {**_FLAG_TOKENS, "TP": AceFlags.SUCCESSFUL_ACCESS}
_GUID = re.compile(r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}", re.ASCII)
# Windows refuses AU in a DACL and takes OL there; of the other kinds nothing is known, they are treated like AU.
_DACL_TYPES = frozenset({"A", "D", "OA", "OD", "XA", "XD", "ZA", "OL", "AL"})
# An object ACE that names no object type is stored by Windows as the plain kind.
_PLAIN_KIND = {
    AceType.ACCESS_ALLOWED_OBJECT: AceType.ACCESS_ALLOWED,
    AceType.ACCESS_DENIED_OBJECT: AceType.ACCESS_DENIED,
    AceType.SYSTEM_AUDIT_OBJECT: AceType.SYSTEM_AUDIT,
    AceType.SYSTEM_ALARM_OBJECT: AceType.SYSTEM_ALARM,
    AceType.ACCESS_ALLOWED_CALLBACK_OBJECT: AceType.ACCESS_ALLOWED_CALLBACK,
}


@cached_if_short(160, 1024)
def read_dacl_ace(text: str) -> Ace:
    """Read ``(type;flags;rights;object;inherited object;sid[;condition])``, parentheses included.

    Raises:
        SddlError: the text is no such ACE; the position counts from the first parenthesis.
    """
    return _read(text, in_sacl=False)


@cached_if_short(160, 1024)
def read_sacl_ace(text: str) -> Ace:
    """Read an ACE of a SACL, as ``read_dacl_ace`` does."""
    return _read(text, in_sacl=True)


def _read(text: str, *, in_sacl: bool) -> Ace:
    fields = text[1:-1].split(";", 6)
    if len(fields) < 6:
        raise SddlError("an ACE has six fields, separated by semicolons", len(text) - 1)
    index, start = 0, 1
    try:
        kind = _type(fields[0], in_sacl=in_sacl)
        index = 1
        flags = _flags(fields[1], is_filter=kind is AceType.SYSTEM_ACCESS_FILTER)
        index = 2
        is_label = kind is AceType.SYSTEM_MANDATORY_LABEL
        mask = label_mask_from_sddl(fields[2]) if is_label else mask_from_sddl(fields[2])
        index = 3
        object_type = _guid(fields[3], kind) if fields[3] else None
        index = 4
        inherited_type = _guid(fields[4], kind) if fields[4] else None
        index = 5
        sid = sid_from_sddl(fields[5])
        index = 6
        condition = _last_field(fields[6] if len(fields) > 6 else None, kind, sid)
    except SddlError as error:
        start += sum(map(len, fields[:index])) + index
        raise error.moved(min(start, len(text) - 1)) from None
    if object_type is None and inherited_type is None:
        kind = _PLAIN_KIND.get(kind, kind)
    return Ace(kind, flags, mask, sid, object_type, inherited_type, condition).keep_source(text)


def _type(text: str, *, in_sacl: bool) -> AceType:
    word = text.lstrip(" ").upper()
    kind = TYPE_OF_TEXT.get(word)
    if kind is None:
        raise SddlError(f"unknown kind of ACE: {excerpt(text)}")
    if not in_sacl and word not in _DACL_TYPES:
        raise SddlError(f"an ACE of kind {word} does not belong into the DACL")
    return kind


def _flags(text: str, *, is_filter: bool) -> AceFlags:
    if not text:
        return NO_FLAGS
    tokens = _FILTER_FLAG_TOKENS if is_filter else _FLAG_TOKENS
    word = text.strip(" ").upper()
    flags = NO_FLAGS
    for start in range(0, len(word), 2):
        flag = tokens.get(word[start : start + 2])
        if flag is None:
            raise SddlError(f"unknown ACE flag {excerpt(word[start : start + 2])}", start)
        flags |= flag
    return flags


def _guid(text: str, kind: AceType) -> UUID | None:
    if not text.strip(" "):
        return None
    if not _GUID.fullmatch(text):
        raise SddlError(f"not a GUID: {excerpt(text)}")
    if kind not in OBJECT_TYPES:
        raise SddlError("only an object ACE names object types")
    return UUID(text)


def _last_field(text: str | None, kind: AceType, sid: Sid) -> str | None:
    if kind in CALLBACK_TYPES or (kind is AceType.SYSTEM_ACCESS_FILTER and text is not None):
        if text is None:
            raise SddlError("a conditional ACE needs a condition")
        read_last_field(kind, text)
    elif kind is AceType.SYSTEM_RESOURCE_ATTRIBUTE:
        if text is None or sid != EVERYONE:
            raise SddlError("a resource attribute ACE needs an attribute and names Everyone")
        read_last_field(kind, text)
    elif text is not None:
        raise SddlError("an ACE of this kind has six fields")
    return text


def write_ace(ace: Ace) -> str:
    """The ACE as Windows writes it.

    Raises:
        SddlError: the kind, or the data it carries, has no text form.
    """
    kind = ace.type.sddl
    if kind is None:
        raise SddlError(f"an ACE of type {int(ace.type):#04x} has no text form")
    guids = [str(guid) if guid is not None else "" for guid in (ace.object_type, ace.inherited_object_type)]
    mask = ace.mask.sddl(label=ace.type is AceType.SYSTEM_MANDATORY_LABEL)
    fields = [kind, flags_text(ace.type, ace.flags), mask, *guids, ace.sid.sddl()]
    if ace.condition is not None:
        fields.append(write_last_field(ace.type, ace.condition))
    return f"({';'.join(fields)})"


def flags_text(kind: AceType, flags: AceFlags) -> str:
    """The flags field of an ACE of that kind as Windows writes it: tokens in bit order."""
    text = "".join(token for token, flag in _FLAG_TOKENS.items() if flags & flag)
    return text.replace("SA", "TP") if kind is AceType.SYSTEM_ACCESS_FILTER else text
