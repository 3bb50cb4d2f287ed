"""Row heights of tables, in pixels: one density for all of them, and room for a long text in one column."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from enum import Enum

from PySide6.QtCore import QObject, QPersistentModelIndex, QRect, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QTableView

TEXT_ROW_HEIGHT = 26  # a compact row of one line of text
SWITCH_ROW_HEIGHT = 28  # a compact row with room for the access switch
HOST_ROW_HEIGHT = 32  # a row of the list of hosts
HEADING_HEIGHT = 24  # what stands over a group of that list
_MOST_LINES = 3  # where they hold the whole text
_CUT_LINES = 2  # of a text that is cut anyway
_MOST_ROWS = 200  # beyond that all rows are of one line: setting the height of each would stall the window
_MOST_CHARACTERS = 1_000  # of a text that are measured: it comes from a host
_MOST_KEPT = 1_000  # characters whose width is remembered
_PADDING = 20  # pixels of a cell that hold no text
_MARGIN = 8  # pixels above and below the text together


class Density(Enum):
    """What is added to the height of a compact row, in pixels."""

    COMPACT = 0
    COMFORTABLE = 8


class ChosenDensity(QObject):
    """The density of every table, now and to come."""

    changed = Signal()
    chosen = Density.COMPACT

    def choose(self, density: Density) -> None:
        """Use a density from now on."""
        self.chosen = density
        self.changed.emit()


DENSITY = ChosenDensity()


class RowDensity(QObject):
    """Keeps the rows of a view as high as the density asks for. ``compact`` is the height of a compact row in pixels."""

    def __init__(self, view: QTableView, compact: int) -> None:
        super().__init__(view)
        self._view, self._compact = view, compact
        self._follow()
        DENSITY.changed.connect(self._follow)

    def _follow(self) -> None:
        self._view.verticalHeader().setDefaultSectionSize(self._compact + DENSITY.chosen.value)


class TextRowHeights(QObject):
    """Keeps the rows of a view as high as the text in one column asks for, at most three lines."""

    def __init__(self, view: QTableView, column: int, others: Callable[[], Iterable[tuple[int, int]]] = tuple) -> None:
        """``others`` returns rows in which another column asks for more, with the height that it asks for."""
        super().__init__(view)
        self._others = others
        self._view, self._column = view, column
        DENSITY.changed.connect(self._soon)
        self._high: list[QPersistentModelIndex] = []  # rows that are higher than the others, also when they move
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self.fit)
        self._advances: dict[str, int] = {}  # of characters, in pixels
        self._measured_in = ""  # font
        view.setWordWrap(True)
        model = view.model()
        for signal in (model.modelReset, model.layoutChanged, model.dataChanged, model.rowsInserted, model.rowsRemoved):
            signal.connect(self._soon)
        view.horizontalHeader().sectionResized.connect(self._soon)

    def _soon(self, *_: object) -> None:
        self._timer.start()

    def fit(self) -> None:
        """Measure every row's text and set the heights that differ."""
        self._timer.stop()
        self._forget_other_font()
        model, metrics = self._view.model(), self._view.fontMetrics()
        width = max(1, self._view.columnWidth(self._column) - _PADDING)
        one_line = self._view.verticalHeader().defaultSectionSize()
        high: dict[int, int] = {}
        if model.rowCount() <= _MOST_ROWS:
            for row in range(model.rowCount()):
                text = str(model.index(row, self._column).data())[:_MOST_CHARACTERS]
                lines = _lines(text, self._length(text, metrics), metrics, width)
                if lines > 1:
                    text_height = lines * metrics.lineSpacing() + _MARGIN
                    high[row] = max(text_height + DENSITY.chosen.value // 2, one_line)
            for row, height in self._others():
                high[row] = max(height, high.get(row, one_line))
        low = {index.row(): one_line for index in self._high if index.isValid()}
        set_row_heights(self._view, low | high)
        self._high = [QPersistentModelIndex(model.index(row, self._column)) for row in high]

    def _forget_other_font(self) -> None:
        font = self._view.font().key()
        if font != self._measured_in or len(self._advances) > _MOST_KEPT:
            self._measured_in = font
            self._advances.clear()

    def _length(self, text: str, metrics: QFontMetrics) -> int:
        """Return the length of a text: that of its characters, which takes a tenth of laying it out."""
        characters = set(text)
        for character in characters - self._advances.keys():
            self._advances[character] = metrics.horizontalAdvance(character)
        return sum(text.count(character) * self._advances[character] for character in characters)


def set_row_heights(view: QTableView, heights: Mapping[int, int]) -> None:
    """Give rows, by their numbers, these heights in pixels: at once, where Qt would paint the old ones before the new."""
    other = {row: height for row, height in heights.items() if view.rowHeight(row) != height}
    if other:
        header = view.verticalHeader()
        with QSignalBlocker(header):  # the view would lay itself out and paint once more for them
            for row, height in other.items():
                header.resizeSection(row, height)
        view.doItemsLayout()


def _lines(text: str, length: int, metrics: QFontMetrics, width: int) -> int:
    """Return how many lines a text of that length in pixels gets in a column."""
    lines = math.ceil(length / width)
    if 1 < lines <= _MOST_LINES:  # words are not broken, so there may be more
        lines = wrapped_lines(text, metrics, width)
    return lines if lines <= _MOST_LINES else _CUT_LINES


def wrapped_height(text: str, metrics: QFontMetrics, width: int) -> int:
    """Return how high a text is that is wrapped for a width in pixels."""
    return metrics.boundingRect(QRect(0, 0, width, 10_000), Qt.TextFlag.TextWordWrap, text).height()


def wrapped_lines(text: str, metrics: QFontMetrics, width: int) -> int:
    """Return how many lines a text has that is wrapped for a width in pixels."""
    height = wrapped_height(text, metrics, width)
    return max(1, round((height + metrics.leading()) / metrics.lineSpacing()))  # the last line has no leading below it
