"""Rows are as high as a long text asks for, and no longer than that."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetrics, QStandardItem, QStandardItemModel
from typing_extensions import override

from gatepost.ui.widgets.row_heights import TextRowHeights, wrapped_lines
from gatepost.ui.widgets.tables import RowTable


class Lines(QFontMetrics):
    """Measures every text as so many lines, with ``space`` pixels between two."""

    def __init__(self, count: int, space: int) -> None:
        super().__init__(QFont())
        self._count, self._space = count, space

    @override
    def leading(self) -> int:
        return self._space

    @override
    def lineSpacing(self) -> int:
        return 16 + self._space

    @override
    def boundingRect(self, space: QRect, *_: object) -> QRect:  # type: ignore[override]
        return QRect(0, 0, space.width(), self._count * self.lineSpacing() - self._space)


@pytest.mark.parametrize("space", [-1, 0, 3])
@pytest.mark.parametrize("count", [1, 2, 3, 4, 9])
def test_lines_are_counted_whatever_is_between_them(qapp, count: int, space: int) -> None:
    assert wrapped_lines("text", Lines(count, space), 100) == count


def test_an_empty_text_has_one_line(qapp) -> None:
    assert wrapped_lines("", Lines(0, 0), 100) == 1


def high_rows(view: RowTable) -> list[int]:
    ordinary = view.verticalHeader().defaultSectionSize()
    return [row for row in range(view.model().rowCount()) if view.rowHeight(row) != ordinary]


def test_a_row_that_moved_down_is_low_again_where_too_many_are_measured(qtbot) -> None:
    view = RowTable()
    qtbot.addWidget(view)
    model = QStandardItemModel(0, 1, view)
    view.setModel(model)
    view.setColumnWidth(0, 200)
    view.verticalHeader().setDefaultSectionSize(24)
    heights = TextRowHeights(view, 0)
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
