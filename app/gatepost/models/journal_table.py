"""The journal as a table, the newest write first."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping

from PySide6.QtCore import QObject, Qt
from typing_extensions import override

from gatepost.endpoints.host.setting_change_set import subject_text
from gatepost.endpoints.text import WINDOW, Text
from gatepost.endpoints.writes.action_text import recalled_action, recalled_message
from gatepost.endpoints.writes.journal_entry import JournalEntry, Outcome, SubjectKind
from gatepost.endpoints.writes.outcome_text import SENTENCES
from gatepost.models.flat_table import FlatTableModel, TableColumn
from gatepost.models.journal_text import outcome_tone, outcome_words
from gatepost.models.roles import Tone
from gatepost.models.window_text import moment_words, shown, text_ranks, visible


class JournalColumn(TableColumn):
    TIME = WINDOW.tr("When")
    HOST = WINDOW.tr("Host")
    SUBJECT = WINDOW.tr("Endpoint or setting")
    VERB = WINDOW.tr("Action")
    OUTCOME = WINDOW.tr("Result")
    REASON = WINDOW.tr("Reason")
    ACCOUNT = WINDOW.tr("Account")


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
