"""The pages over one host: its endpoints, and every other view of it as a whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from gatepost.endpoints.host_kind import HostKind
from gatepost.session.change import EVERYTHING, Change
from gatepost.session.host_session import HostSession
from gatepost.ui.widgets.boxes import hbox
from gatepost.ui.widgets.lazy_tabs import LazyTabs


class HostPage(QWidget):
    """One view of a host. None shows what the session is doing: the frame around them does."""

    def show_session(self, session: HostSession | None, change: Change = EVERYTHING) -> None:
        """Show what is new of the session. Called when the page comes to the front, and while it is there for changes."""
        raise NotImplementedError


_P = TypeVar("_P", bound=HostPage)


class HostPages(LazyTabs):
    """Only the page in front is updated; the others on ``currentChanged``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: HostSession | None = None
        self._asking: list[int] = []
        self.setDocumentMode(True)
        self.setTabBarAutoHide(True)
        self.setAccessibleName(self.tr("Pages of the host"))
        self.currentChanged.connect(self._show_front)

    def add_asking(self, make: Callable[[], _P], title: str) -> Callable[[], _P]:
        """Add a page that shows more than was read of the endpoints, which a file does not hold."""
        self._asking.append(self.count())
        return self.add_lazy(make, title)

    def actions_to_pages(self) -> list[QAction]:
        """Return an action for each page, with the shortcuts Alt+1, Alt+2, ..."""
        return [self._action_to(number) for number in range(self.count())]

    def _action_to(self, number: int) -> QAction:
        action = QAction(self.tabText(number), self)
        action.setShortcut(QKeySequence(f"Alt+{number + 1}"))
        action.triggered.connect(lambda: self._go_to(number))
        return action

    def _go_to(self, number: int) -> None:
        if self.isTabVisible(number):
            self.setCurrentIndex(number)
            self.tabBar().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_front(self) -> None:
        """Give the keyboard to the page in front."""
        page = self.front()
        (page if page is not None else self.tabBar()).setFocus()

    def set_corner(self, widget: QWidget) -> None:
        """Put a widget at the right of the tabs."""
        corner = QWidget()  # its layout gives the widget the width it asks for, which a tab widget alone would not
        hbox(widget, on=corner, margins=(0, 0, 0, 1))
        self.setCornerWidget(corner)

    def show_session(self, session: HostSession | None, change: Change = EVERYTHING) -> None:
        """Show what is new of a session, or another one."""
        if session is not self._session or change is EVERYTHING:
            self._session = session
            for number in self._asking:
                self.setTabVisible(number, session is None or session.kind is not HostKind.FILE)
        self._show(change)

    def _show_front(self) -> None:
        self._show(EVERYTHING)

    def _show(self, change: Change) -> None:
        page = self.front()
        if isinstance(page, HostPage):
            page.show_session(self._session, change)
