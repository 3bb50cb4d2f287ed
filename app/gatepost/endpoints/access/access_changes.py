"""Who loses a way in by a change: every token that got in before and does not after it, without missing one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from gatepost.endpoints.access.candidate_tokens import (
    NO_SIDS,
    Entries,
    Lists,
    Sids,
    assumptions,
    closers,
    is_exhaustive,
    memberships,
    openers,
)
from gatepost.endpoints.access.tokens import SESSION_ORIGINS, Origin
from gatepost.endpoints.configuration.change_set import ChangeSet, EndpointChange
from gatepost.security import Sid

# Tokens weighed for one endpoint and way: far more than real descriptors need, and still done in a moment.
MOST_TOKENS = 20_000


@dataclass(frozen=True, slots=True)
class Loss:
    """A principal that could open these endpoints that way before a change and cannot after it.

    ``sid`` None stands for anyone at all (there was no list). ``also``: only who carries these SIDs as well loses the
    way in, such as a member of a group that is denied now.
    """

    sid: Sid | None
    origin: Origin
    endpoints: tuple[str, ...]
    also: Sids = NO_SIDS


@dataclass(frozen=True, slots=True)
class Losses:
    """All losses of a change. ``not_weighed`` names endpoints with more entries than could be weighed against another."""

    found: tuple[Loss, ...]
    not_weighed: tuple[str, ...] = ()


def losses(change_set: ChangeSet) -> Losses:
    """Return who loses a way in, each with all the endpoints concerned."""
    lost: dict[tuple[Sid | None, Sids, Origin], list[str]] = {}
    not_weighed: list[str] = []
    for change in change_set.effective:
        for origin in SESSION_ORIGINS:
            found, complete = losses_between(*before_and_after(change, origin))
            for sid, also in found:
                lost.setdefault((sid, also, origin), []).append(change.name)
            if not complete and change.name not in not_weighed:
                not_weighed.append(change.name)
    found_losses = (Loss(sid, origin, tuple(names), also) for (sid, also, origin), names in lost.items())
    return Losses(tuple(found_losses), tuple(not_weighed))


def before_and_after(change: EndpointChange, origin: Origin) -> tuple[Lists, Lists]:
    """The lists that decide on one way into an endpoint before and after a change."""
    return Lists.of(change.endpoint, origin), Lists.of(change.endpoint_after, origin)


def losses_between(before: Lists, after: Lists) -> tuple[tuple[tuple[Sid | None, Sids], ...], bool]:
    """Return who loses (a principal, and what it has to carry besides), and whether every token was weighed.

    Nothing is said of a list that cannot be read.
    """
    if before.unreadable or after.unreadable or before.lists == after.lists:
        return (), True
    lost: dict[tuple[Sid | None, Sids], None] = {}
    both = (*before.lists, *after.lists)
    settings = list(product(memberships(both), assumptions(both)))
    for count, (opener, closer) in enumerate(_candidates(before, after)):
        if count * len(settings) > MOST_TOKENS:
            return tuple(lost), False
        sid = min(opener, key=str, default=None)
        if any((one, NO_SIDS) in lost for one in closer):
            continue  # said already, whatever else the token carries
        for more, assumed in settings:
            carried = opener | closer | more
            if any((sid, known) in lost for known in (NO_SIDS, opener - {sid}, (opener | more) - {sid})):
                break  # said already of fewer SIDs
            if before.admit(carried, assumed) and not after.admit(carried, assumed):
                lost[sid, carried - {sid}] = None
                break
    return tuple(lost), is_exhaustive(both)


def _candidates(before: Lists, after: Lists) -> Iterator[tuple[Sids, Sids]]:
    """The principals of an Allow before, alone and then with one that a Deny after the change names."""
    old, new = _without_common_start(before.lists, after.lists)
    found = list(openers(old))
    yield from ((opener, NO_SIDS) for opener in found)
    yield from ((opener, frozenset({closer})) for opener, closer in product(found, closers(new)))


def _without_common_start(
    before: tuple[Entries | None, ...], after: tuple[Entries | None, ...]
) -> tuple[tuple[Entries | None, ...], tuple[Entries | None, ...]]:
    """Leave out the entries with which both begin: whom they decide about, they decide about alike."""
    if len(before) != 1 or len(after) != 1 or before[0] is None or after[0] is None:
        return before, after
    old, new = before[0], after[0]
    same = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    return (old[same:],), (new[same:],)
