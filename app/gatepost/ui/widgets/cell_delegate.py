"""Delegate of table cells: color and icon by meaning, code in a fixed-width font."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QFontDatabase, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from gatepost.models.roles import MonospaceRole, Tone, ToneRole
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

_BREAK = "\u200b"  # an account name that does not fit goes on below its domain instead of being cut


class CellDelegate(QStyledItemDelegate):
    """Words come from the model; this adds the icon and color that go with what they mean."""

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        if " " not in option.text:
            option.text = option.text.replace("\\", f"\\{_BREAK}")
            option.textElideMode = Qt.TextElideMode.ElideMiddle  # names differ at their ends
        meaning = index.data(ToneRole)
        if meaning is not None:
            color = getattr(colors(), meaning)
            option.palette.setColor(QPalette.ColorRole.Text, color)
            if meaning not in (Tone.MUTED, Tone.NO):
                option.palette.setColor(QPalette.ColorRole.HighlightedText, color)
            if meaning in _ICONS and index.data():
                option.icon = icon(_ICONS[meaning], meaning)
                option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
                option.decorationSize = QSize(16, 16)
            if meaning in (Tone.DENY, Tone.ALLOW, Tone.YES):
                option.font.setBold(True)
        if index.data(MonospaceRole):
            size = option.font.pointSizeF()
            option.font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
            option.font.setPointSizeF(max(size - 1, 7))

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width() + 6, size.height())


class TickDelegate(CellDelegate):
    """Cells with a box to tick: Fusion draws a ticked one without an outline that is seen on a dark or selected ground."""

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        state, view = index.data(Qt.ItemDataRole.CheckStateRole), option.widget
        if state is None or Qt.CheckState(state) is Qt.CheckState.Unchecked or not isinstance(view, QWidget):
            return
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        box = view.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, whole, view)
        painter.save()
        painter.setPen(QColor(colors().muted))
        painter.drawRect(box.adjusted(0, 0, -1, -1))
        painter.restore()


def paint_background(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Paint a cell as its style does, without anything of the model in it."""
    style = option.widget.style() if isinstance(option.widget, QWidget) else QApplication.style()
    style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
