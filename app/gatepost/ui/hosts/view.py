"""The list of open hosts, each with its icon by state, its name, and how many endpoints it has."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFont, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from gatepost.endpoints.host_kind import HostKind
from gatepost.models.host_list import HostListModel, HostRow, HostState
from gatepost.models.host_order import HostOrder, HostSort
from gatepost.models.roles import Tone, ValueRole
from gatepost.ui.widgets.icons import icon
from gatepost.ui.widgets.row_heights import HEADING_HEIGHT, HOST_ROW_HEIGHT
from gatepost.ui.widgets.theme import colors

_ICON_ROOM = 56
_ICON = QStyleOptionViewItem.ViewItemFeature.HasDecoration
_TEXT = QStyleOptionViewItem.ViewItemFeature.HasDisplay
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

    # Not by Qt's, which asks the model for seven roles with every row.
    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(ValueRole)
        if not isinstance(row, HostRow):
            return
        failed = row.state is HostState.FAILED
        name = "server-network-off" if failed else _ICONS[row.kind]
        option.icon = icon(name, Tone.DENY if failed else Tone.ALLOW if row.kind is HostKind.PRACTICE else Tone.TEXT)
        option.features |= _ICON | _TEXT
        option.decorationSize = QSize(18, 18)
        room = option.rect.width() - _ICON_ROOM - option.fontMetrics.horizontalAdvance(self._count(row))
        option.text = option.fontMetrics.elidedText(index.data(), Qt.TextElideMode.ElideRight, room)
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


class HostView(QListView):
    """The current row is the host that is shown; several can be selected. In groups, rows are of two heights."""

    def __init__(self, hosts: HostListModel) -> None:
        super().__init__()
        self._hosts = hosts
        self.sort_model = HostOrder(hosts, self)
        self.setModel(self.sort_model)
        self.setItemDelegate(HostDelegate(self.sort_model.group_of, self))
        self.setAccessibleName(self.tr("Hosts"))
        self.setMinimumWidth(150)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setUniformItemSizes(True)

    def show_host(self, key: str) -> bool:
        """Make a host the current one, alone; False where it is not open."""
        number = self._hosts.number_of(key)
        if number is None:
            return False
        self.sort_model.keep(key)
        index = self.sort_model.mapFromSource(self._hosts.index(number))
        if not index.isValid():  # filtered away until now
            self.sort_model.invalidate()
            index = self.sort_model.mapFromSource(self._hosts.index(number))
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect)
        return True

    def selected_keys(self) -> tuple[str, ...]:
        """Return the keys of the selected hosts, in the order of the list."""
        indexes = sorted(self.selectedIndexes(), key=lambda index: index.row())
        rows = [index.data(ValueRole) for index in indexes]
        return tuple(row.key for row in rows if isinstance(row, HostRow))

    def set_sorting(self, sorting: HostSort) -> None:
        """Sort the hosts again; the current one stays in sight."""
        self.setUniformItemSizes(sorting is not HostSort.STATE)
        self.sort_model.set_sorting(sorting)
        self.scheduleDelayedItemsLayout()
        self.scrollTo(self.currentIndex())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the focus without choosing a host: Qt would make the first row current, and this computer be read."""
        if self.currentIndex().isValid():
            super().focusInEvent(event)
        else:
            QFrame.focusInEvent(self, event)

    @override
    def dataChanged(self, topLeft: _Index, bottomRight: _Index, /, roles: Sequence[int] = ()) -> None:
        """Paint what has changed: QListView would lay out and paint every row again, with every change of any."""
        QAbstractItemView.dataChanged(self, topLeft, bottomRight, roles)
        if self.sort_model.sorting is HostSort.STATE:
            self.scheduleDelayedItemsLayout()  # a heading may have come or gone
