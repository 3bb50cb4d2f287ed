"""Effective access for the selected endpoint: yes or no for each way in, and the entry that decides."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPlainTextEdit
from typing_extensions import override

from gatepost.endpoints.access.effective_access import effective_access, named_principals
from gatepost.endpoints.access.tokens import AccountToken, Origin
from gatepost.endpoints.configuration.endpoint import Endpoint
from gatepost.jobs.runner import JobRunner
from gatepost.models.access.answer_table import AnswerColumn, AnswerRow, AnswerTableModel
from gatepost.models.access.verdict_text import answer_words
from gatepost.models.endpoints import ace_table
from gatepost.models.endpoints.ace_table import AceRow, AceTableModel, ace_rows, root_rows
from gatepost.models.window_text import shown
from gatepost.security import NO_ACCOUNTS, Accounts
from gatepost.session.endpoint_in_view import EndpointInView
from gatepost.session.evaluator import CRASHED, Evaluator
from gatepost.ui.access.account_chooser import AccountChooser
from gatepost.ui.access.session_test_line import SessionTestLine
from gatepost.ui.dialogs.layout import ScrollBody
from gatepost.ui.editor.detail_tab import DetailTab
from gatepost.ui.widgets.boxes import Grow, hbox, vbox
from gatepost.ui.widgets.columns import TableColumns
from gatepost.ui.widgets.row_heights import DENSITY
from gatepost.ui.widgets.tables import RowTable, select_only, set_up_table

_ORIGINS = tuple(Origin)
_HIDDEN = (ace_table.AceColumn.SID, ace_table.AceColumn.RESOURCE)
_LEAST_ORIGIN = 132  # pixels
_WIDEST_ANSWERS: dict[int, int] = {AnswerColumn.NOW: 200, AnswerColumn.PENDING: 200, AnswerColumn.DECIDED_BY: 300}
_WIDEST: dict[int, int] = {ace_table.AceColumn.RIGHTS: 300, ace_table.AceColumn.CONDITION: 300}  # pixels
_LEAST_PRINCIPAL = 170  # pixels
_ENTRIES = 3  # rows in sight
_APART = 8  # pixels
_BESIDE = 1000  # pixels: the width from which on the reason stands beside the answers


class EffectiveAccessTab(DetailTab):
    """Asks for an account, shows the answers, and points at the entry that decides."""

    least_height_changed = Signal()

    def __init__(self, runner: JobRunner) -> None:
        super().__init__()
        self._endpoint: EndpointInView | None = None
        self._evaluator = Evaluator(runner)
        self._selects_origin = False  # with the answer that comes next
        self.is_answered = False
        self.chooser = AccountChooser()
        self.model = AnswerTableModel(self)
        self.answers = RowTable()
        set_up_table(self.answers, self.model, self.tr("Effective access"), single=True)
        self.answers.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.answers.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.answer_columns = TableColumns(self.answers, AnswerColumn.ORIGIN, _LEAST_ORIGIN, _WIDEST_ANSWERS)
        self.answer_columns.follow_model()
        self.why = _sentence_view(self.tr("Why"))
        self.session_test_line = SessionTestLine()
        self.entries = AceTableModel(self)
        self.entry_view = RowTable()
        set_up_table(self.entry_view, self.entries, self.tr("Entries; the one that decides is selected"), single=True)
        self._fit_heights()
        DENSITY.changed.connect(self._fit_heights)
        self._lay_out()
        self.chooser.changed.connect(self._on_account_changed)
        self.answers.selectionModel().currentRowChanged.connect(lambda *_: self._explain())

    def _lay_out(self) -> None:
        columns = TableColumns(self.entry_view, ace_table.AceColumn.PRINCIPAL, _LEAST_PRINCIPAL, _WIDEST)
        for column in _HIDDEN:
            columns.show(column, shown=False)
        columns.set_optional({ace_table.AceColumn.CONDITION: lambda: self.entries.has_conditions})
        columns.follow_model()
        reason = vbox(Grow(self.why), self.session_test_line, spacing=6)
        self._answer_row = hbox(Grow(self.answers, 6), Grow(reason, 5), spacing=14)
        self._answer_row.setAlignment(self.answers, Qt.AlignmentFlag.AlignTop)
        answer = vbox(self._answer_row, Grow(self.entry_view), spacing=_APART)
        across = hbox(Grow(self.chooser, 3), Grow(answer, 8), spacing=14)
        body = ScrollBody(vbox(across))
        vbox(body, on=self)
        self.session_test_line.answered.connect(
            partial(body.show_whole, self.session_test_line)
        )  # a key may have asked from above it

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the reason doesn't fit beside the answers, it is below them."""
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        direction = directions.LeftToRight if self.width() >= _BESIDE else directions.TopToBottom
        if direction is not self._answer_row.direction():
            self._answer_row.setDirection(direction)
            self.least_height_changed.emit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            QTimer.singleShot(0, self, self._fit_heights)  # once the headers have it too

    @override
    def least_height(self) -> int:
        return self._answer_row.minimumSize().height() + self.entry_view.minimumHeight() + _APART

    def _fit_heights(self) -> None:
        """The table of answers is always as high as its rows: there are as many as ways to connect."""
        header = self.answers.horizontalHeader().sizeHint().height()
        row = self.answers.verticalHeader().defaultSectionSize()
        self.answers.setFixedHeight(header + len(_ORIGINS) * row + 4)
        self.entry_view.setMinimumHeight(header + _ENTRIES * row + 4)
        self.least_height_changed.emit()

    @override
    def show_endpoint(self, endpoint: EndpointInView | None) -> None:
        before, self._endpoint = self._endpoint, endpoint
        self.chooser.setEnabled(endpoint is not None)
        self.session_test_line.show_endpoint(endpoint)
        self._evaluator.cancel()
        if endpoint is None:
            self._show_answers(())
            return
        self._selects_origin = not endpoint.is_same(before)
        self.chooser.show_host(endpoint.session, named_principals(_states(endpoint)))
        self._answer()

    def _on_account_changed(self) -> None:
        self.session_test_line.forget()
        self._selects_origin = self._selects_origin or self.chooser.origin is not None
        self._answer()

    def _answer(self) -> None:
        """Evaluate it in a worker thread; where that takes a while, the tab says so."""
        endpoint = self._endpoint
        if endpoint is None:
            return
        self.is_answered = False
        work = partial(_rows, _states(endpoint), self.chooser.account_token(), endpoint.accounts)
        self._evaluator.evaluate(work, self._show_answers, partial(self.why.setPlainText, shown(CRASHED)))
        if not self.is_answered:
            self.model.set_rows(())
            self._explain()
            self.why.setPlainText(self.tr("Evaluating..."))

    def _show_answers(self, rows: tuple[AnswerRow, ...]) -> None:
        self.is_answered = True
        has_pending = self._endpoint is not None and self._endpoint.pending_change is not None
        self.answer_columns.show(AnswerColumn.PENDING, shown=has_pending)
        self.answer_columns.show(AnswerColumn.DECIDED_BY, shown=not has_pending)  # no room; the sentence says it
        self.model.set_rows(rows)
        self._explain()
        if self._endpoint is None:
            return
        if self._selects_origin:
            self._selects_origin = False
            self._select_origin()

    def _select_origin(self) -> None:
        """An account that is known to come one way is answered about that way first."""
        if self.model.rowCount():
            self.answers.selectRow(_ORIGINS.index(self.chooser.origin or Origin.NETWORK))

    def _explain(self) -> None:
        """Say in full why, and point at the entry."""
        row = self._current()
        self.why.setPlainText(answer_words(row.shown) if row is not None else "")
        if row is None or self._endpoint is None:
            self.entries.set_rows((), NO_ACCOUNTS)
            return
        deciding = row.shown.deciding
        of_root = row.origin is Origin.WINRS or (deciding is not None and deciding.descriptor_index is None)
        self.entries.set_rows(
            root_rows(self._endpoint.snapshot.root_sddl) if of_root else _own_rows(self._endpoint),
            self._endpoint.accounts,
        )
        self.entry_view.clearSelection()
        for number in range(self.entries.rowCount()):
            entry = self.entries.row(number)
            if deciding is not None and (entry.descriptor_index, entry.number) == (
                deciding.descriptor_index,
                deciding.index,
            ):
                select_only(self.entry_view, self.entries.index(number, 0))
                self.entry_view.scrollTo(self.entry_view.currentIndex())

    def _current(self) -> AnswerRow | None:
        if not self.model.rowCount():
            return None
        return self.model.row(max(self.answers.currentIndex().row(), 0))


def _sentence_view(name: str) -> QPlainTextEdit:
    """A sentence that scrolls where there is no room for it."""
    view = QPlainTextEdit()
    view.setObjectName("sentence")
    view.setReadOnly(True)
    view.setTabChangesFocus(True)
    view.setAccessibleName(name)
    view.setMinimumHeight(36)
    view.document().setDocumentMargin(0)
    # Lines wrap; Qt may still offer to scroll by a pixel.
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return view


def _rows(states: tuple[Endpoint, ...], account_token: AccountToken, accounts: Accounts) -> tuple[AnswerRow, ...]:
    return tuple(
        AnswerRow(origin, *(effective_access(each, account_token, origin, accounts) for each in states))
        for origin in _ORIGINS
    )


def _states(endpoint: EndpointInView) -> tuple[Endpoint, ...]:
    """The endpoint as the host holds it, and with its pending changes where it has some."""
    return (endpoint.on_host,) if endpoint.pending_change is None else (endpoint.on_host, endpoint.endpoint)


def _own_rows(endpoint: EndpointInView) -> tuple[AceRow, ...]:
    original = endpoint.on_host.configuration if endpoint.pending_change is not None else None
    return ace_rows(endpoint.endpoint, original=original)
