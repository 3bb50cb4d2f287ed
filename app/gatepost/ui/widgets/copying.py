"""Copying from a table: a cell, rows, or all of it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QTableView


class TableCopying(QObject):
    """The copy actions of a view. Text is tab-separated, visible columns only, as shown."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self.copy_rows = self._action(self.tr("&Copy"), self._copy_rows)
        self.copy_rows.setShortcut(QKeySequence.StandardKey.Copy)
        self.copy_rows.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.copy_cell = self._action(self.tr("Copy c&ell"), self._copy_cell)
        self.copy_table = self._action(self.tr("Copy &table"), self._copy_table)

    @property
    def actions(self) -> list[QAction]:
        """The actions, in the order of a menu."""
        return [self.copy_rows, self.copy_cell, self.copy_table]

    def _action(self, label: str, work: object) -> QAction:
        action = QAction(label, self._view)
        action.triggered.connect(work)
        self._view.addAction(action)
        return action

    def _columns(self) -> list[int]:
        header = self._view.horizontalHeader()
        order = [header.logicalIndex(column) for column in range(header.count())]
        return [column for column in order if not self._view.isColumnHidden(column)]

    def _line(self, row: int) -> str:
        model = self._view.model()
        cells = [_plain(model.index(row, column)) for column in self._columns()]
        return "\t".join([*self._row_title(row), *cells])

    def _row_title(self, row: int) -> list[str]:
        """What stands before a row, where the view names its rows there."""
        if self._view.verticalHeader().isHidden():
            return []
        return [str(self._view.model().headerData(row, Qt.Orientation.Vertical) or "")]

    def _copy_rows(self) -> None:
        rows = sorted({index.row() for index in self._view.selectionModel().selectedIndexes()})
        if rows:
            QGuiApplication.clipboard().setText("\n".join(map(self._line, rows)))

    def _copy_cell(self) -> None:
        QGuiApplication.clipboard().setText(_plain(self._view.currentIndex()))

    def _copy_table(self) -> None:
        model = self._view.model()
        titles = [str(model.headerData(column, Qt.Orientation.Horizontal) or "") for column in self._columns()]
        if not self._view.verticalHeader().isHidden():
            titles.insert(0, "")
        QGuiApplication.clipboard().setText("\n".join(["\t".join(titles), *map(self._line, range(model.rowCount()))]))


def _plain(index: QModelIndex) -> str:
    """Return what a cell shows, on one line."""
    return " ".join(str(index.data() or "").split())
