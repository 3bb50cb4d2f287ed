"""Security identifiers: the value and its text ([MS-DTYP] 2.4.2)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from gatepost.security.decorators import cached_if_short, override
from gatepost.security.errors import SddlError, excerpt

# The two-letter aliases of SDDL ([MS-DTYP] 2.5.1.1, and the newer ones of sddl.h).
# fmt: off
# Without the leading "S-1-".
_ABSOLUTE_ALIASES = {
    "WD": "1-0", "CO": "3-0", "CG": "3-1", "OW": "3-4", "NU": "5-2", "IU": "5-4", "SU": "5-6", "AN": "5-7",
    "ED": "5-9", "PS": "5-10", "AU": "5-11", "RC": "5-12", "SY": "5-18", "LS": "5-19", "NS": "5-20",
    "BA": "5-32-544", "BU": "5-32-545", "BG": "5-32-546", "PU": "5-32-547", "AO": "5-32-548", "SO": "5-32-549",
    "PO": "5-32-550", "BO": "5-32-551", "RE": "5-32-552", "RU": "5-32-554", "RD": "5-32-555", "NO": "5-32-556",
    "MU": "5-32-558", "LU": "5-32-559", "IS": "5-32-568", "CY": "5-32-569", "ER": "5-32-573", "CD": "5-32-574",
    "RA": "5-32-575", "ES": "5-32-576", "MS": "5-32-577", "HA": "5-32-578", "AA": "5-32-579", "RM": "5-32-580",
    "WR": "5-33", "UD": "5-84-0-0-0-0-0", "AC": "15-2-1", "LW": "16-4096", "ME": "16-8192", "MP": "16-8448",
    "HI": "16-12288", "SI": "16-16384", "AS": "18-1", "SS": "18-2",
}
# Accounts of the machine, its domain or the forest root: the relative identifier alone is known.
_RELATIVE_ALIASES = {
    "RO": 498, "LA": 500, "LG": 501, "DA": 512, "DU": 513, "DG": 514, "DC": 515, "DD": 516, "CA": 517, "SA": 518,
    "EA": 519, "PA": 520, "CN": 522, "AP": 525, "KA": 526, "EK": 527, "RS": 553,
}
# fmt: on
MACHINE_ALIASES = frozenset({"LA", "LG"})
FOREST_ALIASES = frozenset({"EA", "SA", "EK", "RO"})  # of the root domain of the forest

MAX_SUB_AUTHORITIES = 15
_MAX_AUTHORITY = (1 << 48) - 1
_MAX_SUB_AUTHORITY = 0xFFFFFFFF

_STRICT = re.compile(r"S-1-(\d{1,15}|0x[0-9A-Fa-f]{1,12})((?:-\d{1,10}){0,15})", re.ASCII)
# Windows skips blanks after a dash; a revision in hex makes every later number hex.
_LENIENT = re.compile(
    r"[Ss]- *(?:1|(?P<hex>0[xX]0*1))- *(?P<authority>0[xX][0-9A-Fa-f]+|[0-9A-Fa-f]+)"
    r"(?P<subs>(?:- *(?:0[xX][0-9A-Fa-f]+|[0-9A-Fa-f]+))*)"
)
_ACCOUNT_NAME = re.compile(r"(?![Ss]-\d)[^\W\d_][\w .&'-]{3,}")


@dataclass(frozen=True, slots=True)
class Sid:
    """A security identifier.

    ``alias`` is set only where the text named an account of an unknown machine or domain (``DA``, ``LG``...): such a
    value knows its relative identifier (the last sub-authority) but not its domain, until ``in_domain`` gives it one.
    """

    authority: int
    sub_authorities: tuple[int, ...]
    alias: str | None = None

    @staticmethod
    def parse(text: str) -> Sid:
        """Read ``S-1-5-2`` (upper case, no blanks).

        Raises:
            SddlError: not a SID.
        """
        return _parse_strict(text)

    def in_domain(self, domain: Sid | HostDomains) -> Sid:
        """This SID, with an account-relative alias resolved in ``domain`` (``S-1-5-21-x-y-z``), as far as that is known."""
        if self.alias is None:
            return self
        base = domain.of(self) if isinstance(domain, HostDomains) else domain
        if base is None:
            return self
        return Sid(base.authority, (*base.sub_authorities, self.sub_authorities[-1]))

    def sddl(self) -> str:
        """The SID as Windows writes it in SDDL: by its alias where it has one."""
        if self.alias is not None:
            return self.alias
        return _ABSOLUTE_BY_SID.get(self) or str(self)

    @property
    def rid(self) -> int | None:
        """Relative identifier of an account or group of a machine or domain (``S-1-5-21-...``, ``DA``); None for others."""
        return self.sub_authorities[-1] if self.sub_authorities[:1] == (21,) else None

    @override
    def __str__(self) -> str:
        """``S-1-5-2``; an account of an unknown domain gives its alias."""
        if self.alias is not None:
            return self.alias
        # An authority of 2**32 and more is written in hex, [MS-DTYP] 2.4.2.1.
        authority = str(self.authority) if self.authority < 1 << 32 else f"0x{self.authority:X}"
        return "-".join(("S-1", authority, *map(str, self.sub_authorities)))


Sids = frozenset[Sid]
NO_SIDS: Sids = frozenset()


@dataclass(frozen=True, slots=True)
class HostDomains:
    """The domain SIDs (``S-1-5-21-x-y-z``) that stand behind a host's aliases: of its own accounts, and of its domain."""

    machine: Sid | None = None
    domain: Sid | None = None

    def of(self, sid: Sid) -> Sid | None:
        """The one that an alias belongs to; None where it is not known, as for accounts of the forest's root."""
        if sid.alias in MACHINE_ALIASES:
            return self.machine
        return None if sid.alias in FOREST_ALIASES else self.domain


NO_DOMAINS = HostDomains()


def relative_alias(rid: int | None) -> Sid | None:
    """The account-relative alias with that relative identifier (``DA`` for 512), of an unknown domain."""
    return None if rid is None else _RELATIVE_BY_RID.get(rid)


@lru_cache(maxsize=4096)
def _parse_strict(text: str) -> Sid:
    match = _STRICT.fullmatch(text)
    if match is None:
        raise not_a_sid(text)
    authority = int(match[1], 16 if match[1].startswith("0x") else 10)
    subs = tuple(map(int, match[2].split("-")[1:]))
    if authority > _MAX_AUTHORITY or (subs and max(subs) > _MAX_SUB_AUTHORITY):
        raise SddlError(f"a number in the SID is too large: {excerpt(text)}")
    return Sid(authority, subs)


def sid_from_alias(alias: str) -> Sid:
    """The SID that a two-letter alias (``NU``, ``BA``, ``DA``) stands for.

    Raises:
        SddlError: no such alias.
    """
    sid = _BY_ALIAS.get(alias)
    if sid is None:
        raise SddlError(f"unknown SID alias {excerpt(alias)}")
    return sid


def sid_from_sddl(text: str) -> Sid:
    """Read the SID field of SDDL as Windows does: an alias or ``S-1-...`` with at least one sub-authority.

    Lower case, blanks before a SID, around an alias and after a dash, numbers in hex, and numbers over 32 bits (which
    become 4294967295) are allowed.

    Raises:
        SddlError: not a SID.
    """
    return _BY_ALIAS.get(text) or _read(text)


@cached_if_short(200, 4096)
def _read(text: str) -> Sid:
    sid = _BY_ALIAS.get(text.strip(" ").upper()) or _read_numbers(text)
    if not sid.sub_authorities:
        raise SddlError(f"a SID without sub-authorities: {excerpt(text)}")
    return sid


def _read_numbers(text: str) -> Sid:
    match = _LENIENT.fullmatch(text.lstrip(" "))
    if match is None:
        raise not_a_sid(text)
    base = 16 if match["hex"] else 10
    subs = [part.lstrip(" ") for part in match["subs"].split("-")[1:]]
    if len(subs) > MAX_SUB_AUTHORITIES:
        raise SddlError(f"a SID with more than {MAX_SUB_AUTHORITIES} sub-authorities")
    authority = _number(match["authority"], base, _MAX_AUTHORITY + 1)
    if authority > _MAX_AUTHORITY:
        raise SddlError(f"a number in the SID is too large: {excerpt(text)}")
    return Sid(authority, tuple(_number(part, base, _MAX_SUB_AUTHORITY) for part in subs))


def not_a_sid(text: str) -> SddlError:
    """Return the error for text that stands where a SID is expected, and may be the name of an account."""
    name = text.strip(" ")
    if "\\" in name or "@" in name or _ACCOUNT_NAME.fullmatch(name):
        return SddlError(f"an account name stands where a SID is expected: {excerpt(name)}", account_name=name)
    return SddlError(f"not a SID: {excerpt(text)}")


def _number(text: str, base: int, ceiling: int) -> int:
    if text[:2] in ("0x", "0X"):
        base, text = 16, text[2:]
    elif base == 10 and not text.isdecimal():
        raise SddlError(f"not a number in a SID: {excerpt(text)}")
    text = text.lstrip("0") or "0"
    return ceiling if len(text) > 20 else min(int(text, base), ceiling)


def _absolute(text: str) -> Sid:
    return _parse_strict("S-1-" + text)


_BY_ALIAS = {alias: _absolute(text) for alias, text in _ABSOLUTE_ALIASES.items()}
_ABSOLUTE_BY_SID = {sid: alias for alias, sid in _BY_ALIAS.items()}
_RELATIVE_BY_RID = {rid: Sid(5, (21, rid), alias) for alias, rid in _RELATIVE_ALIASES.items()}
_BY_ALIAS.update({sid.sddl(): sid for sid in _RELATIVE_BY_RID.values()})

EVERYONE = _absolute("1-0")
NETWORK = _absolute("5-2")
INTERACTIVE = _absolute("5-4")
ADMINISTRATORS = _absolute("5-32-544")
REMOTE_MANAGEMENT_USERS = _absolute("5-32-580")
OWNER_RIGHTS = _absolute("3-4")
