"""The first page over a host: the table of its endpoints, and what is known of the selected one under it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from gatepost.session.change import EVERYTHING, Change
from gatepost.session.endpoint_in_view import EndpointInView
from gatepost.session.host_session import HostSession
from gatepost.ui.endpoints.detail_tabs import DetailTabs
from gatepost.ui.endpoints.panel import EndpointPanel
from gatepost.ui.hosts.pages import HostPage

_SHARES = (60, 40)  # of the height: the table and what is under it, to begin with


class EndpointsPage(HostPage):
    """The table decides what is shown below it."""

    repaints_for = EVERYTHING

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panel = EndpointPanel()
        self.details = DetailTabs()
        self._session: HostSession | None = None
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setObjectName("details")
        splitter.addWidget(self.panel)
        splitter.addWidget(self.details)
        splitter.setSizes([share * 100 for share in _SHARES])
        splitter.setStretchFactor(0, _SHARES[0])
        splitter.setStretchFactor(1, _SHARES[1])
        splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)
        self.splitter = splitter
        self.setFocusProxy(self.panel.table)
        self.panel.selection_changed.connect(self._show_selected)
        self.panel.table_shown.connect(self.details.setVisible)

    @override
    def show_session(self, session: HostSession | None, change: Change = EVERYTHING) -> None:
        self._session = session
        self.panel.show_session(session, change)
        if change & ~Change.ACTIVITY:
            self._show_selected()
        else:
            self.details.pending_line.show_activity()

    def _show_selected(self) -> None:
        session, names = self._session, self.panel.selected_names()
        if len(names) > 1:
            self.details.show_endpoint(None, self.tr("{count} endpoints are selected.").format(count=len(names)))
            return
        endpoint = EndpointInView.of(session, names[0]) if session is not None and names else None
        self.details.show_endpoint(endpoint, self.tr("Select an endpoint to see its permissions."))
