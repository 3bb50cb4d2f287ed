"""How every table of the window looks and behaves."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from gatepost.ui.widgets.cell_delegate import CellDelegate

TEXT_ROW_HEIGHT = 26  # pixels: a row of one line of text


def set_up_table(view: QTableView, model: QAbstractItemModel, name: str, row_height: int = TEXT_ROW_HEIGHT) -> None:
    """Rows to select, no grid, no editing, Tab leaves the table; ``name`` is what a screen reader says."""
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
    rows.setDefaultSectionSize(row_height)
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    header = view.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setStretchLastSection(True)


def select_only(view: QTableView, index: QModelIndex) -> None:
    """Select the row of ``index`` and no other, whatever key is held down: ``selectRow`` would add to the selection."""
    flags = QItemSelectionModel.SelectionFlag
    view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
