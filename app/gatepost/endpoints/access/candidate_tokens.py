"""Which tokens have to be weighed to know whom a list of permissions lets in, without missing one.

The first entry that fits a token decides. So whoever is let in is let in by the principal of that Allow alone, with the
groups that conditions ask about; and whoever is kept out by a Deny is kept out by that principal. A token of these few
SIDs stands for every account that carries them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import chain, combinations, product

from gatepost.endpoints.access.tokens import EVERY_TOKEN, Caller, Origin
from gatepost.endpoints.configuration.access_mode import applies, opens_sessions
from gatepost.endpoints.configuration.endpoint import Endpoint
from gatepost.security import (
    INTERACTIVE,
    NETWORK,
    OWNER_RIGHTS,
    Ace,
    SecurityDescriptor,
    Sid,
    asks_for_claims,
    evaluate_text,
    read_descriptor,
    resource_claims,
    sids_in_condition,
)
from gatepost.security.token import Claim

Sids = frozenset[Sid]
NO_SIDS: Sids = frozenset()
# What turns out to hold of the conditions that only the host can decide, by what their entries do.
Assumption = frozenset[tuple[bool, str]]
NOTHING_ASSUMED: Assumption = frozenset()
_MOST_CONDITION_SIDS = 6
_MOST_OPEN = 3


@dataclass(frozen=True, slots=True)
class DecidingEntry:
    """An entry that decides on opening a session by itself: no other right is asked for."""

    allow: bool
    sid: Sid
    condition: str | None = None
    resource: Mapping[str, Claim] = field(default_factory=dict, compare=False)

    def fits(self, sids: Sids, origin: Origin, assumption: Assumption) -> bool:
        """Whether it speaks of a token of ``sids``."""
        if self.sid not in sids:
            return False
        if self.condition is None:
            return True
        holds = evaluate_text(self.condition, Caller(sids).token(origin), self.resource)
        return (self.allow, self.condition) in assumption if holds is None else holds


Entries = tuple[DecidingEntry, ...]


@dataclass(frozen=True, eq=False)
class Lists:
    """What decides on one way into an endpoint: lists of entries that all have to let in; None is no list at all.

    Without any element nobody gets in, as into a disabled endpoint. ``unreadable``: nothing can be said. The same
    descriptors give the same object.
    """

    origin: Origin
    lists: tuple[Entries | None, ...] = ()
    unreadable: bool = False

    @staticmethod
    def of(endpoint: Endpoint, origin: Origin) -> Lists:
        """Read what decides about an endpoint."""
        if not endpoint.enabled:
            return _read_lists((), origin)
        return _read_lists(tuple(one.sddl for one in endpoint.governing), origin)

    def admit(self, sids: Sids, assumption: Assumption = NOTHING_ASSUMED) -> bool:
        """Whether a token of ``sids`` and what every token carries gets in: what ``access_check`` says of Execute."""
        carried = sids | EVERY_TOKEN | {self.origin.sid}
        return bool(self.lists) and all(self._allows(entries, carried, assumption) for entries in self.lists)

    def _allows(self, entries: Entries | None, carried: Sids, assumption: Assumption) -> bool:
        if entries is None:
            return True
        return next((entry.allow for entry in entries if entry.fits(carried, self.origin, assumption)), False)

    def may_admit(self, caller: Caller) -> bool:
        """Whether a caller gets in, or may: where a list cannot be read, or what only the host knows turns out well."""
        sids = caller.groups | {caller.user}
        return self.unreadable or any(self.admit(sids, assumed) for assumed in assumptions(self.lists))

    @cached_property
    def may_admit_somebody(self) -> bool:
        """Whether anybody at all gets in, or may."""
        return self.unreadable or any(
            self.admit(sids | more, assumed)
            for sids in openers(self.lists)
            for more in memberships(self.lists)
            for assumed in assumptions(self.lists)
        )

    @property
    def open_to_anyone(self) -> bool:
        """Whether no list has to be passed."""
        return bool(self.lists) and not any(entries is not None for entries in self.lists)


@lru_cache(maxsize=4096)
def _read_lists(sddls: tuple[str, ...], origin: Origin) -> Lists:
    read = [read_descriptor(sddl) for sddl in sddls]
    return Lists(origin, tuple(_entries(each, origin) for each in read if each is not None), unreadable=None in read)


def _entries(descriptor: SecurityDescriptor, origin: Origin) -> Entries | None:
    """The entries that can decide about this way in, in order; None where there is no list."""
    dacl = descriptor.dacl
    if dacl is None or dacl.is_null:
        return None
    resource = resource_claims(descriptor.sacl)
    foreign = NETWORK if origin is Origin.LOOPBACK else INTERACTIVE
    return tuple(
        DecidingEntry(ace.is_allow, sid, (ace.condition or "") if ace.is_callback else None, resource)
        for ace in dacl.aces
        if _decides(ace) and (sid := descriptor.owner if ace.sid == OWNER_RIGHTS else ace.sid) not in (None, foreign)
    )


def _decides(ace: Ace) -> bool:
    """An entry for an object type never lets in, but counts where it denies."""
    return applies(ace) and opens_sessions(ace) and (ace.is_deny or (ace.is_allow and not ace.is_object))


def openers(lists: Iterable[Entries | None]) -> Iterator[Sids]:
    """The principals with whom a token may pass all the lists; the empty set where no list has to be passed."""
    choices = [_sids(entries, allow=True) for entries in lists if entries is not None]
    yield from dict.fromkeys(frozenset(chosen) for chosen in product(*choices))


def closers(lists: Iterable[Entries | None]) -> tuple[Sid, ...]:
    """The principals that a Deny may keep out."""
    return tuple(dict.fromkeys(chain.from_iterable(_sids(entries or (), allow=False) for entries in lists)))


def _sids(entries: Entries, allow: bool) -> tuple[Sid, ...]:
    return tuple(dict.fromkeys(entry.sid for entry in entries if entry.allow is allow))


def memberships(lists: Iterable[Entries | None]) -> tuple[Sids, ...]:
    """The groups, beyond the principals, that a token may carry or lack to fit the conditions; smallest first.

    All combinations where conditions name few groups; else each group, all of each condition, and all together.
    """
    named, every = _groups(lists)
    if len(every) > _MOST_CONDITION_SIDS:
        return tuple(dict.fromkeys([NO_SIDS, *(frozenset({sid}) for sid in every), *named, every]))
    return tuple(
        frozenset(some) for size in range(len(every) + 1) for some in combinations(sorted(every, key=str), size)
    )


def assumptions(lists: Iterable[Entries | None]) -> tuple[Assumption, ...]:
    """The ways in which conditions that only the host can decide may turn out; the first is that none holds."""
    keys = _open_keys(lists)
    if len(keys) > _MOST_OPEN:
        allows = frozenset(key for key in keys if key[0])
        return (NOTHING_ASSUMED, keys, allows, keys - allows)
    return tuple(frozenset(some) for size in range(len(keys) + 1) for some in combinations(sorted(keys), size))


def is_exhaustive(lists: Iterable[Entries | None]) -> bool:
    """Whether ``memberships`` and ``assumptions`` leave no combination out."""
    known = tuple(lists)
    return len(_groups(known)[1]) <= _MOST_CONDITION_SIDS and len(_open_keys(known)) <= _MOST_OPEN


def _groups(lists: Iterable[Entries | None]) -> tuple[list[Sids], Sids]:
    """The groups that each condition names, and all of them."""
    named = [sids_in_condition(entry.condition or "") for entry in _conditional(lists)]
    return named, frozenset(chain.from_iterable(named))


def _open_keys(lists: Iterable[Entries | None]) -> Assumption:
    return frozenset(
        (e.allow, e.condition) for e in _conditional(lists) if e.condition is not None and asks_for_claims(e.condition)
    )


def _conditional(lists: Iterable[Entries | None]) -> Iterator[DecidingEntry]:
    return (entry for entries in lists if entries is not None for entry in entries if entry.condition is not None)
