"""Finding the parts of SDDL text: components and ACEs, before any of them is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from gatepost.security.errors import SddlError, excerpt
from gatepost.security.sid import not_a_sid

_HEAD = re.compile(r" *[OGDS]:")
_NAME = re.compile(r" *(?:[Ss]-[0-9A-Fa-fxX -]+|[A-Za-z]{2} *)")
_ACCOUNT = re.compile(r"[^;:\\]+\\[^;:\\]+?(?=[GDSgds]:|$)")
# A name with parentheses, as in "Domain Admins (Tier 0)", where the SID of an entry belongs.
_NAMED_ACE = re.compile(r"\((?:[^;()]*;){5}([^;()]*(?:\([^;()]*\)[^;()]*)+)[;)]")
FLAGS = re.compile(r" *(?:P|AR|AI)*(?:NO_ACCESS_CONTROL)? *", re.IGNORECASE)
_PLAIN_ACE = re.compile(r"\([^()\"]*\)")
_FIXED_FIELDS = re.compile(r"\((?:[^;()]*;){6}")
_IN_CONDITION = re.compile(r'[^()"]+|"[^"]*"|[()]')


class SddlPart(NamedTuple):
    """One ``X:`` part of the text: its letter, where it, its value and its ACEs start and end."""

    letter: str
    start: int
    value: int
    end: int
    aces: tuple[tuple[int, int], ...]


def components(text: str) -> Iterator[SddlPart]:
    """The parts of the text in their order; nothing but blanks may stand between or after them.

    Raises:
        SddlError: something else stands where a part should start or end.
    """
    position = 0
    while position < len(text):
        head = _HEAD.match(text, position)
        if head is None:
            if not text[position:].strip(" "):
                return
            raise SddlError("O:, G:, D: or S: is expected here", position)
        letter, value = text[head.end() - 2], head.end()
        aces: tuple[tuple[int, int], ...] = ()
        if letter in "OG":
            position = _name_end(text, value)
        else:
            flags = FLAGS.match(text, value)
            position = flags.end() if flags else value
            aces = tuple(_ace_spans(text, position))
            position = aces[-1][1] if aces else position
        yield SddlPart(letter, head.end() - 2, value, position, aces)


def _name_end(text: str, start: int) -> int:
    account = _ACCOUNT.match(text, start)
    if account is not None:
        raise not_a_sid(account[0]).moved(start)
    name = _NAME.match(text, start)
    if name is None:
        raise SddlError("a SID or its alias is expected here", start)
    # The D of a following "D:" looks like one more hex digit.
    return name.end() - 1 if text[name.end() : name.end() + 1] == ":" else name.end()


def _ace_spans(text: str, position: int) -> Iterator[tuple[int, int]]:
    while True:
        start = position
        while text[start : start + 1] == " ":
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
        named = _NAMED_ACE.match(text, start)
        if named is not None:
            raise SddlError(
                f"an account name stands where a SID is expected: {excerpt(named[1])}", named.start(1), named[1].strip()
            )
        raise SddlError("an ACE is expected here: (type;flags;rights;object;inherited object;sid)", start)
    position, depth = fixed.end(), 1
    while depth:
        token = _IN_CONDITION.match(text, position)
        if token is None:
            raise SddlError("an ACE is not closed", start)
        position = token.end()
        depth += {"(": 1, ")": -1}.get(token[0], 0)
    return position
