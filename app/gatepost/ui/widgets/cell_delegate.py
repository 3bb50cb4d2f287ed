"""Delegates of table cells: color and icon by meaning, and code in a fixed-width font."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontDatabase, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from gatepost.models.roles import Tone, ToneRole
from gatepost.ui.widgets.icons import icon
from gatepost.ui.widgets.theme import colors

_ICONS = {
    Tone.DENY: "minus-circle",
    Tone.ALLOW: "check-circle",
    Tone.WARNING: "alert-outline",
    Tone.INFO: "information-outline",
    Tone.ACCENT: "pencil",
    Tone.YES: "check-circle-outline",
    Tone.NO: "circle-outline",
}
_TEXT = QStyleOptionViewItem.ViewItemFeature.HasDisplay
_ICON = QStyleOptionViewItem.ViewItemFeature.HasDecoration
_LONG = 200  # characters
_NARROWEST = 3  # pixels of a character, on the average of a line
_LINE = 1  # pixel of a cell's height that is the line under it
BREAK = "\u200b"  # zero-width space: where a name that does not fit may go on in the next line


class CellDelegate(QStyledItemDelegate):
    """Words come from the model; this adds the icon and color that go with what they mean."""

    # Not by Qt's, which asks the model for seven roles with every cell: text is the only one of them that models here give.
    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        text = str(index.data() or "")
        option.features |= _TEXT
        if " " in text:
            option.text = text if len(text) < _LONG else _as_far_as_seen(text, option)
        else:
            option.text = text.replace("\\", f"\\{BREAK}")  # an account goes on below its domain
            option.textElideMode = Qt.TextElideMode.ElideMiddle  # names differ at their ends
        meaning = index.data(ToneRole)
        if meaning is not None:
            _show_meaning(option, meaning, with_icon=bool(text))

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width() + 6, size.height())


def _as_far_as_seen(text: str, option: QStyleOptionViewItem) -> str:
    """Cut what certainly lies beyond the end of a cell: laying out a thousand characters takes longer than all else in a row."""
    rect: QRect = option.rect
    if option.textElideMode is not Qt.TextElideMode.ElideRight or not rect.isValid():  # none: the cell is measured
        return text
    lines = (rect.height() - _LINE) // option.fontMetrics.lineSpacing()
    seen = rect.width() // _NARROWEST * max(1, lines)
    return text if len(text) <= seen else f"{text[:seen]}…"


def _show_meaning(option: QStyleOptionViewItem, meaning: Tone, *, with_icon: bool) -> None:
    color = getattr(colors(), meaning)
    option.palette.setColor(QPalette.ColorRole.Text, color)
    if meaning not in (Tone.MUTED, Tone.NO):
        option.palette.setColor(QPalette.ColorRole.HighlightedText, color)
    if with_icon and meaning in _ICONS:
        option.icon = icon(_ICONS[meaning], meaning)
        option.features |= _ICON
        option.decorationSize = QSize(16, 16)
    if meaning in (Tone.DENY, Tone.ALLOW, Tone.YES):
        option.font.setBold(True)


class CodeDelegate(CellDelegate):
    """Cells with code, in a fixed-width font."""

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        size = option.font.pointSizeF()
        option.font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        option.font.setPointSizeF(max(size - 1, 7))


def paint_background(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Paint a cell as its style does; ``option`` has no words yet."""
    style = option.widget.style() if isinstance(option.widget, QWidget) else QApplication.style()
    style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
