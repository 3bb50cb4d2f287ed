"""The access-control entries of one endpoint as a table, in stored order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Qt
from typing_extensions import override

from app.endpoints.permission import account_name
from app.endpoints.session_configuration import SessionConfiguration
from app.endpoints.snapshot import NO_NAMES
from app.models.flat_table import FlatTableModel
from app.models.plain import plain_tip, visible
from app.models.roles import Index, MeaningRole, MonospaceRole, SortRole, ValueRole
from app.security import Ace, SddlError, SecurityDescriptor, condition_text, rights_text


class Column(IntEnum):
    """The columns, in the order of the window."""

    TYPE = 0
    PRINCIPAL = 1
    RIGHTS = 2
    CONDITION = 3
    SID = 4
    RESOURCE = 5


@dataclass(frozen=True, slots=True)
class AceRow:
    """One entry and the resource URI whose descriptor it stands in."""

    ace: Ace
    resource: str


def ace_rows(configuration: SessionConfiguration, root_sddl: str) -> tuple[AceRow, ...]:
    """Return the DACL entries of all descriptors of the endpoint; of RootSDDL where it has none."""
    places = [(node.uri or node.resource_uri, node.sddl) for node in configuration.security_nodes]
    places += [("RootSDDL", root_sddl)] if configuration.bare_resources else []
    rows: list[AceRow] = []
    for place, sddl in places:
        try:
            dacl = SecurityDescriptor.from_sddl(sddl, strict=False).dacl
        except SddlError:
            continue
        rows += [AceRow(ace, place) for ace in (dacl.aces if dacl is not None else ())]
    return tuple(rows)


class AceTableModel(FlatTableModel):
    """Shows entries as values; names arrive later and change one column."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names: Mapping[str, str] = NO_NAMES

    def set_rows(self, rows: tuple[AceRow, ...], names: Mapping[str, str]) -> None:
        """Show other entries."""
        self._names = names
        self._reset_rows(rows)

    @property
    def has_several_resources(self) -> bool:
        """Whether the entries come from more than one descriptor."""
        return len({row.resource for row in self._rows}) > 1

    @override
    def titles(self) -> tuple[str, ...]:
        return (
            self.tr("Type"),
            self.tr("Principal"),
            self.tr("Rights"),
            self.tr("Condition"),
            self.tr("SID"),
            self.tr("Applies to"),
        )

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        if role == ValueRole:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return visible(self._display(row, column))
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._tool_tip(row, column)) or None
        if role == SortRole:
            return f"{index.row():06}" if column is Column.TYPE else self._display(row, column).lower()
        if role == MeaningRole and column is Column.TYPE:
            return "deny" if row.ace.is_deny else "allow" if row.ace.is_allow else None
        if role == MonospaceRole:
            return column is Column.SID
        return None

    def _display(self, row: AceRow, column: Column) -> str:
        ace = row.ace
        match column:
            case Column.TYPE:
                return self._type(ace)
            case Column.PRINCIPAL:
                return account_name(ace.sid, self._names)
            case Column.RIGHTS:
                return rights_text(ace.mask)
            case Column.CONDITION:
                return condition_text(ace.condition, self._names) if ace.is_callback and ace.condition else ""
            case Column.SID:
                return str(ace.sid) if ace.sid is not None else ""
            case Column.RESOURCE:
                return row.resource

    def _tool_tip(self, row: AceRow, column: Column) -> str:
        """The condition as it stands on the host, under its words."""
        said = self._display(row, column)
        return f"{said}\n{row.ace.condition}" if column is Column.CONDITION and said else said

    def _type(self, ace: Ace) -> str:
        word = self.tr("Deny") if ace.is_deny else self.tr("Allow") if ace.is_allow else ace.type.name
        return self.tr("{type}, inherited").format(type=word) if ace.is_inherited else word
