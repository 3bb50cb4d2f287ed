"""Look and behavior of every table of the window."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView
from typing_extensions import override

from gatepost.ui.widgets.cell_delegate import CellDelegate
from gatepost.ui.widgets.copying import TableCopying
from gatepost.ui.widgets.header_menu import give_header_menu
from gatepost.ui.widgets.metrics import TEXT_ROW_HEIGHT, RowDensity


class RowTable(QTableView):
    """A table whose rows are the objects: Home and End go to the first and last row, typing searches the first column."""

    resized = Signal()

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


def set_widths(view: QTableView, widths: Mapping[Any, int]) -> None:
    """Give columns their widths in pixels, and at least what their titles need in the language of the window."""
    header = view.horizontalHeader()
    header.ensurePolished()
    for column, width in widths.items():
        view.setColumnWidth(column, max(width, header.sectionSizeHint(column)))


def set_up_table(
    view: QTableView, model: QAbstractItemModel, name: str, row_height: int = TEXT_ROW_HEIGHT
) -> TableCopying:
    """Rows to select, no grid, no editing, Tab leaves the table; ``name`` is what a screen reader says.

    Returns the copy actions, which are the context menu of the view until it gets another one.
    """
    view.setModel(model)
    view.setAccessibleName(name)
    view.setItemDelegate(CellDelegate(view))
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    rows = view.verticalHeader()
    rows.hide()
    RowDensity(view, row_height)
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    header = view.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setStretchLastSection(True)
    give_header_menu(view)
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
    return TableCopying(view)


def select_only(view: QTableView, index: QModelIndex) -> None:
    """Select the row of ``index`` and no other, whatever key is held down: ``selectRow`` would add to the selection."""
    flags = QItemSelectionModel.SelectionFlag
    view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
