"""The journal as a table, the newest write first, and its entries in words: outcomes, and what a write was to change."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping

from PySide6.QtCore import QObject, Qt
from typing_extensions import override

from gatepost.endpoints.configuration.endpoint_state import EndpointState, StateError, accounts_in
from gatepost.endpoints.host.setting_change_set import subject_text
from gatepost.endpoints.host.setting_state import read_state
from gatepost.endpoints.text import WINDOW, Text
from gatepost.endpoints.writes.action_text import recalled_action, recalled_message
from gatepost.endpoints.writes.differences import DifferenceRow, rows
from gatepost.endpoints.writes.journal_entry import JournalEntry, Outcome, SubjectKind
from gatepost.endpoints.writes.outcome_text import SENTENCES
from gatepost.models.entry_line_text import row_title, value_words
from gatepost.models.flat_table import FlatTableModel, TableColumn
from gatepost.models.roles import Tone
from gatepost.models.window_text import moment_words, one_line, shown, text_ranks, visible
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


class JournalColumn(TableColumn):
    TIME = WINDOW.tr("When")
    HOST = WINDOW.tr("Host")
    SUBJECT = WINDOW.tr("Endpoint or setting")
    VERB = WINDOW.tr("Action")
    OUTCOME = WINDOW.tr("Result")
    REASON = WINDOW.tr("Reason")
    ACCOUNT = WINDOW.tr("Account")


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


class JournalTableModel(FlatTableModel[JournalEntry]):
    """Shows entries as values."""

    columns = JournalColumn

    def __init__(self, parent: QObject | None = None, sentences: Collection[Text] = SENTENCES) -> None:
        """``sentences`` are those that results consist of, to be shown in the language of the window."""
        super().__init__(parent)
        self._sentences = sentences

    def set_entries(self, entries: tuple[JournalEntry, ...]) -> None:
        """Show other entries; the same ones keep the selection."""
        if entries != self._rows:
            self._reset_rows(entries)

    def entries(self) -> tuple[JournalEntry, ...]:
        """Return the entries that are shown, in their order."""
        return tuple(self._rows)

    def number_of(self, entry_id: int) -> int | None:
        """Return the 0-based row of the entry with that number, None where it is not shown."""
        return next((number for number, entry in enumerate(self._rows) if entry.id == entry_id), None)

    @override
    def cell_text(self, entry: JournalEntry, column: int, /) -> str:
        return display(entry, JournalColumn(column))

    @override
    def cell_tip(self, entry: JournalEntry, column: int, /) -> str:
        is_outcome = column == JournalColumn.OUTCOME
        return shown(recalled_message(entry.message, self._sentences)) if is_outcome else self.cell_text(entry, column)

    @override
    def cell_tone(self, entry: JournalEntry, column: int, /) -> Tone | None:
        if column != JournalColumn.OUTCOME:
            return None
        return Tone.WARNING if entry.needs_attention else outcome_tone(entry.outcome or Outcome.UNKNOWN)


def search_words(entry: JournalEntry) -> str:
    """Return what an entry is found by, in lower case: setting, outcome and action in English, too."""
    texts = [str(subject_text(entry.kind, entry.subject)), *(display(entry, each) for each in JournalColumn)]
    texts += [each.value for each in (entry.kind, entry.outcome) if each is not None]
    return visible(" ".join([*texts, entry.verb, entry.message, entry.before, entry.after])).lower()


# Not by a proxy, which asks the model for every row with every key, and for every comparison: too slow for a history of
# years.


def found(entries: Iterable[JournalEntry], typed: str, texts: Mapping[int, str]) -> tuple[JournalEntry, ...]:
    """Return the entries that hold every word of ``typed``; ``texts`` is what each is found by, by its number."""
    remaining = list(entries)
    for word in typed.lower().split():
        remaining = [entry for entry in remaining if word in texts[entry.id]]
    return tuple(remaining)


def in_order(entries: Iterable[JournalEntry], column: JournalColumn, order: Qt.SortOrder) -> tuple[JournalEntry, ...]:
    """Return entries sorted by what a column shows, the newest last or first where that is the same."""
    newest_last = sorted(entries, key=lambda entry: entry.id)
    if column is not JournalColumn.TIME:
        sources = [_source(entry, column) for entry in newest_last]
        examples = dict(zip(sources, newest_last, strict=True))
        texts = {source: display(entry, column).casefold() for source, entry in examples.items()}
        ranks = text_ranks(texts.values())
        keys = [ranks[texts[source]] for source in sources]
        newest_last = [newest_last[number] for number in sorted(range(len(keys)), key=keys.__getitem__)]
    return tuple(newest_last if order == Qt.SortOrder.AscendingOrder else reversed(newest_last))


def _source(entry: JournalEntry, column: JournalColumn) -> Hashable:
    """Return what a cell's text is made of: ten thousand writes have few different ones, and each is put in words once."""
    match column:
        case JournalColumn.OUTCOME if entry.outcome is not None and not entry.checked_by:
            return entry.outcome
        case JournalColumn.VERB:
            return entry.verb
    return display(entry, column)


def display(entry: JournalEntry, column: JournalColumn) -> str:
    """Return what a cell shows."""
    return _CELLS[column](entry)


def _subject(entry: JournalEntry) -> str:
    return entry.subject if entry.kind is SubjectKind.ENDPOINT else shown(subject_text(entry.kind, entry.subject))


_CELLS: Mapping[JournalColumn, Callable[[JournalEntry], str]] = {
    JournalColumn.TIME: lambda entry: moment_words(entry.moment),
    JournalColumn.HOST: lambda entry: entry.host_name,
    JournalColumn.SUBJECT: _subject,
    JournalColumn.VERB: lambda entry: shown(recalled_action(entry.verb)),
    JournalColumn.OUTCOME: outcome_words,
    JournalColumn.REASON: lambda entry: entry.reason,
    JournalColumn.ACCOUNT: lambda entry: entry.account,
}


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
