"""Checking a host again after a write whose outcome is unknown."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from gatepost.backend.failures.diagnose import host_error
from gatepost.backend.host.refusals import MethodFailed
from gatepost.backend.host.settings_client import SettingsClient
from gatepost.backend.host.subjects import endpoint_left, endpoint_note_on, setting_state_found
from gatepost.backend.journal.journal import Journal
from gatepost.endpoints.configuration.endpoint_state import EndpointState, StateError
from gatepost.endpoints.configuration.plugin_document import DocumentError
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.host.setting_change_set import subject_text
from gatepost.endpoints.moments import parse_iso
from gatepost.endpoints.text import BACKEND, sentences
from gatepost.endpoints.writes import outcome_text as says
from gatepost.endpoints.writes.journal_entry import JournalEntry, Outcome, PlannedWrite, SubjectKind, WriteOutcome
from gatepost.endpoints.writes.read_back import ReadBack, ReadBackState, read_back_of
from gatepost.wsman import Transport
from gatepost.wsman.errors import WsmanError

# How long a host may still be carrying out a write that it was sent. Assumed; no document says it.
STILL_UNDER_WAY = timedelta(seconds=120)
_NO_JUMP = timedelta()
_SAID = {
    ReadBackState.AFTER: (Outcome.CHANGED, says.CHECKED_CHANGED),
    ReadBackState.BEFORE: (Outcome.UNCHANGED, says.CHECKED_UNCHANGED),
    ReadBackState.PARTLY: (Outcome.PARTLY, says.CHECKED_PARTLY),
    ReadBackState.OTHER: (Outcome.UNKNOWN, says.CHECKED_DIFFERENT),
    ReadBackState.GONE: (Outcome.UNKNOWN, says.CHECKED_GONE),
}


def reconcile_write(transport: Transport, journal: Journal, entry: JournalEntry) -> WriteOutcome:
    """Look at what a write has left on the host, record it in the journal, and return it.

    Raises:
        HostError: the host or the entry cannot be read, or the journal cannot be written; nothing is recorded.
    """
    try:
        read_back = _read_back(transport, entry)
    except (WsmanError, DocumentError) as error:
        raise host_error(error, entry.host_name) from error
    except (StateError, MethodFailed) as error:
        subject = subject_text(entry.kind, entry.subject)
        raise HostError(
            BACKEND.tr("The History entry for {subject} can't be read.", subject=subject),
            BACKEND.tr("Compare the host with the details of the entry, then mark it as checked."),
            details=str(error),
        ) from error
    now = datetime.now(UTC)
    if may_be_under_way(entry, read_back.state, now, journal.seconds_since_start(entry), journal.clock_jump(now)):
        return WriteOutcome(subject_text(entry.kind, entry.subject), Outcome.UNKNOWN, says.STILL_UNDER_WAY)
    outcome = reconciled(entry, read_back)
    journal.record_check(entry.id, outcome)
    return outcome


def _read_back(transport: Transport, entry: JournalEntry) -> ReadBack:
    if entry.kind is None:
        raise StateError("unknown kind of subject")
    if entry.kind is SubjectKind.TEST_ENDPOINT:
        note = endpoint_note_on(transport, entry.subject)
        states = {entry.before: ReadBackState.BEFORE, entry.after: ReadBackState.AFTER}
        return ReadBack(states.get(note, ReadBackState.OTHER))
    if entry.kind is not SubjectKind.ENDPOINT:
        write = PlannedWrite(entry.kind, entry.subject, entry.before, entry.after)
        return ReadBack(setting_state_found(SettingsClient(transport), write))
    before, after = EndpointState.from_json(entry.before), EndpointState.from_json(entry.after)
    now = endpoint_left(transport, entry.subject)
    return ReadBack(ReadBackState.GONE) if now is None else read_back_of(EndpointState.of(now), before, after)


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
