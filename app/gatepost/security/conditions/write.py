"""A condition as text, in the form in which Windows writes it."""

from __future__ import annotations

from gatepost.security.conditions.expression import (
    EXISTENCE,
    LOGICAL_PAIRS,
    MEMBERSHIPS,
    RELATIONS,
    Attribute,
    Condition,
    Operand,
    Operator,
)
from gatepost.security.conditions.literal_text import write_attribute, write_literal

# A text in pieces: strings, and tuples of pieces. It is joined once, so that depth costs nothing.
Pieces = str | tuple["Pieces", ...]


def write_condition(condition: Condition) -> str:
    """The text with its outer parentheses: every operation in its own, one blank around an operator."""

    def operand(value: Operand) -> Pieces:
        return write_attribute(value) if isinstance(value, Attribute) else write_literal(value)

    return "".join(flat(("(", condition.fold(operand, _operation), ")")))


def _operation(operator: Operator, operands: tuple[Pieces, ...]) -> Pieces:
    if operator in RELATIONS:
        return (operands[0], f" {RELATIONS[operator]} ", operands[1])
    if operator in LOGICAL_PAIRS:
        return ("(", operands[0], f") {LOGICAL_PAIRS[operator]} (", operands[1], ")")
    if operator is Operator.NOT:
        return ("!(", operands[0], ")")
    return ((MEMBERSHIPS | EXISTENCE)[operator] + " ", operands[0])


def flat(pieces: Pieces) -> list[str]:
    flat: list[str] = []
    pending = [pieces]
    while pending:
        piece = pending.pop()
        if isinstance(piece, str):
            flat.append(piece)
        else:
            pending.extend(reversed(piece))
    return flat
