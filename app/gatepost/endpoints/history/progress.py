"""Progress of an action, told from all its writes in the journal."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from gatepost.endpoints.text import ENDPOINTS, Text, listed
from gatepost.endpoints.writes.journal_entry import JournalEntry, Outcome

_DONE = (Outcome.CHANGED, Outcome.PARTLY)


@dataclass(frozen=True, slots=True)
class ActionProgress:
    """Numbers of writes. ``done``: the host shows the change. ``not_applied``: refused, conflicting, or skipped."""

    total: int
    done: int
    not_applied: int
    not_known: int
    not_tried: int

    @classmethod
    def of(cls, entries: Collection[JournalEntry]) -> ActionProgress:
        """Count the writes of one action."""
        done = sum(entry.outcome in _DONE for entry in entries)
        not_tried = sum(entry.is_untried for entry in entries)
        not_known = sum(entry.outcome in (None, Outcome.UNKNOWN) and not entry.is_untried for entry in entries)
        return cls(len(entries), done, len(entries) - done - not_tried - not_known, not_known, not_tried)

    @property
    def words(self) -> Text:
        """Such as "3 of 6 done, 3 skipped"."""
        parts = [ENDPOINTS.tr("{done} of {total} done", done=self.done, total=self.total)]
        if self.not_applied:
            parts.append(ENDPOINTS.tr("{count} not applied", count=self.not_applied))
        if self.not_known:
            parts.append(ENDPOINTS.tr("{count} not known", count=self.not_known))
        if self.not_tried:
            parts.append(ENDPOINTS.tr("{count} skipped", count=self.not_tried))
        return listed(parts)
