"""F1 in every window of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from gatepost.ui.help.topics import topic_of

if TYPE_CHECKING:
    from gatepost.ui.help.window import HelpWindow


class HelpController(QObject):
    """Gives each window that comes to the front the action that opens the help on it."""

    def __init__(self, action: QAction, parent: QObject) -> None:
        super().__init__(parent)
        self._action = action
        self._window: HelpWindow | None = None
        action.triggered.connect(self._open)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._offer)

    @property
    def window(self) -> HelpWindow | None:
        """The window with the help, once it was opened."""
        return self._window

    def close(self) -> None:
        """Close the window with the help."""
        if self._window is not None:
            self._window.close()

    def _offer(self) -> None:
        front = QApplication.activeWindow()
        if front is not None and self._action not in front.actions():
            front.addAction(self._action)

    def _open(self) -> None:
        from gatepost.ui.help.window import HelpWindow  # the first window needs nothing of it

        front: QWidget | None = QApplication.focusWidget() or QApplication.activeWindow()
        if self._window is None:
            self._window = HelpWindow()
        self._window.show_topic(topic_of(front))
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()
