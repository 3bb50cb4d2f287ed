"""The list of accounts to tick tells long names apart, and does not measure its names again for a tick."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QStandardItem, QStandardItemModel

from gatepost.ui.access.account_chooser import TickList

LONG = "CONTOSO\\Department-00001-Remote-PowerShell-Operators-of-the-Northern-Region-and-the-Islands-Level-"


def list_of(qtbot, names: list[str]) -> tuple[TickList, QStandardItemModel]:
    view = TickList()
    qtbot.addWidget(view)
    model = QStandardItemModel(view)
    for name in names:
        item = QStandardItem(name)
        item.setCheckable(True)
        model.appendRow(item)
    view.setModel(model)
    view.resize(290, 400)
    view.show()
    qtbot.waitExposed(view)
    return view, model


def picture(view: TickList, row: int) -> QImage:
    return view.viewport().grab(view.visualRect(view.model().index(row, 0))).toImage()


@pytest.mark.parametrize("others", [0, 300])
@pytest.mark.parametrize("name", [LONG, LONG.replace("-", " ")])
def test_names_that_differ_at_their_ends_are_told_apart(qtbot, name: str, others: int) -> None:
    view, _ = list_of(qtbot, [f"{name}1", f"{name}2", *map(str, range(others))])
    view.setCurrentIndex(view.model().index(2, 0))  # neither of them
    view.clearSelection()
    assert picture(view, 0) != picture(view, 1)


def test_a_name_of_three_lines_is_read_whole(qtbot) -> None:
    view, _ = list_of(qtbot, ["short", LONG[:75]])
    lines = view.visualRect(view.model().index(1, 0)).height() - view.visualRect(view.model().index(0, 0)).height()
    assert lines == 2 * view.fontMetrics().lineSpacing()


def test_a_tick_lays_nothing_out_again_and_another_name_does(qtbot, monkeypatch) -> None:
    _view, model = list_of(qtbot, ["a", "b"])
    asked: list[bool] = []
    monkeypatch.setattr(TickList, "scheduleDelayedItemsLayout", lambda _: asked.append(True))
    index = model.index(0, 0)
    model.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])
    assert not asked
    model.dataChanged.emit(index, index, [Qt.ItemDataRole.DisplayRole])
    assert asked
