"""What every tab over one endpoint has."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gatepost.models.endpoints.table import EndpointRow
from gatepost.session.host_session import HostSession


class DetailTab(QWidget):
    """One view of the selected endpoint."""

    def show_endpoint(self, row: EndpointRow, session: HostSession) -> None:
        """Show an endpoint of a host that has been read. Called when the tab comes to the front, and for every change."""
        raise NotImplementedError

    def show_nothing(self) -> None:
        """Show that no endpoint, or more than one, is selected."""
        raise NotImplementedError
