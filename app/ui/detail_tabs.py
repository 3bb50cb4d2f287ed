"""What is known of the selected endpoint: its entries, its SDDL, its other settings."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app.endpoints.session_configuration import SessionConfiguration
from app.endpoints.snapshot import HostSnapshot
from app.endpoints.who_gets_in import sentence, who_gets_in
from app.models.ace_table import AceTableModel, Column, ace_rows
from app.models.details_table import DetailsTableModel
from app.models.endpoint_table import EndpointRow
from app.models.plain import visible
from app.ui.tables import set_up_table
from app.ui.wording import shown

_ACE_WIDTHS = {
    Column.TYPE: 110,
    Column.PRINCIPAL: 250,
    Column.RIGHTS: 240,
    Column.CONDITION: 180,
    Column.SID: 250,
    Column.RESOURCE: 260,
}


class DetailTabs(QWidget):
    """A line in plain words, and the tabs under it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.aces = AceTableModel(self)
        self.details = DetailsTableModel(self)
        self.headline = _plain_label("headline")
        self.sentence = _plain_label("sentence")
        self.findings = _plain_label("findings")
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName(self.tr("What is known of the endpoint"))
        self.ace_view = _table(self.aces, self.tr("Permissions"))
        for column, width in _ACE_WIDTHS.items():
            self.ace_view.setColumnWidth(column, width)
        self.details_view = _table(self.details, self.tr("Details"))
        self.details_view.setColumnWidth(0, 260)
        self.sddl = QPlainTextEdit(readOnly=True)
        self.sddl.setAccessibleName(self.tr("SDDL"))
        self.sddl.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.tabs.addTab(self.ace_view, self.tr("Permissions"))
        self.tabs.addTab(self._sddl_page(), self.tr("SDDL"))
        self.tabs.addTab(self.details_view, self.tr("Details"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.headline, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.sentence, 1, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(line)
        layout.addWidget(self.findings)
        layout.addWidget(self.tabs, 1)
        self.show_nothing("")

    def _sddl_page(self) -> QWidget:
        page = QWidget()
        copy = QPushButton(self.tr("&Copy SDDL"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.sddl.toPlainText()))
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.sddl, 1)
        layout.addWidget(copy, alignment=Qt.AlignmentFlag.AlignLeft)
        return page

    def show_endpoint(self, row: EndpointRow, snapshot: HostSnapshot) -> None:
        """Show one endpoint."""
        configuration = row.configuration
        self.headline.setText(visible(configuration.name))
        self.headline.setVisible(True)
        entrants = who_gets_in(configuration, snapshot.root_sddl)
        said = shown(sentence(entrants, snapshot.names)) if configuration.enabled else self.tr("Disabled.")
        self.sentence.setText(visible(said))
        self.findings.setText("\n".join(f"\u2022 {visible(shown(f.text))}" for f in row.findings))
        self.findings.setVisible(bool(row.findings))
        self.aces.set_rows(ace_rows(configuration, snapshot.root_sddl), snapshot.names)
        self.ace_view.setColumnHidden(Column.RESOURCE, not self.aces.has_several_resources)
        self.sddl.setPlainText(visible(self._sddl_text(configuration, snapshot.root_sddl)))
        self.details.set_configuration(configuration)

    def show_nothing(self, said: str) -> None:
        """Show that no endpoint, or more than one, is selected."""
        self.headline.setVisible(False)
        self.sentence.setText(said)
        self.findings.setVisible(False)
        self.aces.set_rows((), {})
        self.sddl.clear()
        self.details.set_configuration(None)

    def _sddl_text(self, configuration: SessionConfiguration, root_sddl: str) -> str:
        nodes = configuration.security_nodes
        if not nodes:
            return self.tr("No descriptor of its own. RootSDDL decides:") + "\n" + root_sddl
        if len(nodes) == 1:
            return nodes[0].sddl
        return "\n\n".join(f"{node.uri or node.resource_uri}\n{node.sddl}" for node in nodes)


def _plain_label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if name != "headline":
        label.setWordWrap(True)
    return label


def _table(model: AceTableModel | DetailsTableModel, name: str) -> QTableView:
    view = QTableView()
    set_up_table(view, model, name)
    return view
