"""The table of the dialogs is measured once for each set of rows, however many cells are filled in."""

from __future__ import annotations

import pytest

from gatepost.ui.widgets import lines_table
from gatepost.ui.widgets.lines_table import Line, LinesTable

LONG = "a sentence that does not fit into its column and goes on in the next line " * 3


@pytest.fixture
def table(qtbot) -> LinesTable:
    made = LinesTable(["Name", "What"], [100, 100], 1)
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_visible_table_measures_each_cell_once(table: LinesTable, monkeypatch: pytest.MonkeyPatch) -> None:
    counted: list[str] = []
    measure = lines_table._height
    monkeypatch.setattr(lines_table, "_height", lambda o, line, w: counted.append(line.text) or measure(o, line, w))
    table.set_rows([((Line(f"name {i}"),), (Line(f"{i} {LONG}"),)) for i in range(60)])
    assert len(counted) == 120


def test_rows_grow_with_their_text_and_with_less_room(table: LinesTable, qtbot) -> None:
    table.set_rows([((Line("one"),), (Line("short"),)), ((Line("two"),), (Line(LONG),))])
    short, long = table.rowHeight(0), table.rowHeight(1)
    assert long > 2 * short
    table.resize(260, 300)
    qtbot.waitUntil(lambda: table.rowHeight(1) > long)
    assert table.rowHeight(0) == short
