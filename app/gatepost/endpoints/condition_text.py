"""Conditions of permission entries in words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from gatepost.endpoints.text import ENDPOINTS, Text, english, listed
from gatepost.security import (
    Accounts,
    SddlError,
    Sid,
)
from gatepost.security.conditions.expression import (
    EXISTENCE,
    LOGICAL_PAIRS,
    MEMBERSHIPS,
    Attribute,
    Condition,
    Integer,
    Operand,
    Operator,
    Scalar,
    Scope,
)
from gatepost.security.conditions.literal_text import write_integer
from gatepost.security.conditions.needs import group_condition
from gatepost.security.conditions.text import read_condition

_LONGEST = 20_000  # characters of a condition that is put into words
# Words in pieces; they become one Text in the end, so that depth costs nothing.
_Pieces = str | Text | tuple["_Pieces", ...]
_ATTRIBUTES = {
    Scope.LOCAL: ENDPOINTS.tr("the setting {name}"),
    Scope.USER: ENDPOINTS.tr("the user's {name}"),
    Scope.DEVICE: ENDPOINTS.tr("the device's {name}"),
    Scope.RESOURCE: ENDPOINTS.tr("the endpoint's {name}"),
}
_OPERATIONS = {
    Operator.EQUAL: ENDPOINTS.tr("{left} is {right}"),
    Operator.NOT_EQUAL: ENDPOINTS.tr("{left} isn't {right}"),
    Operator.LESS: ENDPOINTS.tr("{left} is less than {right}"),
    Operator.LESS_OR_EQUAL: ENDPOINTS.tr("{left} is at most {right}"),
    Operator.GREATER: ENDPOINTS.tr("{left} is more than {right}"),
    Operator.GREATER_OR_EQUAL: ENDPOINTS.tr("{left} is at least {right}"),
    Operator.CONTAINS: ENDPOINTS.tr("{left} contains all of {right}"),
    Operator.ANY_OF: ENDPOINTS.tr("{left} contains any of {right}"),
    Operator.NOT_CONTAINS: ENDPOINTS.tr("{left} doesn't contain all of {right}"),
    Operator.NOT_ANY_OF: ENDPOINTS.tr("{left} contains none of {right}"),
    Operator.MEMBER_OF: ENDPOINTS.tr("the user is in all of {left}"),
    Operator.MEMBER_OF_ANY: ENDPOINTS.tr("the user is in any of {left}"),
    Operator.NOT_MEMBER_OF: ENDPOINTS.tr("the user isn't in all of {left}"),
    Operator.NOT_MEMBER_OF_ANY: ENDPOINTS.tr("the user isn't in any of {left}"),
    Operator.DEVICE_MEMBER_OF: ENDPOINTS.tr("the device is in all of {left}"),
    Operator.DEVICE_MEMBER_OF_ANY: ENDPOINTS.tr("the device is in any of {left}"),
    Operator.NOT_DEVICE_MEMBER_OF: ENDPOINTS.tr("the device isn't in all of {left}"),
    Operator.NOT_DEVICE_MEMBER_OF_ANY: ENDPOINTS.tr("the device isn't in any of {left}"),
    Operator.EXISTS: ENDPOINTS.tr("{left} exists"),
    Operator.NOT_EXISTS: ENDPOINTS.tr("{left} doesn't exist"),
}
_AND_OF, _OR_OF = ENDPOINTS.tr(" and of "), ENDPOINTS.tr(" or of ")
_NOT, _PAIRS = ENDPOINTS.tr("not"), {Operator.AND: ENDPOINTS.tr("and"), Operator.OR: ENDPOINTS.tr("or")}


def condition_text(condition: str, accounts: Accounts) -> Text:
    """Return the condition in words, without a full stop; text that cannot be read is given as it stands.

    One that is too long for reading is not put into words.
    """
    if len(condition) > _LONGEST:
        return ENDPOINTS.tr("a condition that is too long to be put into words is met")
    try:
        return _described(read_condition(condition), accounts)
    except SddlError:
        return english("{condition}", condition=condition)


def condition_sentence(condition: str, accounts: Accounts) -> Text:
    """Return whom an entry is for: "only members of A and B"; other conditions as ``condition_text`` says them."""
    groups = group_condition(condition)
    if groups is None:
        return ENDPOINTS.tr("only if {condition}", condition=condition_text(condition, accounts))
    any_of = listed([accounts.name_of(sid) for sid in groups.any_of], _OR_OF)
    if not groups.all_of:
        return ENDPOINTS.tr("only members of {groups}", groups=any_of)
    if len(groups.any_of) > 1:
        all_of = listed([accounts.name_of(sid) for sid in groups.all_of], _AND_OF)
        return ENDPOINTS.tr("only members of {groups}, and of {others}", groups=all_of, others=any_of)
    all_of = listed([accounts.name_of(sid) for sid in (*groups.all_of, *groups.any_of)], _AND_OF)
    return ENDPOINTS.tr("only members of {groups}", groups=all_of)


def _described(condition: Condition, accounts: Accounts) -> Text:
    pieces: _Pieces = condition.fold(partial(_operand, accounts=accounts), _operation)
    description = _joined(pieces)
    if condition.tokens and isinstance(condition.tokens[-1], Attribute):
        return ENDPOINTS.tr("{attribute} is set", attribute=description)
    return description


def _operand(value: Operand, accounts: Accounts) -> Text:
    if isinstance(value, Attribute):
        return _ATTRIBUTES[value.scope].filled(name=value.name)
    if isinstance(value, tuple):
        return listed([_value(item, accounts) for item in value]) if value else ENDPOINTS.tr("nothing")
    return english("{value}", value=_value(value, accounts))


def _value(value: Scalar, accounts: Accounts) -> str | Text:
    if isinstance(value, Sid):
        return accounts.name_of(value)
    if isinstance(value, Integer):
        return write_integer(value)
    return f'"{value}"' if isinstance(value, str) else ENDPOINTS.tr("bytes {hex}", hex=value.hex())


def _operation(operator: Operator, operands: tuple[_Pieces, ...]) -> _Pieces:
    if operator in LOGICAL_PAIRS:
        return ("(", operands[0], ") ", _PAIRS[operator], " (", operands[1], ")")
    if operator is Operator.NOT:
        return (_NOT, " (", operands[0], ")")
    left = _joined(operands[0])
    if operator in EXISTENCE or operator in MEMBERSHIPS:
        return _OPERATIONS[operator].filled(left=left)
    return _OPERATIONS[operator].filled(left=left, right=_joined(operands[1]))


def _joined(pieces: _Pieces) -> Text:
    return pieces if isinstance(pieces, Text) else listed(list(_flat(pieces)), "")


def _flat(pieces: _Pieces) -> Iterator[str | Text]:
    pending = [pieces]
    while pending:
        piece = pending.pop()
        if isinstance(piece, tuple):
            pending.extend(reversed(piece))
        else:
            yield piece
