"""DACLs of an endpoint reduced to the entries that decide about opening a session, indexed by SID."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import chain

from gatepost.endpoints.access.tokens import AUTHENTICATED_USERS, NOBODY, Caller, Origin
from gatepost.endpoints.configuration.access_mode import EXECUTE, applies, opens_sessions
from gatepost.endpoints.configuration.endpoint import Endpoint
from gatepost.security import (
    EVERYONE,
    INTERACTIVE,
    NETWORK,
    NO_DOMAINS,
    OWNER_RIGHTS,
    Ace,
    Condition,
    HostDomains,
    MandatoryLabel,
    SddlError,
    SecurityDescriptor,
    Sid,
    StepBudget,
    Token,
    TooComplexError,
    evaluate,
    mandatory_label,
    needs_of,
    read_condition,
    read_in_domains,
    resource_claims,
)
from gatepost.security.sid import NO_SIDS, Sids
from gatepost.security.token import Claim

# Which conditions hold of those that only the host can decide, by what their entries do (True: allow).
Assumption = frozenset[tuple[bool, str]]
NOTHING_ASSUMED: Assumption = frozenset()
_CHARACTERS_A_STEP = 4


@dataclass(frozen=True, slots=True)
class DecidingCondition:
    """A condition, read once. ``host_decides``: more than the groups of a token is asked for.

    ``only_memberships``: it asks for groups alone, and never that a token lacks one.
    """

    text: str
    expression: Condition | None = field(compare=False)
    resource: Mapping[str, Claim] = field(compare=False)
    groups: Sids = field(compare=False)
    host_decides: bool = field(compare=False)
    only_memberships: bool = field(compare=False)

    @staticmethod
    def read(text: str, resource: Mapping[str, Claim], budget: StepBudget) -> DecidingCondition:
        """Read its text; what cannot be read is for the host to decide."""
        budget.spend(1 + len(text) // _CHARACTERS_A_STEP)
        try:
            expression = read_condition(text, strict=False)
        except SddlError:
            return DecidingCondition(text, None, resource, NO_SIDS, True, False)
        needs = needs_of(expression)
        return DecidingCondition(text, expression, resource, needs.groups, needs.claims, needs.only_memberships)

    def outcome(self, token: Token, budget: StepBudget) -> bool | None:
        """What it comes to for a token, as far as that is known here."""
        return None if self.expression is None else evaluate(self.expression, token, self.resource, budget)


@dataclass(frozen=True, slots=True)
class DecidingEntry:
    """An ACE as far as it decides about GENERIC_EXECUTE."""

    allow: bool
    sid: Sid
    condition: DecidingCondition | None = None

    def holds(self, token: Token, assumption: Assumption, budget: StepBudget) -> bool:
        """Whether its condition is met."""
        if self.condition is None:
            return True
        outcome = self.condition.outcome(token, budget)
        return (self.allow, self.condition.text) in assumption if outcome is None else outcome


@dataclass(frozen=True)
class DecidingList:
    """One descriptor: its entries in order (None: no DACL), and its label where that bars Execute."""

    entries: tuple[DecidingEntry, ...] | None
    label: MandatoryLabel | None = None

    def allows(self, carried: Sids, assumption: Assumption, budget: StepBudget) -> bool:
        """Whether a token of ``carried`` gets Execute: what ``access_check`` says."""
        budget.spend(4 + len(carried))
        if self.label is not None and self.label.barred(Token(NOBODY, carried)) & EXECUTE:
            return False
        if self.entries is None:
            return True
        places = sorted(place for sid in carried for place in self._places.get(sid, ()))
        if places and self.entries[places[0]].condition is None:
            return self.entries[places[0]].allow
        budget.spend(len(places))
        token = Token(NOBODY, carried, claims_known=False)
        entries = (self.entries[place] for place in places)
        return next((entry.allow for entry in entries if entry.holds(token, assumption, budget)), False)

    def sids(self, *, allow: bool) -> tuple[Sid, ...]:
        """The principals of its Allow entries, or of its Deny entries, each once, in order."""
        return tuple(dict.fromkeys(entry.sid for entry in self.entries or () if entry.allow is allow))

    @cached_property
    def conditional_sids(self) -> Sids:
        """The principals that have an entry with a condition."""
        return frozenset(entry.sid for entry in self.entries or () if entry.condition is not None)

    def conditional(self, sid: Sid) -> tuple[DecidingEntry, ...]:
        """The entries of a principal that can decide and have a condition."""
        entries = self.entries or ()
        found = (entries[place] for place in self._places.get(sid, ()))
        return tuple(entry for entry in found if entry.condition is not None)

    @cached_property
    def named(self) -> Sids:
        """Every principal of an entry, and every group that a condition asks for."""
        entries = self.entries or ()
        conditions = (entry.condition for entry in entries if entry.condition is not None)
        return frozenset(entry.sid for entry in entries).union(*(condition.groups for condition in conditions))

    @cached_property
    def _places(self) -> Mapping[Sid, tuple[int, ...]]:
        """Where the entries of each principal stand, up to the first without a condition: that one decides."""
        numbers: dict[Sid, list[int]] = {}
        decided: set[Sid] = set()
        for place, entry in enumerate(self.entries or ()):
            if entry.sid not in decided:
                numbers.setdefault(entry.sid, []).append(place)
            if entry.condition is None:
                decided.add(entry.sid)
        return {sid: tuple(places) for sid, places in numbers.items()}


@dataclass(frozen=True, eq=False)
class DecidingLists:
    """The lists that all have to allow, for one way to come. Without any, nobody gets in, as into a disabled endpoint.

    ``unreadable``: nothing can be said. ``too_complex``: reading them took more steps than an evaluation has.
    The same descriptors give the same object.
    """

    origin: Origin
    lists: tuple[DecidingList, ...] = ()
    unreadable: bool = False
    too_complex: bool = False

    @staticmethod
    def of(endpoint: Endpoint, origin: Origin) -> DecidingLists:
        """Read what decides about an endpoint."""
        if not endpoint.enabled:
            return _read_lists((), origin, NO_DOMAINS)
        return _read_lists(tuple(dict.fromkeys(one.sddl for one in endpoint.governing)), origin, endpoint.domains)

    def admit(self, carried: Sids, assumption: Assumption = NOTHING_ASSUMED, budget: StepBudget | None = None) -> bool:
        """Whether a token of ``carried``, and of what the logon adds, gets in.

        Raises:
            TooComplexError: the budget, by default one of its own, ended first.
        """
        steps = budget or StepBudget()
        sids = carried | {self.origin.sid}
        return bool(self.lists) and all(each.allows(sids, assumption, steps) for each in self.lists)

    def may_admit(self, caller: Caller) -> bool:
        """Whether an account gets in, or may: what cannot be told here may turn out well."""
        if self.unreadable or self.too_complex:
            return True
        try:
            carried = caller.groups - caller.deny_only | {caller.user, EVERYONE, AUTHENTICATED_USERS}
            return self.admit(carried, self._favorable)
        except TooComplexError:
            return True

    @cached_property
    def _favorable(self) -> Assumption:
        entries = chain.from_iterable(each.entries or () for each in self.lists)
        return frozenset(
            (True, entry.condition.text)
            for entry in entries
            if entry.allow and entry.condition is not None and entry.condition.host_decides
        )

    @property
    def open_to_anyone(self) -> bool:
        """Whether no DACL and no label has to be passed."""
        return bool(self.lists) and all(each.entries is None and each.label is None for each in self.lists)


@lru_cache(maxsize=2048)
def _read_lists(sddls: tuple[str, ...], origin: Origin, domains: HostDomains) -> DecidingLists:
    descriptors = [read_in_domains(sddl, domains) for sddl in sddls]
    budget = StepBudget()
    try:
        lists = tuple(dict.fromkeys(_read_list(each, origin, budget) for each in descriptors if each is not None))
    except TooComplexError:
        return DecidingLists(origin, too_complex=True)
    return DecidingLists(origin, lists, unreadable=None in descriptors)


def _read_list(descriptor: SecurityDescriptor, origin: Origin, budget: StepBudget) -> DecidingList:
    label = mandatory_label(descriptor.sacl)
    if label is not None and not label.barred(Token(NOBODY)) & EXECUTE:
        label = None
    dacl = descriptor.dacl
    if dacl is None or dacl.is_null:
        return DecidingList(None, label)
    budget.spend(len(dacl.aces))
    resource = resource_claims(descriptor.sacl) if any(ace.is_callback for ace in dacl.aces) else {}
    foreign = NETWORK if origin is Origin.LOOPBACK else INTERACTIVE
    entries = tuple(
        DecidingEntry(
            ace.is_allow,
            sid,
            DecidingCondition.read(ace.condition or "", resource, budget) if ace.is_callback else None,
        )
        for ace in dacl.aces
        if _decides(ace) and (sid := descriptor.owner if ace.sid == OWNER_RIGHTS else ace.sid) not in (None, foreign)
    )
    return DecidingList(entries, label)


def _decides(ace: Ace) -> bool:
    """An entry for an object type never lets in, but counts where it denies."""
    return applies(ace) and opens_sessions(ace) and (ace.is_deny or (ace.is_allow and not ace.is_object))
