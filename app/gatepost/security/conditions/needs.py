"""Requirements of a condition: what has to be known of a token to evaluate it."""

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
from gatepost.security.conditions.text import read_condition
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
