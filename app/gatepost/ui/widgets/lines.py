"""Cells of one or more plain lines: the rows of a table, each made when it is first shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt
from typing_extensions import override

from gatepost.models.flat_table import FlatTableModel
from gatepost.models.roles import Index, Tone, ValueRole
from gatepost.models.window_text import plain_tip


@dataclass(frozen=True, slots=True)
class Line:
    """Plain text; ``icon`` is a Material name, ``wraps`` False elides in the middle."""

    text: str
    tone: Tone = Tone.TEXT
    icon: str = ""
    bold: bool = False
    wraps: bool = True


Cell = tuple[Line, ...]
Row = tuple[Cell, ...]
MakeRow = Callable[[], Row]


class LinesModel(FlatTableModel[Row | MakeRow]):
    """Asks for a row the first time that it is shown, copied or measured."""

    def __init__(self, titles: Sequence[str], tips: Sequence[str] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._titles = tuple(titles)
        self._columns = len(titles)
        self.tips = tuple(tips)
        self._made: dict[int, Row] = {}

    def set_rows(self, rows: Iterable[Row | MakeRow]) -> None:
        """Show these rows."""
        self._made.clear()
        self._reset_rows(tuple(rows))

    def replace_rows(self, rows: Mapping[int, Row | MakeRow]) -> None:
        """Show other rows in the place of those with these numbers; what a view holds of them stays."""
        self._rows = tuple(rows.get(number, row) for number, row in enumerate(self._rows))
        for number in rows:
            self._made.pop(number, None)
            self.dataChanged.emit(self.index(number, 0), self.index(number, self.columnCount() - 1))

    @override
    def row(self, number: int) -> Row:
        if number not in self._made:
            row = self._rows[number]
            self._made[number] = row() if callable(row) else row
        return self._made[number]

    def text(self, number: int, column: int) -> str:
        """Return what a cell says, a line of it to a line."""
        return "\n".join(line.text for line in self.row(number)[column])

    @override
    def title(self, column: int) -> str:
        return self._titles[column]

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == ValueRole:
            return self.row(index.row())[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(index.row(), index.column())
        if role == Qt.ItemDataRole.ToolTipRole and any(
            not line.wraps for line in self.row(index.row())[index.column()]
        ):
            return plain_tip(self.text(index.row(), index.column()))
        return None
