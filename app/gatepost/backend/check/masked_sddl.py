"""Taking accounts and the texts of conditions out of security descriptors."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SID = re.compile(r"S-1-[0-9xA-Fa-f]+(?:-(?:0x[0-9A-Fa-f]+|\d+))+", re.IGNORECASE)
_WELL_KNOWN_SID = re.compile(r"S-1-\d+-\d+|S-1-5-32-\d+", re.IGNORECASE)
_DOMAIN_SID = re.compile(r"S-1-5-21-\d+-\d+-\d+-(\d{1,3})", re.IGNORECASE)
_BETWEEN_ENTRIES = re.compile(r"(?:[OG]:(?:[A-Z]{2})?|D:(?:P|AR|AI|NO_ACCESS_CONTROL)*|S:(?:P|AR|AI)*)*")
_FIELD = re.compile(r"[A-Z]{0,28}|0x[0-9A-Fa-f]{1,8}|\d{1,10}")
_ALIAS = re.compile(r"[A-Z]{2}")
_FIELDS = 6  # of an entry, before its condition


def masked_sddl(text: str) -> str:
    """Return a security descriptor with its SIDs replaced, but for well-known ones, and without conditions."""
    return "".join(_entry(part) if is_entry else _between(part) for is_entry, part in _entries(text))


def without_sids(text: str) -> str:
    """Return a text with its SIDs replaced, but for those that every computer has."""
    return _SID.sub(lambda found: _sid(found[0]), text)


def _entry(inside: str) -> str:
    fields = inside.split(";", _FIELDS)
    condition = ";(condition)" if len(fields) > _FIELDS else ""
    plain = [*map(_field, fields[: _FIELDS - 1]), *map(_account, fields[_FIELDS - 1 : _FIELDS])]
    return "(" + ";".join(plain) + condition + ")"


def _between(outside: str) -> str:
    """Owner, group, flags and the names of the two lists."""
    plain = _SID.sub("", outside)
    return without_sids(outside) if _BETWEEN_ENTRIES.fullmatch(plain) else "(text)"


def _field(field: str) -> str:
    return field.strip() if _FIELD.fullmatch(field.strip()) else "(text)"


def _account(field: str) -> str:
    field = field.strip()
    if _SID.fullmatch(field):
        return _sid(field)
    return field if _ALIAS.fullmatch(field) else "(text)"


def _entries(text: str) -> Iterator[tuple[bool, str]]:
    """Cut at the outer parentheses: what is inside of them, and what is between."""
    depth = begun = 0
    for at, character in enumerate(text):
        if character == "(":
            if not depth:
                yield False, text[begun:at]
                begun = at + 1
            depth += 1
        elif character == ")" and depth:
            depth -= 1
            if not depth:
                yield True, text[begun:at]
                begun = at + 1
    yield False, text[begun:]


def _sid(sid: str) -> str:
    if _WELL_KNOWN_SID.fullmatch(sid):
        return sid
    domain = _DOMAIN_SID.fullmatch(sid)
    return f"(domain SID)-{domain[1]}" if domain else "(SID)"
