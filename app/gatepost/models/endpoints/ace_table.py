"""The access-control entries of one endpoint as a table, in stored order."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject
from typing_extensions import override

from gatepost.endpoints.changes import permission_edits
from gatepost.endpoints.changes.permission_edits import EntryList
from gatepost.endpoints.condition_text import condition_sentence
from gatepost.endpoints.configuration.endpoint import Endpoint
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.text import WINDOW
from gatepost.endpoints.writes.differences import numbered
from gatepost.models.entry_line_text import kind_tone, kind_word, rights_word
from gatepost.models.flat_table import FlatTableModel, TableColumn
from gatepost.models.roles import Tone
from gatepost.models.window_text import shown
from gatepost.security import NO_ACCOUNTS, Accounts, Ace, SddlError, read_descriptor
from gatepost.security.edit.entries import ListKind, with_implied_entries


class AceColumn(TableColumn):
    TYPE = WINDOW.tr("Type")
    PRINCIPAL = WINDOW.tr("Principal")
    RIGHTS = WINDOW.tr("Rights")
    CONDITION = WINDOW.tr("Condition")
    SID = WINDOW.tr("SID")
    RESOURCE = WINDOW.tr("Applies to")


_COLUMNS = tuple(AceColumn)  # looking a member up is quicker by place than by value


@dataclass(frozen=True, slots=True)
class AceRow:
    """One entry and where it stands.

    ``resource`` is the URI that its descriptor is for; ``descriptor_index`` the descriptor's number, None for RootSDDL,
    which is not edited here; ``number`` its 0-based place in the list. ``pending``: the host does not hold it.
    """

    ace: Ace
    resource: str
    descriptor_index: int | None = None
    number: int = 0
    pending: bool = False


def ace_rows(
    endpoint: Endpoint,
    kind: ListKind = ListKind.DACL,
    original: SessionConfiguration | None = None,
) -> tuple[AceRow, ...]:
    """Return the entries of one list of all descriptors of the endpoint; of RootSDDL where it has none.

    A DACL that lets everyone in by its absence is shown as the entry that says so. ``original`` is the endpoint as the
    host holds it, where this one is a pending change.
    """
    configuration = endpoint.configuration
    rows: list[AceRow] = []
    for descriptor_index, uri in enumerate(configuration.descriptor_uris):
        on_host = set(numbered(_entries(original, descriptor_index, kind))) if original is not None else None
        for number, entry in enumerate(numbered(_entries(configuration, descriptor_index, kind))):
            rows.append(
                AceRow(entry.ace, uri, descriptor_index, number, pending=on_host is not None and entry not in on_host)
            )
    if configuration.bare_resources:
        rows += root_rows(endpoint.root_sddl, kind)
    return tuple(rows)


def root_rows(root_sddl: str, kind: ListKind = ListKind.DACL) -> tuple[AceRow, ...]:
    """Return the entries of one list of RootSDDL."""
    return tuple(AceRow(ace, "RootSDDL", None, number) for number, ace in enumerate(_read(root_sddl, kind)))


def _entries(configuration: SessionConfiguration, descriptor_index: int, kind: ListKind) -> tuple[Ace, ...]:
    nodes = configuration.security_nodes
    return _read(nodes[descriptor_index].sddl, kind) if descriptor_index < len(nodes) else ()


def _read(sddl: str, kind: ListKind) -> tuple[Ace, ...]:
    descriptor = read_descriptor(sddl)
    return with_implied_entries(kind.of(descriptor), kind).aces if descriptor is not None else ()


@dataclass(frozen=True, slots=True)
class ReadEntries:
    """``readable`` are the numbers of the descriptors that can be edited; ``orderly``: all are in canonical order."""

    rows: tuple[AceRow, ...] = ()
    readable: tuple[int, ...] = ()
    orderly: bool = True


NOTHING_READ = ReadEntries()


def read_entries(endpoint: Endpoint, kind: ListKind, original: SessionConfiguration | None) -> ReadEntries:
    """Read one kind of list of every descriptor. ``original`` is the endpoint as the host holds it, of pending changes."""
    configuration, readable, orderly = endpoint.configuration, [], True
    for descriptor_index in range(len(configuration.security_nodes)):
        try:
            step = permission_edits.sort_entries(configuration, EntryList(descriptor_index, kind))
        except SddlError:
            continue
        readable.append(descriptor_index)
        orderly = orderly and not step.edited
    return ReadEntries(ace_rows(endpoint, kind, original), tuple(readable), orderly)


class AceTableModel(FlatTableModel[AceRow]):
    """Shows entries as values; names arrive later and change one column."""

    columns = AceColumn

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._accounts = NO_ACCOUNTS

    def set_rows(self, rows: tuple[AceRow, ...], accounts: Accounts) -> None:
        """Show other entries; the same ones keep the selection."""
        known, self._accounts = self._accounts, accounts
        if rows != self._rows:
            self._reset_rows(rows)
        elif rows and accounts is not known:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(AceColumn) - 1))

    @property
    def has_several_resources(self) -> bool:
        """Whether the entries come from more than one descriptor."""
        return len({row.resource for row in self._rows}) > 1

    @property
    def has_conditions(self) -> bool:
        """Whether an entry has a condition or another part that the column shows."""
        return any(row.ace.condition for row in self._rows)

    @override
    def cell_text(self, row: AceRow, column: int, /) -> str:
        ace = row.ace
        match _COLUMNS[column]:
            case AceColumn.TYPE:
                return self._type(row)
            case AceColumn.PRINCIPAL:
                return self._accounts.name_of(ace.sid)
            case AceColumn.RIGHTS:
                return rights_word(ace)
            case AceColumn.CONDITION:
                return self._condition(ace)
            case AceColumn.SID:
                return str(ace.sid)
            case AceColumn.RESOURCE:
                return row.resource

    @override
    def cell_spoken(self, row: AceRow, column: int, /) -> str:
        return self.cell_tip(row, column) if self._is_nameless(row, column) else self.cell_text(row, column)

    @override
    def cell_tip(self, row: AceRow, column: int, /) -> str:
        """The condition as it stands on the host, under its words; what it means that an account has no name."""
        tip = self.cell_text(row, column)
        if self._is_nameless(row, column):
            return f"{tip}\n" + self.tr("Unknown account. It might have been deleted.")
        return f"{tip}\n{row.ace.condition}" if column == AceColumn.CONDITION and tip else tip

    @override
    def cell_tone(self, row: AceRow, column: int, /) -> Tone | None:
        if column == AceColumn.TYPE:
            return kind_tone(row.ace)
        return Tone.INFO if self._is_nameless(row, column) else None

    def _is_nameless(self, row: AceRow, column: int) -> bool:
        return column == AceColumn.PRINCIPAL and self._accounts.name_of(row.ace.sid) == str(row.ace.sid)

    def _condition(self, ace: Ace) -> str:
        if not ace.condition:
            return ""
        return shown(condition_sentence(ace.condition, self._accounts)) if ace.has_condition else ace.condition

    def _type(self, row: AceRow) -> str:
        word = kind_word(row.ace)
        if row.ace.is_inherited:
            word = self.tr("{type}, inherited").format(type=word)
        return self.tr("{type} (pending)").format(type=word) if row.pending else word
