"""Evaluating conditions ([MS-DTYP] 2.4.4.17.5 to 2.4.4.17.8): true, false or unknown (None)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gatepost.security.ace import AceType
from gatepost.security.acl import Acl
from gatepost.security.conditions.expression import (
    EXISTENCE,
    MEMBERSHIPS,
    RELATIONS,
    Attribute,
    Condition,
    Integer,
    Operand,
    Operator,
    Scope,
)
from gatepost.security.conditions.read import read_condition
from gatepost.security.conditions.resource_attribute import read_attribute
from gatepost.security.errors import SddlError
from gatepost.security.sid import Sid
from gatepost.security.token import Claim, Token, Value

# What a node of the tree stands for: an outcome, or the values of an operand (None: an attribute nobody has).
_Result = bool | None | tuple[Value, ...]
_ORDERED = frozenset({Operator.LESS, Operator.LESS_OR_EQUAL, Operator.GREATER, Operator.GREATER_OR_EQUAL})


def evaluate_text(condition: str, token: Token, resource: Mapping[str, Claim]) -> bool | None:
    """The outcome of a condition given as text; text that cannot be read is unknown."""
    try:
        return evaluate(read_condition(condition, strict=False), token, resource)
    except SddlError:
        return None


def evaluate(condition: Condition, token: Token, resource: Mapping[str, Claim]) -> bool | None:
    """The outcome for ``token``; ``resource`` are the attributes of the object, by lower-case name."""
    claims = {
        Scope.LOCAL: _by_lower_name(token.local_claims),
        Scope.USER: _by_lower_name(token.user_claims),
        Scope.DEVICE: _by_lower_name(token.device_claims),
        Scope.RESOURCE: resource,
    }

    def operand(value: Operand) -> _Result:
        if isinstance(value, Attribute):
            return claims[value.scope].get(value.name.lower())
        items = value if isinstance(value, tuple) else (value,)
        return tuple(item.value if isinstance(item, Integer) else item for item in items)

    def operator(kind: Operator, results: tuple[_Result, ...]) -> _Result:
        if kind in MEMBERSHIPS:
            return _is_member(kind, results[0], token)
        if kind in EXISTENCE:
            if results[0] is None and not token.claims_known:
                return None
            return bool(results[0]) is (kind is Operator.EXISTS)
        if kind in RELATIONS:
            return _relation(kind, results[0], results[1])
        return _logic(kind, [_truth(result) for result in results])

    return _truth(condition.fold(operand, operator))


def resource_claims(sacl: Acl | None) -> dict[str, Claim]:
    """The attributes that resource attribute ACEs of the SACL give the object, by lower-case name."""
    claims: dict[str, Claim] = {}
    for ace in sacl.aces if sacl is not None else ():
        if ace.type is AceType.SYSTEM_RESOURCE_ATTRIBUTE and ace.condition is not None:
            try:
                attribute = read_attribute(ace.condition, strict=False)
            except SddlError:
                continue
            claims.setdefault(attribute.name.lower(), attribute.values)
    return claims


def _by_lower_name(claims: Mapping[str, Claim]) -> dict[str, Claim]:
    return {name.lower(): values for name, values in claims.items()}


def _truth(result: _Result) -> bool | None:
    """An operand as an outcome: a number other than 0 and a text that is not empty are true."""
    if not isinstance(result, tuple):
        return result
    if len(result) != 1 or isinstance(result[0], (bytes, Sid)):
        return None
    return bool(result[0])


def _logic(kind: Operator, values: Sequence[bool | None]) -> bool | None:
    if kind is Operator.NOT:
        return None if values[0] is None else not values[0]
    deciding = kind is Operator.OR
    if deciding in values:
        return deciding
    return None if None in values else not deciding


def _is_member(kind: Operator, operand: _Result, token: Token) -> bool | None:
    if not isinstance(operand, tuple) or not all(isinstance(item, Sid) for item in operand):
        return None
    of_device = "DEVICE" in kind.name
    if of_device and not token.claims_known:
        return None
    carried = token.device_groups if of_device else token.groups | {token.user}
    found = [item in carried for item in operand]
    outcome = any(found) if kind.name.endswith("ANY") else all(found)
    return outcome is not kind.name.startswith("NOT")


def _relation(kind: Operator, left: _Result, right: _Result) -> bool | None:
    if not isinstance(left, tuple) or not isinstance(right, tuple):
        return None
    if len({type(item) for item in left + right}) > 1:
        return None
    mine, theirs = [_folded(item) for item in left], [_folded(item) for item in right]
    if kind in _ORDERED:
        return _ordered(kind, mine, theirs)
    outcome = {
        Operator.EQUAL: set(mine) == set(theirs),
        Operator.NOT_EQUAL: set(mine) != set(theirs),
        Operator.CONTAINS: set(mine) >= set(theirs),
        Operator.NOT_CONTAINS: not set(mine) >= set(theirs),
        Operator.ANY_OF: not set(mine).isdisjoint(theirs),
        Operator.NOT_ANY_OF: set(mine).isdisjoint(theirs),
    }
    return outcome[kind]


def _folded(value: Value) -> Value:
    return value.lower() if isinstance(value, str) else value


def _ordered(kind: Operator, left: Sequence[Value], right: Sequence[Value]) -> bool | None:
    if len(left) != 1 or len(right) != 1 or isinstance(left[0], Sid):
        return None
    less, equal = left[0] < right[0], left[0] == right[0]  # type: ignore[operator]
    if kind in (Operator.LESS, Operator.GREATER_OR_EQUAL):
        return less is (kind is Operator.LESS)
    return (less or equal) is (kind is Operator.LESS_OR_EQUAL)
