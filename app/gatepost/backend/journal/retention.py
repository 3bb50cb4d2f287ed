"""Which entries of the journal are old enough to be deleted, told so that a wrong clock deletes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import pairwise

from gatepost.endpoints.moments import parse_iso
from gatepost.endpoints.writes.journal_entry import JournalEntry

_BELIEVED_AFTER = timedelta(days=1)


def outdated(entries: Iterable[JournalEntry], days: int, now: datetime) -> tuple[int, ...]:
    """Return the numbers of the entries that were tried more than ``days`` ago; never one that needs attention.

    While the clock may have jumped there are none: where the last action itself would be too old, or where everything
    since a gap that long is new. An entry is as old as the latest before it: a clock that was behind made it look older.
    """
    entries = tuple(entries)
    kept = timedelta(days=days)
    moments = {entry.batch: parse_iso(entry.moment) for entry in entries}
    actions = sorted(moment for moment in moments.values() if moment is not None and moment <= now)
    if not actions or actions[-1] < now - kept or _is_sudden(actions, kept, now):
        return ()
    return tuple(entry.id for entry in _before(now - kept, entries, now) if not entry.needs_attention)


def _is_sudden(actions: list[datetime], kept: timedelta, now: datetime) -> bool:
    """Whether the first action after the last such gap is so new that the clock has to go on like that for a day."""
    after_gaps = [later for earlier, later in pairwise(actions) if later - earlier > kept]
    return bool(after_gaps) and now - after_gaps[-1] < _BELIEVED_AFTER


def _before(limit: datetime, entries: Iterable[JournalEntry], now: datetime) -> Iterator[JournalEntry]:
    """The entries before ``limit``, of those up to the first that is later; ``entries`` are in the order of their writes."""
    for entry in entries:
        moment = parse_iso(entry.moment)
        if moment is not None and limit <= moment <= now:
            return
        if moment is not None and moment < limit:
            yield entry
