"""Page "Who has access": endpoints by accounts, over the whole host."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStackedLayout, QTableView, QWidget
from typing_extensions import override

from gatepost.endpoints.access.tokens import SESSION_ORIGINS
from gatepost.jobs.runner import JobRunner
from gatepost.models.access.summary_matrix import MatrixCell, SummaryMatrixModel, WorkedOutCells
from gatepost.models.access.verdict_text import answer_words, verdict_word
from gatepost.models.window_text import one_line, shown
from gatepost.session.evaluator import CRASHED, Evaluator
from gatepost.session.host_session import HostSession
from gatepost.session.session_state import EVERYTHING, Change
from gatepost.ui.hosts.page import HostPage
from gatepost.ui.widgets.boxes import STRETCH, Grow, hbox, vbox
from gatepost.ui.widgets.fields import ChoiceBox
from gatepost.ui.widgets.message_panel import MessagePanel
from gatepost.ui.widgets.plain_widgets import label_for, plain_label
from gatepost.ui.widgets.row_heights import wrapped_height
from gatepost.ui.widgets.tables import set_up_table

_COLUMN, _WIDEST, _HEADER, _PADDING = 150, 260, 72, 18  # pixels
_MEASURED = 60  # titles; more would cost time and seldom change a width
_LEAST_NAMES, _MOST_NAMES, _NAME_PADDING = 160, 310, 20  # pixels
_NAMES_MEASURED = 200


class AccessSummaryPage(HostPage):
    """The matrix, the way in that it is about, and the sentence behind the current cell."""

    endpoint_chosen = Signal(str)  # its name

    def __init__(self, runner: JobRunner) -> None:
        super().__init__()
        self.model = SummaryMatrixModel(self)
        self.model.cells_requested.connect(self._evaluate)
        self._session: HostSession | None = None
        self._filter_words: tuple[str, ...] = ()
        self._evaluator = Evaluator(runner)
        self._evaluating = False
        self._has_crashed = False  # while it was about what is shown now
        self.origin = ChoiceBox(self.tr("Connection"))
        self.origin.addItems([shown(origin.words) for origin in SESSION_ORIGINS])
        self.view = QTableView()
        self.inspector = plain_label(name="sentence")
        self.inspector.setAccessibleName(self.tr("Explanation of the answer"))
        self.message = MessagePanel()
        self._set_up_view()
        self.setFocusProxy(self.view)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._page())
        self._stack.addWidget(self.message)
        self.origin.activated.connect(self._ask)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._inspect())
        self.model.dataChanged.connect(lambda *_: self._inspect())
        self.view.activated.connect(self._go)
        self.view.verticalHeader().sectionDoubleClicked.connect(lambda row: self._go(self.model.index(row, 0)))
        go = QAction(self.tr("&Go to endpoint"), self)
        go.triggered.connect(lambda: self._go(self.view.currentIndex()))
        self.view.insertAction(self.view.actions()[0], go)
        self.model.modelReset.connect(self._start)

    def _set_up_view(self) -> None:
        set_up_table(self.view, self.model, self.tr("Who has access"), single=True)
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        across, down = self.view.horizontalHeader(), self.view.verticalHeader()
        across.setStretchLastSection(False)
        across.setDefaultSectionSize(_COLUMN)
        across.setMinimumHeight(_HEADER)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag(Qt.TextFlag.TextWordWrap.value))
        down.show()
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        down.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _page(self) -> QWidget:
        page = QWidget()
        label = label_for(self.origin, self.tr("C&onnection"))
        top = hbox(label, self.origin, STRETCH, spacing=8)
        vbox(top, Grow(self.view), self.inspector, on=page, spacing=8, margins=(0, 8, 0, 0))
        return page

    @override
    def show_session(self, session: HostSession | None, change: Change = EVERYTHING) -> None:
        snapshot = session.snapshot if session is not None else None
        if session is not self._session:
            self._evaluator.cancel()
            self._session = session
            self._evaluating = self._has_crashed = False
        if change & (Change.SNAPSHOT | Change.PENDING):
            self._has_crashed = False
        self.model.set_host(
            snapshot, session.pending_changes.configurations() if session is not None and snapshot else ()
        )
        if self._has_crashed:
            return  # the message stays
        if self.model.rowCount():
            self._stack.setCurrentIndex(0)
            return
        self._stack.setCurrentWidget(self.message)
        self.message.show_text(self.tr("This host has no PowerShell endpoints."), self.tr("No one can open a session."))

    def set_words(self, typed: str) -> None:
        """Show the endpoints whose names hold every word; winrs, which is none, only without a filter."""
        self._filter_words = tuple(typed.lower().split())
        for row in range(self.model.rowCount()):
            name = self.model.endpoint_of(row).lower()
            self.view.setRowHidden(row, not all(word in name for word in self._filter_words))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_titles()

    def _ask(self, number: int) -> None:
        self.model.set_origin(SESSION_ORIGINS[number])

    def _start(self) -> None:
        """The keyboard starts at the first cell that is shown."""
        self.view.verticalHeader().setFixedWidth(self._names_width())
        self._fit_titles()
        self.set_words(" ".join(self._filter_words))
        shown_rows = (row for row in range(self.model.rowCount()) if not self.view.isRowHidden(row))
        self.view.setCurrentIndex(self.model.index(next(shown_rows, -1), 0))
        self._inspect()

    def _fit_titles(self) -> None:
        """Titles wrap between words: a column has its share of the room, but at least that of the longest word."""
        header, columns = self.view.horizontalHeader(), range(min(self.model.columnCount(), _MEASURED))
        header.ensurePolished()
        font = header.font()
        font.setBold(True)  # as the style sheet has it
        metrics = QFontMetrics(font)
        titles = [self.model.headerData(column, Qt.Orientation.Horizontal) for column in columns]
        longest = max((metrics.horizontalAdvance(word) for title in titles for word in title.split()), default=0)
        room = self.width() - self.view.verticalHeader().width() - self.view.verticalScrollBar().sizeHint().width() - 2
        share = room // max(1, self.model.columnCount())
        width = min(max(_COLUMN, longest + _PADDING, share), _WIDEST)
        header.setDefaultSectionSize(width)
        highest = max((wrapped_height(title, metrics, width - _PADDING) for title in titles), default=0)
        header.setMinimumHeight(max(_HEADER, highest + _PADDING))

    def _names_width(self) -> int:
        """Return how wide the names are, within bounds: the answers need their room."""
        rows = range(min(self.model.rowCount(), _NAMES_MEASURED))
        names = (str(self.model.headerData(row, Qt.Orientation.Vertical)) for row in rows)
        widest = max((self.view.fontMetrics().horizontalAdvance(name) for name in names), default=0)
        return min(max(widest + _NAME_PADDING, _LEAST_NAMES), _MOST_NAMES)

    def _evaluate(self) -> None:
        """Answer what the table asks for, one batch after the other."""
        if not self._evaluating:
            self._evaluating = True
            self._evaluator.evaluate(self.model.take_requests(), self._on_evaluated, self._on_crashed)

    def _on_crashed(self) -> None:
        self._evaluating, self._has_crashed = False, True
        self._stack.setCurrentWidget(self.message)
        self.message.show_text(shown(CRASHED), self.tr("Refresh to try again."))

    def _on_evaluated(self, cells: WorkedOutCells) -> None:
        self._evaluating = False
        self.model.fill(cells)
        if self.model.is_waiting:
            self._evaluate()

    def _go(self, index: QModelIndex) -> None:
        """Lead to the endpoint of a cell; the last row, winrs, is none."""
        name = self.model.endpoint_of(index.row()) if index.isValid() else ""
        if name:
            self.endpoint_chosen.emit(name)

    def _inspect(self) -> None:
        index = self.view.currentIndex()
        if not index.isValid():
            self.inspector.clear()
            return
        cell = self.model.cell(index.row(), index.column())
        if cell is None:
            self.inspector.setText(self.tr("Evaluating..."))
            return
        self.inspector.setText(self._words(cell))

    def _words(self, cell: MatrixCell) -> str:
        template = (
            self.tr("{who}, {where}, {connection}: {now}.")
            if cell.pending_change is None
            else self.tr("{who}, {where}, {connection}. Now: {now}. With pending changes: {after}.")
        )
        if cell.names_connection:
            template = (
                self.tr("{who}, {where}: {now}.")
                if cell.pending_change is None
                else self.tr("{who}, {where}. Now: {now}. With pending changes: {after}.")
            )
        sentence = template.format(
            who=cell.who,
            where=one_line(cell.endpoint) if cell.endpoint else self.tr("any command"),
            connection=shown(cell.shown.origin.words),
            now=verdict_word(cell.now.verdict),
            after=verdict_word(cell.shown.verdict),
        )
        return f"{sentence} {answer_words(cell.shown)}"
