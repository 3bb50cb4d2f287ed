"""Base of the tabs about one descriptor of the selected endpoint."""

from __future__ import annotations

from typing_extensions import override

from gatepost.models.window_text import one_line
from gatepost.session.endpoint_in_view import EndpointInView
from gatepost.ui.editor.detail_tab import DetailTab
from gatepost.ui.widgets.fields import ChoiceBox
from gatepost.ui.widgets.plain_widgets import plain_label


class DescriptorTab(DetailTab):
    """A choice between the endpoint's descriptors, where it has several, and a note under it."""

    def __init__(self) -> None:
        super().__init__()
        self._endpoint: EndpointInView | None = None
        self._visits = 0  # how many times other descriptors have been shown
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
            self._visits += 1
        self._show_descriptor()

    def _show_descriptor(self) -> None:
        """Show the descriptor that is chosen."""
        raise NotImplementedError

    def _descriptor_index(self) -> int:
        """The number of the descriptor that is chosen."""
        return max(self.descriptor_box.currentIndex(), 0)
