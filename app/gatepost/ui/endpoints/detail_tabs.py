"""What is known of the selected endpoint: a line in plain words, and the tabs under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gatepost.endpoints.access.summary import sentence, who_gets_in
from gatepost.models.endpoints.table import EndpointRow, endpoint_row
from gatepost.models.plain import one_line, visible
from gatepost.models.sentences import shown
from gatepost.security.edit.entries import ListKind
from gatepost.session.host_session import HostSession
from gatepost.ui.editor.detail_tab import DetailTab
from gatepost.ui.editor.entries_tab import EntriesTab
from gatepost.ui.editor.pending_line import DraftLine
from gatepost.ui.endpoints.findings_box import FindingsBox
from gatepost.ui.widgets.lazy_tabs import LateTabs

if TYPE_CHECKING:  # made when they come to the front
    from gatepost.ui.access.effective_access_tab import CanGetInTab
    from gatepost.ui.editor.owner_tab import OwnerTab
    from gatepost.ui.editor.sddl_tab import SddlTab
    from gatepost.ui.endpoints.details_tab import DetailsTab


class DetailTabs(QWidget):
    """Tells the tab in front which endpoint is selected; the others learn it when they come to the front."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: EndpointRow | None = None
        self._session: HostSession | None = None
        self.headline = _plain_label("headline")
        self.sentence = _plain_label("sentence")
        self.findings = FindingsBox()
        self.findings.reorder_requested.connect(self._reorder)
        self.draft_line = DraftLine()
        self.permissions = EntriesTab(ListKind.DACL, self.tr("Permissions"))
        self.tabs = LateTabs()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName(self.tr("What is known of the endpoint"))
        self.tabs.addTab(self.permissions, self.tr("Permissions"))
        auditing = self.tr("Auditing")
        self._can_get_in = self.tabs.add_late(_can_get_in_tab, self.tr("Effective access"))
        self._auditing = self.tabs.add_late(lambda: EntriesTab(ListKind.SACL, auditing), auditing)
        self._owner = self.tabs.add_late(_owner_tab, self.tr("Owner"))
        self._sddl = self.tabs.add_late(_sddl_tab, self.tr("SDDL"))
        self.tabs.add_late(_details_tab, self.tr("Details"))
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
        layout.addWidget(self.draft_line)
        layout.addWidget(self.tabs, 1)
        self.show_nothing("")

    @property
    def can_get_in(self) -> CanGetInTab:
        """The tab that answers whether somebody gets in."""
        return self._can_get_in()

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

    def show_endpoint(self, row: EndpointRow, session: HostSession) -> None:
        """Show one endpoint of a host that has been read: its draft, where it has one."""
        assert session.snapshot is not None
        snapshot, draft = session.snapshot, session.drafts.draft(row.configuration.name)
        if draft is not None:
            row = endpoint_row(snapshot.endpoint_with(draft.edited), snapshot.accounts)
        self._row, self._session = row, session
        configuration = row.configuration
        self.draft_line.show_draft(session, configuration.name)
        self.headline.setText(one_line(configuration.name))
        self.headline.setVisible(True)
        said = (
            shown(sentence(who_gets_in(row.endpoint), snapshot.accounts))
            if configuration.enabled
            else self.tr("Disabled.")
        )
        self.sentence.setText(visible(said))
        self.findings.show_endpoint(row, session)
        self._show_tab()

    def show_nothing(self, said: str) -> None:
        """Show that no endpoint, or more than one, is selected."""
        self._row = self._session = None
        self.draft_line.show_draft(None, "")
        self.headline.setVisible(False)
        self.sentence.setText(said)
        self.findings.show_endpoint(None, None)
        self._show_tab()

    def _reorder(self) -> None:
        """The tab of the permissions shows what would move, and asks."""
        self.tabs.setCurrentWidget(self.permissions)
        self.permissions.view.reorder.trigger()

    def _show_tab(self) -> None:
        tab = self.tabs.front()
        if not isinstance(tab, DetailTab):
            return
        if self._row is not None and self._session is not None:
            tab.show_endpoint(self._row, self._session)
        else:
            tab.show_nothing()


def _can_get_in_tab() -> CanGetInTab:
    from gatepost.ui.access.effective_access_tab import CanGetInTab

    return CanGetInTab()


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
