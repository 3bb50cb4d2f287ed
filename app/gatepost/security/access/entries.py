"""Entries of a DACL that can decide about a right ([MS-DTYP] 2.5.3.2): what each does, for whom, and on which condition."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from gatepost.security.ace import Ace
from gatepost.security.conditions.evaluate import evaluate, resource_claims
from gatepost.security.conditions.expression import Condition
from gatepost.security.conditions.needs import UNREADABLE, ConditionNeeds, needs_of
from gatepost.security.conditions.read import read_condition
from gatepost.security.conditions.truth_value import TruthValue
from gatepost.security.descriptor import SecurityDescriptor
from gatepost.security.errors import SddlError
from gatepost.security.mask import expand_generic
from gatepost.security.sid import OWNER_RIGHTS, Sid
from gatepost.security.step_budget import StepBudget
from gatepost.security.token import Claim, Token

_STEPS_A_CHARACTER = 2  # that reading a condition takes


@dataclass(frozen=True)
class EntryCondition:
    """Condition of an entry, with the attributes of the object (by lower-case name); its text is read once."""

    text: str
    resource: Mapping[str, Claim] = field(hash=False)

    @cached_property
    def expression(self) -> Condition | None:
        """The expression; None where the text cannot be read."""
        try:
            return read_condition(self.text)
        except SddlError:
            return None

    @cached_property
    def needs(self) -> ConditionNeeds:
        """What it asks for; what cannot be read asks for more than groups."""
        return UNREADABLE if self.expression is None else needs_of(self.expression)

    def outcome(self, token: Token, budget: StepBudget) -> TruthValue:
        """The outcome for a token, as far as that is known here.

        Raises:
            TooComplexError: the budget ended first.
        """
        groups = self.needs.groups
        if self.expression is None or (not token.groups_known and groups) or groups & token.open_sids - token.groups:
            return TruthValue.UNKNOWN
        return evaluate(self.expression, token, self.resource, budget)


@dataclass(frozen=True)
class DecidingEntry:
    """An entry that can decide. Two are equal that do the same for the same principal on the same condition.

    ``sid`` is the owner's where the entry names OWNER RIGHTS. ``rights`` are those of its mask, Full Control as GR, GW
    and GX; ``index`` is the 0-based position of ``ace`` in the DACL.
    """

    allow: bool
    sid: Sid
    condition: EntryCondition | None
    rights: int = field(compare=False)
    index: int = field(compare=False)
    ace: Ace = field(compare=False)


def deciding_entries(descriptor: SecurityDescriptor, budget: StepBudget) -> Iterator[DecidingEntry]:
    """The entries that can decide, in order; those to be inherited only cannot, nor OWNER RIGHTS without an owner.

    An endpoint has no object types. An entry for one of them may not promise access, so an Allow is passed over; a Deny
    counts, on the safe side.

    Raises:
        TooComplexError: the budget ended first.
    """
    resource: Mapping[str, Claim] | None = None
    for index, ace in enumerate(descriptor.dacl.aces if descriptor.dacl is not None else ()):
        budget.spend()
        sid = descriptor.owner if ace.sid == OWNER_RIGHTS else ace.sid
        decides = ace.is_deny or (ace.is_allow and not ace.is_object)
        if sid is None or not decides or ace.is_inherit_only:
            continue
        condition = None
        if ace.is_callback:
            text = ace.condition or ""
            budget.spend(1 + _STEPS_A_CHARACTER * len(text))
            resource = resource_claims(descriptor.sacl) if resource is None else resource
            condition = EntryCondition(text, resource)
        yield DecidingEntry(ace.is_allow, sid, condition, expand_generic(ace.mask), index, ace)
