"""The open hosts as a list, each with its own state."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QObject, Qt, QTimer
from typing_extensions import override

from gatepost.endpoints.host_kind import HostKind
from gatepost.endpoints.text import WINDOW
from gatepost.models.roles import ROOT, Index, Tone, ToneRole, ValueRole
from gatepost.models.window_text import one_line, plain_tip, shown

_MOMENT = 100  # milliseconds
_AT_ONCE = 25  # hosts told of before the window gets its turn


class HostState(Enum):
    """State of a host in the list."""

    WAITING = "waiting"
    READING = "reading"
    READY = "ready"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class HostRow:
    """One host: ``endpoints`` is None until it was read once."""

    key: str
    name: str
    kind: HostKind = HostKind.REMOTE
    state: HostState = HostState.WAITING
    endpoints: int | None = None
    problem: str = ""


class HostListModel(QAbstractListModel):
    """This computer, then hosts in the order in which they were opened.

    What changes is there at once and told a moment later, together with what else has changed by then: hundreds of hosts
    that are read at the same time change more often than anybody could look.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[HostRow] = []
        self._numbers: dict[str, int] = {}
        self._untold: set[str] = set()
        self._telling = QTimer(self, singleShot=True)
        self._telling.timeout.connect(self._tell)

    def add(self, row: HostRow) -> int:
        """Append a host, or put this computer on top; return its 0-based number."""
        number = 0 if row.kind is HostKind.THIS_COMPUTER else len(self._rows)
        self.beginInsertRows(ROOT, number, number)
        self._rows.insert(number, row)
        self._count()
        self.endInsertRows()
        return number

    def update(self, key: str, **changes: Any) -> None:
        """Replace fields of the host with that key."""
        number = self.number_of(key)
        if number is not None:
            self._rows[number] = replace(self._rows[number], **changes)
            if not self._untold:
                self._telling.start(_MOMENT)
            self._untold.add(key)

    def remove(self, key: str) -> None:
        """Take a host out of the list."""
        number = self.number_of(key)
        if number is not None:
            self.beginRemoveRows(ROOT, number, number)
            del self._rows[number]
            self._count()
            self.endRemoveRows()

    def number_of(self, key: str) -> int | None:
        """Return the 0-based row of a host, or None."""
        return self._numbers.get(key)

    def row(self, number: int) -> HostRow:
        """Return the host with that 0-based number."""
        return self._rows[number]

    def counts(self) -> dict[HostState, int]:
        """Return how many hosts are in each state, this computer left out."""
        states = Counter(row.state for row in self._rows if row.kind is not HostKind.THIS_COMPUTER)
        return {state: states[state] for state in HostState if states[state]}

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ValueRole:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(row.name)
        if role == ToneRole:
            return Tone.DENY if row.state is HostState.FAILED else Tone.ALLOW if row.kind is HostKind.PRACTICE else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(f"{row.name}: {self._said(row)}")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return one_line(f"{row.name}: {self._said(row)}")
        return None

    def _count(self) -> None:
        self._numbers = {row.key: number for number, row in enumerate(self._rows)}

    def _tell(self) -> None:
        for _ in range(min(len(self._untold), _AT_ONCE)):
            number = self._numbers.get(self._untold.pop())
            if number is not None:  # one by one: of a range, a list paints all that it shows
                index = self.index(number)
                self.dataChanged.emit(index, index)
        if self._untold:
            self._telling.start(0)

    def _said(self, row: HostRow) -> str:
        match row.state:
            case HostState.WAITING:
                return row.problem or self.tr("not read yet")
            case HostState.READING:
                return self.tr("reading")
            case HostState.FAILED:
                return row.problem
            case HostState.READY:
                return shown(WINDOW.tr("%n endpoint", "%n endpoints", row.endpoints))
