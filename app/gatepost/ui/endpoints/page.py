"""The first page over a host: the table of its endpoints, and what is known of the selected ones."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from gatepost.jobs.runner import JobRunner
from gatepost.session.endpoint_in_view import EndpointInView
from gatepost.session.host_session import HostSession
from gatepost.session.session_state import EVERYTHING, Change
from gatepost.ui.endpoints.detail_tabs import DetailTabs
from gatepost.ui.endpoints.endpoint_panel import EndpointPanel
from gatepost.ui.endpoints.selection_summary import SelectionSummary
from gatepost.ui.hosts.page import HostPage
from gatepost.ui.widgets.boxes import vbox
from gatepost.ui.widgets.splitter import RoomSplitter

_SHARE = 0.34  # of the room that the details have, to begin with
_MOST = {Qt.Orientation.Vertical: 260, Qt.Orientation.Horizontal: 760}  # pixels of it


class DetailsPosition(Enum):
    """Where the details of the selected endpoint are."""

    BELOW = "below"
    RIGHT = "right"
    HIDDEN = "hidden"


class EndpointsPage(HostPage):
    """The table decides what is shown beside it. When the window grows, the table gets what it grows by."""

    def __init__(self, runner: JobRunner) -> None:
        super().__init__()
        self.panel = EndpointPanel()
        self.details = DetailTabs(runner)
        self.summary = SelectionSummary()
        self.details_position = DetailsPosition.BELOW
        self._session: HostSession | None = None
        self._has_table = False
        self._beside = QStackedWidget()
        self._beside.addWidget(self.details)
        self._beside.addWidget(self.summary)
        self.splitter = RoomSplitter(_SHARE, _MOST)
        self.splitter.setObjectName("details")
        self.splitter.addWidget(self.panel)
        self.splitter.addWidget(self._beside)
        vbox(self.splitter, on=self)
        self.setFocusProxy(self.panel.table)
        self.panel.selection_changed.connect(lambda: self._show_selected(EVERYTHING))
        self.panel.table_shown.connect(self._on_table_shown)
        self.details.height_wanted.connect(self._lend_height)

    def put_details(self, details_position: DetailsPosition) -> None:
        """Put the details below the table or at its right, or fold them away; what is not seen is not edited."""
        self.details_position = details_position
        across = Qt.Orientation.Horizontal if details_position is DetailsPosition.RIGHT else Qt.Orientation.Vertical
        if details_position is not DetailsPosition.HIDDEN and self.splitter.orientation() is not across:
            self.splitter.turn(across)
        self._show_details()

    def show_entry(self, descriptor_index: int, number: int) -> None:
        """Lead to an entry of the selected endpoint: its descriptor, and its place in the list."""
        self._show_tab(self.details.tabs.indexOf(self.details.permissions))
        self.details.permissions.table.select(descriptor_index, number)
        self.details.permissions.table.setFocus()

    def tab_actions(self, history: Callable[[], QWidget]) -> list[QAction]:
        """Return the actions of a row's menu that lead to a tab of the endpoint; ``history`` gives the view of one."""
        return [
            self._tab_action(self.tr("Effective access"), self.details.effective_access),
            self._tab_action(self.tr("History"), history),
        ]

    def _tab_action(self, title: str, view: Callable[[], QWidget]) -> QAction:
        action = QAction(title, self)
        action.triggered.connect(lambda: self._show_tab(self.details.tabs.indexOf(view())))
        return action

    def _show_tab(self, number: int) -> None:
        if self.details_position is DetailsPosition.HIDDEN:
            self.put_details(DetailsPosition.BELOW)
        self.details.tabs.setCurrentIndex(number)
        self.details.tabs.tabBar().setFocus()

    @override
    def show_session(self, session: HostSession | None, change: Change = EVERYTHING) -> None:
        self._session = session
        self.panel.show_session(session, change)
        self._show_selected(change)

    def _lend_height(self, pixels: int) -> None:
        """Give the tab in front what it needs; the endpoint that it is about stays in sight."""
        table, before = self.panel.table, self.splitter.sizes()
        self.splitter.lend(pixels)
        if self.splitter.sizes() != before:
            table.scrollTo(table.currentIndex())

    def _on_table_shown(self, shown: bool) -> None:  # noqa: FBT001 - a slot
        self._has_table = shown
        self._show_details()

    def _show_details(self) -> None:
        is_shown = self._has_table and self.details_position is not DetailsPosition.HIDDEN
        focus = self.window().focusWidget()
        if not is_shown and focus is not None and self._beside.isAncestorOf(focus):
            self.panel.table.setFocus()
        self._beside.setVisible(is_shown)
        if is_shown:
            self.splitter.share()

    def _show_selected(self, change: Change) -> None:
        """Show what is new of the selected endpoints; of one that was read again as it was, that is nothing."""
        session, names = self._session, self.panel.selected_names()
        if session is not None and len(names) > 1:
            in_view = (EndpointInView.of(session, name) for name in names)
            self.summary.show_endpoints([endpoint for endpoint in in_view if endpoint is not None])
            self.details.show_endpoint(None)
            self._beside.setCurrentWidget(self.summary)
            return
        endpoint = EndpointInView.of(session, names[0]) if session is not None and names else None
        if change & (Change.PENDING | Change.ACCESS) or endpoint is None or endpoint != self.details.endpoint:
            self.details.show_endpoint(endpoint, self.tr("Select an endpoint to see its permissions."))
        self._beside.setCurrentWidget(self.details)
