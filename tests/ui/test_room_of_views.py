"""The room of every page, tab and dialog goes to what is to be read: no text is cut beside room that is empty."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QListView,
    QPlainTextEdit,
    QScrollBar,
    QStyleOptionViewItem,
    QTableView,
    QTreeView,
    QWidget,
)

from gatepost.models.roles import ValueRole
from gatepost.ui.widgets.lines_delegate import breakable
from gatepost.ui.widgets.lines_table import LinesTable
from gatepost.ui.widgets.tables import header_of
from tests.ui.test_targets import LEAST
from tests.ui.views import children, shown, told
from tests.ui.window_driver import WindowDriver

MOST_ROWS = 30
ICON = 22  # pixels of a line that its icon takes
SLACK = 8  # pixels that a column may keep for itself


@pytest.fixture
def scene(open_window: Callable[..., WindowDriver]) -> WindowDriver:
    return open_window("hard-cases")


def tables(window: QWidget) -> Iterator[QTableView | QTreeView]:
    return (child for child in children(window) if isinstance(child, QTableView | QTreeView))


def cut_beside_room(table: QTableView | QTreeView) -> list[str]:
    """Return texts of one line that are wider than their column where the other columns hold enough empty room."""
    header, model = header_of(table), table.model()
    columns = [column for column in range(model.columnCount()) if not header.isSectionHidden(column)]
    rows = [row for row in range(model.rowCount()) if table.visualRect(model.index(row, 0)).intersects(table.rect())]
    needed = {
        column: max([header.sectionSizeHint(column), *(width_of(table, row, column) for row in rows)])
        for column in columns
    }
    room = sum(max(0, header.sectionSize(column) - needed[column] - SLACK) for column in columns)
    found = []
    for column in columns:
        for row in rows:
            missing = width_of(table, row, column) - header.sectionSize(column)
            if 0 < missing <= room and not wraps(table, row, column):
                found.append(f"{model.index(row, column).data()!r} lacks {missing} of {room}")
    return [*found, *overflowing(table)] if isinstance(table, LinesTable) else found


def overflowing(table: LinesTable) -> list[str]:
    """Return the lines in which a word is wider than its column, so that wrapping leaves its end out of sight."""
    metrics, found = table.fontMetrics(), []
    for row in range(min(table.rows.rowCount(), MOST_ROWS)):
        for column, cell in enumerate(table.rows.row(row)):
            for line in cell:
                room = QRect(0, 0, table.columnWidth(column) - 16 - (ICON if line.icon else 0), 10_000)
                wrapped = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, breakable(line.text))
                if line.wraps and wrapped.width() > room.width():
                    found.append(f"{line.text!r} needs {wrapped.width()} of {room.width()}")
    return found


def width_of(table: QTableView | QTreeView, row: int, column: int) -> int:
    index = table.model().index(row, column)
    if isinstance(table, QTreeView):
        return table.sizeHintForColumn(column)
    option = QStyleOptionViewItem()
    table.initViewItemOption(option)
    return table.itemDelegateForIndex(index).sizeHint(option, index).width()


def wraps(table: QTableView | QTreeView, row: int, column: int) -> bool:
    if isinstance(table, LinesTable):
        return all(line.wraps for line in table.model().index(row, column).data(ValueRole) or ())
    return isinstance(table, QTableView) and table.wordWrap()


def cut_texts(window: QWidget) -> list[str]:
    """Return texts of tables that are cut while another column has room."""
    return [words for table in tables(window) for words in cut_beside_room(table)][:3]


def low_rows(window: QWidget) -> list[str]:
    """Return lists whose rows are too low to be pressed."""
    lists = [child for child in children(window) if isinstance(child, QListView | QTableView)]
    filled = [view for view in lists if view.model() is not None and view.model().rowCount()]
    return [f"{view.accessibleName()}: {row_height(view)}" for view in filled if row_height(view) < LEAST]


def row_height(view: QAbstractItemView) -> int:
    return view.visualRect(view.model().index(0, 0)).height()


def labels_off_their_line(window: QWidget) -> list[str]:
    """Return labels that don't stand on the line of the control beside them."""
    labels = [child for child in children(window) if isinstance(child, QLabel)]
    return [words for label in labels for words in off_its_line(label)]


def off_its_line(label: QLabel) -> Iterator[str]:
    field = label.buddy()
    if field is None:
        return
    while field.focusProxy() is not None:
        field = field.focusProxy()
    window = label.window()
    ours, its = (QPoint(each.mapTo(window, each.rect().center())) for each in (label, field))
    if isinstance(field, QLabel):  # of one line or more: the label stands at the first
        ours, its = (QPoint(each.mapTo(window, QPoint(0, 0))) for each in (label, field))
    beside = label.mapTo(window, label.rect().topRight()).x() < field.mapTo(window, QPoint(0, 0)).x()
    if beside and not isinstance(field, QAbstractItemView | QPlainTextEdit) and abs(ours.y() - its.y()) > 1:
        yield f"{label.text()!r} is {its.y() - ours.y()} above the middle of its field"


def idle_scroll_bars(window: QWidget) -> list[str]:
    """Return scroll bars that move nothing."""
    bars = [bar for bar in children(window) if isinstance(bar, QScrollBar) and bar.minimum() == bar.maximum()]
    return [f"{bar.parentWidget().parentWidget().accessibleName()} {bar.orientation()}" for bar in bars]


def tables_that_scroll_too_far(window: QWidget) -> list[str]:
    """Return tables that scroll over more, or less, than their columns."""
    found = []
    for table in tables(window):
        header = header_of(table)
        wide = sum(header.sectionSize(column) for column in range(header.count()))
        if header.length() != wide:
            found.append(f"{table.accessibleName()}: {header.length()} for {wide}")
    return found


CHECKS = (cut_texts, low_rows, labels_off_their_line, idle_scroll_bars, tables_that_scroll_too_far)


def test_every_view_gives_its_room_to_what_is_read(scene: WindowDriver) -> None:
    """One walk for all checks: opening every view takes longer than looking at it."""
    wrong: dict[str, object] = {}
    for view, window in shown(scene):
        for check in CHECKS:
            if found := check(window):
                wrong[f"{view.name}, {check.__name__}"] = found
    assert not wrong, told(wrong)
