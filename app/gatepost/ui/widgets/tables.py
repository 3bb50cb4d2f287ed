"""Look and behavior of every table of the window, and the menu of its header."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QTreeView
from typing_extensions import override

from gatepost.endpoints.text import WINDOW
from gatepost.models.window_text import shown
from gatepost.ui.widgets.cell_delegate import CellDelegate
from gatepost.ui.widgets.copying import TableCopying
from gatepost.ui.widgets.row_heights import TEXT_ROW_HEIGHT, RowDensity

_MARGIN = 16  # pixels beside the words in an empty table
Show = Callable[[int, bool], None]  # a column, and whether it is to be shown


class RowTable(QTableView):
    """A table whose rows are the objects: Home and End go to the first and last row, typing searches the first column."""

    resized = Signal()
    _empty_words = ""

    def say_when_empty(self, words: str) -> None:
        """Say in the middle of the table why it has no rows."""
        self._empty_words = words
        self.setAccessibleDescription(words)
        self.viewport().update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._empty_words and not self.model().rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().placeholderText().color())
            flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(self.viewport().rect().adjusted(_MARGIN, 0, -_MARGIN, 0), flags, self._empty_words)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    @override
    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        rows, column = self.model().rowCount(), max(0, self.currentIndex().column())
        if action is QAbstractItemView.CursorAction.MoveHome and rows:
            return self.model().index(0, column)
        if action is QAbstractItemView.CursorAction.MoveEnd and rows:
            return self.model().index(rows - 1, column)
        return super().moveCursor(action, modifiers)

    @override
    def keyboardSearch(self, search: str) -> None:
        flag = QItemSelectionModel.SelectionFlag.NoUpdate
        self.selectionModel().setCurrentIndex(self.currentIndex().siblingAtColumn(0), flag)
        super().keyboardSearch(search)


def set_up_table(
    view: QTableView,
    model: QAbstractItemModel,
    name: str,
    *,
    single: bool = False,
    row_height: int = TEXT_ROW_HEIGHT,
) -> TableCopying:
    """Set up a table whose rows are all of one height; ``single``: one row is selected.

    Returns the copy actions, which are the context menu of the view until it gets another one.
    """
    copying = set_up_rows(view, model, name)
    view.setItemDelegate(CellDelegate(view))
    modes = QAbstractItemView.SelectionMode
    view.setSelectionMode(modes.SingleSelection if single else modes.ExtendedSelection)
    view.setWordWrap(False)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    RowDensity(view, row_height)
    view.horizontalHeader().setStretchLastSection(True)
    return copying


def set_up_rows(view: QTableView, model: QAbstractItemModel, name: str) -> TableCopying:
    """Rows to select, no grid, no editing, Tab leaves the table; ``name`` is what a screen reader says."""
    view.setModel(model)
    view.setAccessibleName(name)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setShowGrid(False)
    view.setTabKeyNavigation(False)
    view.verticalHeader().hide()
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    header = view.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    give_header_menu(view)
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
    return TableCopying(view)


def select_only(view: QTableView, index: QModelIndex) -> None:
    """Select the row of ``index`` and no other, whatever key is held down: ``selectRow`` would add to the selection."""
    flags = QItemSelectionModel.SelectionFlag
    view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)


def give_header_menu(
    view: QTableView | QTreeView, show: Show | None = None, fit: Callable[[], None] | None = None
) -> None:
    """Offer the columns of a view in the menu of its header, in place of the menu that it has.

    The first column names the row and always stays. ``show`` and ``fit`` do what is chosen where the view alone does
    not know how.
    """
    header = header_of(view)
    if header.contextMenuPolicy() is Qt.ContextMenuPolicy.CustomContextMenu:
        header.customContextMenuRequested.disconnect()
    header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    header.customContextMenuRequested.connect(
        partial(_offer, view, show or partial(_show, view), fit or partial(fit_columns, view))
    )


def header_of(view: QTableView | QTreeView) -> QHeaderView:
    """Return the header over the columns."""
    return view.header() if isinstance(view, QTreeView) else view.horizontalHeader()


def fit_columns(view: QTableView | QTreeView) -> None:
    """Give each column the width of its contents; a stretched one keeps what the others leave."""
    for column in range(view.model().columnCount()):
        if not view.isColumnHidden(column):
            view.resizeColumnToContents(column)


def _show(view: QTableView | QTreeView, column: int, shown: bool) -> None:  # noqa: FBT001 - a slot
    view.setColumnHidden(column, not shown)


def _offer(view: QTableView | QTreeView, show: Show, fit: Callable[[], None], at: QPoint) -> None:
    menu = QMenu(view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for column in range(1, view.model().columnCount()):
        title = str(view.model().headerData(column, Qt.Orientation.Horizontal) or "").replace("&", "&&")
        action = menu.addAction(title.replace("\n", ", "))
        action.setCheckable(True)
        action.setChecked(not view.isColumnHidden(column))
        action.toggled.connect(partial(show, column))
    menu.addSeparator()
    menu.addAction(shown(WINDOW.tr("Fit columns to contents"))).triggered.connect(fit)
    menu.popup(header_of(view).viewport().mapToGlobal(at))
