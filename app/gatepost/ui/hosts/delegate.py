"""Delegate of the host list: icon by state, name, and how many endpoints it has."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from gatepost.endpoints.host_kind import HostKind
from gatepost.models.host_list import HostRow, HostState
from gatepost.models.roles import Tone, ValueRole
from gatepost.ui.widgets.icons import icon
from gatepost.ui.widgets.metrics import HEADING_HEIGHT, HOST_ROW_HEIGHT
from gatepost.ui.widgets.theme import colors

_ICON_ROOM = 56
_ICONS = {
    HostKind.THIS_COMPUTER: "laptop",
    HostKind.FILE: "file-clock-outline",
    HostKind.PRACTICE: "school-outline",
    HostKind.REMOTE: "server-network",
}
_Index = QModelIndex | QPersistentModelIndex


class HostDelegate(QStyledItemDelegate):
    """A row of the host list, under the heading of its group where it is the first one."""

    def __init__(self, heading: Callable[[_Index], str], parent: QObject) -> None:
        """``heading`` gives what is to be written over a row, "" for nothing."""
        super().__init__(parent)
        self._heading = heading

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(
            0, HOST_ROW_HEIGHT + (HEADING_HEIGHT if self._heading(index) else 0)
        )  # as wide as the list, whatever the name

    def _count(self, row: HostRow) -> str:
        """Return what stands at the end of a row: how many endpoints, or that the host could not be read."""
        if row.state is HostState.FAILED:
            return self.tr("failed")
        return "" if row.endpoints is None else str(row.endpoints)

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        row = index.data(ValueRole)
        if not isinstance(row, HostRow):
            return
        failed = row.state is HostState.FAILED
        name = "server-network-off" if failed else _ICONS[row.kind]
        option.icon = icon(name, Tone.DENY if failed else Tone.ALLOW if row.kind is HostKind.PRACTICE else Tone.TEXT)
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
        option.decorationSize = QSize(18, 18)
        room = option.rect.width() - _ICON_ROOM - option.fontMetrics.horizontalAdvance(self._count(row))
        option.text = option.fontMetrics.elidedText(option.text, Qt.TextElideMode.ElideRight, room)
        if failed:
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                option.palette.setColor(role, QColor(colors().deny))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        heading = self._heading(index)
        if heading:
            self._paint_heading(painter, option, heading)
            option.rect.setTop(option.rect.top() + HEADING_HEIGHT)
        super().paint(painter, option, index)
        row = index.data(ValueRole)
        if isinstance(row, HostRow) and self._count(row):
            painter.save()
            painter.setFont(option.font)
            painter.setPen(QColor(colors().deny if row.state is HostState.FAILED else colors().muted))
            place: QRect = option.rect.adjusted(0, 0, -10, 0)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._count(row))
            painter.restore()

    @staticmethod
    def _paint_heading(painter: QPainter, option: QStyleOptionViewItem, heading: str) -> None:
        painter.save()
        font = QFont(option.font)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(colors().muted))
        place: QRect = option.rect.adjusted(8, 0, 0, 0)
        place.setHeight(HEADING_HEIGHT)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, heading)
        painter.restore()
