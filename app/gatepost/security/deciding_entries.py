"""Entries of a DACL that can decide about a right ([MS-DTYP] 2.5.3.2): what each does, for whom, and on which condition."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from gatepost.security.ace import Ace, Acl
from gatepost.security.ace_types import AceType
from gatepost.security.conditions.evaluate import evaluate, resource_attributes
from gatepost.security.conditions.expression import Condition
from gatepost.security.conditions.needs import NO_NEEDS, UNREADABLE, ConditionNeeds, needs_of
from gatepost.security.conditions.resource_attribute import AttributeValues
from gatepost.security.conditions.text import read_condition
from gatepost.security.conditions.truth_value import TruthValue
from gatepost.security.descriptor import SecurityDescriptor
from gatepost.security.errors import SddlError
from gatepost.security.mask import expand_generic
from gatepost.security.sid import OWNER_RIGHTS, Sid
from gatepost.security.step_budget import StepBudget
from gatepost.security.token import Token

# Process trust labels, central policies and access filters: what they stand for is only known on the host.
_LIMITS = frozenset({AceType.SYSTEM_PROCESS_TRUST_LABEL, AceType.SYSTEM_SCOPED_POLICY_ID, AceType.SYSTEM_ACCESS_FILTER})
_STEPS_A_CHARACTER = 2  # that reading a condition takes
_NO_ATTRIBUTES: Mapping[str, AttributeValues] = {}


@dataclass(frozen=True)
class DecidingEntry:
    """An entry that can decide. Two are equal that do the same for the same principal on the same condition.

    ``sid`` is the owner's where the entry names OWNER RIGHTS. ``condition`` is a text, which is read once, and
    ``resource`` are the attributes of the object that it may ask for, by lower-case name. ``rights`` are those of its mask,
    Full Control as GR, GW and GX; ``index`` is the 0-based position of ``ace`` in the DACL.
    """

    allow: bool
    sid: Sid
    condition: str | None
    resource: Mapping[str, AttributeValues] = field(hash=False)
    rights: int = field(compare=False)
    index: int = field(compare=False)
    ace: Ace = field(compare=False)

    @cached_property
    def _expression(self) -> Condition | None:
        """The condition; None where there is none, or its text cannot be read."""
        try:
            return None if self.condition is None else read_condition(self.condition)
        except SddlError:
            return None

    @cached_property
    def needs(self) -> ConditionNeeds:
        """What its condition asks for: nothing without one, and more than groups if it cannot be read."""
        if self.condition is None:
            return NO_NEEDS
        return UNREADABLE if self._expression is None else needs_of(self._expression)

    @property
    def condition_key(self) -> tuple[bool, str]:
        """Whether it allows, and the text of its condition; with both equal, what the host alone can tell turns out equal."""
        return self.allow, self.condition or ""

    def outcome(self, token: Token, budget: StepBudget) -> TruthValue:
        """Whether its condition is met by a token, as far as that is known here.

        Where [MS-DTYP] itself makes it unknown, as for operands of different types, a Deny applies and an Allow does not.

        Raises:
            TooComplexError: the budget ended first.
        """
        if self.condition is None:
            return TruthValue.TRUE
        groups = self.needs.groups
        asks_for_unknown_groups = (groups and not token.groups_known) or groups & token.open_sids - token.groups
        if self._expression is None or asks_for_unknown_groups:
            return TruthValue.UNKNOWN
        outcome = evaluate(self._expression, token, self.resource, budget)
        is_known = not self.needs.claims and all(sid.alias is None for sid in groups)
        return TruthValue.of(not self.allow) if outcome is TruthValue.UNKNOWN and is_known else outcome


def deciding_entries(descriptor: SecurityDescriptor, budget: StepBudget) -> Iterator[DecidingEntry]:
    """The entries that can decide, in order; those to be inherited only cannot, nor OWNER RIGHTS without an owner.

    An endpoint has no object types. An entry for one of them may not promise access, so an Allow is passed over; a Deny
    counts, on the safe side.

    Raises:
        TooComplexError: the budget ended first.
    """
    resource: Mapping[str, AttributeValues] | None = None
    for index, ace in enumerate(descriptor.dacl.aces if descriptor.dacl is not None else ()):
        budget.spend()
        sid = descriptor.owner if ace.sid == OWNER_RIGHTS else ace.sid
        decides = ace.is_deny or (ace.is_allow and not ace.is_object)
        if sid is None or not decides or ace.is_inherit_only:
            continue
        condition, asked_for = None, _NO_ATTRIBUTES
        if ace.is_callback:
            condition = ace.condition or ""
            budget.spend(1 + _STEPS_A_CHARACTER * len(condition))
            resource = resource_attributes(descriptor.sacl) if resource is None else resource
            asked_for = resource
        yield DecidingEntry(ace.is_allow, sid, condition, asked_for, expand_generic(ace.mask), index, ace)


def limiting_aces(sacl: Acl | None) -> tuple[Ace, ...]:
    """The entries by which a host may refuse what the DACL allows, with the attributes that they may ask for."""
    aces = [ace for ace in (sacl.aces if sacl is not None else ()) if not ace.is_inherit_only]
    if not any(ace.type in _LIMITS for ace in aces):
        return ()
    return tuple(ace for ace in aces if ace.type in _LIMITS or ace.type is AceType.SYSTEM_RESOURCE_ATTRIBUTE)
