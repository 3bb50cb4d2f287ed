"""Filter of a table by typed words."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QObject, QSortFilterProxyModel, Qt
from typing_extensions import override

from gatepost.models.flat_table import FlatTableModel
from gatepost.models.roles import Index


class RowFilter(QSortFilterProxyModel):
    """Shows the rows that hold every typed word, in whatever column; the model's ``filter_words`` says where to look.

    The order is the model's, which sorts itself.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self._found: set[int] | None = None  # numbers of the rows that hold them; None: to be looked for

    @override
    def setSourceModel(self, sourceModel: QAbstractItemModel) -> None:
        for signal in (sourceModel.modelReset, sourceModel.layoutChanged, sourceModel.dataChanged):
            signal.connect(self._forget)  # before Qt hears of it and asks for every row
        super().setSourceModel(sourceModel)

    def set_words(self, typed: str) -> None:
        """Filter by the words of ``typed``, split at white space; empty shows all."""
        before, self._words = self._rows(), tuple(typed.lower().split())
        self._forget()
        if self._rows() != before:
            self.invalidate()

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.sourceModel().sort(column, order)

    @override
    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        return source_row in self._rows()

    def _forget(self) -> None:
        self._found = None

    def _rows(self) -> set[int]:
        if self._found is None:
            self._found = self._look()
        return self._found

    def _look(self) -> set[int]:
        """Go over the rows once; not by index and role, which takes a quarter of a second for ten thousand."""
        model = self.sourceModel()
        assert isinstance(model, FlatTableModel)
        rows = set(range(model.rowCount()))
        for word in self._words:
            rows = {row for row in rows if word in model.filter_words(row)}
        return rows
