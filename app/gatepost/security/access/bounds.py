"""Access check for a token that is only partly known: the worst case and the best.

An entry is undetermined where it asks for a claim that is not known, names an account whose domain is not known, or a
group while not all groups of the token are known. The worst case has every such entry against the token, the best case
in its favor.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from gatepost.security.access.check import AccessDecision, access_check
from gatepost.security.access.integrity import HIGH_LABEL
from gatepost.security.ace import Ace
from gatepost.security.ace_types import AceFlags, AceType
from gatepost.security.conditions.evaluate import evaluate_text, resource_claims
from gatepost.security.conditions.needs import sids_in_condition
from gatepost.security.descriptor import SecurityDescriptor
from gatepost.security.sid import Sid
from gatepost.security.step_budget import StepBudget
from gatepost.security.token import Claim, Token

# What the way to log on adds to a token, and no membership: S-1-2-x, and S-1-5-1 to S-1-5-14 but for those of everybody.
_LOGON_SIDS = frozenset(Sid(5, (rid,)) for rid in (1, 2, 3, 4, 6, 7, 8, 10, 12, 13, 14)) | {Sid(2, (0,)), Sid(2, (1,))}


@dataclass(frozen=True, slots=True)
class AccessBounds:
    """The decisions in the worst case (``least``) and in the best (``most``)."""

    least: AccessDecision
    most: AccessDecision

    @property
    def granted(self) -> bool | None:
        """The answer where it is the same in both cases, else None."""
        return self.least.granted if self.least.granted is self.most.granted else None


def access_bounds(descriptor: SecurityDescriptor, token: Token, desired: int) -> AccessBounds:
    """Decide as ``access_check`` does, in the worst case and in the best.

    The entries that the decisions name are the descriptor's own, at their own positions.

    Raises:
        TooComplexError: the descriptor takes more steps than one evaluation has.
    """
    budget = StepBudget()
    dacl = descriptor.dacl
    is_determined = dacl is None or not any(ace.is_callback or ace.sid.alias for ace in dacl.aces)
    if is_determined and token.groups_known:
        decision = access_check(descriptor, token, desired, budget)
        return AccessBounds(decision, decision)
    highest = token if token.groups_known else replace(token, groups=token.groups | {HIGH_LABEL})
    return AccessBounds(
        access_if(descriptor, token, desired, lambda ace: ace.is_deny, budget),
        access_if(descriptor, highest, desired, lambda ace: ace.is_allow, budget),
    )


def access_if(
    descriptor: SecurityDescriptor,
    token: Token,
    desired: int,
    applies: Callable[[Ace], bool],
    budget: StepBudget | None = None,
) -> AccessDecision:
    """Decide as ``access_check`` does; ``applies`` says of each undetermined entry whether it counts."""
    steps = budget or StepBudget()
    dacl = descriptor.dacl
    if dacl is None or dacl.is_null:
        return access_check(descriptor, token, desired, steps)
    resource = resource_claims(descriptor.sacl)
    determined = [_determined(ace, token, resource, applies, steps) for ace in dacl.aces]
    if all(new is old for new, old in zip(determined, dacl.aces, strict=True)):
        return access_check(descriptor, token, desired, steps)
    decision = access_check(replace(descriptor, dacl=dacl.with_aces(determined)), token, desired, steps)
    rights = tuple(r if r.index is None else replace(r, ace=dacl.aces[r.index]) for r in decision.rights)
    return replace(decision, rights=rights)


def _determined(
    ace: Ace, token: Token, resource: Mapping[str, Claim], applies: Callable[[Ace], bool], budget: StepBudget
) -> Ace:
    """An undetermined entry as a plain one, or as one that does nothing; every other entry as it is."""
    budget.spend()
    if not (ace.is_allow or ace.is_deny) or (ace.is_object and ace.is_allow):
        return ace
    not_sure_whose = _may_be_carried(ace.sid, token, for_deny=ace.is_deny)
    outcome = _outcome(ace, token, resource, budget)
    if outcome is False or (outcome is True and not not_sure_whose):
        return ace
    if not applies(ace):
        return replace(ace, flags=ace.flags | AceFlags.INHERIT_ONLY)
    kind = AceType.ACCESS_ALLOWED if ace.is_allow else AceType.ACCESS_DENIED
    return Ace(kind, ace.flags, ace.mask, token.user if not_sure_whose else ace.sid)


def _outcome(ace: Ace, token: Token, resource: Mapping[str, Claim], budget: StepBudget) -> bool | None:
    if not ace.is_callback:
        return True
    if not token.groups_known and sids_in_condition(ace.condition or ""):
        return None
    return evaluate_text(ace.condition or "", token, resource, budget)


def _may_be_carried(sid: Sid, token: Token, *, for_deny: bool) -> bool:
    """Whether ``sid`` is an unknown group, or an account of an unknown domain (LA, DA...) that may be the token's own."""
    if token.carries(sid, for_deny=for_deny):
        return False
    if not token.groups_known and sid not in _LOGON_SIDS and sid not in token.deny_only:
        return True
    if sid.alias is None:
        return False
    carried = {token.user, *token.groups, *(token.deny_only if for_deny else ())}
    rid = sid.sub_authorities[-1]
    return any(s.alias is None and s.is_domain_account and s.sub_authorities[-1] == rid for s in carried)
