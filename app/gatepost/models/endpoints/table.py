"""The endpoints of one host as a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Any
from weakref import WeakValueDictionary

from PySide6.QtCore import QObject, Qt
from typing_extensions import override

from gatepost.endpoints.access.findings import Finding, Severity, findings
from gatepost.endpoints.access.summary import AccessSummary, access_summary
from gatepost.endpoints.configuration.access_mode import AccessMode, AccessReading
from gatepost.endpoints.configuration.accounts import dacl_principals
from gatepost.endpoints.configuration.endpoint import Endpoint
from gatepost.endpoints.configuration.permission import permission_text
from gatepost.endpoints.configuration.session_configuration import Family, SessionConfiguration
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.models.endpoints.mode_words import mode_sentence, mode_word
from gatepost.models.entry_words import kind_word
from gatepost.models.flat_table import FlatTableModel
from gatepost.models.plain import one_line, plain_tip
from gatepost.models.roles import Index, SortRole, Tone, ToneRole, ValueRole
from gatepost.models.sentences import shown
from gatepost.security import Accounts, dacl_entries, well_known_name

_MODE_ORDER = {mode: str(place) for place, mode in enumerate(AccessMode)}


class EndpointColumn(IntEnum):
    """The columns, in the order of the window."""

    NAME = 0
    FAMILY = 1
    ACCESS = 2
    PERMISSION = 3
    RUN_AS = 4
    KIND = 5
    FINDINGS = 6


@dataclass(frozen=True, slots=True, weakref_slot=True)
class EndpointRow:
    """One endpoint with all that is said of it; worked out once, when the host is read."""

    endpoint: Endpoint
    permission: str
    findings: tuple[Finding, ...]
    summary: AccessSummary

    @property
    def configuration(self) -> SessionConfiguration:
        """The session configuration."""
        return self.endpoint.configuration

    @property
    def reading(self) -> AccessReading:
        """The access mode."""
        return self.endpoint.reading

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The findings that want attention."""
        return tuple(f for f in self.findings if f.severity is Severity.WARNING)


def endpoint_row(endpoint: Endpoint, accounts: Accounts) -> EndpointRow:
    """Return one row, worked out or remembered: as long as somebody holds it, it is not worked out again."""
    sids = dacl_principals(endpoint.configuration.sddl or "")
    known = accounts.restricted_to(str(accounts.resolved(sid)) for sid in sids)
    row = _REMEMBERED.get((endpoint, known))
    if row is None:
        permission = permission_text(endpoint.configuration, known)
        row = EndpointRow(endpoint, permission, findings(endpoint, known), access_summary(endpoint))
        _REMEMBERED[endpoint, known] = row
    return row if row.configuration is endpoint.configuration else replace(row, endpoint=endpoint)


# Rows that a session had worked out beside the window, or that are shown.
_REMEMBERED: WeakValueDictionary[tuple[Endpoint, Accounts], EndpointRow] = WeakValueDictionary()


class EndpointTableModel(FlatTableModel):
    """Shows one HostSnapshot. Read-only: views ask for changes, they do not make them here."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._snapshot: HostSnapshot | None = None
        self._drafts: Mapping[str, bool] = {}
        # What rows are found and sorted by: asked for all rows with every key and click, so worked out once.
        self._words: dict[int, str] = {}
        self._keys: dict[tuple[int, int], str] = {}

    def set_snapshot(self, snapshot: HostSnapshot | None) -> bool:
        """Show another reading; return whether a row looks different now.

        The same endpoints in the same order keep the selection.
        """
        if snapshot is self._snapshot:
            return False  # the window asks at every sign of life of its session
        self._snapshot = snapshot
        rows, before = [] if snapshot is None else self._rows_of(snapshot), self._rows
        if not rows or [r.configuration.name for r in rows] != [r.configuration.name for r in before]:
            self._forget_words()
            self._reset_rows(rows)
            return True
        self._rows = rows
        changed = [number for number, row in enumerate(rows) if row != before[number]]
        if changed:
            self._forget_words()
            self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], len(EndpointColumn) - 1))
        return bool(changed)

    def _forget_words(self) -> None:
        self._words.clear()
        self._keys.clear()

    def set_drafts(self, drafts: Mapping[str, bool]) -> None:
        """Mark the endpoints with unsent edits; the value tells whether the host has changed them meanwhile."""
        changed = {name for name in {*drafts, *self._drafts} if drafts.get(name) != self._drafts.get(name)}
        self._drafts = dict(drafts)
        numbers = [number for number, row in enumerate(self._rows) if row.configuration.name in changed]
        if numbers:  # told once: every telling is looked at by the whole window
            self._words.clear()
            self.dataChanged.emit(self.index(numbers[0], 0), self.index(numbers[-1], len(EndpointColumn) - 1))

    def row(self, number: int) -> EndpointRow:
        """Return the row with that 0-based number."""
        found: EndpointRow = self._rows[number]
        return found

    @override
    def filter_words(self, number: int) -> str:
        if number not in self._words:
            self._words[number] = self._filter_text(self._rows[number])
        return self._words[number]

    def number_of(self, name: str) -> int | None:
        """Return the 0-based row of the endpoint with that exact name."""
        return next((i for i, row in enumerate(self._rows) if row.configuration.name == name), None)

    @staticmethod
    def _rows_of(snapshot: HostSnapshot) -> list[EndpointRow]:
        return [endpoint_row(each, snapshot.accounts) for each in snapshot.endpoints]

    @override
    def titles(self) -> tuple[str, ...]:
        return (
            self.tr("Name"),
            self.tr("PowerShell"),
            self.tr("Access"),
            self.tr("Permission"),
            self.tr("Run as"),
            self.tr("Kind"),
            self.tr("Findings"),
        )

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == SortRole:
            return self._key(index.row(), index.column())
        row, column = self._rows[index.row()], EndpointColumn(index.column())
        if role == ValueRole:
            return row
        if role == ToneRole:
            return self._meaning(row, column)
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(self._display(row, column))
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._tool_tip(row, column)) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return one_line(self._spoken(row, column))
        return None

    def _display(self, row: EndpointRow, column: EndpointColumn) -> str:
        configuration = row.configuration
        match column:
            case EndpointColumn.NAME:
                return configuration.name
            case EndpointColumn.FAMILY:
                return self._family(configuration)
            case EndpointColumn.ACCESS:
                return mode_word(row.reading.mode)
            case EndpointColumn.PERMISSION:
                return row.permission if configuration.security_nodes else self.tr("Inherited from RootSDDL")
            case EndpointColumn.RUN_AS:
                return self._run_as(configuration)
            case EndpointColumn.KIND:
                return configuration.kind
            case EndpointColumn.FINDINGS:
                return self._findings(row)

    def _family(self, configuration: SessionConfiguration) -> str:
        version = configuration.version
        if not version:
            version = "6+" if configuration.family is Family.POWERSHELL else self.tr("Windows PowerShell")
        return (
            self.tr("{version} (32-bit)").format(version=version) if configuration.architecture_bits == 32 else version
        )

    def _run_as(self, configuration: SessionConfiguration) -> str:
        run_as = configuration.run_as
        if run_as.user:
            return run_as.user
        return self.tr("Virtual account") if run_as.virtual_account else ""

    @staticmethod
    def _findings(row: EndpointRow) -> str:
        return str(len(row.findings)) if row.findings else ""

    def _tool_tip(self, row: EndpointRow, column: EndpointColumn) -> str:
        match column:
            case EndpointColumn.NAME if row.configuration.name in self._drafts:
                return f"{row.configuration.name}\n{self._draft_words(row)}"
            case EndpointColumn.ACCESS:
                return shown(row.reading.reason)
            case EndpointColumn.FINDINGS:
                return "\n".join(shown(f.text) for f in row.findings)
            case EndpointColumn.PERMISSION:
                return row.permission.replace(", ", "\n")
        return self._display(row, column)

    def _spoken(self, row: EndpointRow, column: EndpointColumn) -> str:
        if column is EndpointColumn.ACCESS:
            reason = f". {shown(row.reading.reason)}" if row.reading.reason else ""
            return mode_sentence(row.reading.mode) + reason
        if column is EndpointColumn.FINDINGS or (
            column is EndpointColumn.NAME and row.configuration.name in self._drafts
        ):
            return self._tool_tip(row, column)
        return self._display(row, column)

    def _draft_words(self, row: EndpointRow) -> str:
        if self._drafts[row.configuration.name]:
            return self.tr("Pending changes; changed on the host meanwhile")
        return self.tr("Pending changes")

    def _key(self, number: int, column: int) -> str:
        place = (number, column)
        if place not in self._keys:
            self._keys[place] = self._sort_key(self._rows[number], EndpointColumn(column))
        return self._keys[place]

    def _sort_key(self, row: EndpointRow, column: EndpointColumn) -> str:
        if column is EndpointColumn.ACCESS:
            return _MODE_ORDER[row.reading.mode] + row.configuration.name.lower()
        if column is EndpointColumn.FINDINGS:
            return f"{999 - len(row.warnings):03}{999 - len(row.findings):03}"
        return self._display(row, column).lower()

    def _filter_text(self, row: EndpointRow) -> str:
        """What a row is found by: in the language of the window, and in English."""
        cells = [self._display(row, column) for column in EndpointColumn]
        denies = [ace for ace in dacl_entries(row.configuration.sddl or "") if ace.is_deny]
        words = [
            "draft unsent pending" if row.configuration.name in self._drafts else "",
            self.tr("Pending changes") if row.configuration.name in self._drafts else "",
            f"deny {kind_word(denies[0])}" if denies else "",
            row.reading.mode.value,
            row.configuration.family.value,
            *(well_known_name(sid) or "" for sid in dacl_principals(row.configuration.sddl or "")),  # in English too
        ]
        sddls = [node.sddl for node in row.configuration.security_nodes]
        findings = [said for finding in row.findings for said in (shown(finding.text), str(finding.text))]
        return "\n".join([*cells, *words, *sddls, *findings]).lower()

    def _meaning(self, row: EndpointRow, column: EndpointColumn) -> str | None:
        if column is EndpointColumn.NAME and row.configuration.name in self._drafts:
            return Tone.WARNING if self._drafts[row.configuration.name] else Tone.ACCENT
        if column is EndpointColumn.FINDINGS and row.findings:
            return Tone.WARNING if row.warnings else Tone.INFO
        return Tone.MUTED if column in (EndpointColumn.PERMISSION, EndpointColumn.KIND) else None
