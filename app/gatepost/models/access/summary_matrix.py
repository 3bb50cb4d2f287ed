"""Matrix of access: endpoints down, accounts across, yes or no in each cell, now and with the pending changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, QTimer, Signal
from typing_extensions import override

from gatepost.endpoints.access.effective_access import AccessAnswer, Verdict, effective_access, named_principals
from gatepost.endpoints.access.tokens import PRESETS, USERS, AccountToken, Origin, Preset, is_broad, usual_groups
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.text import WINDOW
from gatepost.models.access.verdict_text import answer_words, brief_verdict, verdict_tone, verdict_word
from gatepost.models.roles import ROOT, Index, ToneRole, ValueRole
from gatepost.models.window_text import one_line, plain_tip, shown

_MOST_NAMED = 200  # principals with a column of their own
_NOT_YET = "…"
_ROLES_OF_CELLS = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
    ToneRole,
    ValueRole,
)
_LONGEST_WORD = 19  # characters that fit over a column


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """One account at one endpoint, or at winrs where ``endpoint`` is empty. ``pending_change`` None: there is no
    pending change.

    ``broad``: nearly everybody is such an account. ``names_connection``: ``who`` says how they connect.
    """

    endpoint: str
    who: str
    now: AccessAnswer
    pending_change: AccessAnswer | None = None
    broad: bool = False
    names_connection: bool = False

    @property
    def shown(self) -> AccessAnswer:
        """The answer that is explained: the one to come."""
        return self.pending_change or self.now


@dataclass(frozen=True, slots=True)
class _ShownHost:
    snapshot: HostSnapshot
    with_pending: tuple[SessionConfiguration, ...]
    columns: tuple[Preset, ...]


@dataclass(frozen=True, slots=True)
class WorkedOutCells:
    """Cells by row and column, of one host and one origin."""

    host: _ShownHost | None
    origin: Origin
    cells: Mapping[tuple[int, int], MatrixCell]


class SummaryMatrixModel(QAbstractTableModel):
    """Asks for a cell when it is shown: a host may have thousands. The last row is winrs, which needs no endpoint.

    A listener of ``cells_requested`` does the work of ``take_requests`` in a worker thread, and gives the outcome to ``fill``.
    """

    cells_requested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted: dict[tuple[int, int], None] = {}
        self._asking = QTimer(self, singleShot=True, interval=0)  # one question for all cells that come to sight
        self._asking.timeout.connect(self.cells_requested)
        self._host: _ShownHost | None = None
        self._origin = Origin.NETWORK
        self._cells: dict[tuple[int, int], MatrixCell] = {}

    def set_host(self, snapshot: HostSnapshot | None, with_pending: tuple[SessionConfiguration, ...]) -> None:
        """Show a host; ``with_pending`` are its endpoints with their pending changes, in the same order."""
        host = self._host
        if host is not None and snapshot is host.snapshot and with_pending == host.with_pending:
            return
        new = _ShownHost(snapshot, with_pending, _columns(snapshot, with_pending)) if snapshot is not None else None
        names = [c.name for c in host.with_pending] if host is not None else []
        same = host is not None and new is not None and names == [c.name for c in new.with_pending]
        if same and host is not None and new is not None and host.columns == new.columns:
            self._host = new
            self._forget()
            return
        self.beginResetModel()
        self._host = new
        self._cells.clear()
        self._wanted.clear()
        self.endResetModel()

    def set_origin(self, origin: Origin) -> None:
        """Ask about another origin, for accounts that are not known to come by one."""
        self._origin = origin
        self._forget()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def endpoint_of(self, row: int) -> str:
        """Return the endpoint of a row, "" for winrs."""
        with_pending = self._host.with_pending if self._host is not None else ()
        return with_pending[row].name if 0 <= row < len(with_pending) else ""

    def cell(self, row: int, column: int) -> MatrixCell | None:
        """Return what is known of one cell; None where it is asked for now."""
        known_cell = self._cells.get((row, column))
        if known_cell is None:
            self._wanted[row, column] = None
            self._asking.start()
        return known_cell

    @property
    def is_waiting(self) -> bool:
        """Whether cells were asked for that no worker has taken yet."""
        return bool(self._wanted)

    def take_requests(self) -> Callable[[], WorkedOutCells]:
        """Return the work that answers what was asked for so far."""
        work = partial(_work_out, self._host, self._origin, tuple(self._wanted))
        self._wanted.clear()
        return work

    def fill(self, worked_out: WorkedOutCells) -> None:
        """Show cells; those of another host, or another origin, are of no use any more."""
        if worked_out.host is not self._host or worked_out.origin is not self._origin or not worked_out.cells:
            return
        self._cells |= worked_out.cells
        rows, columns = zip(*worked_out.cells, strict=True)
        self.dataChanged.emit(self.index(min(rows), min(columns)), self.index(max(rows), max(columns)))

    def _forget(self) -> None:
        self._cells.clear()
        self._wanted.clear()
        if self.rowCount() and self.columnCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        if parent.isValid() or self._host is None or not self._host.with_pending:
            return 0
        return len(self._host.with_pending) + 1

    @override
    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() or self._host is None else len(self._host.columns)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._host is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self._heading(self._host.columns[section], role)
        if section == len(self._host.with_pending):
            name = self.tr("winrs (RootSDDL)")
        else:
            name = one_line(self._host.with_pending[section].name)
        return plain_tip(name) if role == Qt.ItemDataRole.ToolTipRole else name

    def _heading(self, preset: Preset, role: int) -> str:
        """Return who a column is about and how they connect, which some names say already."""
        name = shown(preset.name)
        tip = role == Qt.ItemDataRole.ToolTipRole
        way = "" if preset.origin is not None else f"\n{shown(self._origin.words)}"
        return plain_tip(f"{name}{way}") if tip else f"{_unwrappable(name)}{way}"

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role not in _ROLES_OF_CELLS:
            return None
        cell = self.cell(index.row(), index.column())
        if cell is None:
            return _NOT_YET if role == Qt.ItemDataRole.DisplayRole else None
        if role == ValueRole:
            return cell
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _words(cell, brief_verdict if role == Qt.ItemDataRole.DisplayRole else verdict_word)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(answer_words(cell.shown))
        return verdict_tone(cell.shown.verdict, broad=cell.broad) if role == ToneRole else None


def _work_out(host: _ShownHost | None, origin: Origin, positions: tuple[tuple[int, int], ...]) -> WorkedOutCells:
    cells = {place: _worked_out(host, origin, *place) for place in positions} if host is not None else {}
    return WorkedOutCells(host, origin, cells)


def _worked_out(host: _ShownHost, origin: Origin, row: int, column: int) -> MatrixCell:
    snapshot, preset = host.snapshot, host.columns[column]
    winrs = row == len(host.with_pending)
    with_pending = host.with_pending[min(row, len(host.with_pending) - 1)]
    on_host = snapshot.configuration(with_pending.name) or with_pending
    answers = [
        effective_access(
            snapshot.endpoint_with(each),
            preset.account_token,
            Origin.WINRS if winrs else preset.origin or origin,
            snapshot.accounts,
        )
        for each in (
            (on_host,) if winrs or on_host.security_nodes == with_pending.security_nodes else (on_host, with_pending)
        )
    ]
    pending_change = answers[1] if len(answers) > 1 else None
    return MatrixCell(
        "" if winrs else with_pending.name,
        shown(preset.name),
        answers[0],
        pending_change,
        broad=_is_broad(preset.account_token),
        names_connection=preset.origin is answers[0].origin,
    )


def _is_broad(account_token: AccountToken) -> bool:
    """Whether the account stands for nearly everybody: an ordinary user, or a group such as Everyone."""
    return account_token.groups == {USERS} or any(is_broad(sid) for sid in account_token.groups - {USERS})


def _unwrappable(name: str) -> str:
    """A long name without a blank to break at, such as a SID, by its ends: the last number tells accounts apart."""
    return name if " " in name or len(name) <= _LONGEST_WORD else f"{name[:7]}…{name[-9:]}"


def _words(cell: MatrixCell, word: Callable[[Verdict], str]) -> str:
    now = word(cell.now.verdict)
    if cell.pending_change is None or cell.pending_change.verdict is cell.now.verdict:
        return now
    return f"{now} → {word(cell.pending_change.verdict)}"


def _columns(snapshot: HostSnapshot, with_pending: tuple[SessionConfiguration, ...]) -> tuple[Preset, ...]:
    """The usual accounts, then whom the host's descriptors or the pending changes name: a member of Users,
    of other groups perhaps.
    """
    named = named_principals((*snapshot.endpoints, *map(snapshot.endpoint_with, with_pending)))
    people = (
        Preset(
            WINDOW.tr("{name}", name=snapshot.accounts.short_name_of(sid)),
            AccountToken(usual_groups(sid) | {sid}, groups_known=False),
        )
        for sid in named[:_MOST_NAMED]
    )
    usual = {replace(preset.account_token, groups_known=False) for preset in PRESETS}
    return (*PRESETS, *(preset for preset in people if preset.account_token not in usual))
