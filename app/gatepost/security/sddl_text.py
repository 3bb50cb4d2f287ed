"""SDDL text of owner, group and the two lists ([MS-DTYP] 2.5.1): read as leniently as Windows does, written as it does."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from gatepost.security.ace import Ace, Acl
from gatepost.security.ace_text import read_dacl_ace, read_sacl_ace, write_ace
from gatepost.security.decorators import cached_if_short
from gatepost.security.errors import SddlError, excerpt
from gatepost.security.sddl_parts import FLAGS, SddlPart, components
from gatepost.security.sid import Sid, sid_from_sddl

_ACES = r"((?:\([^()]*\))*)"
_SID = r"([A-Z]{2}|S-1-[0-9A-Fa-fx-]+?)"
# The common case in one go: the usual order, no blanks, no parentheses within ACEs.
_COMMON = re.compile(rf"(?:O:{_SID})?(?:G:{_SID})?(?:D:([A-Z_]*){_ACES})?(?:S:([A-Z_]*){_ACES})?")
# Owner, group, DACL and SACL; None for what the text does not mention.
Parts = tuple[Sid | None, Sid | None, Acl | None, Acl | None]


def read_sddl(text: str) -> Parts:
    """Read a security descriptor.

    Raises:
        SddlError: not one, with the position of the first fault.
    """
    if not text.isascii():
        _check_characters(text)
    match = _COMMON.fullmatch(text)
    if match is not None:
        try:
            return _from_match(match)
        except SddlError:
            pass  # said again below, with its position
    return _read_any_form(text)


def _check_characters(text: str) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise SddlError("half a surrogate pair", error.start) from None


def _from_match(match: re.Match[str]) -> Parts:
    owner, group, dacl_flags, dacl, sacl_flags, sacl = match.groups()
    return (
        None if owner is None else sid_from_sddl(owner),
        None if group is None else sid_from_sddl(group),
        None if dacl is None else _read_common_acl(dacl_flags, dacl, read_dacl_ace),
        None if sacl is None else _read_common_acl(sacl_flags, sacl, read_sacl_ace),
    )


def _read_common_acl(flags: str, body: str, read_ace: Callable[[str], Ace]) -> Acl:
    texts = body[1:-1].split(")(") if body else ()
    return _with_aces(_read_flags(flags), tuple([read_ace(f"({text})") for text in texts]))


def _with_aces(head: Acl, aces: tuple[Ace, ...]) -> Acl:
    if not aces:
        return head
    if head.is_null:
        raise SddlError("NO_ACCESS_CONTROL and ACEs exclude each other")
    return head.with_aces(aces)


@cached_if_short(32, 256)
def _read_flags(flags: str) -> Acl:
    if not FLAGS.fullmatch(flags):
        raise SddlError(f"unknown ACL flags {excerpt(flags)}")
    letters, null, _ = flags.strip(" ").upper().partition("NO_ACCESS_CONTROL")
    tokens = re.findall("P|AR|AI", letters)
    return Acl((), "P" in tokens, "AR" in tokens, "AI" in tokens, bool(null)).keep_source(flags)


def _read_any_form(text: str) -> Parts:
    sids: dict[str, Sid] = {}
    acls: dict[str, Acl] = {}
    for part in components(text):
        if part.letter in sids or part.letter in acls:
            raise SddlError(f"{part.letter}: is given twice", part.start)
        if part.letter in "OG":
            sids[part.letter] = _read_sid(text, part)
        else:
            acls[part.letter] = _read_acl(text, part)
    return (sids.get("O"), sids.get("G"), acls.get("D"), acls.get("S"))


def _read_sid(text: str, part: SddlPart) -> Sid:
    try:
        return sid_from_sddl(text[part.value : part.end].strip(" "))
    except SddlError as error:
        raise error.moved(part.value) from None


def _read_acl(text: str, part: SddlPart) -> Acl:
    read_ace = read_sacl_ace if part.letter == "S" else read_dacl_ace
    flags_end = part.aces[0][0] if part.aces else part.end
    position = part.value
    try:
        head = _read_flags(text[part.value : flags_end])
        aces = []
        previous = flags_end
        for start, end in part.aces:
            position = start
            ace = read_ace(text[start:end])
            # The entry is cached for others, so the blanks in front of it are kept in a copy.
            aces.append(ace if start == previous else replace(ace).keep_source(text[previous:end]))
            previous = end
        position = flags_end
        return _with_aces(head, tuple(aces))
    except SddlError as error:
        raise error.moved(position) from None


def write_part(letter: str, part: Sid | Acl | None) -> str:
    """One part of the text with its letter; "" for None. What was read from text and not edited keeps that text.

    Raises:
        SddlError: an ACE has no text form.
    """
    if part is None:
        return ""
    if isinstance(part, Sid):
        return f"{letter}:{part.sddl()}"
    flags = part.source_flags if part.source_flags is not None else _flags_text(part)
    return f"{letter}:{flags}" + "".join([ace.source or write_ace(ace) for ace in part.aces])


def _flags_text(acl: Acl) -> str:
    """``P``, ``AR``, ``AI`` in that order, and the word for a null list."""
    flags = (("P", acl.protected), ("AR", acl.auto_inherit_req), ("AI", acl.auto_inherited))
    null = "NO_ACCESS_CONTROL" if acl.is_null else ""
    return "".join(token for token, is_set in flags if is_set) + null
