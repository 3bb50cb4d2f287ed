"""Effective access in words, and as a table: one account and one endpoint, a row for each origin, now and pending.

Yes, no and unknown are said in words: never in color alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from typing_extensions import override

from gatepost.endpoints.access.effective_access import AccessAnswer, Verdict
from gatepost.endpoints.access.tokens import Origin
from gatepost.endpoints.text import WINDOW, sentences
from gatepost.models.flat_table import FlatTableModel, TableColumn
from gatepost.models.roles import Tone
from gatepost.models.window_text import shown

_LOOKS = {
    Verdict.YES: (WINDOW.tr("Yes"), Tone.YES),
    Verdict.YES_UNLESS: (WINDOW.tr("Yes, unless one of its groups is denied"), Tone.YES),
    Verdict.NO: (WINDOW.tr("No"), Tone.NO),
    Verdict.NO_UNLESS: (WINDOW.tr("No, unless one of its groups is allowed"), Tone.INFO),
    Verdict.UNKNOWN: (WINDOW.tr("Not known"), Tone.INFO),
}
_BRIEF = {Verdict.YES_UNLESS: WINDOW.tr("Yes by itself"), Verdict.NO_UNLESS: WINDOW.tr("No by itself")}


class AnswerColumn(TableColumn):
    ORIGIN = WINDOW.tr("Connection")
    NOW = WINDOW.tr("Now")
    PENDING = WINDOW.tr("Pending")
    DECIDED_BY = WINDOW.tr("Decided by")


def verdict_tone(verdict: Verdict, *, broad: bool = False) -> Tone:
    """Return how an answer is painted: a Yes is no good news and a No no bad news. One for nearly everybody is a warning.

    ``broad``: it is the answer for a group that nearly everybody is a member of.
    """
    is_yes = verdict in (Verdict.YES, Verdict.YES_UNLESS)
    return Tone.WARNING if broad and is_yes else _LOOKS[verdict][1]


def verdict_word(verdict: Verdict) -> str:
    """Return the word for a verdict."""
    return shown(_LOOKS[verdict][0])


def brief_verdict(verdict: Verdict) -> str:
    """Return a verdict for a narrow cell: what an account gets by itself, whatever its groups add or take away."""
    return shown(_BRIEF[verdict]) if verdict in _BRIEF else verdict_word(verdict)


def answer_words(answer: AccessAnswer) -> str:
    """The whole answer: what stops it outside the list, what decides in it, and what it rests on."""
    blocked_by = (answer.blocked_by, WINDOW.tr("Apart from that:")) if answer.blocked_by else ()
    return shown(sentences(*blocked_by, answer.why, answer.note))


def decided_by(answer: AccessAnswer) -> str:
    """What decides, in a few words."""
    if answer.blocked_by:
        return shown(answer.blocked_by)
    if answer.deciding is None:
        return shown(WINDOW.tr("No entry"))
    number = answer.deciding.index + 1
    if answer.deciding.descriptor_index is None:
        return shown(WINDOW.tr("Entry {number} of RootSDDL", number=number))
    return shown(WINDOW.tr("Entry {number}", number=number))


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
