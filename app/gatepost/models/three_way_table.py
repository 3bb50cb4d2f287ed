"""Three-way table: before, after the change and now, with a tick for what is to be reverted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from typing_extensions import override

from gatepost.endpoints.changes.revert import RevertPlan, changes_behind
from gatepost.endpoints.changes.revert_settings import SettingRow, SettingsRevertPlan, setting_change_behind
from gatepost.endpoints.host.setting_change_set import subject_text
from gatepost.endpoints.host.setting_state import SettingState
from gatepost.endpoints.text import WINDOW
from gatepost.endpoints.writes.differences import Part, ThreeWayRow, Value
from gatepost.endpoints.writes.journal_entry import JournalEntry
from gatepost.models.difference_text import part_words, presence_words, row_title, value_words
from gatepost.models.flat_table import FlatTableModel, TableColumn
from gatepost.models.roles import Index, Tone
from gatepost.models.window_text import moment_words, one_line, shown
from gatepost.security import Accounts


class ChoiceColumn(TableColumn):
    SUBJECT = WINDOW.tr("Restore")
    WHAT = WINDOW.tr("Item")
    WAS = WINDOW.tr("Before")
    WROTE = WINDOW.tr("After your change")
    NOW = WINDOW.tr("Now")
    BY = WINDOW.tr("Changed by")


@dataclass(frozen=True, slots=True)
class Choice:
    """One row of one endpoint or setting. ``later`` is a later write of ours that made it what it is, as far as is known."""

    subject: str
    row: ThreeWayRow | SettingRow
    later: JournalEntry | None = None


def endpoint_choices(plan: RevertPlan, later: tuple[JournalEntry, ...]) -> tuple[Choice, ...]:
    """Return every row of the endpoints that are not as they were; ``later`` are the writes since, the oldest first."""
    domains = plan.snapshot.accounts.domains
    return tuple(
        Choice(c.name, row, change)
        for c in plan.comparisons
        for row, change in zip(c.rows, changes_behind(c, later, domains), strict=True)
    )


def setting_choices(plan: SettingsRevertPlan, later: tuple[JournalEntry, ...]) -> tuple[Choice, ...]:
    """Return a row for each setting that is not as it was; ``later`` are the writes since, the oldest first."""
    return tuple(Choice(setting.subject, setting, setting_change_behind(setting, later)) for setting in plan.settings)


class ThreeWayTableModel(FlatTableModel[Choice]):
    """A tick in the first column restores the row; at first those that haven't changed since."""

    columns = ChoiceColumn

    def __init__(self, choices: tuple[Choice, ...], accounts: Accounts) -> None:
        super().__init__()
        self._accounts = accounts
        self._rows = choices
        self._taken = {choice for choice in self._rows if choice.row.is_unchanged}

    def left(self) -> dict[str, frozenset[ThreeWayRow]]:
        """Return what stays as it is now, by endpoint."""
        by_name: dict[str, frozenset[ThreeWayRow]] = {}
        for choice in self._rows:
            if choice not in self._taken and isinstance(choice.row, ThreeWayRow):
                by_name[choice.subject] = by_name.get(choice.subject, frozenset()) | {choice.row}
        return by_name

    def left_settings(self) -> frozenset[SettingRow]:
        """Return the settings that stay as they are now."""
        rows = (choice.row for choice in self._rows if choice not in self._taken)
        return frozenset(row for row in rows if isinstance(row, SettingRow))

    @property
    def count(self) -> int:
        """How many rows are ticked."""
        return len(self._taken)

    def take(self, *, ours_only: bool) -> None:
        """Tick every row, or only those that haven't changed since."""
        self._taken = {choice for choice in self._rows if choice.row.is_unchanged or not ours_only}
        if self._rows:
            last = self.index(len(self._rows) - 1, 0)
            self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.CheckStateRole])

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == ChoiceColumn.SUBJECT else flags

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.CheckStateRole and index.isValid() and index.column() == ChoiceColumn.SUBJECT:
            return Qt.CheckState.Checked if self._rows[index.row()] in self._taken else Qt.CheckState.Unchecked
        return super().data(index, role)

    @override
    def cell_tone(self, choice: Choice, column: int, /) -> Tone | None:
        return Tone.WARNING if column == ChoiceColumn.BY and not choice.row.is_unchanged else None

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.CheckStateRole or index.column() != ChoiceColumn.SUBJECT:
            return False
        choice = self._rows[index.row()]
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._taken.add(choice)
        else:
            self._taken.discard(choice)
        self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])
        return True

    @override
    def cell_text(self, choice: Choice, column: int, /) -> str:
        row = choice.row
        match ChoiceColumn(column):
            case ChoiceColumn.SUBJECT:
                return self._subject(choice)
            case ChoiceColumn.WHAT:
                return one_line(self._title(row))
            case ChoiceColumn.WAS:
                return self._value(row, row.ours)
            case ChoiceColumn.WROTE:
                return self._value(row, row.base)
            case ChoiceColumn.NOW:
                return self._value(row, row.theirs)
            case ChoiceColumn.BY:
                return self._by(choice)

    def _by(self, choice: Choice) -> str:
        if choice.row.is_unchanged:
            return self.tr("this change")
        if choice.later is None:
            return self.tr("later change")
        return self.tr("you, {moment}").format(moment=moment_words(choice.later.moment))

    @staticmethod
    def _subject(choice: Choice) -> str:
        kind = choice.row.kind if isinstance(choice.row, SettingRow) else None
        return shown(subject_text(kind, choice.subject))

    def _title(self, row: ThreeWayRow | SettingRow) -> str:
        return part_words(Part.SETTING) if isinstance(row, SettingRow) else row_title(row, self._accounts)

    def _value(self, row: ThreeWayRow | SettingRow, value: Value | SettingState | None) -> str:
        if isinstance(value, SettingState):
            return shown(value.words)
        if isinstance(row, ThreeWayRow) and row.entry is not None:
            return presence_words(value)
        return one_line(value_words(value, self._accounts))
