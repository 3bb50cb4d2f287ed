"""Conditions that ask for groups alone, as JEA's RequiredGroups makes them: member of all of these, and of any of those."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from gatepost.security.conditions.expression import Condition, ConditionToken, Operator
from gatepost.security.conditions.text import read_condition, write_condition
from gatepost.security.errors import SddlError
from gatepost.security.sid import Sid


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
    for operand, operator in list(pairwise(rest))[::2]:
        sids = operand if isinstance(operand, tuple) else (operand,)
        groups = tuple(sid for sid in sids if isinstance(sid, Sid))
        if operator not in (Operator.MEMBER_OF, Operator.MEMBER_OF_ANY) or len(groups) != len(sids) or not groups:
            return []
        clauses.append((groups, operator))
    return clauses
