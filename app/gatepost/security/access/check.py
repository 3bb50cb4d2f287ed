"""The access check of [MS-DTYP] 2.5.3.2, with the reason for every right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from gatepost.security.access.integrity import mandatory_label
from gatepost.security.ace import Ace
from gatepost.security.ace_types import AceFlags, AceType
from gatepost.security.conditions.evaluate import evaluate_text, resource_claims
from gatepost.security.descriptor import SecurityDescriptor
from gatepost.security.mask import AccessMask, expand_generic
from gatepost.security.sid import OWNER_RIGHTS, Sid
from gatepost.security.step_budget import StepBudget
from gatepost.security.token import Claim, Token

_READ_CONTROL = 0x20000
_WRITE_DAC = 0x40000
_DECIDING_TYPES = frozenset(
    {
        AceType.ACCESS_ALLOWED,
        AceType.ACCESS_DENIED,
        AceType.ACCESS_ALLOWED_OBJECT,
        AceType.ACCESS_DENIED_OBJECT,
        AceType.ACCESS_ALLOWED_CALLBACK,
        AceType.ACCESS_DENIED_CALLBACK,
        AceType.ACCESS_ALLOWED_CALLBACK_OBJECT,
        AceType.ACCESS_DENIED_CALLBACK_OBJECT,
    }
)


class RightReason(Enum):
    """Reason for granting or refusing a right."""

    ALLOWED = "an entry allows it"
    DENIED = "an entry denies it, before any that allows it"
    NO_MATCH = "no entry allows it"
    NO_DACL = "there is no DACL, which grants everything"
    OWNER = "the owner of the object has it"
    LABEL = "the mandatory label keeps it from tokens of a lower integrity level"


@dataclass(frozen=True, slots=True)
class RightDecision:
    """Decision on one right, and the entry (0-based ``index`` in the DACL) that decided it.

    ``condition`` is the outcome of that entry's condition: True, or None for unknown (which makes a Deny apply); it is
    True where the entry has none. ``skipped`` are the positions of entries that name the token and this right, but
    whose condition kept them out.
    """

    right: AccessMask
    granted: bool
    why: RightReason
    index: int | None = None
    ace: Ace | None = None
    condition: bool | None = True
    skipped: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class AccessDecision:
    """Result of an access check: whether all desired rights are granted, and the decision on each, lowest bit first."""

    granted: bool
    rights: tuple[RightDecision, ...]

    @property
    def refused(self) -> RightDecision | None:
        """The first right that is not granted."""
        return next((right for right in self.rights if not right.granted), None)


@dataclass(frozen=True, slots=True)
class _Match:
    """An entry that speaks of the token; ``applies`` False where its condition keeps it out."""

    index: int
    ace: Ace
    mask: int
    condition: bool | None
    applies: bool


def access_check(
    descriptor: SecurityDescriptor, token: Token, desired: int, budget: StepBudget | None = None
) -> AccessDecision:
    """Decide whether ``token`` gets every right of ``desired``; GA counts as GR, GW and GX.

    What the mandatory label keeps from the token is refused first. An absent or null DACL grants. Entries are taken in
    order, and the first that names a right decides it. A condition that is unknown (a claim is missing) makes a Deny
    apply and an Allow not. Entries for object types: an Allow never grants, a Deny counts.

    Raises:
        TooComplexError: the budget, by default one of its own, ended first.
    """
    rights = [1 << bit for bit in range(32) if expand_generic(desired) >> bit & 1]
    label = mandatory_label(descriptor.sacl)
    barred = label.barred(token) if label is not None else 0
    dacl = descriptor.dacl
    if dacl is None or dacl.is_null:
        return _decision([_without_dacl(right, barred) for right in rights])
    matches = list(_matches(descriptor, token, budget or StepBudget()))
    owned = _owned_rights(descriptor, token)
    return _decision([_decide(right, matches, owned, barred) for right in rights])


def _without_dacl(right: int, barred: int) -> RightDecision:
    """What holds of a right where there is no DACL."""
    granted = not right & barred
    return RightDecision(AccessMask(right), granted, RightReason.NO_DACL if granted else RightReason.LABEL)


def _decision(rights: list[RightDecision]) -> AccessDecision:
    return AccessDecision(all(right.granted for right in rights), tuple(rights))


def _decide(right: int, matches: list[_Match], owned: int, barred: int) -> RightDecision:
    mask = AccessMask(right)
    if right & barred:
        return RightDecision(mask, False, RightReason.LABEL)
    if right & owned:
        return RightDecision(mask, True, RightReason.OWNER)
    skipped: list[int] = []
    for match in matches:
        if not match.mask & right:
            continue
        if match.applies:
            why = RightReason.ALLOWED if match.ace.is_allow else RightReason.DENIED
            return RightDecision(mask, match.ace.is_allow, why, match.index, match.ace, match.condition, tuple(skipped))
        skipped.append(match.index)
    return RightDecision(mask, False, RightReason.NO_MATCH, skipped=tuple(skipped))


def _matches(descriptor: SecurityDescriptor, token: Token, budget: StepBudget) -> Iterator[_Match]:
    assert descriptor.dacl is not None
    resource: Mapping[str, Claim] | None = None
    for index, ace in enumerate(descriptor.dacl.aces):
        budget.spend()
        if ace.type not in _DECIDING_TYPES or ace.flags & AceFlags.INHERIT_ONLY:
            continue
        # An endpoint has no object types. An entry for one of them may not promise access, so an Allow is passed over;
        # a Deny counts, on the safe side.
        if (ace.is_object and ace.is_allow) or not _names(ace.sid, descriptor.owner, token, for_deny=ace.is_deny):
            continue
        outcome: bool | None = True
        if ace.is_callback:
            if resource is None:
                resource = resource_claims(descriptor.sacl)
            outcome = None if ace.condition is None else evaluate_text(ace.condition, token, resource, budget)
        applies = outcome is True or (outcome is None and ace.is_deny)
        yield _Match(index, ace, expand_generic(ace.mask), outcome, applies)


def _names(sid: Sid, owner: Sid | None, token: Token, *, for_deny: bool) -> bool:
    if sid == OWNER_RIGHTS:
        return owner is not None and token.carries(owner, for_deny=for_deny)
    return token.carries(sid, for_deny=for_deny)


def _owned_rights(descriptor: SecurityDescriptor, token: Token) -> int:
    """What ownership alone grants; an OWNER RIGHTS entry takes its place."""
    owner, dacl = descriptor.owner, descriptor.dacl
    if owner is None or dacl is None or not token.carries(owner):
        return 0
    if any(ace.sid == OWNER_RIGHTS and not ace.flags & AceFlags.INHERIT_ONLY for ace in dacl.aces):
        return 0
    return _READ_CONTROL | _WRITE_DAC
