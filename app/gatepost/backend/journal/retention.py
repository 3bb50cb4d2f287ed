"""Which entries of the journal are old enough to be deleted, told so that a wrong clock deletes nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from gatepost.endpoints.configuration.journal_entry import JournalEntry
from gatepost.endpoints.moments import moment_of


def outdated(entries: Iterable[JournalEntry], days: int, now: datetime) -> tuple[int, ...]:
    """Return the numbers of the entries that were started more than ``days`` ago; never one that needs attention.

    Days count back from now or from the last action but one, whichever is earlier: after a jump of the clock the
    actions tell what time it was, and a single one that was made at the wrong time does not count.
    """
    entries = tuple(entries)
    actions = {entry.batch: moment_of(entry.moment) for entry in sorted(entries, key=lambda entry: entry.id)}
    known = [moment for moment in actions.values() if moment is not None]
    if len(known) < 2:
        return ()
    limit = min(now, known[-2], known[-1]) - timedelta(days=days)
    return tuple(entry.id for entry in entries if not entry.needs_attention and _is_before(entry, limit))


def _is_before(entry: JournalEntry, limit: datetime) -> bool:
    moment = moment_of(entry.moment)
    return moment is not None and moment < limit
