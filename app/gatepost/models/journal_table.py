"""The journal as a table, the newest write first."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QCollator, QObject, Qt
from typing_extensions import override

from gatepost.endpoints.writes.journal_entry import JournalEntry
from gatepost.endpoints.writes.report import Outcome
from gatepost.models.dates import moment_words
from gatepost.models.flat_table import FlatTableModel
from gatepost.models.journal_words import outcome_words
from gatepost.models.plain import one_line, plain_tip
from gatepost.models.roles import Index, ToneRole, ValueRole
from gatepost.models.tone import Tone


class JournalColumn(IntEnum):
    """The columns, in the order of the window."""

    TIME = 0
    HOST = 1
    SUBJECT = 2
    VERB = 3
    OUTCOME = 4
    REASON = 5
    ACCOUNT = 6


_MEANINGS = {
    Outcome.CHANGED: Tone.ALLOW,
    Outcome.PARTLY: Tone.WARNING,
    Outcome.UNCHANGED: Tone.MUTED,
    Outcome.CONFLICT: Tone.WARNING,
    Outcome.REFUSED: Tone.DENY,
    Outcome.UNKNOWN: Tone.WARNING,
    None: Tone.WARNING,
}


class JournalTableModel(FlatTableModel):
    """Shows entries as values."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: dict[int, str] = {}  # what each row is searched by, once it has been

    def set_entries(self, entries: tuple[JournalEntry, ...]) -> None:
        """Show other entries; the same ones keep the selection."""
        if entries != self._rows:
            self._words.clear()
            self._reset_rows(entries)

    @override
    def filter_words(self, number: int) -> str:
        if number not in self._words:
            self._words[number] = search_words(self._rows[number])
        return self._words[number]

    def number_of(self, entry_id: int) -> int | None:
        """Return the 0-based row of the entry with that number, None where it is not shown."""
        return next((number for number, entry in enumerate(self._rows) if entry.id == entry_id), None)

    @override
    def titles(self) -> tuple[str, ...]:
        return (
            self.tr("When"),
            self.tr("Host"),
            self.tr("Endpoint or setting"),
            self.tr("Action"),
            self.tr("Result"),
            self.tr("Reason"),
            self.tr("Account"),
        )

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry, column = self._rows[index.row()], JournalColumn(index.column())
        if role == ValueRole:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return one_line(display(entry, column))
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(entry.message if column is JournalColumn.OUTCOME else display(entry, column)) or None
        if role == ToneRole and column is JournalColumn.OUTCOME:
            return Tone.WARNING if entry.needs_attention else _MEANINGS[entry.outcome]
        return None


@lru_cache(maxsize=20_000)
def search_words(entry: JournalEntry) -> str:
    """Return what an entry is found by, in lower case; who reads a long journal asks before the window does."""
    words = [display(entry, each) for each in JournalColumn]
    return " ".join([*words, entry.message, entry.before, entry.after]).lower()


def in_order(entries: Iterable[JournalEntry], column: JournalColumn, order: Qt.SortOrder) -> tuple[JournalEntry, ...]:
    """Return entries sorted by what a column shows, the newest last or first where that is the same."""
    # Not by a proxy, which asks the model for every comparison: too slow for a history of years.
    newest_last = sorted(entries, key=lambda entry: entry.id)
    if column is not JournalColumn.TIME:
        collator = QCollator()
        newest_last.sort(key=lambda entry: collator.sortKey(display(entry, column).casefold()))
    return tuple(newest_last if order == Qt.SortOrder.AscendingOrder else reversed(newest_last))


def display(entry: JournalEntry, column: JournalColumn) -> str:
    """Return what a cell shows."""
    match column:
        case JournalColumn.TIME:
            return moment_words(entry.moment)
        case JournalColumn.HOST:
            return entry.host_name
        case JournalColumn.SUBJECT:
            return entry.subject
        case JournalColumn.VERB:
            return entry.verb
        case JournalColumn.OUTCOME:
            return outcome_words(entry)
        case JournalColumn.REASON:
            return entry.reason
        case JournalColumn.ACCOUNT:
            return entry.account
