"""Who gets in where: endpoints down, callers across, yes or no in each cell, now and with the drafts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from typing_extensions import override

from gatepost.endpoints.access.effective_access import AccessAnswer, can_get_in
from gatepost.endpoints.access.named import named_principals
from gatepost.endpoints.access.tokens import PRESETS, USERS, Caller, Origin, Preset
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.text import text
from gatepost.models.access.verdict_words import MEANINGS, answer_words, verdict_word
from gatepost.models.plain import one_line, plain_tip
from gatepost.models.roles import ROOT, Index, MeaningRole, ValueRole
from gatepost.models.sentences import shown

_MOST_NAMED = 200  # principals with a column of their own
_LONGEST_WORD = 19  # characters that fit over a column


@dataclass(frozen=True, slots=True)
class Cell:
    """One caller at one endpoint, or at winrs where ``endpoint`` is empty. ``draft`` None: there is no draft."""

    endpoint: str
    who: str
    now: AccessAnswer
    draft: AccessAnswer | None = None

    @property
    def shown(self) -> AccessAnswer:
        """The answer that is explained: the one to come."""
        return self.draft or self.now


@dataclass(frozen=True, slots=True)
class _ShownHost:
    snapshot: HostSnapshot
    wished: tuple[SessionConfiguration, ...]
    columns: tuple[Preset, ...]


class WhoMatrixModel(QAbstractTableModel):
    """Works cells out when they are shown: a host may have thousands. The last row is winrs, which needs no endpoint."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._host: _ShownHost | None = None
        self._way = Origin.NETWORK
        self._cells: dict[tuple[int, int], Cell] = {}

    def set_host(self, snapshot: HostSnapshot | None, wished: tuple[SessionConfiguration, ...]) -> None:
        """Show a host; ``wished`` are its endpoints with their drafts, in the same order."""
        host = self._host
        if host is not None and snapshot is host.snapshot and wished == host.wished:
            return
        new = _ShownHost(snapshot, wished, _columns(snapshot, wished)) if snapshot is not None else None
        names = [c.name for c in host.wished] if host is not None else []
        same = host is not None and new is not None and names == [c.name for c in new.wished]
        if same and host is not None and new is not None and host.columns == new.columns:
            self._host = new
            self._forget()
            return
        self.beginResetModel()
        self._host = new
        self._cells.clear()
        self.endResetModel()

    def set_origin(self, origin: Origin) -> None:
        """Ask about another way in, for callers who are not known to come by one."""
        self._way = origin
        self._forget()

    def cell(self, row: int, column: int) -> Cell:
        """Return what is known of one cell."""
        found = self._cells.get((row, column))
        if found is None:
            found = self._cells[row, column] = self._worked_out(row, column)
        return found

    def _forget(self) -> None:
        self._cells.clear()
        if self.rowCount() and self.columnCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def _worked_out(self, row: int, column: int) -> Cell:
        assert self._host is not None
        snapshot, preset = self._host.snapshot, self._host.columns[column]
        winrs = row == len(self._host.wished)
        origin = Origin.WINRS if winrs else preset.origin or self._way
        wished = self._host.wished[min(row, len(self._host.wished) - 1)]
        held = snapshot.configuration(wished.name) or wished
        answers = [
            can_get_in(snapshot.endpoint_with(each), preset.caller, origin, snapshot.accounts)
            for each in ((held,) if winrs or held.security_nodes == wished.security_nodes else (held, wished))
        ]
        return Cell("" if winrs else wished.name, shown(preset.name), *answers)

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        if parent.isValid() or self._host is None or not self._host.wished:
            return 0
        return len(self._host.wished) + 1

    @override
    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() or self._host is None else len(self._host.columns)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._host is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if orientation == Qt.Orientation.Horizontal:
            name = shown(self._host.columns[section].name)
        elif section == len(self._host.wished):
            name = self.tr("winrs, by RootSDDL")
        else:
            name = one_line(self._host.wished[section].name)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(name)
        return _unwrappable(name) if orientation == Qt.Orientation.Horizontal else name

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = self.cell(index.row(), index.column())
        if role == ValueRole:
            return cell
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _words(cell)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(answer_words(cell.shown))
        return MEANINGS[cell.shown.verdict] if role == MeaningRole else None


def _unwrappable(name: str) -> str:
    """A long name without a blank to break at, such as a SID, by its ends: the last number tells accounts apart."""
    return name if " " in name or len(name) <= _LONGEST_WORD else f"{name[:7]}…{name[-9:]}"


def _words(cell: Cell) -> str:
    now = verdict_word(cell.now.verdict)
    if cell.draft is None or cell.draft.verdict is cell.now.verdict:
        return now
    return f"{now} → {verdict_word(cell.draft.verdict)}"


def _columns(snapshot: HostSnapshot, wished: tuple[SessionConfiguration, ...]) -> tuple[Preset, ...]:
    """The usual callers, then whom the host's descriptors or the drafts name: a member of Users, of other groups perhaps."""
    named = named_principals((*snapshot.endpoints, *map(snapshot.endpoint_with, wished)))
    people = (
        Preset(
            text("{name}", name=snapshot.accounts.short_name_of(sid)),
            Caller(frozenset({sid, USERS}), groups_known=False),
        )
        for sid in named[:_MOST_NAMED]
    )
    usual = {replace(preset.caller, groups_known=False) for preset in PRESETS}
    return (*PRESETS, *(preset for preset in people if preset.caller not in usual))
