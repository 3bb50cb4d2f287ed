"""Candidate tokens: the few that have to be tried to know whom permission lists admit, without missing one.

The first entry that fits a token decides. So a token is allowed by the principal of that Allow alone, with the
groups that conditions ask about; and a token that a Deny keeps out is kept out by that principal. A token of these few
SIDs stands for every account that carries them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, combinations, product

from gatepost.endpoints.access.deciding_lists import Assumption, DecidingList
from gatepost.endpoints.access.tokens import ANONYMOUS, AUTHENTICATED_USERS, EVERY_TOKEN, GUESTS, USERS, Origin
from gatepost.security import ADMINISTRATORS, EVERYONE, INTERACTIVE, NETWORK, Sid, StepBudget
from gatepost.security.access_check import HIGH
from gatepost.security.deciding_entries import DecidingEntry
from gatepost.security.sid import NO_SIDS, Sids

_OF_GUESTS = frozenset({EVERYONE, GUESTS, ANONYMOUS, NETWORK, INTERACTIVE})
_GUEST_RIDS = (501, 514)  # Guest, Domain Guests
_NEVER_A_GUEST = frozenset({AUTHENTICATED_USERS, *(Sid(5, (rid,)) for rid in (18, 19, 20))})  # nor the system itself
_MOST_GROUPS = 6  # of which every combination is tried
_MOST_SINGLE_GROUPS = 100  # of which each is tried before all together
_MOST_UNDECIDED = 3  # conditions for the host to decide, of which every combination is tried


@dataclass(frozen=True, slots=True)
class TokenVariants:
    """What a token may carry besides its principals, and how open conditions may turn out; the plainest first.

    ``favorable`` is how they turn out best for the token. ``all_tried``: no combination is left out.
    ``groups_sufficient``: if none of the groups lets the token in, no combination does.
    """

    groups: tuple[Sids, ...]
    assumptions: tuple[Assumption, ...]
    favorable: Assumption
    all_tried: bool
    groups_sufficient: bool


class CandidateTokens:
    """The tokens that can make a difference to some lists, for one way to come.

    ``guests_in_groups``: whether to think of guests that are members of other groups. They matter where it
    is to be certain that nobody gets in; among the losers of a change they would be named beside everyone else.
    """

    def __init__(
        self, lists: Iterable[DecidingList], origin: Origin, budget: StepBudget, *, guests_in_groups: bool = False
    ) -> None:
        self._lists = tuple(dict.fromkeys(lists))
        self._guests_in_groups = guests_in_groups
        self._budget = budget
        self._foreign = origin.foreign_sids
        self._given = EVERY_TOKEN | {origin.sid}
        self._label_requires_admin = any(each.label is not None and each.label.level <= HIGH for each in self._lists)
        named = NO_SIDS.union(*(each.named for each in self._lists))
        budget.spend(len(named))
        self._tells_users_apart = not named.isdisjoint((AUTHENTICATED_USERS, USERS))
        self._conditional = NO_SIDS.union(*(each.conditional_sids for each in self._lists))
        self._usual = self._supplements(NO_SIDS)

    def bases(self, principals: Sids) -> tuple[Sids, ...]:
        """What tokens with these principals carry anyway, the usual token first.

        Windows makes everybody a member of Users, but that can be changed, and a guest is no authenticated user.
        """
        bases: list[Sids] = [EVERY_TOKEN]
        if self._tells_users_apart and USERS not in principals:
            bases.append(EVERY_TOKEN - {USERS})
            if all(map(self._may_be_a_guest, principals)):
                bases.append(frozenset({EVERYONE}))
        if ANONYMOUS in principals or (principals <= {NETWORK} and NETWORK not in self._foreign):
            bases.append(NO_SIDS)  # Everyone does not include the anonymous, unless a policy says so
        return tuple(bases)

    def _may_be_a_guest(self, sid: Sid) -> bool:
        if self._guests_in_groups:
            return sid not in _NEVER_A_GUEST
        return sid in _OF_GUESTS or sid.rid in _GUEST_RIDS

    def supplements(self, principals: Sids) -> TokenVariants:
        """The groups that can matter to a token of these principals: those that conditions ask about, and so on."""
        if principals.isdisjoint(self._conditional):
            return self._usual
        return self._supplements(principals)

    def _supplements(self, principals: Sids) -> TokenVariants:
        groups, entries = self._reached(principals)
        self._budget.spend(len(groups) + len(entries))
        keys = {entry.condition_key for entry in entries if entry.needs.claims}
        assumptions, all_assumed = _assumptions(frozenset(keys))
        favorable = frozenset(key for key in keys if key[0])
        if len(groups) <= _MOST_GROUPS:
            return TokenVariants(_combinations(groups), assumptions, favorable, all_assumed, groups_sufficient=True)
        enough = self._more_groups_only_help(groups, entries)
        return TokenVariants(
            _some_of(groups, entries), assumptions, favorable, all_tried=False, groups_sufficient=enough
        )

    def _reached(self, principals: Sids) -> tuple[Sids, list[DecidingEntry]]:
        """The groups that conditions ask about, of entries for the token's SIDs and again for those groups."""
        groups: set[Sid] = {ADMINISTRATORS} if self._label_requires_admin else set()  # they raise the level of a token
        conditional: list[DecidingEntry] = []
        pending = [*principals, *self._given, *groups]
        seen = {*pending, *self._foreign}
        while pending:
            sid = pending.pop()
            for entry in chain.from_iterable(each.conditional(sid) for each in self._lists):
                self._budget.spend(1 + len(entry.needs.groups))
                conditional.append(entry)
                new = entry.needs.groups - seen
                groups |= new
                seen |= new
                pending += new
        return frozenset(groups - principals), conditional

    def _more_groups_only_help(self, groups: Sids, entries: list[DecidingEntry]) -> bool:
        """Whether a token that carries all the groups is let in if one that carries some of them is."""
        if not groups.isdisjoint(deny_principals(self._lists)):
            return False
        return all(entry.allow and entry.needs.only_memberships for entry in entries)

    def allow_principals(self, lists: Iterable[DecidingList]) -> Iterator[Sids]:
        """The principals with whom a token may pass all the lists; the empty set where no list has to be passed."""
        choices = [each.sids(allow=True) for each in lists if each.entries is not None]
        common = set(choices[0]).intersection(*choices[1:]) if choices else set()
        yield from (frozenset({sid}) for sid in (choices[0] if choices else ()) if sid in common)
        if len(choices) == 1:
            return
        seen: set[Sids] = set()
        for chosen in product(*choices):
            self._budget.spend(1 + len(chosen))
            sids = frozenset(chosen)
            if (len(sids) != 1 or not sids <= common) and sids not in seen:
                seen.add(sids)
                yield sids


def deny_principals(lists: Iterable[DecidingList]) -> tuple[Sid, ...]:
    """The principals that a Deny may keep out."""
    return tuple(dict.fromkeys(chain.from_iterable(each.sids(allow=False) for each in lists)))


def _combinations(groups: Sids) -> tuple[Sids, ...]:
    ordered = sorted(groups, key=str)
    return tuple(frozenset(some) for size in range(len(ordered) + 1) for some in combinations(ordered, size))


def _some_of(groups: Sids, entries: list[DecidingEntry]) -> tuple[Sids, ...]:
    """None of many groups, each, those of each condition, and all."""
    named = (entry.needs.groups & groups for entry in entries)
    single = [frozenset({sid}) for sid in groups]
    tried = [*named, groups]
    tried = [*single, *tried] if len(groups) <= _MOST_SINGLE_GROUPS else [*tried, *single]
    return tuple(dict.fromkeys([NO_SIDS, *tried]))


def _assumptions(keys: Assumption) -> tuple[tuple[Assumption, ...], bool]:
    """The ways in which the conditions may turn out, none of them holding first; whether these are all."""
    if len(keys) > _MOST_UNDECIDED:
        allows = frozenset(key for key in keys if key[0])
        return (frozenset(), keys, allows, keys - allows), False
    sizes = range(len(keys) + 1)
    return tuple(frozenset(some) for size in sizes for some in combinations(sorted(keys), size)), True
