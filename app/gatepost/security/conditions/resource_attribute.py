"""Resource attributes ([MS-DTYP] 2.5.1.1 and 2.4.10.1): ``("name",TS,0x0,"a","b")``, text and bytes."""

from __future__ import annotations

import re
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

Value = int | str | bytes | Sid
AttributeValues = tuple[Value, ...]

_NUMBERS = ("TI", "TU", "TB")
_HEAD = re.compile(r'[ ]*\([ ]*"([^"]+)"[ ]*,[ ]*(T[IUSDBX])[ ]*,[ ]*(0[xX][0-9A-Fa-f]{1,8}|[0-9]{1,10})[ ]*', re.ASCII)
_DIGITS = re.compile(r"#?([0-9A-Fa-f#]*)")


@dataclass(frozen=True, slots=True)
class ResourceAttribute:
    """An attribute of the object: ``kind`` is TI, TU, TS, TD, TX or TB; numbers are plain ints."""

    name: str
    kind: str
    flags: int
    values: AttributeValues

    def in_domain(self, domain: Sid | HostDomains) -> ResourceAttribute:
        """This attribute with every account-relative alias resolved in ``domain``."""
        values = [value.in_domain(domain) if isinstance(value, Sid) else value for value in self.values]
        return replace(self, values=tuple(values))


def read_attribute(text: str) -> ResourceAttribute:
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
        value, position = _value(text, position, kind)
        values.append(value)
        position = skip_blanks(text, position)
    if text[position:].rstrip(" ") != ")":
        raise SddlError("a value or ) is expected here", position)
    return ResourceAttribute(decode_name(head[1]), kind, flags, tuple(values))


def _value(text: str, position: int, kind: str) -> tuple[Value, int]:
    if kind == "TX":
        digits = _DIGITS.match(text, position)
        if digits is None or digits.end() == position:
            raise SddlError("hex digits are expected here", position)
        return octets_from_digits(digits[1]), digits.end()
    value, end = read_scalar(text, position)
    return _plain(value, kind, position), end


def _plain(value: Scalar, kind: str, position: int) -> Value:
    if isinstance(value, Integer) and kind in _NUMBERS:
        number = value.value & 0xFFFFFFFFFFFFFFFF if kind == "TU" else value.value
        if (kind == "TB" and number not in (0, 1)) or (kind == "TU" and value.value < 0 and value.sign == "-"):
            raise SddlError(f"out of the range of {kind}", position)
        return number
    if (kind == "TS" and isinstance(value, str)) or (kind == "TD" and isinstance(value, Sid)):
        return value
    raise SddlError(f"not a value of type {kind}", position)


def write_resource_attribute(attribute: ResourceAttribute) -> str:
    """The text as Windows writes it: flags in hex, plain decimal numbers, octets without ``#``, no blanks."""
    values = "".join("," + _value_text(value) for value in attribute.values)
    return f'("{encode_name(attribute.name)}",{attribute.kind},{attribute.flags:#x}{values})'


def _value_text(value: Value) -> str:
    if isinstance(value, int):
        return str(value)
    return value.hex() if isinstance(value, bytes) else write_scalar(value)
