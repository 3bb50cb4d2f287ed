"""Entries of the journal in words: how a write ended, and what it was to change."""

from __future__ import annotations

from gatepost.endpoints.configuration.endpoint_state import EndpointState, StateError, accounts_in
from gatepost.endpoints.host.setting_state import read_state
from gatepost.endpoints.text import WINDOW
from gatepost.endpoints.writes.differences import DifferenceRow, rows
from gatepost.endpoints.writes.journal_entry import JournalEntry, Outcome, SubjectKind
from gatepost.models.difference_text import row_title, value_words
from gatepost.models.roles import Tone
from gatepost.models.window_text import one_line, shown, visible
from gatepost.security import Accounts

_MINUS = "\u2212"
_OUTCOMES = {
    Outcome.CHANGED: (WINDOW.tr("changed"), Tone.ALLOW),
    Outcome.PARTLY: (WINDOW.tr("partly changed"), Tone.WARNING),
    Outcome.UNCHANGED: (WINDOW.tr("unchanged"), Tone.MUTED),
    Outcome.CONFLICT: (WINDOW.tr("conflict"), Tone.WARNING),
    Outcome.REFUSED: (WINDOW.tr("refused"), Tone.DENY),
    Outcome.UNKNOWN: (WINDOW.tr("not known"), Tone.WARNING),
}
_NOT_STARTED = WINDOW.tr("not started")


def outcome_word(outcome: Outcome) -> str:
    """Return the word for an outcome."""
    return shown(_OUTCOMES[outcome][0])


def outcome_tone(outcome: Outcome) -> Tone:
    """Return the tone of an outcome."""
    return _OUTCOMES[outcome][1]


def outcome_words(entry: JournalEntry) -> str:
    """Return what is known of how the write ended, in a word or three."""
    labels = _NOT_STARTED if entry.is_untried else _OUTCOMES[entry.outcome or Outcome.UNKNOWN][0]
    return shown(WINDOW.tr("{outcome}, checked manually", outcome=labels) if entry.checked_by else labels)


def difference_lines(entry: JournalEntry, accounts: Accounts) -> list[str]:
    """Return what the write was to change, a line each."""
    if entry.kind is not SubjectKind.ENDPOINT:
        states = (read_state(entry.kind, note) for note in (entry.before, entry.after))
        return [" \u2192 ".join(shown(state.words) for state in states)]
    try:
        before, after = EndpointState.from_json(entry.before), EndpointState.from_json(entry.after)
    except StateError:
        return [shown(WINDOW.tr("This entry can't be read.")), visible(entry.before), visible(entry.after)]
    for text in (entry.before, entry.after):  # as they were called then
        accounts = accounts.with_names(accounts_in(text).names)
    lines = [_difference(row, accounts) for row in rows(before, after)]
    for state_label, state in ((WINDOW.tr("before"), before), (WINDOW.tr("after"), after)):
        label = shown(state_label)
        lines += ["", *(f"{label}  {visible(descriptor.sddl)}" for descriptor in state.descriptors)]
        if not state.descriptors:
            lines.append(f"{label}  " + shown(WINDOW.tr("inherited from RootSDDL")))
    return lines


def _difference(row: DifferenceRow, accounts: Accounts) -> str:
    title = one_line(row_title(row, accounts))
    if row.entry is not None:
        return f"{_MINUS if row.after is None else '+'} {title}"
    old, new = (one_line(value_words(value, accounts)) for value in (row.before, row.after))
    return f"{title}: {old} \u2192 {new}"
