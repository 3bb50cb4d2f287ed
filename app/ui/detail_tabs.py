"""What is known of the selected endpoint: a line in plain words, and the tabs under it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTabWidget, QVBoxLayout, QWidget

from app.endpoints.who_gets_in import sentence, who_gets_in
from app.models.endpoint_table import EndpointRow, endpoint_row
from app.models.plain import visible
from app.security.list_edit import ListKind
from app.ui.can_get_in_tab import CanGetInTab
from app.ui.detail_tab import DetailTab
from app.ui.details_tab import DetailsTab
from app.ui.draft_line import DraftLine
from app.ui.entries_tab import EntriesTab
from app.ui.findings_box import FindingsBox
from app.ui.host_session import HostSession
from app.ui.owner_tab import OwnerTab
from app.ui.sddl_tab import SddlTab
from app.ui.wording import shown


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
        self.can_get_in = CanGetInTab()
        self.auditing = EntriesTab(ListKind.SACL, self.tr("Auditing"))
        self.owner = OwnerTab()
        self.sddl = SddlTab()
        self.details = DetailsTab()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName(self.tr("What is known of the endpoint"))
        self.tabs.addTab(self.permissions, self.tr("Permissions"))
        self.tabs.addTab(self.can_get_in, self.tr("Can X get in?"))
        self.tabs.addTab(self.auditing, self.tr("Auditing"))
        self.tabs.addTab(self.owner, self.tr("Owner"))
        self.tabs.addTab(self.sddl, self.tr("SDDL"))
        self.tabs.addTab(self.details, self.tr("Details"))
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

    def show_endpoint(self, row: EndpointRow, session: HostSession) -> None:
        """Show one endpoint of a host that has been read: its draft, where it has one."""
        assert session.snapshot is not None
        snapshot, draft = session.snapshot, session.drafts.draft(row.configuration.name)
        if draft is not None:
            row = endpoint_row(draft.edited, snapshot.root_sddl, snapshot.names)
        self._row, self._session = row, session
        configuration = row.configuration
        self.draft_line.show_draft(session, configuration.name)
        self.headline.setText(visible(configuration.name))
        self.headline.setVisible(True)
        entrants = who_gets_in(configuration, snapshot.root_sddl)
        said = shown(sentence(entrants, snapshot.names)) if configuration.enabled else self.tr("Disabled.")
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
        tab = self.tabs.currentWidget()
        if not isinstance(tab, DetailTab):
            return
        if self._row is not None and self._session is not None:
            tab.show_endpoint(self._row, self._session)
        else:
            tab.show_nothing()


def _plain_label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if name != "headline":
        label.setWordWrap(True)
    return label
