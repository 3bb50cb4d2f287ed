"""The pages of the window: the endpoints of a host, and what is made when it first comes to the front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from typing_extensions import override

from gatepost.session.change import Change
from gatepost.ui.endpoints.page import EndpointsPage
from gatepost.ui.hosts.pages import HostPages

if TYPE_CHECKING:  # made when they come to the front
    from gatepost.ui.access.summary_page import AccessSummaryPage
    from gatepost.ui.hosts.facts_page import FactsPage
    from gatepost.ui.hosts.still_open_page import StillOpenPage


class PageSet(HostPages):
    """The four pages of a host; their requests are signals for the window."""

    endpoint_chosen = Signal(str)  # its name: show it among the endpoints
    change_requested = Signal(object, object)  # HostSession, SettingChangeSet

    def __init__(self, endpoints: EndpointsPage) -> None:
        super().__init__()
        self._endpoints = endpoints
        self._words = ""
        self.addTab(endpoints, self.tr("Endpoints"))
        self.access_summary = self.add_lazy(self._access_summary, self.tr("Who has access"))
        self.exposure = self.add_asking(self._exposure, self.tr("Still open"))
        self.facts = self.add_asking(_facts, self.tr("Host"))

    @property
    def can_be_filtered(self) -> bool:
        """Whether the page in front lists endpoints."""
        return self.currentIndex() in (0, 1)

    def set_words(self, typed: str) -> None:
        """Filter the pages that list endpoints."""
        self._words = typed
        self._endpoints.panel.set_words(typed)
        if self.currentIndex() == 1:  # else when it comes to the front
            self.access_summary().set_words(typed)

    @override
    def _show(self, change: Change) -> None:
        if self.currentIndex() == 1:
            self.access_summary().set_words(self._words)
        super()._show(change)

    def _access_summary(self) -> AccessSummaryPage:
        from gatepost.ui.access.summary_page import AccessSummaryPage

        page = AccessSummaryPage()
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
