"""Screenshot of the window, once every host has been read and its accounts named."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from gatepost.session.host_session import HostSession
from gatepost.session.session_state import SessionState
from gatepost.ui.main_window.window import MainWindow

PICTURE_SECONDS = 60
PICTURE_SIZE = QSize(1280, 800)  # pixels, whatever the screen has


class Picture:
    """Takes one picture, then ends the application; ``problem`` is "" if all went well."""

    def __init__(self, window: MainWindow, taken: Callable[[QPixmap], str]) -> None:
        """``taken`` gets the picture and returns what is wrong with it, or ""."""
        self._window, self._taken = window, taken
        self.problem = "the window was closed before its picture was taken"
        self._done = False
        self._sessions: list[HostSession] = []

    def watch(self) -> None:
        """Wait for the hosts that are being opened now."""
        self._sessions = [
            session for session in self._window.open_hosts.sessions if session.state is not SessionState.UNREAD
        ]
        for session in self._sessions:
            session.changed.connect(self._on_changed)
        QTimer.singleShot(PICTURE_SECONDS * 1000, self._give_up)

    def _on_changed(self) -> None:
        if self._done:
            return
        failed = next((error for session in self._sessions if (error := session.error) is not None), None)
        if failed is not None:
            self._end(failed.on_command_line)
        elif self._all_read():
            QTimer.singleShot(0, self._take)

    def _all_read(self) -> bool:
        return all(s.snapshot is not None and s.state.is_at_rest for s in self._sessions)

    def _take(self) -> None:
        if self._done or not self._all_read():  # names are being asked for
            return
        QApplication.processEvents()  # layouts and row heights that wait for the event loop
        self._end(self._taken(self._window.grab()))

    def _give_up(self) -> None:
        if not self._done:
            self._end(f"not every host was read within {PICTURE_SECONDS} seconds")

    def _end(self, problem: str) -> None:
        self._done = True
        self.problem = problem
        QApplication.quit()
