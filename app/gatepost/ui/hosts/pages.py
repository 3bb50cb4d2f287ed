"""The pages over one host: its endpoints, and every other view of it as a whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QHBoxLayout, QWidget

from gatepost.session.host_session import HostSession
from gatepost.ui.widgets.lazy_tabs import LateTabs


class HostPage(QWidget):
    """One view of a host."""

    def show_session(self, session: HostSession | None) -> None:
        """Show what the session holds now. Called when the page comes to the front, and while it is there for every change."""
        raise NotImplementedError


_P = TypeVar("_P", bound=HostPage)


class HostPages(LateTabs):
    """Tells the page in front what its host holds; the others learn it when they come to the front."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: HostSession | None = None
        self._asking: list[int] = []
        self.setDocumentMode(True)
        self.setTabBarAutoHide(True)
        self.tabBar().setAccessibleName(self.tr("Pages of the host"))
        self.currentChanged.connect(self._show)

    def add_asking(self, make: Callable[[], _P], title: str) -> Callable[[], _P]:
        """Add a page that shows more than was read of the endpoints, which a file does not hold."""
        self._asking.append(self.count())
        return self.add_late(make, title)

    def set_corner(self, widget: QWidget) -> None:
        """Put a widget at the right of the tabs."""
        corner = QWidget()  # its layout gives the widget the width it asks for, which a tab widget alone would not
        layout = QHBoxLayout(corner)
        layout.setContentsMargins(0, 0, 0, 3)
        layout.addWidget(widget)
        self.setCornerWidget(corner)

    def show_session(self, session: HostSession | None) -> None:
        """Show what a session holds now."""
        self._session = session
        for number in self._asking:
            self.setTabVisible(number, session is None or not session.offline)
        self._show()

    def _show(self) -> None:
        page = self.front()
        if isinstance(page, HostPage):
            page.show_session(self._session)
