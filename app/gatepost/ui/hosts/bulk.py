"""What the window offers for several hosts at once: lists of them, and one question to all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QListView, QWidget

from gatepost.backend.connect.connections import ConnectRequest
from gatepost.endpoints.compare.search import Hit
from gatepost.endpoints.errors import HostError
from gatepost.models.roles import ValueRole
from gatepost.session.connector import Connector
from gatepost.session.host_session import HostSession
from gatepost.ui.connect.connecting import Connecting
from gatepost.ui.widgets.actions import Actions
from gatepost.ui.widgets.dialogs import open_dialog
from gatepost.ui.widgets.problem_dialog import ProblemDialog

if TYPE_CHECKING:
    from gatepost.ui.hosts.find_dialog import FindDialog

Sessions = Callable[[], Sequence[HostSession]]


class ManyHosts(QObject):
    """Wires the list of hosts and two actions; ``sessions`` gives the open hosts."""

    endpoint_chosen = Signal(str, str)  # key of the host, name of the endpoint or ""

    def __init__(self, sessions: Sessions, actions: Actions, view: QListView, window: QWidget) -> None:
        super().__init__(window)
        self._sessions = sessions
        self._actions = actions
        self._view = view
        self._window = window
        self.find_dialog: FindDialog | None = None
        actions.open_list.setVisible(False)
        actions.find_everywhere.triggered.connect(self._find)
        view.doubleClicked.connect(self._read)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._shortcut(QKeySequence(key)).activated.connect(lambda: self._read(view.currentIndex()))
        for change in (view.model().dataChanged, view.model().rowsInserted, view.model().rowsRemoved):
            change.connect(self._refresh)

    def take_lists(self, connector: Connector, connecting: Connecting) -> None:
        """Open the hosts of lists that come by file, by drop or by paste."""
        from gatepost.ui.connect.host_lists import HostLists

        self.lists = HostLists(connector, self._window)
        self.lists.requests_made.connect(lambda requests: self._open(requests, connecting))
        self.lists.failed.connect(self._complain)
        self._actions.open_list.setVisible(True)
        self._actions.open_list.triggered.connect(self.lists.ask_for_file)
        self._shortcut(QKeySequence(QKeySequence.StandardKey.Paste)).activated.connect(self.lists.paste)

    def _open(self, requests: Sequence[ConnectRequest], connecting: Connecting) -> None:
        """A host that is open and was read stays as it is."""
        settled = {session.key for session in self._sessions() if session.busy or session.snapshot is not None}
        connecting.connect_to_many([request for request in requests if request.connection.key not in settled])

    def _read(self, index: QModelIndex) -> None:
        """Read a host of the list again, which connects anew where that is needed."""
        row = index.data(ValueRole)
        for session in self._sessions():
            if row is not None and session.key == row.key:
                session.load()

    def _complain(self, error: HostError) -> None:
        open_dialog(ProblemDialog(error, self._window))

    def _find(self) -> None:
        if self.find_dialog is None:
            from gatepost.ui.hosts.find_dialog import FindDialog

            self.find_dialog = FindDialog(self._sessions, self._window)
            self.find_dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.find_dialog.destroyed.connect(self._forget)
            self.find_dialog.hit_chosen.connect(self._on_hit_chosen)
        self.find_dialog.show()
        self.find_dialog.raise_()
        self.find_dialog.activateWindow()

    def _forget(self) -> None:
        self.find_dialog = None

    def _refresh(self) -> None:
        if self.find_dialog is not None:
            self.find_dialog.refresh()

    def _on_hit_chosen(self, hit: Hit) -> None:
        self.endpoint_chosen.emit(hit.host.key, hit.endpoint)
        self._window.activateWindow()

    def _shortcut(self, keys: QKeySequence) -> QShortcut:
        return QShortcut(keys, self._view, context=Qt.ShortcutContext.WidgetShortcut)
