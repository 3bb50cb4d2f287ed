"""Evaluating conditions ([MS-DTYP] 2.4.4.17.5 to 2.4.4.17.8)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from operator import and_, or_

from gatepost.security.ace import Acl
from gatepost.security.ace_types import AceType
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
from gatepost.security.conditions.resource_attribute import read_attribute
from gatepost.security.conditions.truth_value import TruthValue
from gatepost.security.errors import SddlError
from gatepost.security.sid import Sid
from gatepost.security.step_budget import StepBudget
from gatepost.security.token import Claim, Token, Value, is_among

_ORDERED = frozenset({Operator.LESS, Operator.LESS_OR_EQUAL, Operator.GREATER, Operator.GREATER_OR_EQUAL})
_EQUALITY = frozenset({Operator.EQUAL, Operator.NOT_EQUAL})
_CHARACTERS_A_STEP = 8


class _WholeConditionUnknownError(Exception):
    """Not one term alone, but the whole condition is unknown."""


@dataclass(frozen=True, slots=True)
class _Values:
    """An operand: its values (None: an attribute nobody has), and the attribute that they are of; None for a literal."""

    values: Claim | None
    attribute: Attribute | None = None


# What a node of the tree stands for: an outcome, or an operand.
_Result = TruthValue | _Values


def evaluate(condition: Condition, token: Token, resource: Mapping[str, Claim], budget: StepBudget) -> TruthValue:
    """The outcome for ``token``; ``resource`` are the attributes of the object, by lower-case name.

    Operands of different types, and Exists of a claim of the user or the device, make the whole condition unknown.

    Raises:
        TooComplexError: the budget ended first.
    """
    evaluation = _Evaluation(token, resource, budget)
    try:
        return _truth(condition.fold(evaluation.operand, evaluation.operator))
    except _WholeConditionUnknownError:
        return TruthValue.UNKNOWN


def resource_claims(sacl: Acl | None) -> Mapping[str, Claim]:
    """The attributes that resource attribute ACEs of the SACL give the object, by lower-case name."""
    aces = sacl.aces if sacl is not None else ()
    texts = tuple(ace.condition or "" for ace in aces if ace.type is AceType.SYSTEM_RESOURCE_ATTRIBUTE)
    return _read_claims(texts) if texts else {}


@lru_cache(maxsize=16)  # asked for again with every check of a descriptor
def _read_claims(texts: tuple[str, ...]) -> Mapping[str, Claim]:
    claims: dict[str, Claim] = {}
    budget = StepBudget()
    for text in texts:
        budget.spend(1 + len(text) // _CHARACTERS_A_STEP)
        try:
            attribute = read_attribute(text)
        except SddlError:
            continue
        values = tuple(map(bool, attribute.values)) if attribute.kind == "TB" else attribute.values
        claims.setdefault(attribute.name.lower(), values)
    return claims


class _Evaluation:
    """One condition for one token."""

    def __init__(self, token: Token, resource: Mapping[str, Claim], budget: StepBudget) -> None:
        self._token = token
        self._budget = budget
        self._claims = {
            Scope.LOCAL: _by_lower_name(token.local_claims),
            Scope.USER: _by_lower_name(token.user_claims),
            Scope.DEVICE: _by_lower_name(token.device_claims),
            Scope.RESOURCE: resource,
        }

    def operand(self, value: Operand) -> _Result:
        self._budget.spend()
        if isinstance(value, Attribute):
            return _Values(self._claims[value.scope].get(value.name.lower()), value)
        items = value if isinstance(value, tuple) else (value,)
        self._budget.spend(len(items))
        return _Values(tuple(item.value if isinstance(item, Integer) else item for item in items))

    def operator(self, kind: Operator, results: tuple[_Result, ...]) -> _Result:
        self._budget.spend()
        if kind in MEMBERSHIPS:
            return self._is_member(kind, results[0])
        if kind in EXISTENCE:
            return self._exists(kind, results[0])
        if kind in RELATIONS:
            return self._relation(kind, results[0], results[1])
        values = [_truth(result) for result in results]
        if kind is Operator.NOT:
            return ~values[0]
        return values[0] & values[1] if kind is Operator.AND else values[0] | values[1]

    def _is_member(self, kind: Operator, operand: _Result) -> TruthValue:
        values = operand.values if isinstance(operand, _Values) else None
        if values is None or not all(isinstance(item, Sid) for item in values):
            return TruthValue.UNKNOWN
        of_device = kind.is_about_device
        if of_device and not self._token.claims_known:
            return TruthValue.UNKNOWN
        self._budget.spend(len(values))
        token = self._token
        carried = token.device_groups if of_device else token.groups | {token.user}
        memberships = (is_among(item, carried) for item in values if isinstance(item, Sid))
        if kind.is_any:
            outcome = reduce(or_, memberships, TruthValue.FALSE)
        else:
            outcome = reduce(and_, memberships, TruthValue.TRUE)
        return ~outcome if kind.is_negated else outcome

    def _exists(self, kind: Operator, operand: _Result) -> TruthValue:
        """For local and resource attributes alone; of the others [MS-DTYP] 2.4.4.17.7 makes an error."""
        if not isinstance(operand, _Values) or operand.attribute is None:
            return TruthValue.UNKNOWN
        if operand.attribute.scope not in (Scope.LOCAL, Scope.RESOURCE):
            raise _WholeConditionUnknownError
        if operand.values is None and operand.attribute.scope is Scope.LOCAL and not self._token.claims_known:
            return TruthValue.UNKNOWN
        return TruthValue.of(bool(operand.values) is (kind is Operator.EXISTS))

    def _relation(self, kind: Operator, left: _Result, right: _Result) -> TruthValue:
        if (
            not isinstance(left, _Values)
            or not isinstance(right, _Values)
            or left.values is None
            or right.values is None
        ):
            return TruthValue.UNKNOWN
        self._budget.spend(len(left.values) + len(right.values))
        mine, theirs = _alike(kind, left.values, right)
        if kind in _ORDERED:
            return _ordered(kind, mine, theirs)
        return TruthValue.of(_compare_sets(kind, set(mine), set(theirs)))


def _by_lower_name(claims: Mapping[str, Claim]) -> dict[str, Claim]:
    return {name.lower(): values for name, values in claims.items()}


def _alike(kind: Operator, mine: Claim, right: _Values) -> tuple[list[Value], list[Value]]:
    """Both sides in a form that compares; a Boolean attribute may be compared with the literals 0 and 1 for equality.

    Raises:
        _WholeConditionUnknownError: they are of different types ([MS-DTYP] 2.4.4.17.6).
    """
    theirs = right.values or ()
    types = {type(item) for item in (*mine, *theirs)}
    if len(types) > 1:
        zero_or_one = right.attribute is None and all(type(item) is int and item in (0, 1) for item in theirs)
        if not (zero_or_one and kind in _EQUALITY and {type(item) for item in mine} == {bool}):
            raise _WholeConditionUnknownError
    return [_folded(item) for item in mine], [_folded(item) for item in theirs]


def _truth(result: _Result) -> TruthValue:
    """An operand as an outcome: a number other than 0 and a text that is not empty are true."""
    if not isinstance(result, _Values):
        return result
    if result.values is None or len(result.values) != 1 or isinstance(result.values[0], (bytes, Sid)):
        return TruthValue.UNKNOWN
    return TruthValue.of(result.values[0])


def _compare_sets(kind: Operator, mine: set[Value], theirs: set[Value]) -> bool:
    if kind in _EQUALITY:
        return (mine == theirs) is (kind is Operator.EQUAL)
    if kind in (Operator.CONTAINS, Operator.NOT_CONTAINS):
        return (mine >= theirs) is (kind is Operator.CONTAINS)
    return mine.isdisjoint(theirs) is (kind is Operator.NOT_ANY_OF)


def _folded(value: Value) -> Value:
    return value.lower() if isinstance(value, str) else value


def _ordered(kind: Operator, left: Sequence[Value], right: Sequence[Value]) -> TruthValue:
    if len(left) != 1 or len(right) != 1 or isinstance(left[0], Sid):
        return TruthValue.UNKNOWN
    less, equal = left[0] < right[0], left[0] == right[0]  # type: ignore[operator]
    if kind in (Operator.LESS, Operator.GREATER_OR_EQUAL):
        return TruthValue.of(less is (kind is Operator.LESS))
    return TruthValue.of((less or equal) is (kind is Operator.LESS_OR_EQUAL))
