"""The access check of [MS-DTYP] 2.5.3.2 and 2.5.3.3, with the reason for every right, also for tokens known in part.

An entry is undetermined where it asks for a claim, names an account whose domain is not known, or a group while not all
groups of the token are known. The worst case has every such entry against the token, the best case in its favor.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from gatepost.security.ace import Acl
from gatepost.security.ace_types import AceType
from gatepost.security.conditions.truth_value import TruthValue
from gatepost.security.deciding_entries import DecidingEntry, deciding_entries
from gatepost.security.descriptor import SecurityDescriptor
from gatepost.security.mask import AccessMask
from gatepost.security.sid import ADMINISTRATORS, OWNER_RIGHTS, Sid
from gatepost.security.step_budget import StepBudget
from gatepost.security.token import Token

_READ_CONTROL = 0x20000
_WRITE_DAC = 0x40000
_MEDIUM, HIGH, _SYSTEM = 0x2000, 0x3000, 0x4000  # integrity levels
_LABEL_AUTHORITY = 16
_HIGH_LABEL = Sid(_LABEL_AUTHORITY, (HIGH,))
_SYSTEM_ACCOUNTS = frozenset(Sid(5, (rid,)) for rid in (18, 19, 20))
# Rights that a label keeps from tokens of a lower level, by the bit in the mask of its ACE ([MS-DTYP] 2.4.4.13):
# no write up, no read up, no execute up.
_BARRED = {0x1: AccessMask.GENERIC_WRITE, 0x2: AccessMask.GENERIC_READ, 0x4: AccessMask.GENERIC_EXECUTE}


class RightReason(Enum):
    """Reason for granting or refusing a right."""

    ALLOWED = "an entry allows it"
    DENIED = "an entry denies it, before any that allows it"
    NO_MATCH = "no entry allows it"
    NO_DACL = "there is no DACL, which grants everything"
    OWNER = "the owner of the object has it"
    LABEL = "the mandatory label keeps it from tokens of a lower integrity level"


@dataclass(frozen=True, slots=True)
class AccessDecision:
    """Decision on one right, and the entry that decided it.

    ``skipped``: there are entries before it that name the token and this right, but whose condition kept them out.
    """

    granted: bool
    why: RightReason
    entry: DecidingEntry | None = None
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class AccessBounds:
    """The decisions in the worst case (``least``) and in the best (``most``)."""

    least: AccessDecision
    most: AccessDecision

    @property
    def granted(self) -> TruthValue:
        """The answer where it is the same in both cases, else UNKNOWN."""
        if self.least.granted is not self.most.granted:
            return TruthValue.UNKNOWN
        return TruthValue.of(self.least.granted)


@dataclass(frozen=True, slots=True)
class MandatoryLabel:
    """The label of an object: its integrity level, such as 0x3000 for High, and the rights that it keeps from lower ones."""

    level: int
    rights: int

    def barred(self, token: Token) -> int:
        """The generic rights that the label keeps from ``token``, whatever the DACL says."""
        return self.rights if _integrity_level(token) < self.level else 0


def mandatory_label(sacl: Acl | None) -> MandatoryLabel | None:
    """The label that counts: the first. None where there is none; what that stands for bars no usual token."""
    for ace in sacl.aces if sacl is not None else ():
        if ace.type is AceType.SYSTEM_MANDATORY_LABEL and not ace.is_inherit_only and _is_label(ace.sid):
            rights = sum(right for bit, right in _BARRED.items() if ace.mask & bit)
            return MandatoryLabel(ace.sid.sub_authorities[0], rights)
    return None


def _integrity_level(token: Token) -> int:
    """The level of a token: as its ``S-1-16-x`` group says, else what Windows gives such an account at logon."""
    levels = [sid.sub_authorities[0] for sid in (token.user, *token.groups) if _is_label(sid)]
    if levels:
        return max(levels)
    if any(token.carries(sid) for sid in _SYSTEM_ACCOUNTS):
        return _SYSTEM
    return HIGH if token.carries(ADMINISTRATORS) else _MEDIUM


def _is_label(sid: Sid) -> bool:
    return sid.authority == _LABEL_AUTHORITY and len(sid.sub_authorities) == 1


@dataclass(frozen=True, slots=True)
class _Match:
    """An entry that speaks of the token, or may."""

    entry: DecidingEntry
    named: TruthValue
    condition: TruthValue

    def applies(self, *, favorable: bool) -> bool:
        outcome = self.named & self.condition
        return outcome is TruthValue.TRUE or (outcome is TruthValue.UNKNOWN and self.entry.allow is favorable)


def access_bounds(descriptor: SecurityDescriptor, token: Token, right: int) -> AccessBounds:
    """Decide whether ``token`` gets a right, a mask of one bit, in the worst case and in the best.

    What the mandatory label keeps from the token is refused first. An absent or null DACL grants. Entries are taken in
    order, and the first that names the right decides it; in them, GA counts as GR, GW and GX.

    Raises:
        TooComplexError: it takes more steps than an evaluation has.
    """
    matches = _matches(descriptor, token, StepBudget())
    highest = token if token.groups_known else replace(token, groups=token.groups | {_HIGH_LABEL})
    return AccessBounds(
        _decide(right, descriptor, token, matches, favorable=False),
        _decide(right, descriptor, highest, matches, favorable=True),
    )


def _decide(
    right: int, descriptor: SecurityDescriptor, token: Token, matches: Sequence[_Match], *, favorable: bool
) -> AccessDecision:
    label = mandatory_label(descriptor.sacl)
    if label is not None and right & label.barred(token):
        return AccessDecision(False, RightReason.LABEL)
    if descriptor.dacl is None or descriptor.dacl.is_null:
        return AccessDecision(True, RightReason.NO_DACL)
    if right & _owned_rights(descriptor, token):
        return AccessDecision(True, RightReason.OWNER)
    skipped = False
    for match in matches:
        entry = match.entry
        if not entry.rights & right:
            continue
        if match.applies(favorable=favorable):
            why = RightReason.ALLOWED if entry.allow else RightReason.DENIED
            return AccessDecision(entry.allow, why, entry, skipped)
        skipped = skipped or match.named is TruthValue.TRUE
    return AccessDecision(False, RightReason.NO_MATCH, skipped=skipped)


def _matches(descriptor: SecurityDescriptor, token: Token, budget: StepBudget) -> list[_Match]:
    matches = []
    for entry in deciding_entries(descriptor, budget):
        named = token.carries_perhaps(entry.sid, for_deny=not entry.allow)
        if named is not TruthValue.FALSE:
            matches.append(_Match(entry, named, entry.outcome(token, budget)))
    return matches


def _owned_rights(descriptor: SecurityDescriptor, token: Token) -> int:
    """What ownership alone grants; an OWNER RIGHTS entry takes its place."""
    owner, dacl = descriptor.owner, descriptor.dacl
    if owner is None or dacl is None or not token.carries(owner):
        return 0
    if any(ace.sid == OWNER_RIGHTS and not ace.is_inherit_only for ace in dacl.aces):
        return 0
    return _READ_CONTROL | _WRITE_DAC
