"""A change set as a table: each endpoint with its mode before and after, and what changes in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QObject, Qt
from typing_extensions import override

from app.endpoints.access_mode import AccessMode
from app.endpoints.change_set import ChangeSet, EndpointChange, Skipped
from app.endpoints.permission import account_name
from app.models.plain import visible
from app.models.roles import ROOT, Index, MeaningRole, ValueRole
from app.security import Ace, rights_text

_MEANING = {AccessMode.REMOTE: "allow", AccessMode.CUSTOM: "warning"}


class Column(IntEnum):
    """The columns of the confirmation."""

    ENDPOINT = 0
    ACCESS = 1
    CHANGE = 2


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One endpoint of the confirmation; ``meaning`` colours what changes."""

    name: str
    access: str
    change: str
    meaning: str


def change_rows(change_set: ChangeSet, names: Mapping[str, str]) -> tuple[ChangeRow, ...]:
    """Return what changes first, then what is skipped, then what is already so."""
    changing = [_change_row(c, names) for c in change_set.changes if c.is_change]
    same = [_same_row(c) for c in change_set.changes if not c.is_change]
    return (*changing, *(_skipped_row(s) for s in change_set.skipped), *same)


def _change_row(change: EndpointChange, names: Mapping[str, str]) -> ChangeRow:
    before, after = change.mode_before.mode, change.mode_after.mode
    access = before.value if before is after else f"{before.value} \u2192 {after.value}"
    parts = [f"+ {_ace(ace, names)}" for ace in change.added]
    parts += [f"\u2212 {_ace(ace, names)}" for ace in change.removed]
    if change.changes_enabled:
        parts.insert(0, _tr("Enabled: yes") if change.after.enabled else _tr("Enabled: no"))
    if change.kept:
        parts.append(_tr("{count} kept").format(count=len(change.kept)))
    if change.note:
        parts.append(str(change.note))
    return ChangeRow(change.name, access, ";  ".join(parts), _MEANING.get(after, "deny"))


def _same_row(change: EndpointChange) -> ChangeRow:
    note = f". {change.note}" if change.note else ""
    meaning = "warning" if change.note else "muted"
    return ChangeRow(change.name, change.mode_before.mode.value, _tr("no change") + note, meaning)


def _skipped_row(skipped: Skipped) -> ChangeRow:
    return ChangeRow(skipped.name, "", str(skipped.reason), "warning")


def _ace(ace: Ace, names: Mapping[str, str]) -> str:
    word = _tr("Deny") if ace.is_deny else _tr("Allow") if ace.is_allow else ace.type.name
    condition = f" {ace.condition}" if ace.condition else ""
    return f"{word} {account_name(ace.sid, names)}, {rights_text(ace.mask)}{condition}"


def _tr(words: str) -> str:
    return QCoreApplication.translate("ChangeTableModel", words)


class ChangeTableModel(QAbstractTableModel):
    """Shows the rows of one confirmation."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ChangeRow, ...] = ()

    def set_rows(self, rows: tuple[ChangeRow, ...]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Endpoint"), self.tr("Access"), self.tr("Change"))[section]

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ValueRole:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return visible((row.name, row.access, row.change)[index.column()])
        if role == MeaningRole:
            changes = row.meaning != "muted"
            return row.meaning if index.column() == Column.CHANGE or not changes else None
        return None
