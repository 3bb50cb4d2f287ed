"""Base of the tabs over one endpoint."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gatepost.session.endpoint_in_view import EndpointInView


class DetailTab(QWidget):
    """One view of the selected endpoint."""

    def show_endpoint(self, endpoint: EndpointInView | None) -> None:
        """Show an endpoint; None where none, or more than one, is selected.

        Called when the tab comes to the front, and while it is there for every change.
        """
        raise NotImplementedError
