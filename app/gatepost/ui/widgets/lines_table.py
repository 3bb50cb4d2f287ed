"""A table to read: cells of one or more plain lines, each with a tone of the theme."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, partial

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyleOptionViewItem, QTableView
from typing_extensions import override

from gatepost.ui.widgets.collapsible import Collapsible
from gatepost.ui.widgets.lines import LinesModel, MakeRow, Row
from gatepost.ui.widgets.lines_delegate import LinesDelegate, cell_height
from gatepost.ui.widgets.row_heights import set_row_heights
from gatepost.ui.widgets.tables import set_up_rows

_LEAST, _MOST = 80, 170  # pixels of height of a table that unfolds
_ENOUGH = 1600  # pixels of height that a table asks for at most; more is for scrolling


class LinesTable(QTableView):
    """Rows of cells; the column ``stretched`` takes the room that is left.

    A row is made and measured when it comes into view, so that a table of thousands opens like one of ten.
    """

    current_row_changed = Signal()

    def __init__(self, name: str, *columns: tuple[str, int], stretched: int, tips: Sequence[str] = ()) -> None:
        """``name`` is for screen readers; ``columns`` have a title and a width; ``tips`` are the tool tips of the titles."""
        super().__init__()
        self.rows = LinesModel([title for title, _ in columns], tips, self)
        set_up_rows(self, self.rows, name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(LinesDelegate(self, self._measured_width))
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(48)
        header.ensurePolished()
        self._preferred_widths = tuple(
            max(width, header.sectionSizeHint(column)) for column, (_, width) in enumerate(columns)
        )
        self._given = list(self._preferred_widths)  # a column of another width was dragged to it
        for column, width in enumerate(self._preferred_widths):
            self.setColumnWidth(column, width)
        self._stretched = stretched
        header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
        header.sectionResized.connect(self._measure, Qt.ConnectionType.QueuedConnection)  # until then the old widths
        self.verticalScrollBar().valueChanged.connect(self._measure)
        self._heights: dict[tuple[int, tuple[int, ...]], int] = {}  # of rows at the widths of their columns
        self._measured: tuple[int, ...] = ()  # the widths that the rows in view have their heights for

    def set_rows(self, rows: Iterable[Row | MakeRow]) -> None:
        """Show these rows; the first one becomes the current one, so that the keyboard starts there."""
        self._heights.clear()
        self.setUpdatesEnabled(False)
        self.rows.set_rows(rows)
        if self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0, 0))
            self.clearSelection()
        self._measure()
        self.setUpdatesEnabled(True)
        self.updateGeometry()

    def replace_rows(self, rows: Mapping[int, Row | MakeRow]) -> None:
        """Show other rows in the place of those with these numbers; the current row, the selection and the place stay."""
        self._heights = {key: height for key, height in self._heights.items() if key[0] not in rows}
        self.rows.replace_rows(rows)
        self._measure()
        self.updateGeometry()

    def current_row(self) -> int:
        """Return the 0-based number of the current row, -1 where there is none."""
        return self.currentIndex().row()

    def as_text(self) -> str:
        """Return the rows as text, a line of a cell to a line, the columns behind each other."""
        return "\n".join(map(self._row_text, range(self.rows.rowCount())))

    def _row_text(self, row: int) -> str:
        texts = [self.rows.text(row, column) for column in range(self.rows.columnCount())]
        return "  |  ".join(text.replace("\n", "; ") for text in texts if text)

    @override
    def sizeHint(self) -> QSize:
        """Return the size that shows every row, at the widths of the columns now, else at those it was made with."""
        widths = self._widths() if self.isVisible() else self._preferred_widths
        height = self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth() + 2
        height += sum(self._row_heights(range(self.rows.rowCount()), widths, _ENOUGH - height).values())
        return QSize(sum(self._preferred_widths), height)

    def _share_spare_room(self) -> None:
        """Widen the columns in proportion once the stretched one has twice its width, except those that were dragged."""
        total = sum(self._preferred_widths)
        spare = max(0, self._available_width() - total - self._preferred_widths[self._stretched])
        for column, width in enumerate(self._preferred_widths):
            if self.columnWidth(column) == self._given[column]:
                self._given[column] = width + spare * width // total
                self.setColumnWidth(column, self._given[column])

    def _widths(self) -> tuple[int, ...]:
        """The widths that rows are measured for: those of the columns while there is a scroll bar.

        Heights for the room without it would decide about the bar, and it about them, without an end.
        """
        widths = [self.columnWidth(column) for column in range(self.rows.columnCount())]
        others = sum(widths) - widths[self._stretched]
        widths[self._stretched] = max(self._available_width() - others, self.horizontalHeader().minimumSectionSize())
        return tuple(widths)

    def _measured_width(self, column: int) -> int:
        """The width that the rows in view were measured for."""
        return self._measured[column] if self._measured else self.columnWidth(column)

    def _available_width(self) -> int:
        return self.maximumViewportSize().width() - self.verticalScrollBar().sizeHint().width()

    def _measure(self, *_: object) -> None:
        """Give the rows in view their heights, once for each set of rows and widths."""
        if not self.isVisible():
            return
        widths = self._widths()
        if widths != self._measured:
            self._heights.clear()
            self._measured = widths
        top = max(0, self.rowAt(0))
        height_left = self.viewport().height() - self.rowViewportPosition(top)
        set_row_heights(self, self._row_heights(range(top, self.rows.rowCount()), widths, height_left))

    def _row_heights(self, numbers: Iterable[int], widths: tuple[int, ...], height_left: int) -> dict[int, int]:
        """Return the heights that rows need, one after the other, until they fill as many pixels."""
        heights: dict[int, int] = {}
        for row in numbers:
            if height_left <= 0:
                break
            heights[row] = self._row_height(row, widths)
            height_left -= heights[row]
        return heights

    def _row_height(self, row: int, widths: tuple[int, ...]) -> int:
        if (row, widths) not in self._heights:
            option = QStyleOptionViewItem()
            self.initViewItemOption(option)
            cells = zip(self.rows.row(row), widths, strict=True)
            self._heights[row, widths] = max(cell_height(option, cell, width) for cell, width in cells)
        return self._heights[row, widths]

    @override
    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        if self.isVisible() and not self.viewport().rect().contains(self.visualRect(index)):
            room = self.viewport().height()  # what comes into view has to have its heights before
            above = self._row_heights(range(index.row(), -1, -1), self._measured, room)
            below = self._row_heights(range(index.row(), self.rows.rowCount()), self._measured, room)
            set_row_heights(self, above | below)
            self.updateGeometries()  # else the scroll bar ends where the table ended before
        super().scrollTo(index, hint)

    @override
    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        self.current_row_changed.emit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._measure()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_spare_room()
        self._measure()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._heights.clear()
            self._measure()


class TableFold(Collapsible):
    """A table behind a line that unfolds: made and filled when it is first seen."""

    def __init__(self, title: str, name: str, *columns: tuple[str, int], stretched: int) -> None:
        """``title`` stands in the line; the others are those of the table."""
        super().__init__(title)
        self._make = partial(LinesTable, name, *columns, stretched=stretched)
        self._rows: Sequence[Row | MakeRow] = ()
        self._is_stale = False
        self.unfolded.connect(self._fill)

    @cached_property
    def table(self) -> LinesTable:
        """The rows, none before they were unfolded."""
        table = self._make()
        table.setMinimumHeight(_LEAST)
        table.setMaximumHeight(_MOST)
        self.put_inside(table)
        return table

    def show_rows(self, rows: Sequence[Row | MakeRow]) -> None:
        """Show these, as soon as the line is unfolded."""
        self._rows, self._is_stale = rows, True
        self._fill(self.is_unfolded)

    def as_text(self) -> str:
        """Return the line and the rows; what is said in place of rows where there are none."""
        if not self._rows:
            return self.brief.text()
        self._fill(True)
        return f"{self.button.text().replace('&', '')}\n{self.table.as_text()}"

    def _fill(self, is_seen: bool) -> None:  # noqa: FBT001 - a slot
        if is_seen and self._is_stale:
            self._is_stale = False
            self.table.set_rows(self._rows)
