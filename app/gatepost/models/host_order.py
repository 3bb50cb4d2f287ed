"""Proxy model of the host list: filter and sort order."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QObject, QSortFilterProxyModel, Qt
from typing_extensions import override

from gatepost.endpoints.host_kind import HostKind
from gatepost.endpoints.text import WINDOW
from gatepost.models.host_list import HostListModel, HostRow, HostState
from gatepost.models.roles import Index
from gatepost.models.window_text import shown, visible

_GROUPS = {  # what wants attention comes first
    HostState.FAILED: WINDOW.tr("Failed"),
    HostState.READING: WINDOW.tr("Reading"),
    HostState.READY: WINDOW.tr("Ready"),
    HostState.WAITING: WINDOW.tr("Not connected"),
}


class HostSort(Enum):
    """Sort orders of the list."""

    OPENED = "opened"
    NAME = "name"
    STATE = "state"


class HostOrder(QSortFilterProxyModel):
    """Shows the hosts whose name, state or problem holds every typed word, this computer on top.

    The host that is shown in the window is never filtered away: the list always says what one looks at.
    """

    def __init__(self, hosts: HostListModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hosts = hosts
        self._words: tuple[str, ...] = ()
        self._kept = ""
        self.sorting = HostSort.OPENED
        self.setSourceModel(hosts)

    def set_words(self, typed: str) -> None:
        """Filter by the words of ``typed``, split at white space; empty shows all."""
        self._words = tuple(typed.lower().split())
        self.invalidate()

    def keep(self, key: str) -> None:
        """Name the host that is shown in the window."""
        self._kept = key

    def set_sorting(self, sorting: HostSort) -> None:
        """Sort the hosts again."""
        self.sorting = sorting
        self.invalidate()
        self.sort(-1 if sorting is HostSort.OPENED else 0, Qt.SortOrder.AscendingOrder)

    def group_of(self, index: Index) -> str:
        """Return the heading over a host; "" where another host of its group is above it, or there are no groups."""
        if self.sorting is not HostSort.STATE:
            return ""
        row = self._row(index)
        if row.kind is HostKind.THIS_COMPUTER:
            return ""
        above = self._row(self.index(index.row() - 1, 0)) if index.row() else None
        is_first = above is None or above.kind is HostKind.THIS_COMPUTER or above.state is not row.state
        return group_title(row.state) if is_first else ""

    def _row(self, index: Index) -> HostRow:
        return self._hosts.row(self.mapToSource(index).row())

    @override
    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        row = self._hosts.row(source_row)
        if not self._words or row.key == self._kept:
            return True
        text = visible(f"{row.name} {row.problem} {row.state.value} {group_title(row.state)}").lower()
        return all(word in text for word in self._words)

    @override
    def lessThan(self, source_left: Index, source_right: Index) -> bool:
        return self._sort_key(source_left.row()) < self._sort_key(source_right.row())

    def _sort_key(self, number: int) -> tuple[bool, int, str, int]:
        row = self._hosts.row(number)
        group = list(_GROUPS).index(row.state) if self.sorting is HostSort.STATE else 0
        return (row.kind is not HostKind.THIS_COMPUTER, group, row.name.lower(), number)


def group_title(state: HostState) -> str:
    """Return the heading over hosts in a state."""
    return shown(_GROUPS[state])
