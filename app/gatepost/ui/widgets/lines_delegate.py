"""Painting of cells of one or more plain lines, and the height that they ask for."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from gatepost.models.roles import ValueRole
from gatepost.ui.widgets.cell_delegate import BREAK, paint_background
from gatepost.ui.widgets.icons import icon
from gatepost.ui.widgets.lines import Cell, Line
from gatepost.ui.widgets.row_heights import wrapped_height
from gatepost.ui.widgets.theme import colors

_PAD_X, _PAD_Y, _ICON = 8, 7, 16
_WIDEST = 600  # pixels that a line asks for at most; more is wrapped or cut
_LONG_WORD = re.compile(r"\S{24,}")
_INSIDE = re.compile(r"(?<=[.\\/@_-])(?=\w)")
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class LinesDelegate(QStyledItemDelegate):
    """Paints the lines one below the other, each in its tone, wrapped for the width that the row was measured for."""

    def __init__(self, parent: QObject, measured: Callable[[int], int]) -> None:
        """``measured`` gives that width of a column."""
        super().__init__(parent)
        self._measured = measured

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        paint_background(painter, option)
        painter.save()
        rect = QRect(option.rect)
        rect.setWidth(min(rect.width(), self._measured(index.column())))
        rect.adjust(_PAD_X, _PAD_Y, -_PAD_X, -_PAD_Y)
        lines = index.data(ValueRole) or ()
        for number, line in enumerate(lines, 1):
            height = _height(option, line, rect.width()) if number < len(lines) else rect.height()
            self._paint_line(painter, option, line, QRect(rect.topLeft(), QSize(rect.width(), height)))
            rect.setTop(rect.top() + height)
        painter.restore()

    def _paint_line(self, painter: QPainter, option: QStyleOptionViewItem, line: Line, space: QRect) -> None:
        color = QColor(getattr(colors(), line.tone))
        font = option.font
        font.setBold(line.bold)
        painter.setFont(font)
        painter.setPen(color)
        if line.icon:
            icon(line.icon, line.tone).paint(painter, QRect(space.topLeft(), QSize(_ICON, _ICON)))
            space.setLeft(space.left() + _ICON + 6)
        text = breakable(line.text) if line.wraps else line.text
        if not line.wraps:
            text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, space.width())
        painter.drawText(space, _WRAP if line.wraps else int(Qt.AlignmentFlag.AlignLeft), text)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        cell = index.data(ValueRole) or ()
        width = max((_width(option, line) for line in cell), default=0) + 2 * _PAD_X
        return QSize(width, cell_height(option, cell, width))


def cell_height(option: QStyleOptionViewItem, cell: Cell, width: int) -> int:
    """Return the height in pixels that a cell wants in a column of that width."""
    return sum(_height(option, line, width - 2 * _PAD_X) for line in cell) + 2 * _PAD_Y + 1


def _width(option: QStyleOptionViewItem, line: Line) -> int:
    metrics = _bold_metrics(option) if line.bold else option.fontMetrics
    return min(metrics.horizontalAdvance(line.text) + (_ICON + 6 if line.icon else 0) + 2, _WIDEST)


def _height(option: QStyleOptionViewItem, line: Line, width: int) -> int:
    metrics = _bold_metrics(option) if line.bold else option.fontMetrics
    smallest = max(metrics.height(), _ICON if line.icon else 0) + 2
    if not line.wraps:
        return smallest
    width = max(width - (_ICON + 6 if line.icon else 0), 40)
    return max(smallest, wrapped_height(breakable(line.text), metrics, width) + 2)


def breakable(text: str) -> str:
    """Return the text with places to wrap in names too long for a column: Qt wraps between words alone, and cuts the rest."""
    return _LONG_WORD.sub(lambda word: _INSIDE.sub(BREAK, word[0]), text)


def _bold_metrics(option: QStyleOptionViewItem) -> QFontMetrics:
    font = QFont(option.font)
    font.setBold(True)
    return QFontMetrics(font)
