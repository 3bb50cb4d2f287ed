"""Base of the table models: rows without children, and titles over the columns."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any, Generic, Self, TypeVar

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from typing_extensions import override

from gatepost.endpoints.text import Text
from gatepost.models.roles import ROOT, Index, Tone, ToneRole, ValueRole
from gatepost.models.window_text import one_line, plain_tip, shown

RowT = TypeVar("RowT")


class TableColumn(IntEnum):
    """The columns of a table from left to right, each made from its title; the value is its 0-based number."""

    title: Text

    def __new__(cls, title: Any) -> Self:  # Text; of an int, mypy thinks of looking a member up
        """Number the columns in the order in which they stand in the class."""
        column = int.__new__(cls, len(cls.__members__))
        column._value_ = len(cls.__members__)
        column.title = title
        return column


class FlatTableModel(QAbstractTableModel, Generic[RowT]):
    """A read-only table over a sequence of frozen rows; subclasses give ``columns``, and ``cell_text`` or ``data``."""

    columns: type[TableColumn]

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[RowT] = ()
        self._columns = -1  # unknown yet; sorting asks for it with every comparison

    def title(self, column: int) -> str:
        """Return the words over a column."""
        return shown(self.columns(column).title)

    def filter_words(self, number: int) -> str:
        """Return what the row with that 0-based number is found by, in lower case; for tables with a filter."""
        raise NotImplementedError

    def row(self, number: int) -> RowT:
        """Return the row with that 0-based number."""
        return self._rows[number]

    def cell_text(self, row: RowT, column: int, /) -> str:
        """Return what a cell shows."""
        raise NotImplementedError

    def cell_spoken(self, row: RowT, column: int, /) -> str:
        """Return what a screen reader says of a cell."""
        return self.cell_text(row, column)

    def cell_tip(self, row: RowT, column: int, /) -> str:
        """Return the tool tip of a cell."""
        return self.cell_text(row, column)

    def cell_tone(self, row: RowT, column: int, /) -> Tone | None:
        """Return the tone of a cell."""
        return None

    def _reset_rows(self, rows: Sequence[RowT]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = ROOT) -> int:
        if self._columns < 0:
            self._columns = len(self.columns)
        return 0 if parent.isValid() else self._columns

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(self.cell_text(row, column))
        if role == ToneRole:
            return self.cell_tone(row, column)
        if role == ValueRole:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return one_line(self.cell_spoken(row, column))
        return (plain_tip(self.cell_tip(row, column)) or None) if role == Qt.ItemDataRole.ToolTipRole else None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        is_title = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self.title(section) if is_title else None
