"""The endpoints of one host as a table."""

from __future__ import annotations

from collections.abc import Mapping, Set

from PySide6.QtCore import QObject, Qt
from typing_extensions import override

from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.configuration.principal import dacl_principals
from gatepost.endpoints.configuration.session_configuration import Family, SessionConfiguration, SessionKind
from gatepost.endpoints.text import WINDOW
from gatepost.models.endpoints.endpoint_row import EndpointRow
from gatepost.models.endpoints.mode_text import mode_sentence, mode_word
from gatepost.models.entry_line_text import kind_word
from gatepost.models.flat_table import FlatTableModel, TableColumn
from gatepost.models.roles import Tone
from gatepost.models.window_text import shown, text_ranks, visible
from gatepost.security import dacl_entries, well_known_name

_KINDS = {
    SessionKind.CONFIGURATION_FILE: WINDOW.tr("Configuration file"),
    SessionKind.WORKFLOW: WINDOW.tr("Workflow"),
    SessionKind.STARTUP_SCRIPT: WINDOW.tr("Startup script"),
    SessionKind.STANDARD: WINDOW.tr("Standard"),
}
_MODE_ORDER = {mode: str(rank) for rank, mode in enumerate(AccessMode)}


class EndpointColumn(TableColumn):
    NAME = WINDOW.tr("Name")
    FAMILY = WINDOW.tr("PowerShell")
    ACCESS = WINDOW.tr("Access")
    PERMISSION = WINDOW.tr("Permission")
    RUN_AS = WINDOW.tr("Run as")
    KIND = WINDOW.tr("Kind")
    FINDINGS = WINDOW.tr("Findings")


_COLUMNS = tuple(EndpointColumn)  # looking a member up is quicker by place than by value


class EndpointTableModel(FlatTableModel[EndpointRow]):
    """Shows the endpoints of one host. Read-only: views ask for changes, they do not make them here."""

    columns = EndpointColumn

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pending_changes: Mapping[str, bool] = {}
        self._read: tuple[EndpointRow, ...] = ()  # in the order of the host
        self._source_rows: list[int] = []  # of the shown rows in that order
        self._sorting = (-1, Qt.SortOrder.AscendingOrder)
        # What rows are found and sorted by, by their place: needed with every key and click, so worked out once.
        self._words: dict[int, str] = {}
        self._ranks: dict[int, list[int]] = {}

    def set_rows(self, rows: tuple[EndpointRow, ...]) -> bool:
        """Show another reading, in the order of the host; return whether a row looks different now.

        The same endpoints in the same order keep the selection.
        """
        before = self._read
        if rows is before:
            return False  # the window asks at every sign of life of its session
        changed = [source_row for source_row, (row, old) in enumerate(zip(rows, before, strict=False)) if row != old]
        self._read = rows
        if not rows or [r.configuration.name for r in rows] != [r.configuration.name for r in before]:
            self._forget_words()
            self._source_rows = self._in_order()
            self._reset_rows([rows[source_row] for source_row in self._source_rows])
            return True
        self._rows = [rows[source_row] for source_row in self._source_rows]
        if changed:
            self._forget_words()
            self._tell_changed({*changed})
            self._put_in_order()
        return bool(changed)

    def _forget_words(self) -> None:
        self._words.clear()
        self._ranks.clear()

    def _tell_changed(self, source_rows: Set[int]) -> None:
        """Tell once of all rows that look different: every telling is looked at by the whole window."""
        numbers = [number for number, source_row in enumerate(self._source_rows) if source_row in source_rows]
        if numbers:
            self.dataChanged.emit(self.index(numbers[0], 0), self.index(numbers[-1], len(EndpointColumn) - 1))

    def set_pending_changes(self, pending_changes: Mapping[str, bool]) -> None:
        """Mark the endpoints with pending changes; the value tells whether the host has changed them meanwhile."""
        changed = {
            name
            for name in {*pending_changes, *self._pending_changes}
            if pending_changes.get(name) != self._pending_changes.get(name)
        }
        self._pending_changes = dict(pending_changes)
        if changed:
            self._words.clear()
            self._tell_changed(
                {source_row for source_row, row in enumerate(self._read) if row.configuration.name in changed}
            )

    # Not by a proxy, which asks for two keys with every comparison: ten times slower.
    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Show the rows in the order of a column, now and after later readings; -1 is the order of the host."""
        self._sorting = (column, order)
        self._put_in_order()

    def _put_in_order(self) -> None:
        source_rows = self._in_order()
        if source_rows == self._source_rows:
            return
        self.layoutAboutToBeChanged.emit()
        numbers = {source_row: number for number, source_row in enumerate(source_rows)}
        before = self.persistentIndexList()
        after = [self.index(numbers[self._source_rows[index.row()]], index.column()) for index in before]
        self._source_rows, self._rows = source_rows, [self._read[source_row] for source_row in source_rows]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _in_order(self) -> list[int]:
        """Return the places of all rows as they are to be shown."""
        column, order = self._sorting
        source_rows = list(range(len(self._read)))
        if column < 0:
            return source_rows
        if column not in self._ranks:
            keys = [self._sort_key(row, EndpointColumn(column)) for row in self._read]
            ranks = text_ranks(keys)
            self._ranks[column] = [ranks[key] for key in keys]
        return sorted(source_rows, key=self._ranks[column].__getitem__, reverse=order == Qt.SortOrder.DescendingOrder)

    @property
    def has_other_kinds(self) -> bool:
        """Whether an endpoint is of another kind than most are."""
        return any(row.configuration.kind is not SessionKind.STANDARD for row in self._read)

    @override
    def filter_words(self, number: int) -> str:
        source_row = self._source_rows[number]
        if source_row not in self._words:
            self._words[source_row] = self._filter_text(self._read[source_row])
        return self._words[source_row]

    def number_of(self, name: str) -> int | None:
        """Return the 0-based row of the endpoint with that exact name."""
        return next((i for i, row in enumerate(self._rows) if row.configuration.name == name), None)

    @override
    def cell_text(self, row: EndpointRow, column: int, /) -> str:
        configuration = row.configuration
        match _COLUMNS[column]:
            case EndpointColumn.NAME:
                return configuration.name
            case EndpointColumn.FAMILY:
                return self._family(configuration)
            case EndpointColumn.ACCESS:
                return mode_word(row.mode_state.mode)
            case EndpointColumn.PERMISSION:
                from_root = row.endpoint.is_governed_by_root
                return self.tr("Inherited from RootSDDL") if from_root else row.permission
            case EndpointColumn.RUN_AS:
                return self._run_as(configuration)
            case EndpointColumn.KIND:
                return shown(_KINDS[configuration.kind]) if configuration.kind in _KINDS else configuration.kind_text
            case EndpointColumn.FINDINGS:
                return str(len(row.findings)) if row.findings else ""

    def _family(self, configuration: SessionConfiguration) -> str:
        version = configuration.version
        if not version:
            version = "6+" if configuration.family is Family.POWERSHELL else self.tr("Windows PowerShell")
        is_narrow = configuration.architecture_bits == 32
        return self.tr("{version} (32-bit)").format(version=version) if is_narrow else version

    def _run_as(self, configuration: SessionConfiguration) -> str:
        run_as = configuration.run_as
        if run_as.user:
            return run_as.user
        return self.tr("Virtual account") if run_as.virtual_account else ""

    @override
    def cell_tip(self, row: EndpointRow, column: int, /) -> str:
        match _COLUMNS[column]:
            case EndpointColumn.NAME if row.configuration.name in self._pending_changes:
                return f"{row.configuration.name}\n{self._pending_words(row)}"
            case EndpointColumn.ACCESS:
                return shown(row.mode_state.reason)
            case EndpointColumn.FINDINGS:
                return "\n".join(shown(f.text) for f in row.findings)
            case EndpointColumn.PERMISSION:
                return self.cell_text(row, column).replace(", ", "\n")
        return self.cell_text(row, column)

    @override
    def cell_spoken(self, row: EndpointRow, column: int, /) -> str:
        if column == EndpointColumn.ACCESS:
            reason = f". {shown(row.mode_state.reason)}" if row.mode_state.reason else ""
            return mode_sentence(row.mode_state.mode) + reason
        pending = column == EndpointColumn.NAME and row.configuration.name in self._pending_changes
        return (
            self.cell_tip(row, column) if pending or column == EndpointColumn.FINDINGS else self.cell_text(row, column)
        )

    def _pending_words(self, row: EndpointRow) -> str:
        if self._pending_changes[row.configuration.name]:
            return self.tr("Pending changes; also changed on the host")
        return self.tr("Pending changes")

    def _sort_key(self, row: EndpointRow, column: EndpointColumn) -> str:
        if column is EndpointColumn.ACCESS:
            return _MODE_ORDER[row.mode_state.mode] + row.configuration.name.lower()
        if column is EndpointColumn.FINDINGS:
            return f"{999 - len(row.warnings):03}{999 - len(row.findings):03}"
        return self.cell_text(row, column).lower()

    def _filter_text(self, row: EndpointRow) -> str:
        """What a row is found by: in the language of the window, and in English."""
        cells = [self.cell_text(row, column) for column in EndpointColumn]
        sddl = row.configuration.sddl or ""
        deny = next((ace for ace in dacl_entries(sddl) if ace.is_deny), None)
        texts = [
            row.configuration.kind_text,
            "pending" if row.configuration.name in self._pending_changes else "",
            self.tr("Pending changes") if row.configuration.name in self._pending_changes else "",
            f"deny {kind_word(deny)}" if deny is not None else "",
            row.mode_state.mode.value,
            row.configuration.family.value,
            # In English too; to look up every account of a domain would take most of the time of the first key.
            *(well_known_name(sid) or "" for sid in dacl_principals(sddl) if sid.rid is None),
        ]
        sddls = row.configuration.sddls
        findings = [text for finding in row.findings for text in (shown(finding.text), str(finding.text))]
        return visible("\n".join([*cells, *texts, *sddls, *findings])).lower()

    @override
    def cell_tone(self, row: EndpointRow, column: int, /) -> Tone | None:
        if column == EndpointColumn.NAME and row.configuration.name in self._pending_changes:
            return Tone.WARNING if self._pending_changes[row.configuration.name] else Tone.ACCENT
        if column == EndpointColumn.FINDINGS and row.findings:
            return Tone.WARNING if row.warnings else Tone.INFO
        return Tone.MUTED if column in (EndpointColumn.PERMISSION, EndpointColumn.KIND) else None
