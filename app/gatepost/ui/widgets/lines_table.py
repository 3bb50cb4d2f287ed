"""A table to read: cells of one or more plain lines, each with a tone of the theme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from typing_extensions import override

from gatepost.models.plain import plain_tip
from gatepost.models.tone import Tone
from gatepost.ui.widgets.icons import icon
from gatepost.ui.widgets.theme import colors

_LINES = Qt.ItemDataRole.UserRole + 1
_PAD_X, _PAD_Y, _ICON = 8, 7, 16
_ENOUGH = 1600  # pixels of height that a table asks for at most; more is for scrolling
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


@dataclass(frozen=True, slots=True)
class Line:
    """Plain text; ``icon`` is a Material name, ``wraps`` False elides in the middle."""

    text: str
    tone: Tone = Tone.TEXT
    icon: str = ""
    bold: bool = False
    wraps: bool = True


Cell = tuple[Line, ...]


class LinesTable(QTableWidget):
    """Rows of cells; the column ``stretched`` takes the room that is left."""

    def __init__(self, headers: list[str], widths: list[int], stretched: int, parent: QWidget | None = None) -> None:
        super().__init__(0, len(headers), parent)
        self.setHorizontalHeaderLabels(headers)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_LinesDelegate(self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(48)
        header.ensurePolished()
        self._wished = tuple(max(width, header.sectionSizeHint(column)) for column, width in enumerate(widths))
        for column, width in enumerate(self._wished):
            self.setColumnWidth(column, width)
        header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
        header.sectionResized.connect(self._measure, Qt.ConnectionType.QueuedConnection)  # until then the old widths
        self._known: dict[tuple[Cell, int], int] = {}  # heights of cells at a width
        self._measured: tuple[int, ...] = ()  # the widths of the columns for which the heights of the rows are right

    def set_rows(self, rows: Sequence[tuple[Cell, ...]]) -> None:
        """Show these rows; the first one becomes the current one, so that the keyboard starts there."""
        self._measured = ()
        self._known.clear()
        self.setUpdatesEnabled(False)
        self.setRowCount(len(rows))
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                self.setItem(number, column, _item(cell))
        if rows:
            self.setCurrentCell(0, 0)
            self.clearSelection()
        self._measure()
        self.setUpdatesEnabled(True)
        self.updateGeometry()

    def as_text(self) -> str:
        """Return the rows as text, a line of a cell to a line, the columns behind each other."""
        return "\n".join(self._row_text(row) for row in range(self.rowCount()))

    def _row_text(self, row: int) -> str:
        items = [self.item(row, column) for column in range(self.columnCount())]
        return "  |  ".join(item.text().replace("\n", "; ") for item in items if item is not None and item.text())

    @override
    def sizeHint(self) -> QSize:
        """Return the size that shows every row, at the widths of the columns now, else at those it was made with."""
        widths = tuple(map(self.columnWidth, range(self.columnCount()))) if self.isVisible() else self._wished
        height = self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth() + 2
        option = self._option()
        for row in range(self.rowCount()):
            if height >= _ENOUGH:
                break
            height += self._row_height(option, row, widths)
        return QSize(sum(self._wished), height)

    def _measure(self, *_: object) -> None:
        """Give each row its height, once for each set of rows and widths; Qt's own way does it at every cell."""
        widths = tuple(self.columnWidth(column) for column in range(self.columnCount()))
        if widths == self._measured or not self.isVisible():
            return
        self._measured = widths
        option = self._option()
        for row in range(self.rowCount()):
            self.setRowHeight(row, self._row_height(option, row, widths))

    def _option(self) -> QStyleOptionViewItem:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        return option

    def _row_height(self, option: QStyleOptionViewItem, row: int, widths: tuple[int, ...]) -> int:
        tallest = 0
        for column, width in enumerate(widths):
            cell = self._cell(row, column)
            if (cell, width) not in self._known:
                self._known[cell, width] = _cell_height(option, cell, width)
            tallest = max(tallest, self._known[cell, width])
        return tallest

    def _cell(self, row: int, column: int) -> Cell:
        item = self.item(row, column)
        cell: Cell = item.data(_LINES) if item is not None else ()
        return cell

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._measure()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measured = ()
            self._known.clear()
            self._measure()


def _item(cell: Cell) -> QTableWidgetItem:
    words = "\n".join(line.text for line in cell)
    item = QTableWidgetItem(words)
    item.setData(_LINES, cell)
    if any(not line.wraps for line in cell):
        item.setToolTip(plain_tip(words))
    return item


class _LinesDelegate(QStyledItemDelegate):
    """Paints the lines one below the other, each in its tone."""

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        background = QStyleOptionViewItem(option)
        self.initStyleOption(background, index)
        background.text = ""
        style = option.widget.style()
        style.drawControl(style.ControlElement.CE_ItemViewItem, background, painter, option.widget)
        painter.save()
        room = option.rect.adjusted(_PAD_X, _PAD_Y, -_PAD_X, -_PAD_Y)
        for line in index.data(_LINES) or ():
            room.setTop(room.top() + self._paint_line(painter, option, line, room))
        painter.restore()

    def _paint_line(self, painter: QPainter, option: QStyleOptionViewItem, line: Line, room: QRect) -> int:
        color = QColor(getattr(colors(), line.tone))
        font = option.font
        font.setBold(line.bold)
        painter.setFont(font)
        painter.setPen(color)
        height = _height(option, line, room.width())
        space = QRect(room)
        if line.icon:
            icon(line.icon, line.tone).paint(painter, QRect(room.left(), room.top(), _ICON, _ICON))
            space.setLeft(space.left() + _ICON + 6)
        space.setHeight(height)
        text = line.text
        if not line.wraps:
            text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, space.width())
        painter.drawText(space, _WRAP if line.wraps else int(Qt.AlignmentFlag.AlignLeft), text)
        return height

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        view = option.widget
        width = view.columnWidth(index.column()) if isinstance(view, QTableWidget) else option.rect.width()
        return QSize(width, _cell_height(option, index.data(_LINES) or (), width))


def _cell_height(option: QStyleOptionViewItem, cell: Cell, width: int) -> int:
    return sum(_height(option, line, width - 2 * _PAD_X) for line in cell) + 2 * _PAD_Y + 1


def _height(option: QStyleOptionViewItem, line: Line, width: int) -> int:
    metrics = _bold_metrics(option) if line.bold else option.fontMetrics
    smallest = max(metrics.height(), _ICON if line.icon else 0) + 2
    if not line.wraps:
        return smallest
    room = QRect(0, 0, max(width - (_ICON + 6 if line.icon else 0), 40), 10_000)
    return max(smallest, metrics.boundingRect(room, _WRAP, line.text).height() + 2)


def _bold_metrics(option: QStyleOptionViewItem) -> QFontMetrics:
    font = QFont(option.font)
    font.setBold(True)
    return QFontMetrics(font)
