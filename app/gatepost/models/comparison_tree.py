"""Tree of a comparison: endpoints, and under each its differences, with check boxes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt, Signal
from typing_extensions import override

from gatepost.endpoints.compare.align import can_be_aligned
from gatepost.endpoints.compare.comparison import Comparison, ComparisonState, Difference, EndpointComparison
from gatepost.endpoints.text import WINDOW
from gatepost.endpoints.writes.differences import NumberedAce
from gatepost.models.difference_text import row_title, value_words
from gatepost.models.endpoints.mode_text import mode_word
from gatepost.models.entry_line_text import kind_tone
from gatepost.models.flat_table import TableColumn
from gatepost.models.roles import ROOT, Index, Tone, ToneRole, ValueRole
from gatepost.models.window_text import one_line, plain_tip, shown
from gatepost.security import Accounts

_STATES = {
    ComparisonState.SAME: WINDOW.tr("Same"),
    ComparisonState.ONLY_LEFT: WINDOW.tr("Only in the reference"),
    ComparisonState.ONLY_RIGHT: WINDOW.tr("Only in the target"),
}


class ComparisonColumn(TableColumn):
    NAME = WINDOW.tr("Endpoint")
    RESULT = WINDOW.tr("Status")
    LEFT = WINDOW.tr("Reference")
    RIGHT = WINDOW.tr("Target")


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One endpoint, or RootSDDL: then ``endpoint`` is None. ``differences`` stand under it."""

    name: str
    endpoint: EndpointComparison | None
    differences: tuple[Difference, ...]


class ComparisonTree(QAbstractItemModel):
    """Differences that can be taken over carry a check box while the right side can be written to."""

    chosen_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._comparison: Comparison | None = None
        self._rows: list[ComparedRow] = []
        self._chosen: set[tuple[int, int]] = set()
        self._writable = False

    def show_comparison(self, comparison: Comparison | None, *, only_differences: bool, writable: bool) -> None:
        """Show another comparison; nothing is ticked then. ``writable``: the right side is a host that may be changed."""
        self.beginResetModel()
        self._comparison = comparison
        self._writable = writable
        self._chosen = set()
        self._rows = _rows(comparison, only_differences=only_differences) if comparison is not None else []
        self.endResetModel()
        self.chosen_changed.emit()

    def has_choices(self) -> bool:
        """Return whether anything can be taken over."""
        return any(self._positions(self.index(row, 0)) for row in range(len(self._rows)))

    def choose_all(self) -> None:
        """Tick everything that can be taken over."""
        for row in range(len(self._rows)):
            self.setData(self.index(row, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)

    def chosen(self) -> Mapping[str, tuple[Difference, ...]]:
        """Return the ticked differences by the name that the endpoint has on the right."""
        differences: dict[str, tuple[Difference, ...]] = {}
        for row, child in sorted(self._chosen):
            endpoint = self._rows[row].endpoint
            if endpoint is not None and endpoint.right is not None:
                name = endpoint.right.name
                differences[name] = (*differences.get(name, ()), self._rows[row].differences[child])
        return differences

    # Structure: the internal number is 0 for endpoints, and the row of the endpoint plus one for what is under it.

    @override
    def index(self, row: int, column: int, parent: Index = ROOT) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    @override
    def parent(self, index: Index = ROOT) -> QModelIndex:  # type: ignore[override]
        number = index.internalId() if index.isValid() else 0
        return self.createIndex(number - 1, 0, 0) if number else QModelIndex()

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        if not parent.isValid():
            return len(self._rows)
        if parent.internalId() or parent.column() != 0:
            return 0
        return len(self._rows[parent.row()].differences)

    @override
    def columnCount(self, parent: Index = ROOT) -> int:
        return len(ComparisonColumn)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if self._positions(index) else flags

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        column = ComparisonColumn(section)
        if self._comparison is None or column in (ComparisonColumn.NAME, ComparisonColumn.RESULT):
            return shown(column.title)
        if column is ComparisonColumn.LEFT:
            return self.tr("Reference: {host}").format(host=one_line(self._comparison.left.host.name))
        return self.tr("Target: {host}").format(host=one_line(self._comparison.right.host.name))

    # Values

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, difference = self._at(index)
        if role == Qt.ItemDataRole.CheckStateRole:
            return self._check_state(index)
        if role == ValueRole:
            return difference or row
        if role == ToneRole:
            return self._meaning(row, difference, ComparisonColumn(index.column()))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            text = one_line(self._words(row, difference, ComparisonColumn(index.column())))
            return (plain_tip(text) or None) if role == Qt.ItemDataRole.ToolTipRole else text
        return None

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        positions = self._positions(index)
        if role != Qt.ItemDataRole.CheckStateRole or not positions:
            return False
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._chosen |= positions
        else:
            self._chosen -= positions
        top = index if not index.internalId() else self.parent(index)
        row = top.row()
        self.dataChanged.emit(self.index(row, 0), self.index(row, 0), [role])
        first = self.index(row, 0)
        last = self.rowCount(first) - 1
        self.dataChanged.emit(self.index(0, 0, first), self.index(last, 0, first), [role])
        self.chosen_changed.emit()
        return True

    def _at(self, index: Index) -> tuple[ComparedRow, Difference | None]:
        number = index.internalId()
        if not number:
            return self._rows[index.row()], None
        row = self._rows[number - 1]
        return row, row.differences[index.row()]

    def _positions(self, index: Index) -> set[tuple[int, int]]:
        """What a check box at ``index`` stands for; nothing where there is none."""
        if not index.isValid() or index.column() != ComparisonColumn.NAME or not self._writable:
            return set()
        number = index.internalId()
        row = number - 1 if number else index.row()
        endpoint = self._rows[row].endpoint
        if endpoint is None:
            return set()
        children = [index.row()] if number else range(len(self._rows[row].differences))
        return {(row, c) for c in children if can_be_aligned(endpoint, self._rows[row].differences[c])}

    def _check_state(self, index: Index) -> Qt.CheckState | None:
        positions = self._positions(index)
        if not positions:
            return None
        chosen = positions & self._chosen
        if chosen == positions:
            return Qt.CheckState.Checked
        return Qt.CheckState.PartiallyChecked if chosen else Qt.CheckState.Unchecked

    @staticmethod
    def _meaning(row: ComparedRow, difference: Difference | None, column: ComparisonColumn) -> str | None:
        if difference is None:
            same = row.endpoint is not None and row.endpoint.state is ComparisonState.SAME
            return Tone.MUTED if same or column is ComparisonColumn.RESULT else None
        if column not in (ComparisonColumn.LEFT, ComparisonColumn.RIGHT):
            return None
        value = difference.left if column is ComparisonColumn.LEFT else difference.right
        if isinstance(value, NumberedAce):
            return kind_tone(value.ace)
        return Tone.MUTED if value is None else None

    def _words(self, row: ComparedRow, difference: Difference | None, column: ComparisonColumn) -> str:
        if difference is None:
            return self._endpoint_words(row, column)
        if column is ComparisonColumn.RESULT:
            return ""
        if column is ComparisonColumn.NAME:
            return _topic(difference, self._accounts(column))
        value = difference.left if column is ComparisonColumn.LEFT else difference.right
        return value_words(value, self._accounts(column))

    def _endpoint_words(self, row: ComparedRow, column: ComparisonColumn) -> str:
        if column is ComparisonColumn.NAME:
            return row.name
        if row.endpoint is None:
            return self.tr("setting of the host") if column is ComparisonColumn.RESULT else ""
        if column is ComparisonColumn.RESULT:
            return _comparison_words(row.endpoint)
        endpoint = row.endpoint.left if column is ComparisonColumn.LEFT else row.endpoint.right
        return mode_word(endpoint.mode_state.mode) if endpoint is not None else self.tr("absent")

    def _accounts(self, column: ComparisonColumn) -> Accounts:
        """The names of both sides; those of the column's own side come first."""
        assert self._comparison is not None
        left, right = self._comparison.left.accounts, self._comparison.right.accounts
        own, other = (right, left) if column is ComparisonColumn.RIGHT else (left, right)
        return other.with_names(own.names)


def _rows(comparison: Comparison, *, only_differences: bool) -> list[ComparedRow]:
    rows = [ComparedRow("RootSDDL", None, comparison.root)] if comparison.root else []
    return rows + [
        ComparedRow(endpoint.name, endpoint, endpoint.differences)
        for endpoint in comparison.endpoints
        if endpoint.state is not ComparisonState.SAME or not only_differences
    ]


def _comparison_words(endpoint: EndpointComparison) -> str:
    """Say how the two sides of an endpoint stand to each other."""
    count = len(endpoint.differences)
    return shown(_STATES.get(endpoint.state) or WINDOW.tr("%n difference", "%n differences", count))


def _topic(difference: Difference, accounts: Accounts) -> str:
    """Say what a difference is about: whose entry has changed, or what else."""
    row = difference.rows[0]
    return accounts.name_of(row.entry.ace.sid) if row.entry is not None else row_title(row, accounts)
