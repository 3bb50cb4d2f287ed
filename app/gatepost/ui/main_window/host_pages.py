"""The pages over one host: its endpoints, and every other view of it as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from gatepost.endpoints.host_kind import HostKind
from gatepost.jobs.runner import JobRunner
from gatepost.session.host_session import HostSession
from gatepost.session.session_state import EVERYTHING, Change
from gatepost.ui.endpoints.page import EndpointsPage
from gatepost.ui.hosts.page import HostPage
from gatepost.ui.widgets.boxes import hbox
from gatepost.ui.widgets.lazy_tabs import LazyTabs

if TYPE_CHECKING:  # made when they come to the front
    from gatepost.ui.access.summary_page import AccessSummaryPage
    from gatepost.ui.hosts.facts_page import FactsPage
    from gatepost.ui.hosts.still_open_page import StillOpenPage

_ENDPOINTS, _ACCESS_SUMMARY, _STILL_OPEN, _FACTS = range(4)


class HostPages(LazyTabs):
    """Only the page in front is updated; the others on ``currentChanged``. Their requests are signals for the window."""

    endpoint_chosen = Signal(str)  # its name: show it among the endpoints
    change_requested = Signal(object, object)  # HostSession, SettingChangeSet

    def __init__(self, endpoints: EndpointsPage, runner: JobRunner) -> None:
        super().__init__()
        self._endpoints = endpoints
        self._runner = runner
        self._session: HostSession | None = None
        self._words = ""
        self.setDocumentMode(True)
        self.setTabBarAutoHide(True)
        self.setAccessibleName(self.tr("Pages of the host"))
        self.addTab(endpoints, self.tr("Endpoints"))
        self.access_summary = self.add_lazy(self._access_summary, self.tr("Who has access"))
        self.exposure = self.add_lazy(self._exposure, self.tr("Still open"))
        self.facts = self.add_lazy(_facts, self.tr("Host"))
        self.currentChanged.connect(self._show_front)

    def set_words(self, typed: str) -> None:
        """Filter the pages that list endpoints."""
        self._words = typed
        self._endpoints.panel.set_words(typed)
        if self.currentIndex() == _ACCESS_SUMMARY:  # else when it comes to the front
            self.access_summary().set_words(typed)

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

    def set_filter(self, edit: QWidget) -> None:
        """Put the filter at the right of the tabs; it is enabled where the page in front lists endpoints."""
        corner = QWidget()  # its layout gives the widget the width it asks for, which a tab widget alone would not
        hbox(edit, on=corner, margins=(0, 0, 0, 1))
        self.setCornerWidget(corner)
        self.currentChanged.connect(lambda number: edit.setEnabled(number in (_ENDPOINTS, _ACCESS_SUMMARY)))

    def show_session(self, session: HostSession | None, change: Change = EVERYTHING) -> None:
        """Show what is new of a session, or another one. A file holds nothing of what two of the pages ask for."""
        if session is not self._session or change is EVERYTHING:
            self._session = session
            for number in (_STILL_OPEN, _FACTS):
                self.setTabVisible(number, session is None or session.kind is not HostKind.FILE)
        self._show(change)

    def _show_front(self) -> None:
        self._show(EVERYTHING)

    def _show(self, change: Change) -> None:
        if self.currentIndex() == _ACCESS_SUMMARY:
            self.access_summary().set_words(self._words)
        page = self.front()
        if isinstance(page, HostPage):
            page.show_session(self._session, change)

    def _access_summary(self) -> AccessSummaryPage:
        from gatepost.ui.access.summary_page import AccessSummaryPage

        page = AccessSummaryPage(self._runner)
        page.endpoint_chosen.connect(self.endpoint_chosen)
        return page

    def _exposure(self) -> StillOpenPage:
        from gatepost.ui.hosts.still_open_page import StillOpenPage

        page = StillOpenPage()
        page.change_requested.connect(self.change_requested)
        return page


def _facts() -> FactsPage:
    from gatepost.ui.hosts.facts_page import FactsPage

    return FactsPage()
