"""SDDL text to owner, group and the two lists ([MS-DTYP] 2.5.1): strict, or as lenient as Windows reads."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from gatepost.security.ace import Ace
from gatepost.security.acl import Acl
from gatepost.security.errors import SddlError, excerpt
from gatepost.security.sddl.ace_text import ace_reader
from gatepost.security.sddl.scan import FLAGS, SddlPart, components
from gatepost.security.sid import Sid, sid_from_sddl

# Longer flags are read each time, so that the cache stays small.
_MAX_CACHED = 32
_ACES = r"((?:\([^()]*\))*)"
_SID = r"([A-Z]{2}|S-1-[0-9A-Fa-fx-]+?)"
# The common case in one go: strict order, no blanks, no parentheses within ACEs.
_COMMON = re.compile(rf"(?:O:{_SID})?(?:G:{_SID})?(?:D:([A-Z_]*){_ACES})?(?:S:([A-Z_]*){_ACES})?")


class ParsedSddl(NamedTuple):
    """Parts of an SDDL text; None for what it does not mention."""

    owner: Sid | None
    group: Sid | None
    dacl: Acl | None
    sacl: Acl | None


def read_sddl(text: str, *, strict: bool) -> ParsedSddl:
    """Read a security descriptor.

    Raises:
        SddlError: not one, with the position of the first fault.
    """
    if not text.isascii():
        _check_characters(text)
    match = _COMMON.fullmatch(text)
    if match is not None:
        # What the strict reading takes means the same in the lenient one.
        try:
            return _from_match(match)
        except SddlError:
            if strict:
                raise
    return _read_any_form(text, strict=strict)


def _check_characters(text: str) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise SddlError("half a surrogate pair", error.start) from None


def _from_match(match: re.Match[str]) -> ParsedSddl:
    owner, group, dacl_flags, dacl, sacl_flags, sacl = match.groups()
    regex_group = 1
    try:
        owner_sid = None if owner is None else sid_from_sddl(owner)
        regex_group = 2
        group_sid = None if group is None else sid_from_sddl(group)
    except SddlError as error:
        raise error.moved(match.start(regex_group)) from None
    return ParsedSddl(
        owner_sid,
        group_sid,
        None if dacl is None else _read_strict_acl(dacl_flags, dacl, match.start(3), in_sacl=False),
        None if sacl is None else _read_strict_acl(sacl_flags, sacl, match.start(5), in_sacl=True),
    )


def _read_strict_acl(flags: str, body: str, position: int, *, in_sacl: bool) -> Acl:
    read_ace = ace_reader(strict=True, in_sacl=in_sacl)
    aces = []
    start = position + len(flags)
    try:
        head = _read_flags(flags, strict=True)
        position = start
        for text in body[1:-1].split(")(") if body else ():
            aces.append(read_ace(f"({text})"))
            position += len(text) + 2
    except SddlError as error:
        raise error.moved(position) from None
    return _with_aces(head, tuple(aces), start)


def _with_aces(head: Acl, aces: tuple[Ace, ...], position: int) -> Acl:
    if not aces:
        return head
    if head.is_null:
        raise SddlError("NO_ACCESS_CONTROL and ACEs exclude each other", position)
    return head.with_aces(aces)


def _read_flags(flags: str, *, strict: bool) -> Acl:
    read = _cached_flags if len(flags) <= _MAX_CACHED else _read_new_flags
    return read(flags, strict=strict)


@lru_cache(maxsize=256)
def _cached_flags(flags: str, *, strict: bool) -> Acl:
    return _read_new_flags(flags, strict=strict)


def _read_new_flags(flags: str, *, strict: bool) -> Acl:
    if not FLAGS[strict].fullmatch(flags):
        raise SddlError(f"unknown ACL flags {excerpt(flags)}")
    letters, null, _ = flags.strip(" ").upper().partition("NO_ACCESS_CONTROL")
    tokens = re.findall("P|AR|AI", letters)
    if strict and len(tokens) != len(set(tokens)):
        raise SddlError(f"an ACL flag is repeated: {excerpt(flags)}")
    return Acl((), "P" in tokens, "AR" in tokens, "AI" in tokens, bool(null)).keep_source(flags)


def _read_any_form(text: str, *, strict: bool) -> ParsedSddl:
    sids: dict[str, Sid] = {}
    acls: dict[str, Acl] = {}
    order = -1
    for part in components(text, strict=strict):
        rank = "OGDS".index(part.letter)
        if part.letter in sids or part.letter in acls:
            raise SddlError(f"{part.letter}: is given twice", part.start)
        if strict and rank < order:
            raise SddlError(f"{part.letter}: comes too late; the order is O:, G:, D:, S:", part.start)
        order = rank
        if part.letter in "OG":
            sids[part.letter] = _read_sid(text, part, strict=strict)
        else:
            acls[part.letter] = _read_acl(text, part, strict=strict)
    return ParsedSddl(sids.get("O"), sids.get("G"), acls.get("D"), acls.get("S"))


def _read_sid(text: str, part: SddlPart, *, strict: bool) -> Sid:
    value = text[part.value : part.end]
    try:
        return sid_from_sddl(value if strict else value.strip(" "), strict=strict)
    except SddlError as error:
        raise error.moved(part.value) from None


def _read_acl(text: str, part: SddlPart, *, strict: bool) -> Acl:
    read_ace = ace_reader(strict=strict, in_sacl=part.letter == "S")
    flags_end = position = part.aces[0][0] if part.aces else part.end
    try:
        position = part.value
        head = _read_flags(text[part.value : flags_end], strict=strict)
        aces = []
        previous = flags_end
        for start, end in part.aces:
            position = start
            ace = read_ace(text[start:end])
            # The entry is cached for others, so the blanks in front of it are kept in a copy.
            aces.append(ace if start == previous else replace(ace).keep_source(text[previous:end]))
            previous = end
    except SddlError as error:
        raise error.moved(position) from None
    return _with_aces(head, tuple(aces), flags_end)
