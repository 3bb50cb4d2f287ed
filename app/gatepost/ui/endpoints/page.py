"""The first page over a host: the table of its endpoints, and what is known of the selected one under it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from gatepost.session.host_session import HostSession
from gatepost.ui.endpoints.detail_tabs import DetailTabs
from gatepost.ui.endpoints.panel import EndpointPanel
from gatepost.ui.hosts.pages import HostPage

_SHARES = (60, 40)  # of the height: the table and what is under it, to begin with


class EndpointsPage(HostPage):
    """The table decides what is shown below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panel = EndpointPanel()
        self.details = DetailTabs()
        self._session: HostSession | None = None
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self.panel)
        splitter.addWidget(self.details)
        splitter.setSizes([share * 100 for share in _SHARES])
        splitter.setStretchFactor(0, _SHARES[0])
        splitter.setStretchFactor(1, _SHARES[1])
        splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)
        self.panel.selection_changed.connect(self._show_selected)

    @override
    def show_session(self, session: HostSession | None) -> None:
        self._session = session
        self.panel.show_session(session)
        self._show_selected()

    def _show_selected(self) -> None:
        session, rows = self._session, self.panel.selected_rows()
        if session is not None and session.snapshot is not None and session.error is None and len(rows) == 1:
            self.details.show_endpoint(rows[0], session)
        elif len(rows) > 1:
            self.details.show_nothing(self.tr("{count} endpoints are selected.").format(count=len(rows)))
        else:
            self.details.show_nothing(self.tr("Select an endpoint to see its permissions."))
