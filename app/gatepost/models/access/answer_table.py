"""The answers for one caller and one endpoint, a way in to a row, now and with the draft."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import Qt
from typing_extensions import override

from gatepost.endpoints.access.effective_access import AccessAnswer
from gatepost.endpoints.access.tokens import Origin
from gatepost.models.access.verdict_text import answer_words, decided_by, verdict_tone, verdict_word
from gatepost.models.flat_table import FlatTableModel
from gatepost.models.plain import plain_tip
from gatepost.models.roles import Index, ToneRole, ValueRole
from gatepost.models.sentences import shown


class AnswerColumn(IntEnum):
    """The columns, in the order of the window."""

    ORIGIN = 0
    NOW = 1
    DRAFT = 2
    DECIDED_BY = 3


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """Answer for one origin. ``draft`` is the answer once the draft is applied; None without a draft."""

    origin: Origin
    now: AccessAnswer
    draft: AccessAnswer | None = None

    @property
    def shown(self) -> AccessAnswer:
        """The answer that is explained: the one to come."""
        return self.draft or self.now


class AnswerTableModel(FlatTableModel):
    """Shows answers as values."""

    def set_rows(self, rows: tuple[AnswerRow, ...]) -> None:
        """Show other answers; as many rows as before keep the selection."""
        if len(rows) != len(self._rows):
            self._reset_rows(rows)
        elif rows:
            self._rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(AnswerColumn) - 1))

    def row(self, number: int) -> AnswerRow:
        """Return the row with that 0-based number."""
        found: AnswerRow = self._rows[number]
        return found

    @override
    def titles(self) -> tuple[str, ...]:
        return (self.tr("Connection"), self.tr("Now"), self.tr("Pending"), self.tr("Decided by"))

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], AnswerColumn(index.column())
        answer = {AnswerColumn.NOW: row.now, AnswerColumn.DRAFT: row.draft}.get(column)
        if role == ValueRole:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if column is AnswerColumn.ORIGIN:
                return shown(row.origin.words)
            if column is AnswerColumn.DECIDED_BY:
                return decided_by(row.shown)
            return verdict_word(answer.verdict) if answer is not None else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(answer_words(answer or row.shown))
        if role == ToneRole and answer is not None:
            return verdict_tone(answer.verdict)
        return None
