"""Evaluating conditions ([MS-DTYP] 2.4.4.17.5 to 2.4.4.17.8)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from operator import and_, ge, gt, le, lt, or_

from gatepost.security.ace import Acl
from gatepost.security.ace_types import AceType
from gatepost.security.conditions.expression import (
    EXISTENCE,
    LOGICAL_PAIRS,
    RELATIONS,
    Attribute,
    Condition,
    Integer,
    Operand,
    Operator,
    Scope,
)
from gatepost.security.conditions.resource_attribute import AttributeValues, Value, read_attribute
from gatepost.security.conditions.truth_value import TruthValue
from gatepost.security.errors import SddlError
from gatepost.security.sid import Sid
from gatepost.security.step_budget import StepBudget
from gatepost.security.token import Token, is_among

_ORDERED = {Operator.LESS: lt, Operator.LESS_OR_EQUAL: le, Operator.GREATER: gt, Operator.GREATER_OR_EQUAL: ge}
_EQUALITY = frozenset({Operator.EQUAL, Operator.NOT_EQUAL})
_CHARACTERS_A_STEP = 8


class _WholeConditionUnknownError(Exception):
    """Not one term alone, but the whole condition is unknown."""


@dataclass(frozen=True, slots=True)
class _Values:
    """An operand: its values (None: they aren't known, or the object lacks the attribute); the attribute that they are of,
    None for a literal.
    """

    values: AttributeValues | None
    attribute: Attribute | None = None


# What a node of the tree stands for: an outcome, or an operand.
_Result = TruthValue | _Values


def evaluate(
    condition: Condition, token: Token, resource: Mapping[str, AttributeValues], budget: StepBudget
) -> TruthValue:
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


def resource_attributes(sacl: Acl | None) -> Mapping[str, AttributeValues]:
    """The attributes that resource attribute ACEs of the SACL give the object, by lower-case name."""
    aces = sacl.aces if sacl is not None else ()
    texts = tuple(ace.condition or "" for ace in aces if ace.type is AceType.SYSTEM_RESOURCE_ATTRIBUTE)
    return _read_attributes(texts) if texts else {}


@lru_cache(maxsize=16)  # asked for again with every check of a descriptor
def _read_attributes(texts: tuple[str, ...]) -> Mapping[str, AttributeValues]:
    values_by_name: dict[str, AttributeValues] = {}
    budget = StepBudget()
    for text in texts:
        budget.spend(1 + len(text) // _CHARACTERS_A_STEP)
        try:
            attribute = read_attribute(text)
        except SddlError:
            continue
        values = tuple(map(bool, attribute.values)) if attribute.kind == "TB" else attribute.values
        values_by_name.setdefault(attribute.name.lower(), values)
    return values_by_name


class _Evaluation:
    """One condition for one token."""

    def __init__(self, token: Token, resource: Mapping[str, AttributeValues], budget: StepBudget) -> None:
        self._token = token
        self._resource = resource
        self._budget = budget

    def operand(self, value: Operand) -> _Result:
        self._budget.spend()
        if isinstance(value, Attribute):
            is_known = value.scope is Scope.RESOURCE
            return _Values(self._resource.get(value.name.lower()) if is_known else None, value)
        items = value if isinstance(value, tuple) else (value,)
        self._budget.spend(len(items))
        return _Values(tuple(item.value if isinstance(item, Integer) else item for item in items))

    def operator(self, kind: Operator, results: tuple[_Result, ...]) -> _Result:
        self._budget.spend()
        if kind is Operator.NOT:
            return ~_truth(results[0])
        if kind in LOGICAL_PAIRS:
            left, right = map(_truth, results)
            return left & right if kind is Operator.AND else left | right
        operands = [each for each in results if isinstance(each, _Values)]  # the grammar has no others here
        if kind in RELATIONS:
            return self._relation(kind, *operands)
        return self._exists(kind, *operands) if kind in EXISTENCE else self._is_member(kind, *operands)

    def _is_member(self, kind: Operator, operand: _Values) -> TruthValue:
        values = operand.values or ()
        if kind.is_about_device or not all(isinstance(item, Sid) for item in values):
            return TruthValue.UNKNOWN
        self._budget.spend(len(values))
        carried = self._token.groups | {self._token.user}
        memberships = (is_among(item, carried) for item in values if isinstance(item, Sid))
        if kind.is_any:
            outcome = reduce(or_, memberships, TruthValue.FALSE)
        else:
            outcome = reduce(and_, memberships, TruthValue.TRUE)
        return ~outcome if kind.is_negated else outcome

    def _exists(self, kind: Operator, operand: _Values) -> TruthValue:
        """Whether an attribute is there; for claims of the user or the device, [MS-DTYP] 2.4.4.17.7 makes this an error."""
        scope = operand.attribute.scope if operand.attribute is not None else None
        if scope in (Scope.USER, Scope.DEVICE):
            raise _WholeConditionUnknownError
        if scope is Scope.LOCAL:
            return TruthValue.UNKNOWN
        return TruthValue.of(bool(operand.values) is (kind is Operator.EXISTS))

    def _relation(self, kind: Operator, left: _Values, right: _Values) -> TruthValue:
        if left.values is None or right.values is None:
            return TruthValue.UNKNOWN
        self._budget.spend(len(left.values) + len(right.values))
        mine, theirs = _alike(kind, left.values, right)
        if kind in _ORDERED:
            return _ordered(kind, mine, theirs)
        return TruthValue.of(_compare_sets(kind, set(mine), set(theirs)))


def _alike(kind: Operator, mine: AttributeValues, right: _Values) -> tuple[list[Value], list[Value]]:
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
    return TruthValue.of(_ORDERED[kind](left[0], right[0]))  # type: ignore[arg-type]
