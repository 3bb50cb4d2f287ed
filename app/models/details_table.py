"""Everything else that is known of one endpoint, as names and values."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from typing_extensions import override

from app.endpoints.session_configuration import SessionConfiguration
from app.models.plain import visible
from app.models.roles import ROOT, Index, MeaningRole

_COLUMNS = 2


class DetailsTableModel(QAbstractTableModel):
    """Two columns: what, and the value as the host gave it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[tuple[str, str], ...] = ()

    def set_configuration(self, configuration: SessionConfiguration | None) -> None:
        """Show another endpoint, or nothing."""
        self.beginResetModel()
        self._rows = () if configuration is None else self._rows_of(configuration)
        self.endResetModel()

    def _rows_of(self, configuration: SessionConfiguration) -> tuple[tuple[str, str], ...]:
        run_as = configuration.run_as
        groups = ", ".join(run_as.virtual_account_groups) or self.tr("none named: an administrator of the host")
        identity = [(self.tr("Virtual account groups"), groups)] if run_as.virtual_account else []
        return (
            (self.tr("Kind"), configuration.kind),
            (self.tr("Served by"), f"{configuration.family.value} {configuration.version}".strip()),
            *((self.tr("Resource URI"), uri) for uri in configuration.resource_uris),
            *identity,
            *configuration.attributes,
            *((self.tr("Parameter {name}").format(name=name), value) for name, value in configuration.parameters),
            *((self.tr("Quota {name}").format(name=name), value) for name, value in configuration.quotas),
        )

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else _COLUMNS

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Setting"), self.tr("Value"))[section]

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return visible(self._rows[index.row()][index.column()])
        if role == MeaningRole and index.column() == 0:
            return "muted"
        return None
