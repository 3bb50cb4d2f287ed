"""Everything else that is known of one endpoint, as names and values."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from typing_extensions import override

from app.endpoints.session_configuration import SessionConfiguration
from app.models.flat_table import FlatTableModel
from app.models.plain import plain_tip, visible
from app.models.roles import Index, MeaningRole


class DetailsTableModel(FlatTableModel):
    """Two columns: what, and the value as the host gave it."""

    def set_configuration(self, configuration: SessionConfiguration | None) -> None:
        """Show another endpoint, or nothing."""
        self._reset_rows(() if configuration is None else self._rows_of(configuration))

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
    def titles(self) -> tuple[str, ...]:
        return (self.tr("Setting"), self.tr("Value"))

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return visible(self._rows[index.row()][index.column()])
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._rows[index.row()][index.column()]) or None
        if role == MeaningRole and index.column() == 0:
            return "muted"
        return None
