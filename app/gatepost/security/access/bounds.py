"""What somebody gets of whom not everything is known.

A claim that could not be asked for may turn out either way, and so may an entry for an account whose domain is not
known. Such entries are open: the check is done once with every one of them turned against the caller, once in favour.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from gatepost.security.access.check import AccessDecision, access_check
from gatepost.security.ace import Ace
from gatepost.security.ace_types import AceFlags, AceType
from gatepost.security.conditions.evaluate import evaluate_text, resource_claims
from gatepost.security.descriptor import SecurityDescriptor
from gatepost.security.sid import Sid
from gatepost.security.steps import StepBudget
from gatepost.security.token import Claim, Token


@dataclass(frozen=True, slots=True)
class AccessBounds:
    """The decision if all that is open turns out against the caller, and if it turns out in the caller's favour."""

    least: AccessDecision
    most: AccessDecision

    @property
    def granted(self) -> bool | None:
        """The answer where it is the same either way, else None."""
        return self.least.granted if self.least.granted is self.most.granted else None


def access_bounds(descriptor: SecurityDescriptor, token: Token, desired: int) -> AccessBounds:
    """Decide as ``access_check`` does, once against the caller and once for the caller.

    The entries that the decisions name are the descriptor's own, at their own positions.

    Raises:
        TooComplexError: the descriptor takes more steps than one evaluation has.
    """
    budget = StepBudget()
    dacl = descriptor.dacl
    if dacl is None or not any(ace.is_callback or (ace.sid and ace.sid.alias) for ace in dacl.aces):
        decision = access_check(descriptor, token, desired, budget)
        return AccessBounds(decision, decision)
    return AccessBounds(
        access_if(descriptor, token, desired, lambda ace: ace.is_deny, budget),
        access_if(descriptor, token, desired, lambda ace: ace.is_allow, budget),
    )


def access_if(
    descriptor: SecurityDescriptor,
    token: Token,
    desired: int,
    applies: Callable[[Ace], bool],
    budget: StepBudget | None = None,
) -> AccessDecision:
    """Decide as ``access_check`` does, with ``applies`` telling of each open entry whether it does."""
    steps = budget or StepBudget()
    dacl = descriptor.dacl
    if dacl is None or dacl.is_null:
        return access_check(descriptor, token, desired, steps)
    resource = resource_claims(descriptor.sacl)
    settled = [_settled(ace, token, resource, applies, steps) for ace in dacl.aces]
    if all(new is old for new, old in zip(settled, dacl.aces, strict=True)):
        return access_check(descriptor, token, desired, steps)
    decision = access_check(replace(descriptor, dacl=dacl.with_aces(settled)), token, desired, steps)
    rights = tuple(r if r.index is None else replace(r, ace=dacl.aces[r.index]) for r in decision.rights)
    return replace(decision, rights=rights)


def _settled(
    ace: Ace, token: Token, resource: Mapping[str, Claim], applies: Callable[[Ace], bool], budget: StepBudget
) -> Ace:
    """An open entry as a plain one, or as one that does nothing; every other entry as it is."""
    budget.spend()
    if ace.sid is None or not (ace.is_allow or ace.is_deny) or (ace.is_object and ace.is_allow):
        return ace
    by_alias = _may_be_carried(ace.sid, token, ace.is_deny)
    outcome = evaluate_text(ace.condition or "", token, resource, budget) if ace.is_callback else True
    if outcome is False or (outcome is True and not by_alias):
        return ace
    if not applies(ace):
        return replace(ace, flags=ace.flags | AceFlags.INHERIT_ONLY)
    kind = AceType.ACCESS_ALLOWED if ace.is_allow else AceType.ACCESS_DENIED
    return Ace(kind, ace.flags, ace.mask, token.user if by_alias else ace.sid)


def _may_be_carried(sid: Sid, token: Token, for_deny: bool) -> bool:
    """Whether ``sid`` is an account of an unknown domain (LA, DA...) that the token may carry in its own domain."""
    if sid.alias is None or token.carries(sid, for_deny):
        return False
    carried = {token.user, *token.groups, *(token.deny_only if for_deny else ())}
    rid = sid.sub_authorities[-1]
    return any(s.alias is None and s.sub_authorities[:1] == (21,) and s.sub_authorities[-1] == rid for s in carried)
