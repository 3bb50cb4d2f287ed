"""Table of permission entries, as every part of the window shows them."""

from __future__ import annotations

from PySide6.QtCore import Qt

from gatepost.models.endpoints.ace_table import AceColumn, AceRow, AceTableModel
from gatepost.ui.widgets.cell_delegate import CodeDelegate
from gatepost.ui.widgets.columns import TableColumns
from gatepost.ui.widgets.tables import RowTable, select_only, set_up_table

_WIDEST: dict[int, int] = {AceColumn.PRINCIPAL: 320, AceColumn.RIGHTS: 340, AceColumn.CONDITION: 420}  # pixels
_LEAST_SID = 150  # pixels


class EntryTable(RowTable):
    """Shows ``entries``, each column as wide as what is in it. Conditions have one where an entry has any."""

    def __init__(self, name: str) -> None:
        """``name`` is for screen readers."""
        super().__init__()
        self.entries = AceTableModel(self)
        set_up_table(self, self.entries, name)
        self.setItemDelegateForColumn(AceColumn.SID, CodeDelegate(self))
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # SIDs and URIs differ at their ends
        self.columns = TableColumns(self, AceColumn.SID, _LEAST_SID, _WIDEST)
        self.columns.show(AceColumn.RESOURCE, shown=False)
        self.columns.set_optional({AceColumn.CONDITION: lambda: self.entries.has_conditions})
        self.columns.follow_model()

    def selected(self) -> tuple[AceRow, ...]:
        """Return the selected entries, in the order of the table."""
        numbers = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(map(self.entries.row, numbers))

    def select(self, descriptor_index: int, number: int) -> None:
        """Select the entry at that place, or the nearest one before it."""
        rows = [self.entries.row(row) for row in range(self.entries.rowCount())]
        fitting = [
            row
            for row, entry in enumerate(rows)
            if entry.descriptor_index == descriptor_index and entry.number <= number
        ]
        if rows:
            select_only(self, self.entries.index(fitting[-1] if fitting else 0, 0))
