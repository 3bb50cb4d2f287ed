"""What is really on the screen: the contrast of painted words with their ground, read from the pixels of a window."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

_MOST_CELLS = 60  # of a view: those after them look like those before
_LEAST_HEIGHT, _LEAST_WIDTH = 9, 4  # pixels of a word that is to be judged
_INSET = 3  # pixels at the edge of a control, where its frame is


@dataclass(frozen=True, slots=True)
class Words:
    """Some words and where they are painted, in pixels of their window."""

    name: str
    place: QRect


def words_in(window: QWidget) -> Iterator[Words]:
    """Return everything in a window that is painted as words."""
    for widget in [window, *window.findChildren(QWidget)]:
        if widget.isVisible() and widget.window() is window:
            origin = widget.mapTo(window, QPoint(0, 0))
            seen = widget.visibleRegion().boundingRect()
            for name, place in _words_of(widget):
                visible = place.intersected(seen)
                if visible.height() >= _LEAST_HEIGHT and visible.width() >= _LEAST_WIDTH:
                    yield Words(f"{type(widget).__name__} {name!r}", visible.translated(origin))


def _words_of(widget: QWidget) -> Iterator[tuple[str, QRect]]:
    inside = widget.rect().adjusted(_INSET, _INSET, -_INSET, -_INSET)
    if isinstance(widget, QLabel):
        if widget.text().strip():
            yield widget.text(), widget.rect()
    elif isinstance(widget, QAbstractButton):
        if widget.text().strip():
            yield widget.text(), inside
    elif isinstance(widget, QLineEdit):
        if (widget.text() or widget.placeholderText()).strip():
            yield widget.text() or widget.placeholderText(), inside
    elif isinstance(widget, QComboBox):
        yield widget.currentText() or widget.placeholderText(), inside.adjusted(0, 0, -24, 0)
    elif isinstance(widget, QTabBar):
        for tab in range(widget.count()):
            yield widget.tabText(tab), widget.tabRect(tab).adjusted(4, 4, -4, -4)
    elif isinstance(widget, QMenu | QMenuBar):
        for action in widget.actions():
            if action.text() and not action.isSeparator() and action.isVisible():
                yield action.text(), widget.actionGeometry(action).adjusted(2, 2, -2, -2)
    elif isinstance(widget, QPlainTextEdit):
        if widget.toPlainText().strip():
            yield "text", inside
    elif isinstance(widget, QWidget) and isinstance(widget.parentWidget(), QHeaderView):
        yield from _sections(widget.parentWidget())
    elif isinstance(widget.parentWidget(), QAbstractItemView) and widget is widget.parentWidget().viewport():
        yield from _cells(widget.parentWidget())


def _sections(header: QWidget) -> Iterator[tuple[str, QRect]]:
    assert isinstance(header, QHeaderView)
    across = header.orientation() is Qt.Orientation.Horizontal
    for section in range(min(header.count(), _MOST_CELLS)):
        words = str(header.model().headerData(section, header.orientation()) or "")
        if not header.isSectionHidden(section) and words:
            at, size = header.sectionViewportPosition(section), header.sectionSize(section)
            place = QRect(at, 0, size, header.height()) if across else QRect(0, at, header.width(), size)
            yield words, place.adjusted(1, 1, -1, -1)


def _cells(view: QAbstractItemView) -> Iterator[tuple[str, QRect]]:
    if isinstance(view, QHeaderView):
        yield from _sections(view)
        return
    model, found = view.model(), 0
    columns = 1 if isinstance(view, QListView) or model is None else model.columnCount(QModelIndex())
    for row in range(model.rowCount(QModelIndex()) if model is not None else 0):
        for column in range(columns):
            index = model.index(row, column)
            place = view.visualRect(index)
            cut = place.top() < 0 or place.bottom() > view.viewport().height()  # its words may be what is not seen
            if index.data() and not place.isEmpty() and not cut:
                found += 1
                yield f"{index.data()}", place.adjusted(1, 2, -1, -2)
        if found > _MOST_CELLS:
            return


def contrast_of(image: QImage, place: QRect) -> float:
    """Return the contrast of the ground, which most pixels have, with what stands out from it most."""
    part = image.copy(place).convertToFormat(QImage.Format.Format_RGB32)
    pixels = Counter(memoryview(part.constBits()).cast("I"))
    ground = pixels.most_common(1)[0][0]
    return max((contrast(ground, pixel) for pixel in pixels), default=1.0)


@cache
def contrast(one: int, other: int) -> float:
    """WCAG 2.2, 1.4.3, of two colors as 0xAARRGGBB."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@cache
def _luminance(pixel: int) -> float:
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in QColor(pixel).getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
