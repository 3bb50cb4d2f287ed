"""The list of open hosts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView
from typing_extensions import override

from gatepost.models.host_list import HostListModel, HostRow
from gatepost.models.host_order import HostOrder, HostSort
from gatepost.models.roles import ValueRole
from gatepost.ui.hosts.delegate import HostDelegate

_Index = QModelIndex | QPersistentModelIndex


class HostView(QListView):
    """The current row is the host that is shown; several can be selected. In groups, rows are of two heights."""

    def __init__(self, hosts: HostListModel) -> None:
        super().__init__()
        self._hosts = hosts
        self.order = HostOrder(hosts, self)
        self.setModel(self.order)
        self.setItemDelegate(HostDelegate(self.order.group_of, self))
        self.setAccessibleName(self.tr("Hosts"))
        self.setMinimumWidth(150)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setUniformItemSizes(True)

    def show_host(self, key: str) -> bool:
        """Make a host the current one, alone; False where it is not open."""
        number = self._hosts.number_of(key)
        if number is None:
            return False
        self.order.keep(key)
        index = self.order.mapFromSource(self._hosts.index(number))
        if not index.isValid():  # filtered away until now
            self.order.invalidate()
            index = self.order.mapFromSource(self._hosts.index(number))
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
        self.order.set_sorting(sorting)
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
        if self.order.sorting is HostSort.STATE:
            self.scheduleDelayedItemsLayout()  # a heading may have come or gone
