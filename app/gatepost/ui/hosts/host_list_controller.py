"""Controller of actions over several hosts: lists of them, and one question to all."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from gatepost.backend.connect.connections import ConnectRequest
from gatepost.jobs.runner import JobRunner
from gatepost.models.roles import ValueRole
from gatepost.session.open_hosts import OpenHosts
from gatepost.ui.connect.controller import ConnectController
from gatepost.ui.connect.host_lists import HostLists
from gatepost.ui.dialogs.message import show_problem
from gatepost.ui.hosts.view import HostView
from gatepost.ui.widgets.actions import Actions

if TYPE_CHECKING:
    from gatepost.endpoints.compare.search import Hit
    from gatepost.ui.hosts.find_dialog import FindDialog


class HostListController(QObject):
    """Wires the list of hosts and two actions."""

    endpoint_chosen = Signal(str, str, object)  # key of the host, name of the endpoint or "", place of an entry or None

    def __init__(
        self,
        hosts: OpenHosts,
        actions: Actions,
        view: HostView,
        lists: HostLists,
        connecting: ConnectController,
        runner: JobRunner,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._hosts = hosts
        self._connecting = connecting
        self._view = view
        self._runner = runner
        self._window = window
        self.find_dialog: FindDialog | None = None
        self.lists = lists
        self.lists.requests_made.connect(self._open)
        self.lists.failed.connect(partial(show_problem, window))
        actions.open_list.triggered.connect(self.lists.ask_for_file)
        self._shortcut(QKeySequence(QKeySequence.StandardKey.Paste)).activated.connect(self.lists.paste)
        actions.find_everywhere.triggered.connect(self._find)
        view.doubleClicked.connect(self._read)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._shortcut(QKeySequence(key)).activated.connect(lambda: self._read(view.currentIndex()))

    def _open(self, requests: Sequence[ConnectRequest]) -> None:
        """A host that is open and was read stays as it is."""
        settled = {
            session.key for session in self._hosts.sessions if session.state.is_busy or session.snapshot is not None
        }
        self._connecting.connect_to_many([request for request in requests if request.connection.key not in settled])

    def _read(self, index: QModelIndex) -> None:
        """Read a host of the list again, which connects again where that is needed."""
        row = index.data(ValueRole)
        session = self._hosts.find(row.key) if row is not None else None
        if session is not None:
            self._connecting.load(session)

    def _find(self) -> None:
        if self.find_dialog is None:
            from gatepost.ui.hosts.find_dialog import FindDialog

            self.find_dialog = FindDialog(lambda: self._hosts.sessions, self._runner, self._window)
            self.find_dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.find_dialog.destroyed.connect(self._forget)
            self.find_dialog.hit_chosen.connect(self._on_hit_chosen)
            model = self._hosts.model
            for change in (model.dataChanged, model.rowsInserted, model.rowsRemoved):
                change.connect(self.find_dialog.refresh)
        self.find_dialog.show()
        self.find_dialog.raise_()
        self.find_dialog.activateWindow()

    def _forget(self) -> None:
        self.find_dialog = None

    def _on_hit_chosen(self, hit: Hit) -> None:
        self.endpoint_chosen.emit(hit.host.key, hit.endpoint, hit.entry_position)
        self._window.activateWindow()

    def _shortcut(self, keys: QKeySequence) -> QShortcut:
        return QShortcut(keys, self._view, context=Qt.ShortcutContext.WidgetShortcut)
