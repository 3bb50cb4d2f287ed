"""SDDL text to owner, group and the two lists ([MS-DTYP] 2.5.1): strict, or as lenient as Windows reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from app.security.ace import Ace
from app.security.ace_text import read_ace
from app.security.acl import Acl
from app.security.errors import SddlError, excerpt
from app.security.sid import Sid, sid_from_sddl

_ACES = r"((?:\([^()]*\))*)"
_SID = r"([A-Z]{2}|S-1-[0-9A-Fa-fx-]+?)"
# The common case in one go: strict order, no blanks, no parentheses within ACEs.
_COMMON = re.compile(rf"(?:O:{_SID})?(?:G:{_SID})?(?:D:([A-Z_]*){_ACES})?(?:S:([A-Z_]*){_ACES})?")
_HEAD = {True: re.compile(r"[OGDS]:"), False: re.compile(r" *[OGDS]:")}
_NAME = {
    True: re.compile(r"S-1-[0-9A-Fa-fx-]+|[A-Z]{2}"),
    False: re.compile(r" *(?:[Ss]-[0-9A-Fa-fxX -]+|[A-Za-z]{2} *)"),
}
_FLAGS = {
    True: re.compile(r"(?:P|AR|AI)*(?:NO_ACCESS_CONTROL)?"),
    False: re.compile(r" *(?:P|AR|AI)*(?:NO_ACCESS_CONTROL)? *", re.IGNORECASE),
}
_PLAIN_ACE = re.compile(r"\([^()\"]*\)")
_FIXED_FIELDS = re.compile(r"\((?:[^;()]*;){6}")
_IN_CONDITION = re.compile(r'[^()"]+|"[^"]*"|[()]')


class Component(NamedTuple):
    """One ``X:`` part of the text: its letter, where it, its value and its ACEs start and end."""

    letter: str
    start: int
    value: int
    end: int
    aces: tuple[tuple[int, int], ...]


class Parts(NamedTuple):
    """What SDDL text holds; None for what it does not mention."""

    owner: Sid | None
    group: Sid | None
    dacl: Acl | None
    sacl: Acl | None


def read_sddl(text: str, strict: bool = True) -> Parts:
    """Read a security descriptor.

    Raises:
        SddlError: not one, with the position of the first fault.
    """
    if not text.isascii():
        _check_characters(text)
    if strict:
        match = _COMMON.fullmatch(text)
        if match is not None:
            return _from_match(match)
    return _read_slowly(text, strict)


def _check_characters(text: str) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise SddlError("half a surrogate pair", error.start) from None


def _from_match(match: re.Match[str]) -> Parts:
    owner, group, dacl_flags, dacl, sacl_flags, sacl = match.groups()
    position = 0
    try:
        position = 1
        owner_sid = None if owner is None else sid_from_sddl(owner)
        position = 2
        group_sid = None if group is None else sid_from_sddl(group)
    except SddlError as error:
        raise error.moved(match.start(position)) from None
    return Parts(
        owner_sid,
        group_sid,
        None if dacl is None else _acl(dacl_flags, dacl, match.start(3), False),
        None if sacl is None else _acl(sacl_flags, sacl, match.start(5), True),
    )


def _acl(flags: str, body: str, position: int, in_sacl: bool) -> Acl:
    aces = []
    start = position + len(flags)
    try:
        head = _acl_head(flags, True)
        position = start
        for text in body[1:-1].split(")(") if body else ():
            aces.append(read_ace(f"({text})", True, in_sacl))
            position += len(text) + 2
    except SddlError as error:
        raise error.moved(position) from None
    return _filled(head, tuple(aces), start)


def _filled(head: Acl, aces: tuple[Ace, ...], position: int) -> Acl:
    if not aces:
        return head
    if head.is_null:
        raise SddlError("NO_ACCESS_CONTROL and ACEs exclude each other", position)
    acl = Acl(aces, head.protected, head.auto_inherit_req, head.auto_inherited)
    object.__setattr__(acl, "source_flags", head.source_flags)
    return acl


@lru_cache(maxsize=256)
def _acl_head(flags: str, strict: bool) -> Acl:
    if not _FLAGS[strict].fullmatch(flags):
        raise SddlError(f"unknown ACL flags {excerpt(flags)}")
    letters, null, _ = flags.strip(" ").upper().partition("NO_ACCESS_CONTROL")
    tokens = re.findall("P|AR|AI", letters)
    if strict and len(tokens) != len(set(tokens)):
        raise SddlError(f"an ACL flag is repeated: {excerpt(flags)}")
    acl = Acl((), "P" in tokens, "AR" in tokens, "AI" in tokens, bool(null))
    object.__setattr__(acl, "source_flags", flags)
    return acl


def _read_slowly(text: str, strict: bool) -> Parts:
    sids: dict[str, Sid] = {}
    acls: dict[str, Acl] = {}
    order = -1
    for part in components(text, strict):
        rank = "OGDS".index(part.letter)
        if part.letter in sids or part.letter in acls:
            raise SddlError(f"{part.letter}: is given twice", part.start)
        if strict and rank < order:
            raise SddlError(f"{part.letter}: comes too late; the order is O:, G:, D:, S:", part.start)
        order = rank
        if part.letter in "OG":
            sids[part.letter] = _name(text, part, strict)
        else:
            acls[part.letter] = _list(text, part, strict)
    return Parts(sids.get("O"), sids.get("G"), acls.get("D"), acls.get("S"))


def _name(text: str, part: Component, strict: bool) -> Sid:
    value = text[part.value : part.end]
    try:
        return sid_from_sddl(value if strict else value.strip(" "), strict)
    except SddlError as error:
        raise error.moved(part.value) from None


def _list(text: str, part: Component, strict: bool) -> Acl:
    flags_end = position = part.aces[0][0] if part.aces else part.end
    try:
        position = part.value
        head = _acl_head(text[part.value : flags_end], strict)
        aces = []
        previous = flags_end
        for start, end in part.aces:
            position = start
            ace = read_ace(text[start:end], strict, part.letter == "S")
            aces.append(ace if start == previous else _with_source(ace, text[previous:end]))
            previous = end
    except SddlError as error:
        raise error.moved(position) from None
    return _filled(head, tuple(aces), flags_end)


def _with_source(ace: Ace, source: str) -> Ace:
    """The ACE with the blanks that stood before it."""
    ace = replace(ace)
    object.__setattr__(ace, "source", source)
    return ace


def components(text: str, strict: bool) -> Iterator[Component]:
    """The parts of the text in their order; nothing but blanks (lenient) may stand between or after them.

    Raises:
        SddlError: something else stands where a part should start or end.
    """
    position = 0
    while position < len(text):
        head = _HEAD[strict].match(text, position)
        if head is None:
            if not strict and not text[position:].strip(" "):
                return
            raise SddlError("O:, G:, D: or S: is expected here", position)
        letter, value = text[head.end() - 2], head.end()
        aces: tuple[tuple[int, int], ...] = ()
        if letter in "OG":
            position = _name_end(text, value, strict)
        else:
            flags = _FLAGS[strict].match(text, value)
            position = flags.end() if flags else value
            aces = tuple(_ace_spans(text, position, strict))
            position = aces[-1][1] if aces else position
        yield Component(letter, head.end() - 2, value, position, aces)


def _name_end(text: str, start: int, strict: bool) -> int:
    name = _NAME[strict].match(text, start)
    if name is None:
        raise SddlError("a SID or its alias is expected here", start)
    # The D of a following "D:" looks like one more hex digit.
    return name.end() - 1 if text[name.end() : name.end() + 1] == ":" else name.end()


def _ace_spans(text: str, position: int, strict: bool) -> Iterator[tuple[int, int]]:
    while True:
        start = position
        while not strict and text[start : start + 1] == " ":
            start += 1
        if text[start : start + 1] != "(":
            return
        position = _ace_end(text, start)
        yield start, position


def _ace_end(text: str, start: int) -> int:
    plain = _PLAIN_ACE.match(text, start)
    if plain is not None:
        return plain.end()
    fixed = _FIXED_FIELDS.match(text, start)
    if fixed is None:
        raise SddlError("an ACE is expected here: (type;flags;rights;object;inherited object;sid)", start)
    position, depth = fixed.end(), 1
    while depth:
        token = _IN_CONDITION.match(text, position)
        if token is None:
            raise SddlError("an ACE is not closed", start)
        position = token.end()
        depth += {"(": 1, ")": -1}.get(token[0], 0)
    return position
