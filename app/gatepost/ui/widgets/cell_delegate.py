"""How a cell of our tables is painted: colour and icon by meaning, code in a fixed-width font."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QFontDatabase, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from gatepost.models.roles import MeaningRole, MonospaceRole
from gatepost.ui.widgets.icons import icon
from gatepost.ui.widgets.theme import colors

_ICONS = {
    "deny": "minus-circle",
    "allow": "check-circle",
    "warning": "alert-outline",
    "info": "information-outline",
    "draft": "pencil",
    "conflict": "alert-outline",
}
_TONES = {"info": "muted", "draft": "accent", "conflict": "warning"}


class CellDelegate(QStyledItemDelegate):
    """Words come from the model; this adds the icon and colour that go with what they mean."""

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        meaning = index.data(MeaningRole)
        if meaning is not None:
            role = _TONES.get(meaning, meaning)
            color = getattr(colors(), role)
            option.palette.setColor(QPalette.ColorRole.Text, color)
            if meaning not in ("muted",):
                option.palette.setColor(QPalette.ColorRole.HighlightedText, color)
            if meaning in _ICONS and index.data():
                option.icon = icon(_ICONS[meaning], role)
                option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
                option.decorationSize = QSize(16, 16)
            if meaning in ("deny", "allow"):
                option.font.setBold(True)
        if index.data(MonospaceRole):
            size = option.font.pointSizeF()
            option.font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
            option.font.setPointSizeF(max(size - 1, 7))

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width() + 6, size.height())
