"""A list of writes, what is known of the selected one, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSplitter, QTableView, QVBoxLayout, QWidget

from gatepost.endpoints.configuration.journal_entry import JournalEntry, SubjectKind
from gatepost.endpoints.errors import HostError
from gatepost.models.endpoints.filter import EndpointFilter
from gatepost.models.journal_table import JournalColumn, JournalTableModel, in_order
from gatepost.models.journal_words import difference_lines, moment, outcome_words
from gatepost.models.plain import one_line, visible
from gatepost.models.roles import ValueRole
from gatepost.models.sentences import shown
from gatepost.security import NO_ACCOUNTS
from gatepost.session.journal_source import JournalSource, can_be_taken_back, group_of
from gatepost.ui.widgets.plain_widgets import code_view, plain_label
from gatepost.ui.widgets.tables import RowTable, set_up_table

_WIDTHS = {
    JournalColumn.TIME: 160,
    JournalColumn.HOST: 120,
    JournalColumn.SUBJECT: 210,
    JournalColumn.VERB: 200,
    JournalColumn.OUTCOME: 155,
    JournalColumn.REASON: 170,
}


class HistoryView(QWidget):
    """Shows the entries that ``wanted`` lets through, with the newest first."""

    take_back_requested = Signal(object)  # tuple[JournalEntry, ...], the oldest first
    read_again_requested = Signal(object)  # JournalEntry

    def __init__(self, source: JournalSource, across: Qt.Orientation, parent: QWidget | None = None) -> None:
        """``across``: how the list and the details share the room."""
        super().__init__(parent)
        self._source = source
        self._wanted: Callable[[JournalEntry], bool] = lambda _: True
        self.filter_edit = QLineEdit()
        self.filter_edit.setPlaceholderText(self.tr("Filter: host, endpoint, order, account, reason, SDDL"))
        self.filter_edit.setAccessibleName(self.tr("Filter the history"))
        self.filter_edit.setClearButtonEnabled(True)
        self.model = JournalTableModel(self)
        self.proxy = EndpointFilter(self)
        self.proxy.setSourceModel(self.model)
        self.table = RowTable()
        set_up_table(self.table, self.proxy, self.tr("History"))
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.header = self.table.horizontalHeader()
        self.header.setSectionsClickable(True)
        self.header.setSortIndicator(JournalColumn.TIME, Qt.SortOrder.DescendingOrder)
        self.header.setSortIndicatorShown(True)
        for column, width in _WIDTHS.items():
            self.table.setColumnWidth(column, width)
        self.details = code_view(self.tr("What was written"))
        self.said = plain_label()
        self.read_again_button = QPushButton(self.tr("Read &again"))
        self.take_back_button = QPushButton(self.tr("&Take back..."))
        self.take_group_button = QPushButton()
        self.buttons = QHBoxLayout()
        self._lay_out(across)
        self.filter_edit.textChanged.connect(self._filter)
        self.table.selectionModel().currentChanged.connect(self._show_current)
        self.read_again_button.clicked.connect(self._read_again)
        self.take_back_button.clicked.connect(self._take_back)
        self.take_group_button.clicked.connect(self._take_group_back)
        self.header.sortIndicatorChanged.connect(self.show_entries)
        source.changed.connect(self.show_entries)
        self.show_entries()

    @property
    def current(self) -> JournalEntry | None:
        """The selected entry."""
        found = self.table.currentIndex().data(ValueRole)
        return found if isinstance(found, JournalEntry) else None

    def show_only(self, wanted: Callable[[JournalEntry], bool]) -> None:
        """Show other entries."""
        self._wanted = wanted
        self.say("")
        self.show_entries()

    def show_entries(self, *_: object) -> None:
        """Show what the source holds now, in the order of the header; the selected entry stays selected."""
        current = self.current
        wanted = (entry for entry in self._source.entries if self._wanted(entry))
        column, order = JournalColumn(self.header.sortIndicatorSection()), self.header.sortIndicatorOrder()
        self.model.set_entries(in_order(wanted, column, order))
        self.select(current.id if current is not None else -1)
        self._show_current()

    def select(self, number: int) -> None:
        """Select the entry with that number, or the first one where it is not shown."""
        row = self.model.number_of(number)
        index = self.proxy.mapFromSource(self.model.index(row or 0, 0))
        self.table.setCurrentIndex(index if index.isValid() else self.proxy.index(0, 0))

    def say(self, said: str) -> None:
        """Show a line over the buttons: what came of the last question."""
        self.said.setText(visible(said))
        self.said.setVisible(bool(said))

    def say_error(self, error: HostError) -> None:
        """Show what went wrong."""
        self.say(f"{shown(error.summary)} {shown(error.next_step)}".strip())

    def shown_entries(self) -> tuple[JournalEntry, ...]:
        """Return the entries that the filter lets through, in the order of the table."""
        return tuple(self.proxy.index(row, 0).data(ValueRole) for row in range(self.proxy.rowCount()))

    def _lay_out(self, across: Qt.Orientation) -> None:
        for button in (self.read_again_button, self.take_back_button, self.take_group_button):
            button.setAutoDefault(False)
            self.buttons.addWidget(button)
        self.buttons.addStretch()
        split = QSplitter(across)
        split.addWidget(self.table)
        split.addWidget(self.details)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.filter_edit)
        layout.addWidget(split, 1)
        layout.addWidget(self.said)
        layout.addLayout(self.buttons)
        self.say("")

    def _filter(self, typed: str) -> None:
        self.proxy.set_words(typed)
        if self.current is None:
            self.table.setCurrentIndex(self.proxy.index(0, 0))
        self._show_current()

    def _show_current(self, *_: QModelIndex | QPersistentModelIndex) -> None:
        entry = self.current
        group = group_of(entry, self._source.entries) if entry is not None else ()
        self.details.setPlainText("\n".join(_details(entry)) if entry is not None else self._nothing())
        self.read_again_button.setVisible(entry is not None and entry.is_unsettled)
        self.take_back_button.setEnabled(entry is not None and can_be_taken_back(entry))
        self.take_group_button.setVisible(len(group) > 1)
        endpoints = entry is None or entry.kind is SubjectKind.ENDPOINT
        of_endpoints = self.tr("Take back all &{count} endpoints of this order...")
        words = of_endpoints if endpoints else self.tr("Take back all &{count} settings of this order...")
        self.take_group_button.setText(words.format(count=len(group)))

    def _nothing(self) -> str:
        if self._source.error is not None:
            return f"{shown(self._source.error.summary)}\n{shown(self._source.error.next_step)}".strip()
        if not self._source.loaded:
            return self.tr("The journal is being read.")
        if self.filter_edit.text():
            return self.tr("No write holds these words.")
        return self.tr("Nothing has been written yet.")

    def _read_again(self) -> None:
        if self.current is not None:
            self.read_again_requested.emit(self.current)

    def _take_back(self) -> None:
        if self.current is not None:
            self.take_back_requested.emit((self.current,))

    def _take_group_back(self) -> None:
        if self.current is not None:
            self.take_back_requested.emit(group_of(self.current, self._source.entries))


def _details(entry: JournalEntry) -> list[str]:
    lines = [
        one_line(entry.verb),
        f"{one_line(entry.subject)} @ {one_line(entry.host_name)} ({one_line(entry.account)})",
    ]
    times = [moment(time) for time in (entry.started_at, entry.finished_at, entry.settled_at) if time]
    lines.append(f"{' / '.join(times)}, Gatepost {entry.app_version}")
    lines.append(": ".join(filter(None, (outcome_words(entry), visible(entry.message)))))
    lines += [one_line(entry.reason)] if entry.reason else []
    return [*lines, "", *difference_lines(entry, NO_ACCOUNTS)]
