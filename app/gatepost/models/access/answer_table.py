"""Table of effective access: one account and one endpoint, a row for each origin, now and with the pending change."""

from __future__ import annotations

from dataclasses import dataclass

from typing_extensions import override

from gatepost.endpoints.access.effective_access import AccessAnswer
from gatepost.endpoints.access.tokens import Origin
from gatepost.endpoints.text import WINDOW
from gatepost.models.access.verdict_text import answer_words, brief_verdict, decided_by, verdict_tone, verdict_word
from gatepost.models.flat_table import FlatTableModel, TableColumn
from gatepost.models.roles import Tone
from gatepost.models.window_text import shown


class AnswerColumn(TableColumn):
    ORIGIN = WINDOW.tr("Connection")
    NOW = WINDOW.tr("Now")
    PENDING = WINDOW.tr("Pending")
    DECIDED_BY = WINDOW.tr("Decided by")


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """Answer for one origin. ``pending_change`` is the answer once the pending change is applied;
    None without a pending change.
    """

    origin: Origin
    now: AccessAnswer
    pending_change: AccessAnswer | None = None

    @property
    def shown(self) -> AccessAnswer:
        """The answer that is explained: the one to come."""
        return self.pending_change or self.now


class AnswerTableModel(FlatTableModel[AnswerRow]):
    """Shows answers as values."""

    columns = AnswerColumn

    def set_rows(self, rows: tuple[AnswerRow, ...]) -> None:
        """Show other answers; as many rows as before keep the selection."""
        if len(rows) != len(self._rows):
            self._reset_rows(rows)
        elif rows:
            self._rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(AnswerColumn) - 1))

    @override
    def cell_text(self, row: AnswerRow, column: int, /) -> str:
        if column == AnswerColumn.ORIGIN:
            return shown(row.origin.words)
        if column == AnswerColumn.DECIDED_BY:
            return decided_by(row.shown)
        answer = _answer(row, column)
        return brief_verdict(answer.verdict) if answer is not None else ""

    @override
    def cell_spoken(self, row: AnswerRow, column: int, /) -> str:
        answer = _answer(row, column)
        return verdict_word(answer.verdict) if answer is not None else self.cell_text(row, column)

    @override
    def cell_tip(self, row: AnswerRow, column: int, /) -> str:
        return answer_words(_answer(row, column) or row.shown)

    @override
    def cell_tone(self, row: AnswerRow, column: int, /) -> Tone | None:
        answer = _answer(row, column)
        return verdict_tone(answer.verdict) if answer is not None else None


def _answer(row: AnswerRow, column: int) -> AccessAnswer | None:
    """Return the answer that a column is about."""
    return row.now if column == AnswerColumn.NOW else row.pending_change if column == AnswerColumn.PENDING else None
