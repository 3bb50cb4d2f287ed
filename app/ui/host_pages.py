"""The pages over one host: its endpoints, and every other view of it as a whole."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget, QWidget

from app.ui.host_session import HostSession


class HostPage(QWidget):
    """One view of a host. ``asks_host``: it shows more than was read of the endpoints, which a file does not hold."""

    asks_host = False

    def show_session(self, session: HostSession | None) -> None:
        """Show what the session holds now. Called when the page comes to the front, and while it is there for every change."""
        raise NotImplementedError


class HostPages(QTabWidget):
    """Tells the page in front what its host holds; the others learn it when they come to the front."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: HostSession | None = None
        self.setDocumentMode(True)
        self.setTabBarAutoHide(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its tab bar has the focus; hidden, it must not stop the Tab key
        self.tabBar().setAccessibleName(self.tr("Views of the host"))
        self.currentChanged.connect(self._show)

    def show_session(self, session: HostSession | None) -> None:
        """Show what a session holds now."""
        self._session = session
        for number in range(self.count()):
            page = self.widget(number)
            asks = isinstance(page, HostPage) and page.asks_host
            self.setTabVisible(number, not (asks and session is not None and session.offline))
        self._show()

    def _show(self) -> None:
        page = self.currentWidget()
        if isinstance(page, HostPage):
            page.show_session(self._session)
