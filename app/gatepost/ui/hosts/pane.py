"""The left side of the window: the list of hosts, with a filter and a summary where there are many."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from gatepost.models.host_list import HostListModel, HostState
from gatepost.models.host_order import HostSort
from gatepost.models.roles import Tone
from gatepost.models.window_text import enumerated
from gatepost.ui.hosts.view import HostView
from gatepost.ui.widgets.actions import add_groups
from gatepost.ui.widgets.boxes import Grow, hbox, vbox
from gatepost.ui.widgets.fields import FilterEdit
from gatepost.ui.widgets.icons import icon
from gatepost.ui.widgets.plain_widgets import plain_label, push_button

_MANY = 6  # rows, this computer among them: from here on a filter is worth its room
_SEVERAL = 2  # hosts: from here on a summary is


class HostPane(QWidget):
    """Filters, orders and counts what ``view`` shows."""

    counted = Signal(object)  # dict[HostState, int], this computer left out

    def __init__(self, hosts: HostListModel) -> None:
        super().__init__()
        self._hosts = hosts
        self._groups: Sequence[Sequence[QAction]] = ()
        self.view = HostView(hosts)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._offer)
        self.filter_edit = FilterEdit(self.tr("Filter hosts"), self.tr("Filter hosts"))
        self.filter_edit.setToolTip(self.tr("Name, problem, or a state such as failed"))
        self.filter_edit.textChanged.connect(self.view.sort_model.set_words)
        self.filter_edit.left_downwards.connect(self.view.setFocus)
        self.sorting = self._sorting_actions()
        self.sort_button = QToolButton()
        self.sort_button.setIcon(icon("sort", Tone.MUTED))
        self.sort_button.setAccessibleName(self.tr("Sort hosts"))
        self.sort_button.setToolTip(self.tr("Sort hosts"))
        self.sort_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.sort_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.sort_button.setMenu(self.sort_menu(self.sort_button))
        self.summary = plain_label(name="muted")
        self.summary.setAccessibleName(self.tr("Summary of the hosts"))
        self.retry = push_button(self.tr("Retry failed"))
        self._counting = QTimer(self, singleShot=True, interval=0)  # many rows change at the same time
        self._counting.timeout.connect(self._count)
        self._lay_out()
        for signal in (hosts.dataChanged, hosts.rowsInserted, hosts.rowsRemoved):
            signal.connect(self._count_soon)
        self._count()

    def sort_menu(self, parent: QWidget) -> QMenu:
        """Return a menu with the orders of the list."""
        menu = QMenu(self.tr("Sort by"), parent)
        menu.addActions(list(self.sorting.values()))
        return menu

    def set_menu(self, groups: Sequence[Sequence[QAction]]) -> None:
        """Offer these actions for the selected hosts, with a separator between groups, and the orders of the list."""
        self._groups = groups

    def _offer(self, at: QPoint) -> None:
        menu = QMenu(self.view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        add_groups(menu, *self._groups)
        menu.addSeparator()
        menu.addMenu(self.sort_menu(menu))
        menu.popup(self.view.viewport().mapToGlobal(at))

    def choose(self, sorting: HostSort) -> None:
        """Order the list."""
        self.sorting[sorting].setChecked(True)
        self.view.set_sorting(sorting)

    def _sorting_actions(self) -> dict[HostSort, QAction]:
        labels = {
            HostSort.OPENED: self.tr("Order opened"),
            HostSort.NAME: self.tr("Name"),
            HostSort.STATE: self.tr("State (grouped)"),
        }
        group = QActionGroup(self)
        actions = {}
        for sorting, title in labels.items():
            action = actions[sorting] = group.addAction(title)
            action.setCheckable(True)
            action.triggered.connect(lambda _, sorting=sorting: self.choose(sorting))
        actions[HostSort.OPENED].setChecked(True)
        return actions

    def _lay_out(self) -> None:
        self._top = QWidget()
        hbox(Grow(self.filter_edit), self.sort_button, on=self._top, spacing=4)
        vbox(self._top, Grow(self.view), self.summary, self.retry, on=self, spacing=6)

    def _count_soon(self) -> None:
        self._counting.start()

    def _count(self) -> None:
        """Say how many hosts are in which state. A filter that is in use stays, however few hosts are left."""
        counts = self._hosts.counts()
        self._top.setVisible(self._hosts.rowCount() >= _MANY or bool(self.filter_edit.text()))
        several = sum(counts.values()) >= _SEVERAL
        self.summary.setVisible(several)
        self.summary.setText(self._words(counts) if several else "")
        self.retry.setVisible(several and HostState.FAILED in counts)
        self.counted.emit(counts)

    def _words(self, counts: dict[HostState, int]) -> str:
        labels = {
            HostState.READY: self.tr("{count} ready"),
            HostState.FAILED: self.tr("{count} failed"),
            HostState.READING: self.tr("{count} reading"),
            HostState.WAITING: self.tr("{count} not connected"),
        }
        return enumerated(template.format(count=counts[state]) for state, template in labels.items() if state in counts)
