"""Needs of a condition: the groups and claims that it asks for, often groups alone, as of JEA's RequiredGroups."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from gatepost.security.conditions.expression import (
    LOGICAL_PAIRS,
    MEMBERSHIPS,
    Attribute,
    Condition,
    ConditionToken,
    Operator,
    Scope,
)
from gatepost.security.conditions.text import read_condition, write_condition
from gatepost.security.errors import SddlError
from gatepost.security.sid import NO_SIDS, Sid, Sids

_MEMBER_OF_SOME = (Operator.MEMBER_OF, Operator.MEMBER_OF_ANY)


@dataclass(frozen=True, slots=True)
class ConditionNeeds:
    """Groups and claims that a condition asks for.

    ``groups`` are all SIDs that it names; ``claims``: more than the token's groups decides, such as a claim or a
    device. ``only_memberships``: it asks for groups alone, and never that the token lacks one.
    """

    groups: Sids
    claims: bool
    only_memberships: bool


NO_NEEDS = ConditionNeeds(NO_SIDS, claims=False, only_memberships=False)
UNREADABLE = ConditionNeeds(NO_SIDS, claims=True, only_memberships=False)


@lru_cache(maxsize=256)
def needs_of_text(text: str) -> ConditionNeeds:
    """Return what a condition asks for; one that cannot be read asks for more than groups, and names none."""
    try:
        return needs_of(read_condition(text))
    except SddlError:
        return UNREADABLE


def needs_of(condition: Condition) -> ConditionNeeds:
    """Return what a condition asks for."""
    tokens = condition.tokens
    lists = [token if isinstance(token, tuple) else (token,) for token in tokens]
    groups = frozenset(item for items in lists for item in items if isinstance(item, Sid))
    return ConditionNeeds(groups, any(map(_asks_for_a_claim, tokens)), all(map(_asks_for_a_membership, tokens)))


def _asks_for_a_claim(token: ConditionToken) -> bool:
    if isinstance(token, Attribute):
        return token.scope is not Scope.RESOURCE
    return isinstance(token, Operator) and token in MEMBERSHIPS and token.is_about_device


def _asks_for_a_membership(token: ConditionToken) -> bool:
    if isinstance(token, Operator):
        return token in _MEMBER_OF_SOME or token in LOGICAL_PAIRS
    return not isinstance(token, Attribute)


@dataclass(frozen=True, slots=True)
class GroupCondition:
    """The account is a member of every group of ``all_of``,
    and of at least one of ``any_of`` where that is not empty.
    """

    all_of: tuple[Sid, ...] = ()
    any_of: tuple[Sid, ...] = ()

    def text(self) -> str:
        """The condition as Windows writes it; empty where no group is named."""
        parts: list[tuple[ConditionToken, ...]] = []
        if self.all_of:
            parts.append((self.all_of, Operator.MEMBER_OF))
        if self.any_of:
            parts.append((self.any_of, Operator.MEMBER_OF_ANY))
        if not parts:
            return ""
        joined = tuple(token for part in parts for token in part) + (Operator.AND,) * (len(parts) - 1)
        return write_condition(Condition(joined))


def group_condition(text: str) -> GroupCondition | None:
    """Read a condition that asks for groups alone; None for any other, and for text that cannot be read."""
    try:
        tokens = read_condition(text).tokens
    except SddlError:
        return None
    return _all_clauses(tokens) or _any_clauses(tokens)


def _all_clauses(tokens: tuple[ConditionToken, ...]) -> GroupCondition | None:
    """Clauses joined by &&: any number of Member_of, at most one Member_of_any."""
    all_of: list[Sid] = []
    any_of: tuple[Sid, ...] | None = None
    for operand, operator in _clauses(tokens, Operator.AND):
        if operator is Operator.MEMBER_OF or (operator is Operator.MEMBER_OF_ANY and len(operand) == 1):
            all_of += operand
        elif operator is Operator.MEMBER_OF_ANY and any_of is None:
            any_of = operand
        else:
            return None
    return GroupCondition(tuple(dict.fromkeys(all_of)), any_of or ()) if all_of or any_of else None


def _any_clauses(tokens: tuple[ConditionToken, ...]) -> GroupCondition | None:
    """Clauses joined by ||, each for one group or for any of some."""
    any_of: list[Sid] = []
    for operand, operator in _clauses(tokens, Operator.OR):
        if operator is not Operator.MEMBER_OF_ANY and len(operand) != 1:
            return None
        any_of += operand
    return GroupCondition(any_of=tuple(dict.fromkeys(any_of))) if any_of else None


def _clauses(tokens: tuple[ConditionToken, ...], join: Operator) -> list[tuple[tuple[Sid, ...], Operator]]:
    """The memberships of a condition that holds nothing but them and ``join``; empty for any other."""
    clauses: list[tuple[tuple[Sid, ...], Operator]] = []
    rest = [token for token in tokens if token is not join]
    if len(rest) % 2 or not rest:
        return []
    for operand, operator in zip(rest[::2], rest[1::2], strict=True):
        sids = operand if isinstance(operand, tuple) else (operand,)
        groups = tuple(sid for sid in sids if isinstance(sid, Sid))
        if operator not in (Operator.MEMBER_OF, Operator.MEMBER_OF_ANY) or len(groups) != len(sids) or not groups:
            return []
        clauses.append((groups, operator))
    return clauses
