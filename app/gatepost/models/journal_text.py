"""The words for what the journal holds: times, outcomes, and what differs between two states."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gatepost.endpoints.configuration.endpoint_state import EndpointState, StateError, accounts_in
from gatepost.endpoints.host.setting_state import SettingState, read_state
from gatepost.endpoints.writes.differences import DifferenceRow, rows
from gatepost.endpoints.writes.journal_entry import JournalEntry, Outcome, SubjectKind
from gatepost.models.plain import one_line, visible
from gatepost.models.row_text import row_title, value_words
from gatepost.models.sentences import shown
from gatepost.security import Accounts

_MINUS = "\u2212"


def outcome_words(entry: JournalEntry) -> str:
    """Return what is known of how the write ended, in a word or three."""
    words = _outcome_words(entry)
    return (
        QCoreApplication.translate("Journal", "{outcome}, checked manually").format(outcome=words)
        if entry.checked_by
        else words
    )


def _outcome_words(entry: JournalEntry) -> str:
    match entry.outcome:
        case None if entry.is_untried:
            return QCoreApplication.translate("Journal", "skipped")
        case None:
            return QCoreApplication.translate("Journal", "not known")
        case Outcome.CHANGED:
            return QCoreApplication.translate("Journal", "changed")
        case Outcome.PARTLY:
            return QCoreApplication.translate("Journal", "partly changed")
        case Outcome.UNCHANGED:
            return QCoreApplication.translate("Journal", "unchanged")
        case Outcome.CONFLICT:
            return QCoreApplication.translate("Journal", "conflict")
        case Outcome.REFUSED:
            return QCoreApplication.translate("Journal", "refused")
        case Outcome.UNKNOWN:
            return QCoreApplication.translate("Journal", "not known")


def difference_lines(entry: JournalEntry, accounts: Accounts) -> list[str]:
    """Return what the write was to change, a line each."""
    if entry.kind is not SubjectKind.ENDPOINT:
        states = (read_state(entry.kind, note) for note in (entry.before, entry.after))
        return [" \u2192 ".join(state_words(state) for state in states)]
    try:
        before, after = EndpointState.from_json(entry.before), EndpointState.from_json(entry.after)
    except StateError:
        return [
            QCoreApplication.translate("Journal", "This entry can't be read."),
            visible(entry.before),
            visible(entry.after),
        ]
    for text in (entry.before, entry.after):  # as they were called then
        accounts = accounts.with_names(accounts_in(text).names)
    lines = [_difference(row, accounts) for row in rows(before, after, after)]
    for label, state in (
        (QCoreApplication.translate("Journal", "before"), before),
        (QCoreApplication.translate("Journal", "after"), after),
    ):
        lines += ["", *(f"{label}  {visible(descriptor.sddl)}" for descriptor in state.descriptors)]
        if not state.descriptors:
            lines.append(f"{label}  " + QCoreApplication.translate("Journal", "inherited from RootSDDL"))
    return lines


def state_words(state: SettingState) -> str:
    """Return a state of a setting in one line."""
    return shown(state.words)


def _difference(row: DifferenceRow, accounts: Accounts) -> str:
    title = one_line(row_title(row, accounts))
    if row.entry is not None:
        return f"{_MINUS if row.now is None else '+'} {title}"
    was, now = (one_line(value_words(value, accounts)) for value in (row.was, row.now))
    return f"{title}: {was} \u2192 {now}"
