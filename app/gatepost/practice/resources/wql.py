"""WQL subset: one class, a list of properties, comparisons with and, or, like."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from gatepost.practice.wire import faults
from gatepost.practice.wire.faults import Fault

Properties = Mapping[str, object]
_Test = Callable[[Properties], bool]
_QUERY = re.compile(
    r"\s*select\s+(?P<columns>.+?)\s+from\s+(?P<class>\w+)(?:\s+where\s+(?P<where>.+?))?\s*", re.I | re.S
)
_TOKEN = re.compile(
    r"""\s*(?:(?P<text>'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")|(?P<op><>|!=|=|[()])|(?P<word>[\w-]+))""", re.S
)


@dataclass(frozen=True, slots=True)
class WqlQuery:
    """A parsed query; ``columns`` None: all properties."""

    class_name: str
    columns: frozenset[str] | None
    matches: _Test


def read_query(text: str) -> WqlQuery:
    """Parse WQL.

    Raises:
        Fault: it is something else, or beyond what this understands.
    """
    match = _QUERY.fullmatch(text)
    if match is None:
        raise Fault(faults.CANNOT_PROCESS_FILTER)
    columns = match["columns"].strip()
    chosen = None if columns == "*" else frozenset(column.strip().lower() for column in columns.split(","))
    return WqlQuery(match["class"], chosen, _Conditions(match["where"]).read() if match["where"] else lambda _: True)


class _Conditions:
    """Recursive descent parser; ``and`` binds tighter than ``or``."""

    def __init__(self, text: str) -> None:
        self._tokens: list[tuple[str, str]] = []
        offset = 0
        text = text.rstrip()
        while offset < len(text):
            token = _TOKEN.match(text, offset)
            if token is None or len(self._tokens) > 500:
                raise Fault(faults.CANNOT_PROCESS_FILTER)
            self._tokens.append((token.lastgroup or "", token[token.lastgroup or 0]))
            offset = token.end()

    def read(self) -> _Test:
        test = self._either()
        if self._tokens:
            raise Fault(faults.CANNOT_PROCESS_FILTER)
        return test

    def _either(self) -> _Test:
        tests = [self._both()]
        while self._takes("or"):
            tests.append(self._both())
        return lambda properties: any(test(properties) for test in tests)

    def _both(self) -> _Test:
        tests = [self._one()]
        while self._takes("and"):
            tests.append(self._one())
        return lambda properties: all(test(properties) for test in tests)

    def _one(self) -> _Test:
        if self._takes("("):
            inner = self._either()
            if not self._takes(")"):
                raise Fault(faults.CANNOT_PROCESS_FILTER)
            return inner
        name, operator, value = self._next("word"), self._next(), self._next()
        text = _unquoted(value)
        if operator == "=":
            return lambda properties: _same(_property(properties, name), text)
        if operator in ("<>", "!="):
            return lambda properties: not _same(_property(properties, name), text)
        if operator.lower() == "like":
            pattern = re.compile("".join({"%": ".*", "_": "."}.get(c, re.escape(c)) for c in text), re.I | re.S)
            return lambda properties: pattern.fullmatch(str(_property(properties, name) or "")) is not None
        raise Fault(faults.CANNOT_PROCESS_FILTER)

    def _takes(self, word: str) -> bool:
        if not self._tokens or self._tokens[0][1].lower() != word or self._tokens[0][0] == "text":
            return False
        self._tokens.pop(0)
        return True

    def _next(self, kind: str = "") -> str:
        if not self._tokens or (kind and self._tokens[0][0] != kind):
            raise Fault(faults.CANNOT_PROCESS_FILTER)
        return self._tokens.pop(0)[1]


def _unquoted(token: str) -> str:
    return re.sub(r"\\(.)", r"\1", token[1:-1], flags=re.S) if token[:1] in "'\"" else token


def _property(properties: Properties, name: str) -> object:
    return next((value for known, value in properties.items() if known.lower() == name.lower()), None)


def _same(value: object, text: str) -> bool:
    """Compare as WMI does: without regard to case, and true the same as 1."""
    if isinstance(value, bool):
        return text.lower() in (("true", "1", "-1") if value else ("false", "0"))
    return str("" if value is None else value).lower() == text.lower()
