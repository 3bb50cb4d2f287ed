"""Evaluate the condition of a conditional ACE for a token ([MS-DTYP] 2.4.4.17, 2.5.1.1).

The accounts of this host have neither claims nor devices, so a comparison is unknown, and a membership of a device is
false. Attributes that the object has are not read: a condition on one of them is unknown as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

_TOKEN = re.compile(
    r"""\s*(&&|\|\||[=!<>]=|[<>!(){},]|"[^"]*"|@\w+\.[^\s!&()><=|",]+|[Ss]-1-[0-9A-Fa-fx-]+"""
    r"""|[+-]?\d\w*|\#[0-9A-Fa-f#]*|[A-Za-z_][\w:./%-]*|\S)"""
)
_RELATIONS = {"==", "!=", "<", "<=", ">", ">=", "contains", "any_of", "not_contains", "not_any_of"}
_MAX_DEPTH = 64
Truth = bool | None


class _UnknownConditionError(Exception):
    """The condition as a whole is unknown."""


def evaluate(
    condition: str, sids: Collection[str], resolve: Callable[[str], str], attributes: Collection[str] = ()
) -> Truth:
    """Return whether the condition holds, or None when that cannot be told.

    Args:
        condition: the text, with or without its outer parentheses.
        sids: SIDs the token carries, as text.
        resolve: turns the inside of ``SID(..)``, an alias or a SID, into SID text; ValueError if it cannot.
        attributes: names of the object's own attributes, in lower case.
    """
    try:
        return _ConditionReader(_TOKEN.findall(condition), sids, resolve, attributes).read()
    except (_UnknownConditionError, ValueError):
        return None


class _ConditionReader:
    def __init__(
        self, tokens: list[str], sids: Collection[str], resolve: Callable[[str], str], attributes: Collection[str]
    ) -> None:
        self._tokens = tokens
        self._sids = sids
        self._resolve = resolve
        self._attributes = attributes
        self._at = 0
        self._depth = 0

    def read(self) -> Truth:
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
        matches = self._at < len(self._tokens) and self._tokens[self._at] == token
        self._at += matches
        return matches

    def _expect(self, token: str) -> None:
        if not self._take(token):
            raise _UnknownConditionError

    def _either(self) -> Truth:
        values = [self._both()]
        while self._take("||"):
            values.append(self._both())  # the right side is read even when it cannot matter
        return True if True in values else None if None in values else False

    def _both(self) -> Truth:
        values = [self._term()]
        while self._take("&&"):
            values.append(self._term())
        return False if False in values else None if None in values else True

    def _term(self) -> Truth:
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise _UnknownConditionError
        try:
            if self._take("!"):
                value = self._term()
                return None if value is None else not value
            if self._take("("):
                value = self._either()
                self._expect(")")
                return value
            return self._simple(self._next())
        finally:
            self._depth -= 1

    def _simple(self, word: str) -> Truth:
        name = word.lower()
        negated = name.startswith("not_")
        kind = name.removeprefix("not_")
        if kind == "exists":
            return self._exists(self._next()) is not negated
        if kind.removeprefix("device_") in ("member_of", "member_of_any"):
            return self._membership(kind) is not negated
        self._attribute(word)
        if self._at < len(self._tokens) and self._tokens[self._at].lower() in _RELATIONS:
            self._next()
            self._skip_literal()
        return None

    def _membership(self, kind: str) -> bool:
        memberships = [sid in self._sids for sid in self._sid_list()]
        if kind.startswith("device_"):
            memberships = [False] * len(memberships)
        return any(memberships) if kind.endswith("_any") else all(memberships)

    def _exists(self, attribute: str) -> bool:
        """An error of the whole condition for claims of a user or a device ([MS-DTYP] 2.4.4.17.7)."""
        if attribute.lower().startswith(("@user.", "@device.")):
            raise _UnknownConditionError
        self._attribute(attribute)
        return False

    def _attribute(self, word: str) -> None:
        """Go on only where no account has the attribute."""
        name = word.lower()
        if name.removeprefix("@resource.") in self._attributes and name.startswith("@resource."):
            raise _UnknownConditionError
        if not re.match(r"[@a-z_]", name):
            raise _UnknownConditionError

    def _skip_literal(self) -> None:
        if not self._take("{"):
            if self._next().upper() == "SID":
                self._at += 3
            return
        while self._next() != "}":
            pass

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
