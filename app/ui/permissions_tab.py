"""The access-control entries of the selected endpoint, in stored order."""

from __future__ import annotations

from PySide6.QtWidgets import QTableView, QVBoxLayout, QWidget
from typing_extensions import override

from app.models.ace_table import AceTableModel, Column, ace_rows
from app.models.endpoint_table import EndpointRow
from app.ui.detail_tab import DetailTab
from app.ui.host_session import HostSession
from app.ui.tables import set_up_table

_WIDTHS = {
    Column.TYPE: 110,
    Column.PRINCIPAL: 250,
    Column.RIGHTS: 240,
    Column.CONDITION: 180,
    Column.SID: 250,
    Column.RESOURCE: 260,
}


class PermissionsTab(DetailTab):
    """The table of entries."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = AceTableModel(self)
        self.view = QTableView()
        set_up_table(self.view, self.model, self.tr("Permissions"))
        for column, width in _WIDTHS.items():
            self.view.setColumnWidth(column, width)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)

    @override
    def show_endpoint(self, row: EndpointRow, session: HostSession) -> None:
        assert session.snapshot is not None
        self.model.set_rows(ace_rows(row.configuration, session.snapshot.root_sddl), session.snapshot.names)
        self.view.setColumnHidden(Column.RESOURCE, not self.model.has_several_resources)

    @override
    def show_nothing(self) -> None:
        self.model.set_rows((), {})
