"""Resource attributes ([MS-DTYP] 2.5.1.1 and 2.4.10.1): ``("name",TS,0x0,"a","b")``, text and bytes."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass, replace

from gatepost.security.conditions.expression import Integer, Scalar
from gatepost.security.conditions.literal_text import (
    decode_name,
    encode_name,
    octets_from_digits,
    read_scalar,
    skip_blanks,
    write_scalar,
)
from gatepost.security.errors import SddlError
from gatepost.security.sid import HostDomains, Sid

_CODES = {"TI": 1, "TU": 2, "TS": 3, "TD": 5, "TB": 6, "TX": 0x10}
_TEXT_OF_CODE = {code: text for text, code in _CODES.items()}
_NUMBERS = ("TI", "TU", "TB")
_HEAD = re.compile(r'[ ]*\([ ]*"([^"]+)"[ ]*,[ ]*(T[IUSDBX])[ ]*,[ ]*(0[xX][0-9A-Fa-f]{1,8}|[0-9]{1,10})[ ]*', re.ASCII)
_DIGITS = re.compile(r"#?([0-9A-Fa-f#]*)")
_HEADER = struct.Struct("<IHHII")


@dataclass(frozen=True, slots=True)
class ResourceAttribute:
    """An attribute of the object: ``kind`` is TI, TU, TS, TD, TX or TB; numbers are plain ints."""

    name: str
    kind: str
    flags: int
    values: tuple[int | str | bytes | Sid, ...]

    def in_domain(self, domain: Sid | HostDomains) -> ResourceAttribute:
        """This attribute with every account-relative alias resolved in ``domain``."""
        values = [value.in_domain(domain) if isinstance(value, Sid) else value for value in self.values]
        return replace(self, values=tuple(values))


def read_attribute(text: str, strict: bool = True) -> ResourceAttribute:
    """Read the text form, outer parentheses included.

    Raises:
        SddlError: not a resource attribute.
    """
    head = _HEAD.match(text)
    if head is None:
        raise SddlError('a resource attribute is expected here: ("name",type,flags,values)')
    kind = head[2]
    flags = int(head[3], 16 if head[3][:2] in ("0x", "0X") else 10)
    if flags > 0xFFFFFFFF:
        raise SddlError("the flags of a resource attribute have 32 bits", head.start(3))
    values = []
    position = head.end()
    while text[position : position + 1] == ",":
        position = skip_blanks(text, position + 1)
        value, position = _value(text, position, kind, strict)
        values.append(value)
        position = skip_blanks(text, position)
    if text[position:].rstrip(" ") != ")":
        raise SddlError("a value or ) is expected here", position)
    return ResourceAttribute(decode_name(head[1]), kind, flags, tuple(values))


def _value(text: str, position: int, kind: str, strict: bool) -> tuple[int | str | bytes | Sid, int]:
    if kind == "TX":
        digits = _DIGITS.match(text, position)
        if digits is None or digits.end() == position:
            raise SddlError("hex digits are expected here", position)
        return octets_from_digits(digits[1]), digits.end()
    value, end = read_scalar(text, position, strict)
    return _plain(value, kind, position), end


def _plain(value: Scalar, kind: str, position: int) -> int | str | bytes | Sid:
    if isinstance(value, Integer) and kind in _NUMBERS:
        number = value.value & 0xFFFFFFFFFFFFFFFF if kind == "TU" else value.value
        if (kind == "TB" and number not in (0, 1)) or (kind == "TU" and value.value < 0 and value.sign.name == "MINUS"):
            raise SddlError(f"out of the range of {kind}", position)
        return number
    if (kind == "TS" and isinstance(value, str)) or (kind == "TD" and isinstance(value, Sid)):
        return value
    raise SddlError(f"not a value of type {kind}", position)


def write_resource_attribute(attribute: ResourceAttribute, domain: Sid | None = None) -> str:
    """The text as Windows writes it: flags in hex, plain decimal numbers, octets without ``#``, no blanks."""
    values = "".join("," + _value_text(value, domain) for value in attribute.values)
    return f'("{encode_name(attribute.name)}",{attribute.kind},{attribute.flags:#x}{values})'


def _value_text(value: int | str | bytes | Sid, domain: Sid | None) -> str:
    if isinstance(value, int):
        return str(value)
    return value.hex() if isinstance(value, bytes) else write_scalar(value, domain)


def pack_attribute(attribute: ResourceAttribute) -> bytes:
    """The CLAIM_SECURITY_ATTRIBUTE_RELATIVE_V1 structure.

    Raises:
        SddlError: it names an account of an unknown domain.
    """
    name = attribute.name.encode("utf-16-le", "surrogatepass") + b"\0\0"
    blobs = [_pack_value(value, attribute.kind) for value in attribute.values]
    position = _HEADER.size + 4 * len(blobs)
    offsets = []
    header = _HEADER.pack(position, _CODES[attribute.kind], 0, attribute.flags, len(blobs))
    position += len(name)
    for blob in blobs:
        offsets.append(position)
        position += len(blob)
    packed = header + struct.pack(f"<{len(offsets)}I", *offsets) + name + b"".join(blobs)
    return packed + bytes(-len(packed) % 4)


def _pack_value(value: int | str | bytes | Sid, kind: str) -> bytes:
    if isinstance(value, int):
        return (value & 0xFFFFFFFFFFFFFFFF).to_bytes(8, "little")
    if isinstance(value, str):
        return value.encode("utf-16-le", "surrogatepass") + b"\0\0"
    body = value.to_bytes() if isinstance(value, Sid) else value
    return len(body).to_bytes(4, "little") + body


def unpack_attribute(data: bytes) -> ResourceAttribute:
    """Read the structure.

    Raises:
        SddlError: cut short, an offset that lies, or a type that has no text.
    """
    if len(data) < _HEADER.size:
        raise SddlError("a resource attribute is cut short", len(data))
    name_at, code, _, flags, count = _HEADER.unpack_from(data)
    kind = _TEXT_OF_CODE.get(code)
    if kind is None:
        raise SddlError("unknown type of resource attribute", 4)
    if _HEADER.size + 4 * count > len(data):
        raise SddlError("a resource attribute is cut short", len(data))
    offsets = struct.unpack_from(f"<{count}I", data, _HEADER.size)
    # Offsets may point anywhere, all to the same place too: what they say may not outgrow the data.
    budget = len(data)
    values = []
    for offset in offsets:
        value, length = _unpack_value(data, offset, kind)
        budget -= length
        if budget < 0:
            raise SddlError("the values of a resource attribute overlap", offset)
        values.append(value)
    return ResourceAttribute(_string(data, name_at), kind, flags, tuple(values))


def _unpack_value(data: bytes, offset: int, kind: str) -> tuple[int | str | bytes | Sid, int]:
    if kind in _NUMBERS:
        if offset + 8 > len(data):
            raise SddlError("an offset of a resource attribute lies", offset)
        return int.from_bytes(data[offset : offset + 8], "little", signed=kind == "TI"), 8
    if kind == "TS":
        string = _string(data, offset)
        return string, 2 * len(string) + 2
    end = offset + 4 + int.from_bytes(data[offset : offset + 4], "little")
    if end > len(data):
        raise SddlError("a length in a resource attribute lies", offset)
    body = data[offset + 4 : end]
    return (Sid.from_bytes(body) if kind == "TD" else body), end - offset


def _string(data: bytes, offset: int) -> str:
    end = offset
    while end + 1 < len(data) and data[end : end + 2] != b"\0\0":
        end += 2
    if end + 1 >= len(data):
        raise SddlError("text in a resource attribute does not end", min(offset, len(data)))
    try:
        return data[offset:end].decode("utf-16-le")
    except UnicodeDecodeError:
        raise SddlError("not UTF-16 text in a resource attribute", offset) from None
