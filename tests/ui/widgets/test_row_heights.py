"""Rows are as high as a long text asks for, and no longer than that."""

from __future__ import annotations

from PySide6.QtGui import QStandardItem, QStandardItemModel

from gatepost.ui.widgets.row_heights import TextRowHeights
from gatepost.ui.widgets.tables import RowTable


def high_rows(view: RowTable) -> list[int]:
    ordinary = view.verticalHeader().defaultSectionSize()
    return [row for row in range(view.model().rowCount()) if view.rowHeight(row) != ordinary]


def test_a_row_that_moved_down_is_low_again_where_too_many_are_measured(qtbot) -> None:
    view = RowTable()
    qtbot.addWidget(view)
    model = QStandardItemModel(0, 1, view)
    view.setModel(model)
    view.setColumnWidth(0, 200)
    heights = TextRowHeights(view, 0, 24)
    model.appendRow(QStandardItem("word " * 20))
    heights.fit()
    assert high_rows(view) == [0]
    for _ in range(3):
        model.insertRow(0, QStandardItem("short"))
    heights.fit()
    assert high_rows(view) == [3]
    for _ in range(200):
        model.insertRow(0, QStandardItem("short"))
    heights.fit()
    assert high_rows(view) == []
