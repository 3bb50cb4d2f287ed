"""Which words of a window do not get the room that they need."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QToolButton,
    QWidget,
)

from gatepost.ui.widgets.plain_widgets import ElidedLabel, TwoLinesLabel
from tests.ui.views import children


def clipped(window: QWidget) -> list[str]:
    """Return the words that are cut off or elided, and what shows them. What elides by design has a tool tip for it."""
    return [f"{words!r} in {type(child).__name__}" for child in children(window) for words in _clipped_words(child)]


def _clipped_words(widget: QWidget) -> Iterator[str]:
    match widget:
        case QTabBar():
            yield from _tabs(widget)
        case QHeaderView():
            yield from _headings(widget)
        case QComboBox() if not widget.isEditable():
            if _field_width(widget) < _width(widget, widget.currentText()):
                yield widget.currentText()
        case QGroupBox():
            if widget.width() < widget.minimumSizeHint().width():
                yield widget.title()
        case QPushButton() | QCheckBox() | QRadioButton():
            room = widget.minimumSizeHint()
            if widget.text() and (widget.width() < room.width() or widget.height() < room.height()):
                yield widget.text()
        case QToolButton():
            has_words = widget.toolButtonStyle() is not Qt.ToolButtonStyle.ToolButtonIconOnly
            if has_words and widget.text() and widget.width() < widget.minimumSizeHint().width():
                yield widget.text()
        case QLabel() if widget.text() and not isinstance(widget, ElidedLabel | TwoLinesLabel):
            if widget.wordWrap() and widget.height() < widget.heightForWidth(widget.width()):
                yield widget.text()
            if not widget.wordWrap() and widget.width() < widget.minimumSizeHint().width():
                yield widget.text()


def _tabs(bar: QTabBar) -> Iterator[str]:
    for number in range(bar.count()):
        if bar.isTabVisible(number):
            place = bar.tabRect(number)
            outside = place.left() < 0 or place.right() > bar.width()
            if outside or place.width() < _width(bar, bar.tabText(number).replace("&", "")):
                yield bar.tabText(number)


def _headings(header: QHeaderView) -> Iterator[str]:
    if header.orientation() is not Qt.Orientation.Horizontal:
        return
    font = header.font()
    font.setBold(True)
    metrics, wraps = QFontMetrics(font), bool(int(header.defaultAlignment()) & Qt.TextFlag.TextWordWrap.value)
    for number in range(header.count()):
        words = str(header.model().headerData(number, Qt.Orientation.Horizontal) or "")
        width = max(map(metrics.horizontalAdvance, words.split() if wraps else [words]), default=0)
        if not header.isSectionHidden(number) and header.sectionSize(number) < width:
            yield words


def _field_width(box: QComboBox) -> int:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    field = QStyle.SubControl.SC_ComboBoxEditField
    return box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, box).width()


def _width(widget: QWidget, words: str) -> int:
    return widget.fontMetrics().horizontalAdvance(words)
