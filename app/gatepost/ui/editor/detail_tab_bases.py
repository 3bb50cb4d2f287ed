"""Bases of the tabs under the endpoint table: one about an endpoint, and one about one of its descriptors."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gatepost.models.window_text import one_line
from gatepost.session.endpoint_in_view import EndpointInView
from gatepost.ui.widgets.fields import ChoiceBox
from gatepost.ui.widgets.plain_widgets import plain_label


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


class DescriptorTab(DetailTab):
    """A choice between the endpoint's descriptors, where it has several, and a note under it."""

    def __init__(self) -> None:
        super().__init__()
        self._endpoint: EndpointInView | None = None
        self.descriptor_box = ChoiceBox(self.tr("Descriptor"))
        self.descriptor_box.activated.connect(lambda _: self._show_descriptor())
        self.note = plain_label(name="muted")

    @override
    def show_endpoint(self, endpoint: EndpointInView | None) -> None:
        before, self._endpoint = self._endpoint, endpoint
        uris = endpoint.configuration.descriptor_uris if endpoint is not None else ()
        if endpoint is None or not endpoint.is_same(before) or self.descriptor_box.count() != len(uris):
            self.descriptor_box.clear()
            self.descriptor_box.addItems([one_line(uri) for uri in uris])
            self.descriptor_box.setVisible(len(uris) > 1)
            self._begin()
        self._show_descriptor()

    def _begin(self) -> None:
        """Other descriptors are shown from here on."""

    def _show_descriptor(self) -> None:
        """Show the descriptor that is chosen."""
        raise NotImplementedError

    def _descriptor_index(self) -> int:
        """The number of the descriptor that is chosen."""
        return max(self.descriptor_box.currentIndex(), 0)
