"""Which entries of the journal are old enough to be deleted, told so that a wrong clock deletes nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from gatepost.endpoints.moments import parse_iso
from gatepost.endpoints.writes.journal_entry import JournalEntry

_BELIEVED_AFTER = timedelta(days=1)


def outdated(entries: Iterable[JournalEntry], days: int, now: datetime) -> tuple[int, ...]:
    """Return the numbers of the entries that were tried more than ``days`` ago; never one that needs attention.

    While the clock may have jumped there are none: where the last action itself would be too old, or where it is new
    and would make the one before it too old.
    """
    entries = tuple(entries)
    kept = timedelta(days=days)
    moments = {entry.batch: parse_iso(entry.moment) for entry in entries}
    actions = sorted(moment for moment in moments.values() if moment is not None and moment <= now)
    if not actions or actions[-1] < now - kept or _is_sudden(actions, kept, now):
        return ()
    return tuple(entry.id for entry in entries if not entry.needs_attention and _is_before(entry, now - kept))


def _is_sudden(actions: list[datetime], kept: timedelta, now: datetime) -> bool:
    """Whether the last action came so long after the previous one that the clock has to go on like that for a day."""
    gap = actions[-1] - actions[-2] if len(actions) > 1 else timedelta(0)
    return gap > kept and now - actions[-1] < _BELIEVED_AFTER


def _is_before(entry: JournalEntry, limit: datetime) -> bool:
    moment = parse_iso(entry.moment)
    return moment is not None and moment < limit
