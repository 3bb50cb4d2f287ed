"""The table of the dialogs is measured once for each set of rows, however many cells are filled in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt

from gatepost.ui.widgets import lines_delegate
from gatepost.ui.widgets.lines import Line, Row
from gatepost.ui.widgets.lines_table import LinesTable

LONG = "a sentence that does not fit into its column and goes on in the next line " * 3


@pytest.fixture
def table(qtbot) -> LinesTable:
    made = LinesTable("Rows", ("Name", 100), ("What", 100), stretched=1)
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    qtbot.waitExposed(made)
    return made


def many(asked: list[int], count: int = 2000) -> list[Callable[[], Row]]:
    """Rows that note when they are asked for."""

    def make(number: int) -> Row:
        asked.append(number)
        return (Line(f"name {number}"),), (Line(f"{number} {LONG}"),)

    return [partial(make, number) for number in range(count)]


def test_each_cell_in_view_is_measured_once(table: LinesTable, monkeypatch: pytest.MonkeyPatch) -> None:
    counted: list[str] = []
    measure = lines_delegate._height
    monkeypatch.setattr(lines_delegate, "_height", lambda o, line, w: counted.append(line.text) or measure(o, line, w))
    table.set_rows([((Line(f"name {i}"),), (Line(f"{i} {LONG}"),)) for i in range(60)])
    assert counted and len(counted) == len(set(counted))


def test_only_rows_that_come_into_view_are_asked_for(table: LinesTable, qapp) -> None:
    asked: list[int] = []
    table.set_rows(many(asked))
    table.sizeHint()
    table.grab()
    assert max(asked) < 60 and len(asked) == len(set(asked))


def test_the_end_of_a_long_table_is_reached_with_a_key(table: LinesTable, qtbot) -> None:
    asked: list[int] = []
    table.set_rows(many(asked))
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert table.current_row() == 1999
    last = table.visualRect(table.rows.index(1999, 1))
    assert table.viewport().rect().contains(last)
    assert table.rowHeight(1999) == last.height() > 3 * table.fontMetrics().height()
    assert len(asked) < 120


def test_the_rows_that_are_scrolled_to_have_their_heights(table: LinesTable, qtbot) -> None:
    table.set_rows(many([]))
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum() // 2)
    first, last = table.rowAt(0), table.rowAt(table.viewport().height() - 1)
    assert 100 < first < last
    assert all(table.rowHeight(row) > 3 * table.fontMetrics().height() for row in range(first, last + 1))


def test_other_rows_of_a_table_that_is_scrolled_begin_at_the_top(table: LinesTable, qapp) -> None:
    table.set_rows(many([], 40))
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum() // 2)
    qapp.processEvents()
    table.set_rows(many([], 40))
    assert table.current_row() == 0 and table.rowAt(0) == 0
    assert table.rowHeight(0) > 3 * table.fontMetrics().height()


def test_the_scroll_bar_ends_where_other_rows_of_a_scrolled_table_end(table: LinesTable, qapp) -> None:
    table.set_rows(many([], 40))
    table.setCurrentIndex(table.rows.index(20, 0))
    qapp.processEvents()
    table.set_rows(((Line("name"),), (Line(LONG * 3),)) for _ in range(4))
    qapp.processEvents()
    end = table.verticalHeader().length() - table.viewport().height()
    assert table.verticalScrollBar().maximum() == end > 0


def test_rows_grow_with_their_text_and_with_less_room(table: LinesTable, qtbot) -> None:
    table.set_rows([((Line("one"),), (Line("short"),)), ((Line("two"),), (Line(LONG),))])
    short, long = table.rowHeight(0), table.rowHeight(1)
    assert long > 2 * short
    table.resize(260, 300)
    qtbot.waitUntil(lambda: table.rowHeight(1) > long)
    assert table.rowHeight(0) == short


def test_columns_share_the_room_there_is_except_a_dragged_one(table: LinesTable, qtbot) -> None:
    table.resize(280, 300)
    assert table.columnWidth(0) == 100
    table.resize(900, 300)
    assert table.columnWidth(0) > 300
    table.horizontalHeader().resizeSection(0, 150)
    table.resize(1200, 300)
    assert table.columnWidth(0) == 150
    assert table.columnWidth(1) == table.viewport().width() - 150
