"""Entries in an order that changes: each change takes the same time, however many entries there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gatepost.endpoints.writes.differences import NumberedAce


class LinkedEntries:
    """Entries, each of them once. They are linked, so that nothing is counted or moved when one comes or goes."""

    def __init__(self, entries: Iterable[NumberedAce]) -> None:
        """Begin with these. What comes later has the rank of what it was put behind, or in the place of."""
        order = [None, *entries]  # None stands for both ends
        self._next: dict[NumberedAce | None, NumberedAce | None] = dict(zip(order, [*order[1:], None], strict=True))
        self._previous = {after: before for before, after in self._next.items()}
        self._rank = {entry: rank for rank, entry in enumerate(order)}

    def __contains__(self, entry: NumberedAce) -> bool:
        return entry in self._next

    def __iter__(self) -> Iterator[NumberedAce]:
        entry = self._next[None]
        while entry is not None:
            yield entry
            entry = self._next[entry]

    def insert(self, entry: NumberedAce, behind: NumberedAce | None) -> None:
        """Put an entry right behind another, in front of all others for None."""
        self._link(behind, entry, self._next[behind])
        self._rank[entry] = self._rank[behind]

    def exchange(self, entry: NumberedAce, other: NumberedAce) -> None:
        """Put an entry in the place of another, which goes."""
        self._link(self._previous[other], entry, self._next[other])
        self._rank[entry] = self._rank[other]
        del self._next[other], self._previous[other], self._rank[other]

    def move(self, entry: NumberedAce, behind: NumberedAce) -> None:
        """Put an entry that is here right behind another."""
        before, after = self._previous[entry], self._next[entry]
        self._next[before], self._previous[after] = after, before
        self.insert(entry, behind)

    def is_behind(self, entry: NumberedAce, first: NumberedAce) -> bool:
        """Whether an entry stands behind one that was here from the beginning."""
        return self._rank[entry] >= self._rank[first]

    def _link(self, before: NumberedAce | None, entry: NumberedAce, after: NumberedAce | None) -> None:
        self._next[before], self._next[entry] = entry, after
        self._previous[after], self._previous[entry] = entry, before
