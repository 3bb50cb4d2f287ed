"""Reconciling a write with what the host shows later, because nobody knows how it ended."""

from __future__ import annotations

from datetime import datetime, timedelta

from gatepost.endpoints.host.setting_change_set import subject_text
from gatepost.endpoints.moments import parse_iso
from gatepost.endpoints.text import ENDPOINTS, Text, sentences
from gatepost.endpoints.writes.journal_entry import JournalEntry, Outcome, WriteOutcome
from gatepost.endpoints.writes.read_back import ReadBack, ReadBackState

# How long a host may still be carrying out a write that it was sent. Assumed; no document says it.
STILL_UNDER_WAY = timedelta(seconds=120)
_NO_JUMP = timedelta()


def may_be_under_way(
    entry: JournalEntry,
    state: ReadBackState,
    now: datetime,
    seconds: float | None = None,
    jump: timedelta = _NO_JUMP,
) -> bool:
    """Tell whether it is too early to say that the write was not carried out. A time far ahead is no reason to wait.

    ``seconds`` have passed since it began, where that is known without a clock that may jump. Else ``jump`` is how far the
    clock was set while this program ran: the write may have begun before that or after.
    """
    if state not in (ReadBackState.BEFORE, ReadBackState.PARTLY):
        return False
    if seconds is not None:
        return timedelta(seconds=seconds) < STILL_UNDER_WAY
    started = parse_iso(entry.started_at)
    return started is not None and any(abs(now - by - started) < STILL_UNDER_WAY for by in (_NO_JUMP, jump))


def reconciled(entry: JournalEntry, read_back: ReadBack) -> WriteOutcome:
    """Return what is known of a write after the host was read again, and no more than that."""
    outcome, message = _SAID[read_back.state]
    message = sentences(message, read_back.remark)
    return WriteOutcome(subject_text(entry.kind, entry.subject), outcome, message, fulfilled=outcome is Outcome.CHANGED)


def still_under_way(entry: JournalEntry) -> WriteOutcome:
    """Return what is said of a write that may still be carried out."""
    message = ENDPOINTS.tr(
        "The host still shows the previous state, but the change might still be in progress. Check "
        "again in two minutes."
    )
    return WriteOutcome(subject_text(entry.kind, entry.subject), Outcome.UNKNOWN, message)


_SAID: dict[ReadBackState, tuple[Outcome, Text]] = {
    ReadBackState.AFTER: (Outcome.CHANGED, ENDPOINTS.tr("Checked: the host shows the change.")),
    ReadBackState.BEFORE: (
        Outcome.UNCHANGED,
        ENDPOINTS.tr("Checked: the host shows the previous state. The change wasn't applied, or has been reverted."),
    ),
    ReadBackState.PARTLY: (Outcome.PARTLY, ENDPOINTS.tr("Checked: the host shows only part of the change.")),
    ReadBackState.OTHER: (
        Outcome.UNKNOWN,
        ENDPOINTS.tr(
            "Checked: the host shows neither the previous state nor the change. It might have been changed again later."
        ),
    ),
    ReadBackState.GONE: (Outcome.UNKNOWN, ENDPOINTS.tr("Checked: it is no longer on the host.")),
}
