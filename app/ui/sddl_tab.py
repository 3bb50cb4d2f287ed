"""The security descriptor of the selected endpoint as text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.endpoints.session_configuration import SessionConfiguration
from app.models.endpoint_table import EndpointRow
from app.models.plain import visible
from app.ui.detail_tab import DetailTab
from app.ui.host_session import HostSession


class SddlTab(DetailTab):
    """The text, to be copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._copied = ""
        self.sddl = QPlainTextEdit(readOnly=True)
        self.sddl.setAccessibleName(self.tr("SDDL"))
        self.sddl.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        copy = QPushButton(self.tr("&Copy SDDL"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._copied))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.sddl, 1)
        layout.addWidget(copy, alignment=Qt.AlignmentFlag.AlignLeft)

    @override
    def show_endpoint(self, row: EndpointRow, session: HostSession) -> None:
        assert session.snapshot is not None
        self._show(self._text(row.configuration, session.snapshot.root_sddl))

    @override
    def show_nothing(self) -> None:
        self._show("")

    def _show(self, sddl: str) -> None:
        self._copied = sddl  # the host's own text: what is shown has its invisible characters made visible
        self.sddl.setPlainText(visible(sddl))

    def _text(self, configuration: SessionConfiguration, root_sddl: str) -> str:
        nodes = configuration.security_nodes
        if not nodes:
            return self.tr("No descriptor of its own. RootSDDL decides:") + "\n" + root_sddl
        if len(nodes) == 1:
            return nodes[0].sddl
        return "\n\n".join(f"{node.uri or node.resource_uri}\n{node.sddl}" for node in nodes)
