"""Filter of the endpoint table."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt
from typing_extensions import override

from gatepost.models.flat_table import FlatTableModel


class EndpointFilter(QSortFilterProxyModel):
    """Shows the rows that hold every typed word, in whatever column; the model's ``filter_words`` says where to look.

    The order is the model's, which sorts itself.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()

    def set_words(self, typed: str) -> None:
        """Filter by the words of ``typed``, split at white space; empty shows all."""
        before, self._words = self._words, tuple(typed.lower().split())
        rows = range(self.sourceModel().rowCount())
        if any(self._holds(row, before) != self._holds(row, self._words) for row in rows):
            self.invalidate()

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.sourceModel().sort(column, order)

    @override
    def filterAcceptsRow(self, source_row: int, source_parent: QModelIndex | QPersistentModelIndex) -> bool:
        return self._holds(source_row, self._words)

    def _holds(self, row: int, words: tuple[str, ...]) -> bool:
        if not words:
            return True
        # Asked straight: by way of an index and a role, ten thousand rows take a quarter of a second with every key.
        model = self.sourceModel()
        assert isinstance(model, FlatTableModel)
        said = model.filter_words(row)
        return all(word in said for word in words)
