"""Values and names in conditions and resource attributes, as text ([MS-DTYP] 2.5.1.1)."""

from __future__ import annotations

import re

from gatepost.security.conditions.expression import Attribute, Integer, Operand, Scalar, Scope
from gatepost.security.errors import SddlError, excerpt
from gatepost.security.sid import sid_from_sddl

_INTEGER = re.compile(r"([+-]?)(0[xX][0-9A-Fa-f]+|[0-9]+)(?![\w.:])", re.ASCII)
_STRING = re.compile(r'"([^"\0]*)"')
# "#" stands for the digit 0.
_OCTETS = re.compile(r"#([0-9A-Fa-f#]*)(?![\w.:])", re.ASCII)
_SID = re.compile(r"SID\(([^()]*)\)", re.IGNORECASE)
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{4})")
_NOT_IN_NAME = re.compile(r"[^#-$'*+\-./0-9:;?@A-Z\[\\\]^_`a-z{}~]")
_NOT_IN_LOCAL_NAME = re.compile(r"[^\w:./\-]", re.ASCII)
_BLANKS = re.compile(r"[ \t\r\n]*")


def skip_blanks(text: str, position: int) -> int:
    """Where the next character that is not blank stands."""
    match = _BLANKS.match(text, position)
    return match.end() if match else position


def read_scalar(text: str, position: int) -> tuple[Scalar, int]:
    """Read a number, a quoted string, ``#`` octets or ``SID(..)``, and tell where it ends.

    Raises:
        SddlError: none of these stands here.
    """
    first = text[position : position + 1]
    if first == '"':
        string = _STRING.match(text, position)
        if string is not None:
            return string[1], string.end()
    elif first == "#":
        octets = _OCTETS.match(text, position)
        if octets is not None:
            return octets_from_digits(octets[1]), octets.end()
    elif first in ("S", "s"):
        sid = _SID.match(text, position)
        if sid is not None:
            try:
                return sid_from_sddl(sid[1]), sid.end()
            except SddlError as error:
                raise error.moved(sid.start(1)) from None
    else:
        number = _INTEGER.match(text, position)
        if number is not None:
            return _integer(number[1], number[2], position), number.end()
    raise SddlError("a number, a string, #octets or SID(..) is expected here", position)


def octets_from_digits(digits: str) -> bytes:
    """The bytes of hex digits in which ``#`` is 0; an odd count gets a 0 in front."""
    digits = digits.replace("#", "0")
    return bytes.fromhex(digits if len(digits) % 2 == 0 else "0" + digits)


def _integer(sign: str, digits: str, position: int) -> Integer:
    if digits[:2] in ("0x", "0X"):
        base, digits = 16, digits[2:]
    else:
        base = 8 if digits[0] == "0" and len(digits) > 1 else 10
    digits = digits.lstrip("0") or "0"
    if len(digits) > 22 or (base == 8 and not set(digits) <= set("01234567")):
        raise SddlError("not a 64-bit number", position)
    value = int(digits, base)
    # Windows takes the unsigned half too, and keeps its bits.
    ceiling = 1 << 63 if sign else 1 << 64
    if value >= ceiling + (sign == "-"):
        raise SddlError("not a 64-bit number", position)
    value = -value if sign == "-" else value - (1 << 64) if value >= 1 << 63 else value
    return Integer(value, sign, base)


def write_scalar(value: Scalar) -> str:
    """A value as Windows writes it in a condition."""
    if isinstance(value, Integer):
        return write_integer(value)
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, bytes):
        return "#" + value.hex()
    return f"SID({value.sddl()})"


def write_integer(value: Integer) -> str:
    """A number with the sign and the base that it was given."""
    magnitude = abs(value.value) if value.sign == "-" else value.value & 0xFFFFFFFFFFFFFFFF
    if value.base == 16:
        return f"{value.sign}{magnitude:#x}"
    return f"{value.sign}0{magnitude:o}" if value.base == 8 else f"{value.sign}{magnitude}"


def write_operand(value: Operand) -> str:
    """An attribute with its prefix, a value, or a list of values in braces."""
    if isinstance(value, Attribute):
        return value.scope.value + encode_name(value.name, local=value.scope is Scope.LOCAL)
    if isinstance(value, tuple):
        return "{" + ", ".join([write_scalar(item) for item in value]) + "}"
    return write_scalar(value)


def decode_name(name: str) -> str:
    """The name with its ``%XXXX`` escapes resolved.

    Raises:
        SddlError: a lone ``%``, or an escaped null or half of a surrogate pair.
    """
    if "%" in name:
        if "%" in _ESCAPE.sub("", name):
            raise SddlError(f"% in a name is followed by four hex digits: {excerpt(name)}")
        units = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), name)
        try:
            name = units.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
        except UnicodeDecodeError:
            raise SddlError(f"half a surrogate pair in a name: {excerpt(name)}") from None
    if "\0" in name:
        raise SddlError(f"a null character in a name: {excerpt(name)}")
    return name


def encode_name(name: str, *, local: bool = False) -> str:
    """The name as Windows writes it: blanks, operators' characters and everything not ASCII as ``%XXXX``."""
    return (_NOT_IN_LOCAL_NAME if local else _NOT_IN_NAME).sub(_escape, name)


def _escape(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-le")
    return "".join(f"%{units[start + 1]:02x}{units[start]:02x}" for start in range(0, len(units), 2))
