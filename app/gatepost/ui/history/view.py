"""A list of writes, what is known of the selected one, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget

from gatepost.backend.host.kept_sentences import KEPT_SENTENCES
from gatepost.backend.journal.queries import can_be_reverted, group_of, writes_of_action
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.host.setting_change_set import subject_text
from gatepost.endpoints.text import WINDOW
from gatepost.endpoints.writes.action_text import recalled_action, recalled_message
from gatepost.endpoints.writes.journal_entry import JournalEntry, SubjectKind, progress_text
from gatepost.models.journal_table import JournalColumn, JournalTableModel, found, in_order
from gatepost.models.journal_text import difference_lines, outcome_words
from gatepost.models.roles import ValueRole
from gatepost.models.window_text import moment_words, one_line, shown, visible
from gatepost.security import NO_ACCOUNTS
from gatepost.session.journal_source import JournalSource
from gatepost.ui.widgets.boxes import STRETCH, Grow, hbox, vbox
from gatepost.ui.widgets.columns import TableColumns
from gatepost.ui.widgets.fields import FilterEdit
from gatepost.ui.widgets.plain_widgets import code_view, plain_label, push_button, set_text_or_hide
from gatepost.ui.widgets.splitter import GripSplitter
from gatepost.ui.widgets.tables import RowTable, set_up_table

_WIDEST: dict[int, int] = {
    JournalColumn.HOST: 180,
    JournalColumn.SUBJECT: 310,
    JournalColumn.VERB: 340,
    JournalColumn.OUTCOME: 200,
    JournalColumn.ACCOUNT: 240,
}  # pixels
_LEAST_REASON = 110  # pixels


class HistoryView(QWidget):
    """Shows the entries that ``wanted`` lets through, with the newest first."""

    revert_requested = Signal(object)  # tuple[JournalEntry, ...], the oldest first
    check_requested = Signal(object)  # JournalEntry: look at its host again
    mark_as_checked = Signal(object)  # JournalEntry: the user has checked the host

    def __init__(self, source: JournalSource, across: Qt.Orientation) -> None:
        """``across``: how the list and the details share the room."""
        super().__init__()
        self._source = source
        self._wanted: Callable[[JournalEntry], bool] = lambda _: True
        hint = self.tr("Filter: host, endpoint, action, account, reason, SDDL")
        self.filter_edit = FilterEdit(self.tr("Filter History"), hint)
        self.model = JournalTableModel(self, KEPT_SENTENCES)
        self._entries: tuple[JournalEntry, ...] = ()  # in their order, before the filter
        self.table = RowTable()
        set_up_table(self.table, self.model, self.tr("History"), single=True)
        self.header = self.table.horizontalHeader()
        self.header.setSectionsClickable(True)
        self.header.setSortIndicator(JournalColumn.TIME, Qt.SortOrder.DescendingOrder)
        self.header.setSortIndicatorShown(True)
        self.columns = TableColumns(self.table, JournalColumn.REASON, _LEAST_REASON, _WIDEST)
        self.columns.follow_model()
        self.details = code_view(self.tr("Change details"))
        self.said = plain_label()
        self.check_button = push_button(self.tr("Check &again"), lambda: self._ask_about_current(self.check_requested))
        self.by_hand_button = push_button(
            self.tr("&Mark as checked..."), lambda: self._ask_about_current(self.mark_as_checked)
        )
        self.revert_button = push_button(self.tr("Rever&t..."), self._revert)
        self.revert_all_button = push_button("", self._revert_all)
        self._lay_out(across)
        self._fill_menu()
        self.filter_edit.textChanged.connect(self._filter)
        self.filter_edit.left_downwards.connect(self.table.setFocus)
        self.table.selectionModel().currentChanged.connect(self._show_current)
        self.header.sortIndicatorChanged.connect(self.show_entries)
        source.changed.connect(self.show_entries)
        self.show_entries()

    @property
    def current(self) -> JournalEntry | None:
        """The selected entry."""
        entry = self.table.currentIndex().data(ValueRole)
        return entry if isinstance(entry, JournalEntry) else None

    def show_only(self, predicate: Callable[[JournalEntry], bool]) -> None:
        """Show other entries."""
        self._wanted = predicate
        self.show_message("")
        self.show_entries()

    def show_entries(self, *_: object) -> None:
        """Show what the source holds now, in the order of the header; the selected entry stays selected."""
        entries = (entry for entry in self._source.entries if self._wanted(entry))
        column, order = JournalColumn(self.header.sortIndicatorSection()), self.header.sortIndicatorOrder()
        self._entries = in_order(entries, column, order)
        self._filter(self.filter_edit.text())

    def select(self, number: int) -> None:
        """Select the entry with that number, or the first one where it is not shown."""
        self.table.setCurrentIndex(self.model.index(self.model.number_of(number) or 0, 0))

    def show_message(self, message: str) -> None:
        """Show a line over the buttons: what came of the last question."""
        set_text_or_hide(self.said, visible(message))

    def show_error(self, error: HostError) -> None:
        """Show what went wrong."""
        self.show_message(shown(error.text))

    def shown_entries(self) -> tuple[JournalEntry, ...]:
        """Return the entries that the filter lets through, in the order of the table."""
        return self.model.entries()

    def _lay_out(self, across: Qt.Orientation) -> None:
        buttons = (self.check_button, self.by_hand_button, self.revert_button, self.revert_all_button)
        self.buttons = hbox(*buttons, STRETCH)
        split = GripSplitter(across)
        split.addWidget(self.table)
        split.addWidget(self.details)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        vbox(self.filter_edit, Grow(split), self.said, self.buttons, on=self, spacing=8)
        self.show_message("")

    def _fill_menu(self) -> None:
        """The context menu offers what the buttons do, before what copies."""
        self._menu: list[tuple[QAction, QPushButton]] = []
        first = self.table.actions()[0]
        for button in (self.revert_button, self.check_button, self.by_hand_button):
            action = QAction(button.text(), self.table)
            action.triggered.connect(button.click)
            self.table.insertAction(first, action)
            self._menu.append((action, button))

    def _filter(self, typed: str) -> None:
        current = self.current
        self.model.set_entries(found(self._entries, typed, self._source.words))
        self.select(current.id if current is not None else -1)
        self._show_current()

    def _show_current(self, *_: QModelIndex | QPersistentModelIndex) -> None:
        entry = self.current
        group = group_of(entry, self._source.entries) if entry is not None else ()
        action = writes_of_action(entry, self._source.entries) if entry is not None else ()
        self.details.setPlainText("\n".join(_details(entry, action)) if entry is not None else "")
        self.table.say_when_empty("" if self.model.rowCount() else self._nothing())
        self.check_button.setVisible(entry is not None and entry.is_unsettled)
        self.by_hand_button.setVisible(entry is not None and entry.needs_attention)
        self.revert_button.setEnabled(entry is not None and can_be_reverted(entry))
        self.revert_all_button.setVisible(len(group) > 1)
        for item, button in self._menu:
            item.setEnabled(button.isEnabled() and not button.isHidden())
        endpoints = entry is None or entry.kind is SubjectKind.ENDPOINT
        of_endpoints = WINDOW.tr("Revert &all %n endpoint...", "Revert &all %n endpoints...", len(group))
        of_settings = WINDOW.tr("Revert &all %n setting...", "Revert &all %n settings...", len(group))
        self.revert_all_button.setText(shown(of_endpoints if endpoints else of_settings))

    def _nothing(self) -> str:
        if self._source.error is not None:
            return f"{shown(self._source.error.summary)}\n{shown(self._source.error.next_step)}".strip()
        if not self._source.loaded:
            return self.tr("Loading history...")
        if self.filter_edit.text():
            return self.tr("No changes match the filter.")
        return self.tr("No changes yet.")

    def _ask_about_current(self, request: SignalInstance) -> None:
        if self.current is not None:
            request.emit(self.current)

    def _revert(self) -> None:
        if self.current is not None:
            self.revert_requested.emit((self.current,))

    def _revert_all(self) -> None:
        if self.current is not None:
            self.revert_requested.emit(group_of(self.current, self._source.entries))


def _details(entry: JournalEntry, action: tuple[JournalEntry, ...]) -> list[str]:
    lines = [
        shown(recalled_action(entry.verb)),
        f"{shown(subject_text(entry.kind, entry.subject))} @ {one_line(entry.host_name)} ({one_line(entry.account)})",
    ]
    times = [moment_words(time) for time in (entry.moment, entry.finished_at, entry.settled_at) if time]
    lines.append(one_line(f"{' / '.join(times)}, Gatepost {entry.app_version}"))
    if len(action) > 1:
        lines.append(shown(progress_text(action)))
    lines.append(
        ": ".join(filter(None, (outcome_words(entry), shown(recalled_message(entry.message, KEPT_SENTENCES), visible))))
    )
    lines += [one_line(": ".join((entry.checked_by, entry.checked_why)))] if entry.checked_by else []
    lines += [one_line(entry.reason)] if entry.reason else []
    return [*lines, "", *difference_lines(entry, NO_ACCOUNTS)]
