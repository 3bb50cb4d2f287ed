"""Reconciling a write with what the host shows: right after it, or later because nobody knows how it ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from gatepost.endpoints.configuration.endpoint_state import EndpointState, meaning
from gatepost.endpoints.host.setting_change_set import subject_text
from gatepost.endpoints.moments import parse_iso
from gatepost.endpoints.text import ENDPOINTS, NOTHING, Text, listed, sentences
from gatepost.endpoints.writes.journal_entry import JournalEntry, Outcome, WriteOutcome

# How long a host may still be carrying out a write that it was sent. Assumed; no document says it.
STILL_UNDER_WAY = timedelta(seconds=120)
_NO_JUMP = timedelta()


class ReadBackState(Enum):
    """State that was read back, compared with those before and after a write. PARTLY: some descriptors are as after."""

    AFTER = "after"
    BEFORE = "before"
    PARTLY = "partly"
    OTHER = "other"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class ReadBack:
    """Result of reading a host back; ``remark`` is what else there is to say of it."""

    state: ReadBackState
    remark: Text = NOTHING


def read_back_of(now: EndpointState, before: EndpointState, after: EndpointState) -> ReadBack:
    """Compare an endpoint with what it was and what was to be written."""
    if now.means(after):
        return ReadBack(ReadBackState.AFTER)
    if now.means(before):
        return ReadBack(ReadBackState.BEFORE)
    if now.enabled != after.enabled or not len(now.descriptors) == len(before.descriptors) == len(after.descriptors):
        return ReadBack(ReadBackState.OTHER)
    here, old, new = ([meaning(node) for node in state.descriptors] for state in (now, before, after))
    if any(each not in (was, wanted) for each, was, wanted in zip(here, old, new, strict=True)):
        return ReadBack(ReadBackState.OTHER)
    nodes = list(zip(after.descriptors, here, old, new, strict=True))
    done = [node.uri or node.resource_uri for node, each, was, wanted in nodes if each == wanted != was]
    missing = [node.uri or node.resource_uri for node, each, _, wanted in nodes if each != wanted]
    if not done:  # another change may have enabled it: no descriptor is as this write wanted
        return ReadBack(ReadBackState.OTHER)
    remark = ENDPOINTS.tr("Changed: {done}. Not changed: {missing}.", done=listed(done), missing=listed(missing))
    return ReadBack(ReadBackState.PARTLY, remark)


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
    message_with_remark = sentences(message, read_back.remark) if read_back.remark is not NOTHING else message
    return WriteOutcome(
        subject_text(entry.kind, entry.subject), outcome, message_with_remark, fulfilled=outcome is Outcome.CHANGED
    )


def still_under_way(entry: JournalEntry) -> WriteOutcome:
    """Return what is said of a write that may still be carried out."""
    said = ENDPOINTS.tr(
        "The host still shows the previous state, but the change might still be in progress. Check "
        "again in two minutes."
    )
    return WriteOutcome(subject_text(entry.kind, entry.subject), Outcome.UNKNOWN, said)


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
