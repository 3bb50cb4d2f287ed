"""The list of open hosts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget
from typing_extensions import override

from gatepost.models.host_list import HostListModel
from gatepost.ui.hosts.delegate import HostDelegate

_Index = QModelIndex | QPersistentModelIndex


class HostView(QListView):
    """Rows of one height, whatever is in them."""

    def __init__(self, hosts: HostListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(hosts)
        self.setItemDelegate(HostDelegate(self))
        self.setAccessibleName(self.tr("Hosts"))
        self.setMinimumWidth(150)
        self.setUniformItemSizes(True)

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
