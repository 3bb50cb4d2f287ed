"""Columns fit their contents, one takes the rest, and what a person chose stays."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QMenu

from gatepost.ui.widgets.columns import TableColumns
from gatepost.ui.widgets.row_heights import TextRowHeights
from gatepost.ui.widgets.tables import RowTable, set_up_table

NAME, TEXT, NOTE = range(3)


@pytest.fixture
def view(qtbot):
    model = QStandardItemModel(0, 3)
    model.setHorizontalHeaderLabels(["Name", "Text", "Note"])
    view = RowTable()
    set_up_table(view, model, "Things")
    view.resize(600, 300)
    qtbot.addWidget(view)
    model.setParent(view)
    view.show()
    return view


def fill(view, *rows):
    for row in rows:
        view.model().appendRow([QStandardItem(words) for words in row])


def test_a_column_is_as_wide_as_its_contents_and_the_stretched_one_takes_the_rest(view):
    fill(view, ("a name that takes some room", "t", "n"))
    TableColumns(view, TEXT, 100, {}).fit()
    name = view.columnWidth(NAME)
    assert name > view.fontMetrics().horizontalAdvance("a name that takes some room")
    assert sum(view.columnWidth(column) for column in range(3)) == view.viewport().width()


def test_a_very_long_name_counts_in_the_width(view):
    fill(view, ("a name " * 40, "t", "n"), ("a name that takes some room", "t", "n"))
    TableColumns(view, TEXT, 100, {NAME: 300}).fit()
    assert view.columnWidth(NAME) == 300


def test_free_text_is_bounded(view):
    fill(view, ("x" * 200, "t", "n"))
    TableColumns(view, TEXT, 100, {NAME: 150}).fit()
    assert view.columnWidth(NAME) == 150


def test_free_text_gives_way_before_the_table_scrolls_and_grows_back(view):
    fill(view, ("x" * 200, "t", "n"))
    columns = TableColumns(view, TEXT, 350, {NAME: 250})
    columns.fit()
    assert 150 <= view.columnWidth(NAME) < 250
    assert view.columnWidth(TEXT) == 350
    assert view.horizontalHeader().length() == view.viewport().width()
    view.resize(900, 300)
    assert view.columnWidth(NAME) == 250


def test_the_stretched_column_gives_way_last_and_keeps_a_width_to_read(view):
    fill(view, ("x", "t", "n" * 200))
    TableColumns(view, TEXT, 333, {NAME: 150}).fit()
    assert view.columnWidth(TEXT) == 220
    assert view.horizontalHeader().length() > view.viewport().width()


def test_only_the_sorted_column_has_room_for_an_arrow(view):
    fill(view, ("a", "t", "n"))
    view.setSortingEnabled(True)
    view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    TableColumns(view, TEXT, 100, {}).fit()
    narrow = view.columnWidth(NOTE)
    view.sortByColumn(NOTE, Qt.SortOrder.AscendingOrder)
    wide = view.columnWidth(NOTE)
    assert wide > narrow
    assert wide >= view.horizontalHeader().sectionSizeHint(NOTE)
    view.sortByColumn(NAME, Qt.SortOrder.AscendingOrder)
    assert view.columnWidth(NOTE) == narrow


def test_the_columns_follow_what_the_rows_say(view):
    TableColumns(view, TEXT, 100, {}).follow_model()
    fill(view, ("a name that takes some room", "t", "n"))
    assert view.columnWidth(NAME) > view.fontMetrics().horizontalAdvance("a name that takes some room")


def test_a_column_hides_while_it_says_nothing(view):
    fill(view, ("a", "t", ""), ("b", "t", ""))
    columns = TableColumns(view, TEXT, 100, {})
    columns.set_optional({NOTE: None})
    columns.fit()
    assert view.isColumnHidden(NOTE)
    fill(view, ("c", "t", "JEA"))
    columns.fit()
    assert not view.isColumnHidden(NOTE)


def test_a_chosen_column_is_shown_although_it_is_empty(view):
    fill(view, ("a", "t", ""))
    columns = TableColumns(view, TEXT, 100, {})
    columns.set_optional({NOTE: None})
    columns.choose(NOTE, shown=True)
    columns.fit()
    assert not view.isColumnHidden(NOTE)
    assert columns._chosen == {NOTE: True}


def test_a_width_that_was_dragged_stays(view):
    fill(view, ("a", "t", "n"))
    columns = TableColumns(view, TEXT, 100, {})
    columns.fit()
    view.horizontalHeader().resizeSection(NAME, 222)  # as a drag does
    columns.fit()
    assert view.columnWidth(NAME) == 222
    assert sum(view.columnWidth(column) for column in range(3)) == view.viewport().width()


def test_a_long_text_gets_a_second_line_and_gives_it_back(view, qtbot):
    fill(view, ("a", "one line", "n"), ("b", "many words " * 20, "n"))
    TableColumns(view, TEXT, 100, {}).fit()
    view.verticalHeader().setDefaultSectionSize(28)
    TextRowHeights(view, TEXT).fit()
    assert view.rowHeight(1) > view.rowHeight(0)
    view.model().item(1, TEXT).setText("short")
    qtbot.waitUntil(lambda: view.rowHeight(1) == 28)


def test_the_menu_of_the_header_offers_every_column_but_the_first(view, qtbot):
    fill(view, ("a", "t", "n"))
    columns = TableColumns(view, TEXT, 100, {})
    header = view.horizontalHeader()
    header.customContextMenuRequested.emit(header.rect().center())
    menu = view.findChild(QMenu)
    assert [action.text() for action in menu.actions()] == ["Text", "Note", "", "Fit columns to contents"]
    menu.actions()[1].trigger()
    assert view.isColumnHidden(NOTE)
    assert columns._chosen == {NOTE: False}
    menu.close()


def test_columns_are_fitted_again_for_other_texts_and_not_for_a_tick(view):
    fill(view, ("short", "t", "n"))
    TableColumns(view, TEXT, 100, {}).follow_model()
    model, width = view.model(), view.columnWidth(NAME)
    model.blockSignals(True)
    model.item(0, NAME).setText("a name that takes some room")
    model.blockSignals(False)
    index = model.index(0, NAME)
    model.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])
    assert view.columnWidth(NAME) == width
    model.dataChanged.emit(index, index, [Qt.ItemDataRole.DisplayRole])
    assert view.columnWidth(NAME) > width
