"""Lists of hosts come by file, by drop and by paste; all end in one question and as many sessions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from gatepost.endpoints.errors import HostError
from gatepost.endpoints.text import WINDOW
from gatepost.jobs.runner import JobRunner
from gatepost.session.host_opener import HostOpener
from gatepost.session.saved_connection_jobs import SavedConnectionJobs
from gatepost.ui.dialogs.files import LANE, ask_what_to_open
from gatepost.ui.dialogs.opening import open_dialog

if TYPE_CHECKING:
    from gatepost.backend.connect.host_names import HostNames


class HostLists(QObject):
    """Takes lists for a window, which tells it what is dragged over it and dropped on it."""

    requests_made = Signal(object)  # tuple[ConnectRequest, ...]
    failed = Signal(object)  # HostError: why a list is of no use

    def __init__(self, runner: JobRunner, opener: HostOpener, saved: SavedConnectionJobs, window: QWidget) -> None:
        super().__init__(window)
        self._runner = runner
        self._opener = opener
        self._saved = saved
        self._window = window

    def ask_for_file(self) -> None:
        """Let the user choose a file."""
        kinds = [self.tr("Lists of hosts (*.txt *.csv *.list *.ini *.rdp *.rdg)"), self.tr("All files (*)")]
        ask_what_to_open(self._window, self.tr("Open a list of hosts"), None, kinds, self.open_file)

    def open_file(self, path: Path) -> None:
        """Read a file in the background, then ask."""
        from gatepost.backend.connect.host_names import read_host_file

        self._runner.submit(LANE, lambda _: read_host_file(path)).then(self._ask, self.failed.emit)

    def open_text(self, content: str) -> None:
        """Take a text for a list, then ask."""
        from gatepost.backend.connect.host_names import read_host_names

        self._ask(read_host_names(content))

    def paste(self) -> None:
        """Take what is on the clipboard."""
        self.take(QGuiApplication.clipboard().mimeData())

    @staticmethod
    def takes(mime: QMimeData) -> bool:
        """Whether it may be a list: one file, or text."""
        return _file_in(mime) is not None or mime.hasText()

    def take(self, mime: QMimeData) -> None:
        """Take what was dropped or pasted for a list, then ask."""
        path = _file_in(mime)
        if path is not None:
            self.open_file(path)
        elif mime.hasText():
            self.open_text(mime.text())

    def _ask(self, names: HostNames) -> None:
        if not names.hosts:
            why = names.left_out[0].reason if names.left_out else WINDOW.tr("It's empty.")
            self.failed.emit(HostError(WINDOW.tr("This isn't a list of hosts."), why))
            return
        from gatepost.ui.connect.host_list_dialog import HostListDialog

        dialog = HostListDialog(names, self._opener, self._saved, self._window)
        dialog.requests_made.connect(self.requests_made)
        open_dialog(dialog)


def _file_in(mime: QMimeData) -> Path | None:
    """The one local file that is dragged."""
    urls = mime.urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
