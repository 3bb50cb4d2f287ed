"""Tabs under the endpoint table: a line in plain words about the selected endpoint, and the tabs under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gatepost.endpoints.access.summary import access_summary, summary_text
from gatepost.models.plain import one_line, visible
from gatepost.models.sentences import shown
from gatepost.security.edit.entries import ListKind
from gatepost.session.endpoint_in_view import EndpointInView
from gatepost.ui.editor.detail_tab import DetailTab
from gatepost.ui.editor.entries_tab import EntriesTab
from gatepost.ui.editor.pending_line import PendingLine
from gatepost.ui.endpoints.findings_box import FindingsBox
from gatepost.ui.widgets.lazy_tabs import LazyTabs

if TYPE_CHECKING:  # made when they come to the front
    from gatepost.ui.access.effective_access_tab import EffectiveAccessTab
    from gatepost.ui.editor.owner_tab import OwnerTab
    from gatepost.ui.editor.sddl_tab import SddlTab
    from gatepost.ui.endpoints.details_tab import DetailsTab


class DetailTabs(QWidget):
    """Only the tab in front is updated; the others on ``currentChanged``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._endpoint: EndpointInView | None = None
        self.headline = _plain_label("headline")
        self.sentence = _plain_label("sentence")
        self.findings = FindingsBox()
        self.findings.reorder_requested.connect(self._reorder)
        self.pending_line = PendingLine()
        self.permissions = EntriesTab(ListKind.DACL, self.tr("Permissions"))
        self.tabs = LazyTabs()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName(self.tr("Properties of the endpoint"))
        self.tabs.addTab(self.permissions, self.tr("Permissions"))
        auditing = self.tr("Auditing")
        self._effective_access = self.tabs.add_lazy(_effective_access_tab, self.tr("Effective access"))
        self._auditing = self.tabs.add_lazy(lambda: EntriesTab(ListKind.SACL, auditing), auditing)
        self._owner = self.tabs.add_lazy(_owner_tab, self.tr("Owner"))
        self._sddl = self.tabs.add_lazy(_sddl_tab, self.tr("SDDL"))
        self.tabs.add_lazy(_details_tab, self.tr("Details"))
        self.tabs.currentChanged.connect(self._show_tab)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.headline, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.sentence, 1, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(line)
        layout.addWidget(self.findings)
        layout.addWidget(self.pending_line)
        layout.addWidget(self.tabs, 1)
        self.show_endpoint(None)

    @property
    def effective_access(self) -> EffectiveAccessTab:
        """The tab that answers whether somebody gets in."""
        return self._effective_access()

    @property
    def auditing(self) -> EntriesTab:
        """The tab of the SACL."""
        return self._auditing()

    @property
    def owner(self) -> OwnerTab:
        """The tab of owner and group."""
        return self._owner()

    @property
    def sddl(self) -> SddlTab:
        """The tab of the descriptors as text."""
        return self._sddl()

    def show_endpoint(self, endpoint: EndpointInView | None, why_none: str = "") -> None:
        """Show one endpoint with its pending changes; where there is none, ``why_none`` says so."""
        self._endpoint = endpoint
        self.pending_line.show_endpoint(endpoint)
        self.headline.setText(one_line(endpoint.name) if endpoint is not None else "")
        self.headline.setVisible(endpoint is not None)
        self.sentence.setText(self._sentence(endpoint) if endpoint is not None else why_none)
        self.findings.show_endpoint(endpoint)
        self._show_tab()

    def _sentence(self, endpoint: EndpointInView) -> str:
        if not endpoint.endpoint.enabled:
            return self.tr("Disabled.")
        return visible(shown(summary_text(access_summary(endpoint.endpoint), endpoint.accounts)))

    def _reorder(self) -> None:
        """The tab of the permissions shows what would move, and asks."""
        self.tabs.setCurrentWidget(self.permissions)
        self.permissions.view.reorder.trigger()

    def _show_tab(self) -> None:
        tab = self.tabs.front()
        if isinstance(tab, DetailTab):
            tab.show_endpoint(self._endpoint)


def _effective_access_tab() -> EffectiveAccessTab:
    from gatepost.ui.access.effective_access_tab import EffectiveAccessTab

    return EffectiveAccessTab()


def _owner_tab() -> OwnerTab:
    from gatepost.ui.editor.owner_tab import OwnerTab

    return OwnerTab()


def _sddl_tab() -> SddlTab:
    from gatepost.ui.editor.sddl_tab import SddlTab

    return SddlTab()


def _details_tab() -> DetailsTab:
    from gatepost.ui.endpoints.details_tab import DetailsTab

    return DetailsTab()


def _plain_label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if name != "headline":
        label.setWordWrap(True)
    return label
