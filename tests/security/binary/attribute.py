"""The binary form of a resource attribute ([MS-DTYP] 2.4.10.1), both ways."""

from __future__ import annotations

import struct

from gatepost.security.conditions.resource_attribute import ResourceAttribute
from gatepost.security.errors import SddlError
from gatepost.security.sid import Sid
from tests.security.binary.sid import pack_sid, unpack_sid

_CODES = {"TI": 1, "TU": 2, "TS": 3, "TD": 5, "TB": 6, "TX": 0x10}
_TEXT_OF_CODE = {code: text for text, code in _CODES.items()}
_NUMBERS = ("TI", "TU", "TB")
_HEADER = struct.Struct("<IHHII")


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
    body = pack_sid(value) if isinstance(value, Sid) else value
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
    return (unpack_sid(body) if kind == "TD" else body), end - offset


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
