"""What a later look at the host says of a write whose outcome nobody knows."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import Enum

from gatepost.endpoints.configuration.journal_entry import JournalEntry
from gatepost.endpoints.configuration.report import EndpointOutcome, Outcome
from gatepost.endpoints.text import Text, text

# How long a host may still be carrying out a write that it was sent. Assumed; no document says it.
STILL_UNDER_WAY = timedelta(seconds=120)


class Found(Enum):
    """What the host shows, compared with an entry."""

    AFTER = "after"
    BEFORE = "before"
    OTHER = "other"
    GONE = "gone"


def may_be_under_way(entry: JournalEntry, found: Found, now: datetime) -> bool:
    """Tell whether it is too early to say that the write was not carried out."""
    return found is Found.BEFORE and now - datetime.fromisoformat(entry.started_at) < STILL_UNDER_WAY


def settled(entry: JournalEntry, found: Found) -> EndpointOutcome:
    """Return what is known of a write after the host was read again, and no more than that."""
    outcome, message = _SAID[found]
    return EndpointOutcome(entry.subject, outcome, message, fulfilled=outcome is Outcome.CHANGED)


def under_way(entry: JournalEntry) -> EndpointOutcome:
    """Return what is said of a write that may still be carried out."""
    said = text("The host still shows the state before, but the write may be under way. Read again in two minutes.")
    return EndpointOutcome(entry.subject, Outcome.UNKNOWN, said)


_SAID: dict[Found, tuple[Outcome, Text]] = {
    Found.AFTER: (Outcome.CHANGED, text("Read again: the host shows the change.")),
    Found.BEFORE: (
        Outcome.UNCHANGED,
        text("Read again: the host shows the state before. It was not written, or somebody has taken it back."),
    ),
    Found.OTHER: (
        Outcome.UNKNOWN,
        text(
            "Read again: the host shows neither the state before nor what was written. Somebody has changed it since."
        ),
    ),
    Found.GONE: (Outcome.UNKNOWN, text("Read again: it is no longer on the host.")),
}
