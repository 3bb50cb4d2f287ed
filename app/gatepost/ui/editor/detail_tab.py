"""Base of the tabs under the endpoint table."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gatepost.session.endpoint_in_view import EndpointInView


class DetailTab(QWidget):
    """One view of the selected endpoint."""

    def least_height(self) -> int:
        """Return the pixels in which it is seen whole; 0 where any number will do, as what it shows scrolls."""
        return 0

    def show_endpoint(self, endpoint: EndpointInView | None) -> None:
        """Show an endpoint; None where none, or more than one, is selected.

        Called when the tab comes to the front, and while it is there for every change.
        """
        raise NotImplementedError
