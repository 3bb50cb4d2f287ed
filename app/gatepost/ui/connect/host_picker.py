"""The hosts of a list with a check box each: nothing that is not checked is contacted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from gatepost.backend.connect.addresses import HostAddress
from gatepost.backend.connect.host_names import ListedHost
from gatepost.ui.widgets.boxes import STRETCH, beside, vbox
from gatepost.ui.widgets.cell_delegate import TickDelegate
from gatepost.ui.widgets.plain_widgets import push_button

_MOST_ROWS = 8  # that are shown without scrolling
_ROW, _FRAME = 24, 12  # pixels


class HostPicker(QWidget):
    """Likely hosts are checked at first."""

    changed = Signal()

    def __init__(self, hosts: Sequence[ListedHost]) -> None:
        super().__init__()
        self._hosts = hosts
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Hosts"))
        self.list.setUniformItemSizes(True)
        self.list.setItemDelegate(TickDelegate(self.list))
        for host in hosts:
            item = QListWidgetItem(host.address.label, self.list)
            item.setSizeHint(QSize(0, _ROW))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if host.likely else Qt.CheckState.Unchecked)
        self.all_button = push_button(self.tr("Select a&ll"), lambda: self._check_all(Qt.CheckState.Checked))
        self.none_button = push_button(self.tr("Select non&e"), lambda: self._check_all(Qt.CheckState.Unchecked))
        vbox(self.list, beside(self.all_button, self.none_button, STRETCH), on=self, spacing=6)
        for button in (self.all_button, self.none_button):
            button.setVisible(len(hosts) > 1)
        self.list.setFixedHeight(min(len(hosts), _MOST_ROWS) * _ROW + _FRAME)
        self.list.itemChanged.connect(self.changed)

    def checked(self) -> tuple[HostAddress, ...]:
        """Return the hosts that are checked, in their order."""
        states = (self.list.item(row).checkState() for row in range(self.list.count()))
        pairs = zip(self._hosts, states, strict=True)
        return tuple(host.address for host, state in pairs if state is Qt.CheckState.Checked)

    def _check_all(self, state: Qt.CheckState) -> None:
        with QSignalBlocker(self.list):
            for row in range(self.list.count()):
                self.list.item(row).setCheckState(state)
        self.list.viewport().update()
        self.changed.emit()
