"""Access masks and the rights field of SDDL ([MS-DTYP] 2.4.3 and 2.5.1.1)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import ClassVar

from gatepost.security.decorators import cached_if_short
from gatepost.security.errors import SddlError, excerpt

_FULL = 0xFFFFFFFF
_BITS = {
    "CC": 0x1, "DC": 0x2, "LC": 0x4, "SW": 0x8, "RP": 0x10, "WP": 0x20, "DT": 0x40, "LO": 0x80, "CR": 0x100,
    "SD": 0x10000, "RC": 0x20000, "WD": 0x40000, "WO": 0x80000,
    "GA": 0x10000000, "GX": 0x20000000, "GW": 0x40000000, "GR": 0x80000000,
}  # fmt: skip
_WHOLE = {
    "FA": 0x1F01FF, "FR": 0x120089, "FW": 0x120116, "FX": 0x1200A0,
    "KA": 0xF003F, "KR": 0x20019, "KW": 0x20006,
}  # fmt: skip
_TOKENS = {**_BITS, **_WHOLE, "KX": 0x20019}
_LABEL_TOKENS = {"NW": 0x1, "NR": 0x2, "NX": 0x4}
_BY_WHOLE_VALUE = {value: token for token, value in _WHOLE.items()}
_ALL_BITS = sum(_BITS.values())

_PART = re.compile(r" *(?:(-?)(0[xX][0-9A-Fa-f]+|[0-9]+)|([A-Za-z]{2}))", re.ASCII)


class AccessMask(int):
    """A 32-bit set of rights."""

    __slots__ = ()

    GENERIC_ALL: ClassVar[AccessMask]
    GENERIC_EXECUTE: ClassVar[AccessMask]
    GENERIC_WRITE: ClassVar[AccessMask]
    GENERIC_READ: ClassVar[AccessMask]

    def __new__(cls, value: int = 0) -> AccessMask:
        """Make a mask of ``value`` (0 to 0xFFFFFFFF).

        Raises:
            SddlError: out of range.
        """
        if not 0 <= value <= _FULL:
            raise SddlError(f"an access mask has 32 bits, not {value:#x}")
        return super().__new__(cls, value)

    def sddl(self, *, label: bool = False) -> str:
        """The mask as Windows writes it: one whole-value token, or one token per bit in ascending order, or hex.

        ``label``: the mask belongs to a mandatory label (NW, NR, NX).
        """
        return _mask_text(int(self), label=label)


AccessMask.GENERIC_ALL = AccessMask(0x10000000)
AccessMask.GENERIC_EXECUTE = AccessMask(0x20000000)
AccessMask.GENERIC_WRITE = AccessMask(0x40000000)
AccessMask.GENERIC_READ = AccessMask(0x80000000)
# The generic mapping of WinRM: Full Control is Read, Write and Execute together ([MS-WSMV] 3.1.4.1.28).
FULL_CONTROL_RIGHTS = 0xE0000000


def expand_generic(mask: int) -> int:
    """The mask with GA said as GR, GW and GX."""
    generic_all = int(AccessMask.GENERIC_ALL)
    return mask & ~generic_all | FULL_CONTROL_RIGHTS if mask & generic_all else mask


def covers_rights(mask: int, rights: int) -> bool:
    """Whether ``mask`` holds every right of ``rights``, GA standing for all of GR, GW and GX."""
    return expand_generic(mask) & expand_generic(rights) == expand_generic(rights)


@lru_cache(maxsize=1024)
def _mask_text(mask: int, *, label: bool) -> str:
    if label and mask & ~0x7 == 0:
        return "".join(token for token, bit in _LABEL_TOKENS.items() if mask & bit)
    if mask in _BY_WHOLE_VALUE:
        return _BY_WHOLE_VALUE[mask]
    if mask & ~_ALL_BITS == 0:
        return "".join(token for token, bit in _BITS.items() if mask & bit)
    return f"{mask:#x}"


@cached_if_short(64, 1024)
def mask_from_sddl(text: str) -> AccessMask:
    """Read a rights field as Windows does; empty is 0.

    Lower case, blanks before a token, octal, and tokens and numbers mixed are allowed; a number that is too large becomes
    0xFFFFFFFF, and a negative one wraps.

    Raises:
        SddlError: an unknown token, or not a number.
    """
    return _read(text, _TOKENS)


def label_mask_from_sddl(text: str) -> AccessMask:
    """Read the rights field of a mandatory label, which has rights of its own as well, as ``mask_from_sddl`` does."""
    return _read(text, _TOKENS | _LABEL_TOKENS)


def _read(text: str, rights: Mapping[str, int]) -> AccessMask:
    mask = position = 0
    if not text.strip(" "):
        return AccessMask(0)
    while position < len(text):
        match = _PART.match(text, position)
        if match is None:
            raise SddlError(f"not an access mask: {excerpt(text)}", position)
        sign, number, token = match.groups()
        right = rights.get(token.upper()) if token else _number(sign, number, position)
        if right is None:
            raise SddlError(f"unknown right {excerpt(token.upper())}", position)
        mask |= right
        position = match.end()
    return AccessMask(mask)


def _number(sign: str, text: str, position: int) -> int:
    base = 16 if text[:2] in ("0x", "0X") else 8 if text[0] == "0" else 10
    digits = (text[2:] if base == 16 else text).lstrip("0") or "0"
    if base == 8 and not set(digits) <= set("01234567"):
        raise SddlError(f"not an octal number: {excerpt(text)}", position)
    value = _FULL if len(digits) > 20 else min(int(digits, base), _FULL)
    return -value & _FULL if sign else value


# Windows' own labels for a session configuration; the Write label is inferred from the pattern of the other three.
_LABELS = (
    (AccessMask.GENERIC_READ, "Read(Get,Enumerate,Subscribe)"),
    (AccessMask.GENERIC_WRITE, "Write(Put,Delete,Create)"),
    (AccessMask.GENERIC_EXECUTE, "Execute(Invoke)"),
)


def rights_text(mask: int) -> str:
    """The rights in the words Windows shows for a session configuration; bits without words as ``Special (0x..)``."""
    generic = int(AccessMask.GENERIC_ALL)
    parts = ["Full Control(All Operations)"] if mask & generic else []
    rest = mask & ~generic
    for bit, label in _LABELS:
        if rest & bit:
            rest &= ~bit
            if not parts or not mask & generic:
                parts.append(label)
    if rest or not parts:
        parts.append(f"Special ({rest:#x})")
    return ", ".join(parts)
