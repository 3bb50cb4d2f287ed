"""Losses and gains of access by a change, for every token for which it makes a difference."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from gatepost.endpoints.access.candidate_tokens import CandidateTokens, deny_principals
from gatepost.endpoints.access.deciding_lists import Assumption, DecidingList, DecidingLists
from gatepost.endpoints.access.tokens import EVERY_TOKEN, SESSION_ORIGINS, Origin
from gatepost.endpoints.writes.change_set import ChangeSet
from gatepost.security import Sid, StepBudget, TooComplexError
from gatepost.security.sid import NO_SIDS, Sids


@dataclass(frozen=True, slots=True)
class AccessChange:
    """A principal for whom a change decides about opening these endpoints that way.

    ``sid`` None stands for anyone at all (there is no DACL on the other side). ``also``: only for who carries these
    SIDs as well, such as a member of a group that is denied now. ``on_condition``: only where a condition turns out so
    that the host decides, or only for a guest or an account outside Users.
    """

    sid: Sid | None
    origin: Origin
    endpoints: tuple[str, ...]
    also: Sids = NO_SIDS
    on_condition: bool = False


@dataclass(frozen=True, slots=True)
class AccessChanges:
    """All losses of a change, or all gains. ``incomplete`` names endpoints that can't be evaluated completely from here."""

    found: tuple[AccessChange, ...] = ()
    incomplete: tuple[str, ...] = ()


# A principal with what it has to carry besides, and whether it is so only on a condition.
Loss = tuple[Sid | None, Sids, bool]


def losses(change_set: ChangeSet) -> AccessChanges:
    """Return who loses access, each with all the endpoints concerned."""
    return _changes(change_set, gains=False)


def gains(change_set: ChangeSet) -> AccessChanges:
    """Return who gains access, each with all the endpoints concerned."""
    return _changes(change_set, gains=True)


def _changes(change_set: ChangeSet, *, gains: bool) -> AccessChanges:
    endpoints_by_loss: dict[tuple[Loss, Origin], list[str]] = {}
    incomplete: dict[str, None] = {}
    for change in change_set.effective:
        for origin in SESSION_ORIGINS:
            before = DecidingLists.of(change.endpoint, origin)
            after = DecidingLists.of(change.endpoint_after, origin)
            lost, complete = losses_between(after, before) if gains else losses_between(before, after)
            for loss in lost:
                endpoints_by_loss.setdefault((loss, origin), []).append(change.name)
            if not complete:
                incomplete[change.name] = None
    every = tuple(
        AccessChange(sid, origin, tuple(names), also, on_condition)
        for ((sid, also, on_condition), origin), names in endpoints_by_loss.items()
    )
    return AccessChanges(every, tuple(incomplete))


@lru_cache(maxsize=1024)
def losses_between(before: DecidingLists, after: DecidingLists) -> tuple[tuple[Loss, ...], bool]:
    """Return who loses, and whether every token was tried; nobody is named where a list cannot be read."""
    if before is after:
        return (), True
    if any(each.unreadable or each.too_complex for each in (before, after)):
        return (), False
    if before.lists == after.lists:
        return (), True
    search = _Search(before, after)
    try:
        search.run()
    except TooComplexError:
        search.complete = False
    if before.lists and after.limits and after.limits != before.limits:  # whom the others keep out isn't known
        search.complete = False
    return tuple((sid, also, kind) for (sid, also), kind in search.lost.items()), search.complete


class _Search:
    """Tries the tokens that may lose, those of fewest SIDs first."""

    def __init__(self, before: DecidingLists, after: DecidingLists) -> None:
        self._before, self._after = before, after
        self._budget = StepBudget()
        self.lost: dict[tuple[Sid | None, Sids], bool] = {}  # whether only on a condition
        self.complete = True

    def run(self) -> None:
        """Fill ``lost``.

        Raises:
            TooComplexError: there are more tokens than steps.
        """
        old, new = _without_common_start(self._before.lists, self._after.lists)
        tokens = CandidateTokens((*self._before.lists, *self._after.lists), self._before.origin, self._budget)
        for opener, closer in _candidates(tokens, old, new):
            self._budget.spend()
            sid = min(opener, key=str, default=None)
            if not any(self._always_loses(one, NO_SIDS) for one in (sid, *closer)):
                self._try(tokens, opener, closer)

    def _try(self, tokens: CandidateTokens, opener: Sids, closer: Sids) -> None:
        sid = min(opener, key=str, default=None)
        supplements = tokens.supplements(opener | closer)
        self.complete = self.complete and supplements.all_tried
        for base, more, assumed in product(tokens.bases(opener), supplements.groups, supplements.assumptions):
            also = (opener | closer | more) - {sid}
            known = [(sid, fewer) for fewer in (NO_SIDS, opener - {sid}, (opener | more) - {sid})]
            if any(self._always_loses(*one) for one in known):
                return  # said already of fewer SIDs
            if base != EVERY_TOKEN and base not in tokens.bases(opener | closer | more):
                continue  # no guest carries the groups besides
            carried = base | opener | closer | more
            if self._loses(carried, assumed):
                always = all(self._loses(carried, other) for other in supplements.assumptions)
                on_condition = base != EVERY_TOKEN or not always
                if not on_condition or not any(one in self.lost for one in known):
                    self.lost[sid, also] = on_condition
                return

    def _always_loses(self, sid: Sid | None, also: Sids) -> bool:
        return self.lost.get((sid, also)) is False

    def _loses(self, carried: Sids, assumed: Assumption) -> bool:
        if not self._before.admit(carried, assumed, self._budget):
            return False
        return not self._after.admit(carried, assumed, self._budget)


def _candidates(
    tokens: CandidateTokens, old: tuple[DecidingList, ...], new: tuple[DecidingList, ...]
) -> Iterator[tuple[Sids, Sids]]:
    """The principals of an Allow before, alone and then with one that a Deny after the change names."""
    yield from ((opener, NO_SIDS) for opener in tokens.allow_principals(old))
    denied = deny_principals(new)
    if denied:
        yield from ((o, frozenset({closer})) for o, closer in product(tokens.allow_principals(old), denied))


def _without_common_start(
    before: tuple[DecidingList, ...], after: tuple[DecidingList, ...]
) -> tuple[tuple[DecidingList, ...], tuple[DecidingList, ...]]:
    """Leave out the entries with which both begin: whom they decide about, they decide about alike."""
    if len(before) != 1 or len(after) != 1 or before[0].label != after[0].label:
        return before, after
    old, new = before[0].entries, after[0].entries
    if old is None or new is None:
        return before, after
    same = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    return (DecidingList(old[same:]),), (DecidingList(new[same:]),)
