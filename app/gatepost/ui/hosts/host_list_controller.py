"""Controller of lists of hosts, which come by file, by drop and by paste, and of the list of those that are open."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QModelIndex, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from gatepost.backend.connect.connections import ConnectRequest
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.text import WINDOW
from gatepost.jobs.runner import JobRunner
from gatepost.models.roles import ValueRole
from gatepost.session.host_opener import HostOpener
from gatepost.session.open_hosts import OpenHosts
from gatepost.session.saved_connection_jobs import SavedConnectionJobs
from gatepost.ui.connect.controller import ConnectController
from gatepost.ui.dialogs.files import LANE, ask_what_to_open
from gatepost.ui.dialogs.message import show_problem
from gatepost.ui.dialogs.opening import open_dialog
from gatepost.ui.hosts.view import HostView
from gatepost.ui.widgets.actions import Actions

if TYPE_CHECKING:
    from gatepost.backend.connect.host_names import HostNames


class HostListController(QObject):
    """Takes lists of hosts, all of which end in one question and as many sessions; reads again a host that is opened."""

    def __init__(
        self,
        hosts: OpenHosts,
        actions: Actions,
        view: HostView,
        connecting: ConnectController,
        runner: JobRunner,
        opener: HostOpener,
        saved: SavedConnectionJobs,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._hosts = hosts
        self._connecting = connecting
        self._view = view
        self._runner = runner
        self._opener = opener
        self._saved = saved
        self._window = window
        actions.open_list.triggered.connect(self._ask_for_file)
        self._shortcut(QKeySequence(QKeySequence.StandardKey.Paste)).activated.connect(self._paste)
        view.doubleClicked.connect(self._read)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._shortcut(QKeySequence(key)).activated.connect(lambda: self._read(view.currentIndex()))

    def open_file(self, path: Path) -> None:
        """Read a list in the background, then ask."""
        from gatepost.backend.connect.host_names import read_host_file

        self._runner.submit(LANE, lambda _: read_host_file(path)).then(self._ask, self._refuse)

    def open_text(self, content: str) -> None:
        """Take a text for a list, then ask."""
        from gatepost.backend.connect.host_names import read_host_names

        self._ask(read_host_names(content))

    def take(self, mime: QMimeData) -> None:
        """Take what was dropped or pasted for a list, then ask."""
        path = _file_in(mime)
        if path is not None:
            self.open_file(path)
        elif mime.hasText():
            self.open_text(mime.text())

    def _paste(self) -> None:
        self.take(QGuiApplication.clipboard().mimeData())

    def _ask_for_file(self) -> None:
        kinds = [self.tr("Lists of hosts (*.txt *.csv *.list *.ini *.rdp *.rdg)"), self.tr("All files (*)")]
        ask_what_to_open(self._window, self.tr("Open a list of hosts"), None, kinds, self.open_file)

    def _ask(self, names: HostNames) -> None:
        if not names.hosts:
            why = names.left_out[0].reason if names.left_out else WINDOW.tr("It's empty.")
            self._refuse(HostError(WINDOW.tr("This isn't a list of hosts."), why))
            return
        from gatepost.ui.connect.host_list_dialog import HostListDialog

        dialog = HostListDialog(names, self._opener, self._saved, self._window)
        dialog.requests_made.connect(self._open)
        open_dialog(dialog)

    def _refuse(self, error: HostError) -> None:
        show_problem(self._window, error)

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

    def _shortcut(self, keys: QKeySequence) -> QShortcut:
        return QShortcut(keys, self._view, context=Qt.ShortcutContext.WidgetShortcut)


def may_be_list(mime: QMimeData) -> bool:
    """Whether it may be a list of hosts: one file, or text."""
    return _file_in(mime) is not None or mime.hasText()


def _file_in(mime: QMimeData) -> Path | None:
    """The one local file that is dragged."""
    urls = mime.urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
