"""Conditions as text ([MS-DTYP] 2.5.1.1): read to tokens, and written as Windows writes them.

Iterative both ways: nesting is bounded by the text alone.
"""

from __future__ import annotations

import re

from gatepost.security.conditions.expression import (
    EXISTENCE,
    LOGICAL_PAIRS,
    MEMBERSHIPS,
    RELATIONS,
    Attribute,
    Condition,
    ConditionToken,
    Literal,
    Operator,
    Scalar,
    Scope,
)
from gatepost.security.conditions.literal_text import decode_name, read_scalar, skip_blanks, write_operand
from gatepost.security.decorators import cached_if_short
from gatepost.security.errors import SddlError, excerpt

_OPEN = "("
_SCOPED = re.compile(r"@(USER|DEVICE|RESOURCE)\.([^\s!&()><=|\",]+)", re.IGNORECASE)
_LOCAL = re.compile(r"(?:[\w:./\-]|%[0-9A-Fa-f]{4})+")
_RELATION = re.compile(r"==|!=|<=|>=|<|>|(?:Not_)?(?:Contains|Any_of)\b", re.IGNORECASE)
_PREFIX_OPERATORS = {operator.value.lower(): operator for operator in MEMBERSHIPS | EXISTENCE}
_RELATION_OF_TEXT = {operator.value.lower(): operator for operator in RELATIONS}
_RESERVED = frozenset(_PREFIX_OPERATORS) | {text for text in _RELATION_OF_TEXT if text[0].isalpha()}
_PRECEDENCE = {Operator.OR: 1, Operator.AND: 2}


@cached_if_short(512, 512)
def read_condition(text: str) -> Condition:
    """Read a condition in its outer parentheses, blanks before and after allowed.

    Raises:
        SddlError: not a condition.
    """
    return _Reader(text).read()


class _Reader:
    """Shunting-yard: operators wait on a stack until their operands are out."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._position = 0
        self._output: list[ConditionToken] = []
        self._waiting: list[Operator | str] = []

    def read(self) -> Condition:
        self._position = skip_blanks(self._text, 0)
        if self._peek() != "(":
            raise SddlError("a condition stands in parentheses", self._position)
        while True:
            self._operand()
            if self._after_operand():
                return Condition(tuple(self._output))

    def _peek(self, length: int = 1) -> str:
        return self._text[self._position : self._position + length]

    def _advance(self, length: int) -> None:
        self._position = skip_blanks(self._text, self._position + length)

    def _operand(self) -> None:
        """Open parentheses and negations, then one simple term."""
        while True:
            first = self._peek()
            if first == "(":
                self._waiting.append(_OPEN)
                self._advance(1)
            elif first == "!":
                self._waiting.append(Operator.NOT)
                self._advance(1)
                if self._peek() != "(":
                    raise SddlError("! is followed by a parenthesis", self._position)
            else:
                self._term()
                return

    def _after_operand(self) -> bool:
        """Close parentheses, then take && or ||; True at the end of the text."""
        while self._peek() == ")":
            self._close()
            self._advance(1)
            if not self._waiting:
                if self._position < len(self._text):
                    raise SddlError("nothing may follow the condition", self._position)
                return True
        symbol = self._peek(2)
        if symbol not in ("&&", "||"):
            raise SddlError("&&, || or ) is expected here", self._position)
        operator = Operator.AND if symbol == "&&" else Operator.OR
        while isinstance(top := self._waiting[-1], Operator) and _PRECEDENCE.get(top, 0) >= _PRECEDENCE[operator]:
            self._output.append(top)
            self._waiting.pop()
        self._waiting.append(operator)
        self._advance(2)
        return False

    def _close(self) -> None:
        while isinstance(top := self._waiting.pop(), Operator):
            self._output.append(top)
        if self._waiting and self._waiting[-1] is Operator.NOT:
            self._waiting.pop()
            self._output.append(Operator.NOT)

    def _term(self) -> None:
        word = _LOCAL.match(self._text, self._position)
        prefix = _PREFIX_OPERATORS.get(word[0].lower()) if word is not None else None
        if prefix is not None and word is not None:
            self._advance(len(word[0]))
            self._output.append(self._attribute() if prefix in EXISTENCE else self._members())
            self._output.append(prefix)
            return
        self._output.append(self._attribute())
        relation = _RELATION.match(self._text, self._position)
        if relation is not None:
            self._advance(len(relation[0]))
            self._output.append(self._attribute() if self._peek() == "@" else self._literal())
            self._output.append(_RELATION_OF_TEXT[relation[0].lower()])

    def _attribute(self) -> Attribute:
        scoped = _SCOPED.match(self._text, self._position)
        if scoped is not None:
            end, scope, name = scoped[0], Scope[scoped[1].upper()], scoped[2]
        else:
            local = _LOCAL.match(self._text, self._position)
            if local is None or local[0].lower() in _RESERVED:
                raise SddlError("an attribute is expected here", self._position)
            end, scope, name = local[0], Scope.LOCAL, local[0]
        try:
            attribute = Attribute(scope, decode_name(name))
        except SddlError as error:
            raise error.moved(self._position) from None
        self._advance(len(end))
        return attribute

    def _members(self) -> Literal:
        """The operand of Member_of, which Windows also takes in parentheses."""
        depth = 0
        while self._peek() == "(":
            depth += 1
            self._advance(1)
        literal = self._literal()
        for _ in range(depth):
            if self._peek() != ")":
                raise SddlError(") is expected here", self._position)
            self._advance(1)
        return literal

    def _literal(self) -> Literal:
        if self._peek() != "{":
            value, end = read_scalar(self._text, self._position)
            self._position = skip_blanks(self._text, end)
            return value
        self._advance(1)
        items: list[Scalar] = []
        while self._peek() != "}" or items:
            value, end = read_scalar(self._text, self._position)
            items.append(value)
            self._position = skip_blanks(self._text, end)
            if self._peek() == "}":
                break
            if self._peek() != ",":
                raise SddlError(f", or }} is expected here, not {excerpt(self._peek())}", self._position)
            self._advance(1)
        self._advance(1)
        return tuple(items)


# A text in pieces: strings, and tuples of pieces. It is joined once, so that depth costs nothing.
_Pieces = str | tuple["_Pieces", ...]


def write_condition(condition: Condition) -> str:
    """The text with its outer parentheses: every operation in its own, one blank around an operator."""
    pieces: _Pieces = condition.fold(write_operand, _operation)
    return "".join(_flat(("(", pieces, ")")))


def _operation(operator: Operator, operands: tuple[_Pieces, ...]) -> _Pieces:
    if operator in RELATIONS:
        return (operands[0], f" {operator.value} ", operands[1])
    if operator in LOGICAL_PAIRS:
        return ("(", operands[0], f") {operator.value} (", operands[1], ")")
    if operator is Operator.NOT:
        return ("!(", operands[0], ")")
    return (f"{operator.value} ", operands[0])


def _flat(pieces: _Pieces) -> list[str]:
    flat: list[str] = []
    pending = [pieces]
    while pending:
        piece = pending.pop()
        if isinstance(piece, str):
            flat.append(piece)
        else:
            pending.extend(reversed(piece))
    return flat
