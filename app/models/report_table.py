"""An apply report as a table."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from typing_extensions import override

from app.endpoints.report import EndpointOutcome, Outcome
from app.models.plain import visible
from app.models.roles import ROOT, Index, MeaningRole, ValueRole

_MEANING = {
    Outcome.CHANGED: "allow",
    Outcome.UNCHANGED: "muted",
    Outcome.CONFLICT: "warning",
    Outcome.REFUSED: "deny",
    Outcome.UNKNOWN: "warning",
}


class Column(IntEnum):
    """The columns of the report."""

    ENDPOINT = 0
    OUTCOME = 1
    MESSAGE = 2


class ReportTableModel(QAbstractTableModel):
    """Shows what is known of each endpoint after an order."""

    def __init__(self, outcomes: tuple[EndpointOutcome, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._outcomes = outcomes

    def words(self, outcome: Outcome) -> str:
        """Return the word for an outcome."""
        words = {
            Outcome.CHANGED: self.tr("changed"),
            Outcome.UNCHANGED: self.tr("unchanged"),
            Outcome.CONFLICT: self.tr("conflict"),
            Outcome.REFUSED: self.tr("refused"),
            Outcome.UNKNOWN: self.tr("unknown"),
        }
        return words[outcome]

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._outcomes)

    @override
    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Endpoint"), self.tr("Outcome"), self.tr("What is known"))[section]

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._outcomes[index.row()]
        if role == ValueRole:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return visible((row.name, self.words(row.outcome), str(row.message))[index.column()])
        if role == MeaningRole and index.column() == Column.OUTCOME:
            return _MEANING[row.outcome]
        return None
