"""DACLs of an endpoint reduced to the entries that decide about opening a session, indexed by SID."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain

from gatepost.endpoints.access.tokens import NOBODY, AccountToken, Origin
from gatepost.endpoints.configuration.access_mode import EXECUTE, sacl_barriers
from gatepost.endpoints.configuration.endpoint import Endpoint
from gatepost.security import (
    NO_DOMAINS,
    Ace,
    HostDomains,
    SecurityDescriptor,
    Sid,
    StepBudget,
    Token,
    TooComplexError,
    TruthValue,
    read_in_domains,
)
from gatepost.security.access_check import MandatoryLabel
from gatepost.security.deciding_entries import DecidingEntry, deciding_entries
from gatepost.security.sid import NO_SIDS, Sids

# The keys of the conditions that hold, of those that only the host can decide.
Assumption = frozenset[tuple[bool, str]]
_STEPS_OF_A_TOKEN = 10  # that it costs to make one and look it up, in comparisons


@dataclass(frozen=True)
class DecidingList:
    """One descriptor: its entries in order (None: no DACL), and its label where that bars Execute.

    ``limits``: entries of its SACL that may take away what the entries allow; only the host can tell from whom.
    """

    entries: tuple[DecidingEntry, ...] | None
    label: MandatoryLabel | None = None
    limits: tuple[Ace, ...] = ()

    def allows(self, carried: Sids, assumption: Assumption, budget: StepBudget) -> bool:
        """Whether a token of ``carried`` gets Execute: what ``access_bounds`` says."""
        budget.spend(4 + len(carried))
        if self.label is not None and self.label.barred(Token(NOBODY, carried)) & EXECUTE:
            return False
        if self.entries is None:
            return True
        positions = sorted(position for sid in carried for position in self._positions.get(sid, ()))
        if positions and self.entries[positions[0]].condition is None:
            return self.entries[positions[0]].allow
        budget.spend(len(positions))
        token = Token(NOBODY, carried)
        entries = (self.entries[position] for position in positions)
        return next((entry.allow for entry in entries if _holds(entry, token, assumption, budget)), False)

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
        candidates = (entries[position] for position in self._positions.get(sid, ()))
        return tuple(entry for entry in candidates if entry.condition is not None)

    @cached_property
    def named(self) -> Sids:
        """Every principal of an entry, and every group that a condition asks for."""
        entries = self.entries or ()
        return frozenset(entry.sid for entry in entries).union(*(entry.needs.groups for entry in entries))

    @cached_property
    def _positions(self) -> Mapping[Sid, tuple[int, ...]]:
        """Where the entries of each principal stand, up to the first without a condition: that one decides."""
        numbers: dict[Sid, list[int]] = {}
        decided: set[Sid] = set()
        for position, entry in enumerate(self.entries or ()):
            if entry.sid not in decided:
                numbers.setdefault(entry.sid, []).append(position)
            if entry.condition is None:
                decided.add(entry.sid)
        return {sid: tuple(positions) for sid, positions in numbers.items()}


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
        return _read_lists(endpoint.governing_sddls, origin, endpoint.domains)

    def admit(self, carried: Sids, assumption: Assumption = frozenset(), budget: StepBudget | None = None) -> bool:
        """Whether a token of ``carried``, and of what the logon adds, gets in.

        Raises:
            TooComplexError: the budget, by default one of its own, ended first.
        """
        steps = budget or StepBudget()
        steps.spend(_STEPS_OF_A_TOKEN)
        sids = carried | {self.origin.sid}
        return bool(self.lists) and all(each.allows(sids, assumption, steps) for each in self.lists)

    def may_admit(self, account_token: AccountToken) -> bool:
        """Whether an account gets in, or may: what cannot be told here may turn out well."""
        if self.unreadable or self.too_complex:
            return True
        try:
            return any(self._admissions(account_token, favorable=True))
        except TooComplexError:
            return True

    def surely_admit(self, account_token: AccountToken) -> bool:
        """Whether an account gets in by its known groups, however what cannot be told here turns out."""
        if self.unreadable or self.limits:
            return False
        try:
            return all(self._admissions(account_token, favorable=False))
        except TooComplexError:
            return False

    def _admissions(self, account_token: AccountToken, *, favorable: bool) -> Iterator[bool]:
        """Whether an account gets in: without what the logon may add, with each of that, and with all of it."""
        assumption = frozenset(key for key in self._conditions if key[0] is favorable)
        token = account_token.token(self.origin)
        perhaps = token.open_sids & self.named
        added = dict.fromkeys((NO_SIDS, *(frozenset({sid}) for sid in perhaps), perhaps))
        return (self.admit(token.groups | {token.user} | sids, assumption) for sids in added)

    @cached_property
    def named(self) -> Sids:
        """Every principal of an entry, and every group that a condition asks for."""
        return NO_SIDS.union(*(each.named for each in self.lists))

    @cached_property
    def _conditions(self) -> Assumption:
        entries = chain.from_iterable(each.entries or () for each in self.lists)
        return frozenset(entry.condition_key for entry in entries if entry.condition is not None)

    @property
    def open_to_anyone(self) -> bool:
        """Whether no DACL, no label and nothing else in a SACL has to be passed."""
        return (
            bool(self.lists)
            and not self.limits
            and all(each.entries is None and each.label is None for each in self.lists)
        )

    @property
    def limits(self) -> frozenset[tuple[Ace, ...]]:
        """What in each SACL may keep out whom the lists admit."""
        return frozenset(each.limits for each in self.lists if each.limits)


def _holds(entry: DecidingEntry, token: Token, assumption: Assumption, budget: StepBudget) -> bool:
    """Whether the condition of an entry is met."""
    outcome = entry.outcome(token, budget)
    return entry.condition_key in assumption if outcome is TruthValue.UNKNOWN else outcome is TruthValue.TRUE


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
    dacl, (label, limits) = descriptor.dacl, sacl_barriers(descriptor.sacl)
    if dacl is None or dacl.is_null:
        return DecidingList(None, label, limits)
    foreign = origin.foreign_sids
    entries = deciding_entries(descriptor, budget)
    deciding = tuple(each for each in entries if each.rights & EXECUTE and each.sid not in foreign)
    return DecidingList(deciding, label, limits)
