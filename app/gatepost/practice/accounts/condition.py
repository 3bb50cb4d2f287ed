"""Evaluate the condition of a conditional ACE for a token ([MS-DTYP] 2.4.4.17, 2.5.1.1).

Membership terms, ``&&``, ``||``, ``!`` and parentheses are understood; anything else
(attributes, comparisons) makes the whole condition unknown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

_TOKEN = re.compile(r"\s*(&&|\|\||[!(){},]|[Ss]-1-[0-9A-Fa-fx-]+|[A-Za-z_]\w*|\S)")
_MAX_DEPTH = 64


class _UnknownConditionError(Exception):
    """The condition uses something this evaluator does not know."""


def evaluate(condition: str, sids: Collection[str], resolve: Callable[[str], str]) -> bool | None:
    """Return whether the condition holds, or None when that cannot be told.

    Args:
        condition: the text, with or without its outer parentheses.
        sids: SIDs the token carries, as text.
        resolve: turns the inside of ``SID(..)``, an alias or a SID, into SID text; ValueError if it cannot.
    """
    try:
        return _ConditionReader(_TOKEN.findall(condition), sids, resolve).read()
    except (_UnknownConditionError, ValueError):
        return None


class _ConditionReader:
    def __init__(self, tokens: list[str], sids: Collection[str], resolve: Callable[[str], str]) -> None:
        self._tokens = tokens
        self._sids = sids
        self._resolve = resolve
        self._at = 0
        self._depth = 0

    def read(self) -> bool:
        value = self._either()
        if self._at != len(self._tokens):
            raise _UnknownConditionError
        return value

    def _next(self) -> str:
        if self._at >= len(self._tokens):
            raise _UnknownConditionError
        self._at += 1
        return self._tokens[self._at - 1]

    def _take(self, token: str) -> bool:
        found = self._at < len(self._tokens) and self._tokens[self._at] == token
        self._at += found
        return found

    def _expect(self, token: str) -> None:
        if not self._take(token):
            raise _UnknownConditionError

    def _either(self) -> bool:
        value = self._both()
        while self._take("||"):
            value = self._both() or value  # the right side is read even when it cannot matter
        return value

    def _both(self) -> bool:
        value = self._term()
        while self._take("&&"):
            value = self._term() and value
        return value

    def _term(self) -> bool:
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise _UnknownConditionError
        try:
            if self._take("!"):
                return not self._term()
            if self._take("("):
                value = self._either()
                self._expect(")")
                return value
            return self._membership(self._next())
        finally:
            self._depth -= 1

    def _membership(self, operator: str) -> bool:
        name = operator.lower()
        negated = name.startswith("not_")
        kind = name.removeprefix("not_")
        if kind not in ("member_of", "member_of_any"):
            raise _UnknownConditionError
        held = [sid in self._sids for sid in self._sid_list()]
        return (any(held) if kind == "member_of_any" else all(held)) != negated

    def _sid_list(self) -> list[str]:
        if not self._take("{"):
            return [self._sid()]
        listed = [self._sid()]
        while self._take(","):
            listed.append(self._sid())
        self._expect("}")
        return listed

    def _sid(self) -> str:
        if self._next().upper() != "SID":
            raise _UnknownConditionError
        self._expect("(")
        sid = self._resolve(self._next())
        self._expect(")")
        return sid
