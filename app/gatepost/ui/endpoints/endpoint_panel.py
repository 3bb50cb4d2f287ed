"""The endpoint table with everything that can stand in its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QMenu, QStackedLayout, QWidget
from typing_extensions import override

from gatepost.endpoints.access.findings import host_findings
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.text import WINDOW
from gatepost.models.endpoints.endpoint_row import EndpointRow
from gatepost.models.endpoints.mode_text import mode_word
from gatepost.models.endpoints.table import EndpointColumn, EndpointTableModel
from gatepost.models.roles import Tone, ValueRole
from gatepost.models.row_filter import RowFilter
from gatepost.models.window_text import enumerated, first_lines, one_line, shown
from gatepost.session.host_session import HostSession
from gatepost.session.session_state import EVERYTHING, Change
from gatepost.ui.endpoints.access_switch import AccessSwitchDelegate, reason_height
from gatepost.ui.widgets.boxes import Grow, vbox
from gatepost.ui.widgets.columns import TableColumns
from gatepost.ui.widgets.message_panel import MessagePanel
from gatepost.ui.widgets.plain_widgets import ElidedLabel, button_text, plain_label, set_tip, shortened
from gatepost.ui.widgets.row_heights import SWITCH_ROW_HEIGHT, TextRowHeights
from gatepost.ui.widgets.tables import RowTable, select_only, set_up_table

_WIDEST: dict[int, int] = {EndpointColumn.NAME: 310, EndpointColumn.RUN_AS: 180}  # pixels
_MAX_PROBLEMS = 30
_LONGEST_TITLE = 60  # characters of a name over a menu
_LEAST_PERMISSION = 260  # pixels, two principals in two lines; below this the table scrolls sideways instead


class EndpointTable(RowTable):
    """The table; Enter, Space or F2 opens the choice of modes for the selected rows."""

    choice_requested = Signal(QPoint)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier  # Ctrl+Space toggles a row
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F2):
            index = self.currentIndex()
            if index.isValid():
                rect = self.visualRect(index.siblingAtColumn(EndpointColumn.ACCESS))
                self.choice_requested.emit(self.viewport().mapToGlobal(rect.bottomLeft()))
                return
        super().keyPressEvent(event)


class EndpointPanel(QWidget):
    """Shows one session's endpoints and says which are selected."""

    selection_changed = Signal()
    table_shown = Signal(bool)  # whether there is a table, not a message in its place

    def __init__(self) -> None:
        super().__init__()
        self._session: HostSession | None = None
        self.model = EndpointTableModel(self)
        self.filter = RowFilter(self)
        self.filter.setSourceModel(self.model)
        self.message = MessagePanel()
        self.table = EndpointTable()
        self.switch = AccessSwitchDelegate(self)
        self._set_up_table()
        self._stack = QStackedLayout(self)
        self.unreadable = ElidedLabel("muted")
        self.host_findings = plain_label(name="warning")
        self._page = QWidget()
        vbox(Grow(self.table), self.unreadable, self.host_findings, on=self._page, spacing=6)
        self._stack.addWidget(self._page)
        self._stack.addWidget(self.message)
        self._menu: Sequence[Sequence[QAction]] = ()
        self._previews: Sequence[QAction] = ()

    def _set_up_table(self) -> None:
        table = self.table
        self.copying = set_up_table(table, self.filter, self.tr("Endpoints"), row_height=SWITCH_ROW_HEIGHT)
        table.setSortingEnabled(True)
        table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        table.setItemDelegateForColumn(EndpointColumn.ACCESS, self.switch)
        self.columns = TableColumns(table, EndpointColumn.PERMISSION, _LEAST_PERMISSION, _WIDEST)
        self.columns.set_optional({EndpointColumn.RUN_AS: None, EndpointColumn.FINDINGS: None})
        self.columns.set_optional({EndpointColumn.KIND: lambda: self.model.has_other_kinds})
        self.row_heights = TextRowHeights(table, EndpointColumn.PERMISSION, self._heights_of_reasons)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(lambda at: self._offer_modes(table.viewport().mapToGlobal(at)))
        table.choice_requested.connect(self._offer_modes)
        table.selectionModel().selectionChanged.connect(lambda *_: self.selection_changed.emit())
        self.switch.choice_requested.connect(self._offer_modes_for)

    def _heights_of_reasons(self) -> Iterator[tuple[int, int]]:
        """Return the rows whose mode is custom, and the height that the reason asks for."""
        width = self.table.columnWidth(EndpointColumn.ACCESS)
        for number in range(self.model.rowCount()):
            if reason := self.model.row(number).mode_state.reason:
                index = self.filter.mapFromSource(self.model.index(number, EndpointColumn.ACCESS))
                if index.isValid():
                    yield index.row(), reason_height(reason, self.table.font(), width)

    def set_menu(self, groups: Sequence[Sequence[QAction]], previews: Sequence[QAction]) -> None:
        """Offer the window's own actions in the menu of a row, with a separator between groups."""
        self._menu, self._previews = groups, previews

    def show_session(self, session: HostSession | None, change: Change = EVERYTHING) -> None:
        """Show what is new of the session: its table, or why there is none."""
        other = session is not self._session
        change = EVERYTHING if other else change
        self._session = session
        if change & (Change.SNAPSHOT | Change.NAMES | Change.PENDING):
            with QSignalBlocker(self):  # the selection passes through states that the user didn't choose
                self._show_table_of(session, () if other else self.selected_names(), change)
        self._choose_face()

    def _show_table_of(self, session: HostSession | None, selected: tuple[str, ...], change: Change) -> None:
        is_changed = False
        if change & (Change.SNAPSHOT | Change.NAMES):
            is_changed = self.model.set_rows(session.rows if session else ())
        if is_changed:
            self.columns.fit()
        if change & Change.SNAPSHOT and session is not None and session.snapshot is not None:
            self._name_unreadable(session.snapshot)
            self._show_host_findings(session.snapshot)
        if change & (Change.SNAPSHOT | Change.PENDING):
            pending_changes = session.pending_changes if session else None
            self.model.set_pending_changes(
                {name: name in pending_changes.conflicts for name in pending_changes.pending_or_typing}
                if pending_changes
                else {}
            )
        if selected != self.selected_names():
            self._select_again(selected)
        if not selected or not self.has_selection:
            self._select_first()

    def set_words(self, typed: str) -> None:
        """Filter the table."""
        before = self.selected_names()
        self.filter.set_words(typed)
        self.row_heights.fit()  # before they are painted, not after
        if not self.selected_names():
            self._select_first()
        if self.selected_names() != before:
            self.selection_changed.emit()  # Qt says nothing of rows that the filter takes out of the selection
        self._choose_face()

    @property
    def has_selection(self) -> bool:
        """Whether an endpoint is selected."""
        return self.table.selectionModel().hasSelection()

    def selected_rows(self) -> tuple[EndpointRow, ...]:
        """Return the selected endpoints, in the order of the table."""
        indexes = sorted(self.table.selectionModel().selectedRows(), key=lambda index: index.row())
        return tuple(index.data(ValueRole) for index in indexes)

    def selected_names(self) -> tuple[str, ...]:
        """Return the names of the selected endpoints."""
        return tuple(row.configuration.name for row in self.selected_rows())

    def select(self, name: str) -> None:
        """Select one endpoint and no other."""
        if self.model.number_of(name) is not None:
            select_only(self.table, self._index_of(name))

    def _select_again(self, names: tuple[str, ...]) -> None:
        """Endpoints have come or gone: the selection stays on the same names, not on the same rows."""
        rows = [self._index_of(name) for name in names if self.model.number_of(name) is not None]
        shown = [index for index in rows if index.isValid()]
        flag = QItemSelectionModel.SelectionFlag
        if shown:
            self.table.setCurrentIndex(shown[0])
        for index in shown[1:]:
            self.table.selectionModel().select(index, flag.Select | flag.Rows)

    def _index_of(self, name: str, column: EndpointColumn = EndpointColumn.NAME) -> QModelIndex:
        """Return the cell of an endpoint as the table shows it; an invalid one where the filter hides it."""
        return self.filter.mapFromSource(self.model.index(self.model.number_of(name) or 0, column))

    def _select_first(self) -> None:
        if self.filter.rowCount():
            select_only(self.table, self.filter.index(0, 0))

    def _choose_face(self) -> None:
        snapshot = self._session.snapshot if self._session is not None else None
        if snapshot is None:
            return  # the pages are not shown
        if not snapshot.configurations:
            self._say_empty(snapshot)
        elif not self.filter.rowCount():
            self.message.show_text(
                self.tr("No endpoint matches the filter."),
                self.tr("Clear the filter to see all."),
                "filter-off-outline",
            )
        else:
            self._stack.setCurrentWidget(self._page)
            self.table_shown.emit(True)
            return
        self._stack.setCurrentWidget(self.message)
        self.table_shown.emit(bool(snapshot.configurations))  # only filtered: what is under it keeps its place

    def _say_empty(self, snapshot: HostSnapshot) -> None:
        if snapshot.unreadable:
            self.message.show_text(
                self.tr("No PowerShell endpoint of this host can be read."),
                self.tr("The plug-ins listed below might be PowerShell endpoints. They aren't changed."),
                "alert-circle-outline",
                Tone.WARNING,
                _problems(snapshot),
            )
            return
        count = len(snapshot.other_plugins)
        others = WINDOW.tr(
            "%n other WinRM plug-in was found; it isn't shown.",
            "%n other WinRM plug-ins were found; they aren't shown.",
            count,
        )
        findings = [shown(finding.text) for finding in host_findings(snapshot)]
        hint = "\n\n".join([*findings, *([shown(others)] if count else [])])
        self.message.show_text(self.tr("This host has no PowerShell endpoints."), hint, "tray")

    def _show_host_findings(self, snapshot: HostSnapshot) -> None:
        findings = host_findings(snapshot)
        self.host_findings.setText("\n".join(shown(finding.text) for finding in findings))
        self.host_findings.setVisible(bool(findings))

    def _name_unreadable(self, snapshot: HostSnapshot) -> None:
        """Name under the table what is missing in it; the tool tip has the problems."""
        names = enumerated(plugin.name for plugin in snapshot.unreadable)
        count = len(snapshot.unreadable)
        message = WINDOW.tr(
            "%n plug-in can't be read and isn't shown: {names}",
            "%n plug-ins can't be read and aren't shown: {names}",
            count,
            names=names,
        )
        self.unreadable.setText(shown(message))
        set_tip(self.unreadable, _problems(snapshot))
        self.unreadable.setVisible(count > 0)

    def _offer_modes_for(self, name: str) -> None:
        self.select(name)
        index = self._index_of(name, EndpointColumn.ACCESS)
        self._offer_modes(self.table.viewport().mapToGlobal(self.table.visualRect(index).bottomLeft()))

    def _offer_modes(self, at: QPoint) -> None:
        rows = self.selected_rows()
        if not rows:
            return
        menu = QMenu(self.table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self._heading(rows)).setEnabled(False)
        for group in self._menu:
            menu.addActions(list(group))
            menu.addSeparator()
        menu.addMenu(self.tr("&Preview")).addActions(list(self._previews))
        copy = menu.addMenu(self.tr("&Copy"))
        copy.addActions(self.copying.actions)
        copy.addAction(self.tr("Copy &SDDL")).triggered.connect(partial(_copy_sddl, rows))
        menu.popup(at)

    def _heading(self, rows: tuple[EndpointRow, ...]) -> str:
        """Return what the menu is about: one endpoint with its mode, or how many."""
        if len(rows) > 1:
            return shown(WINDOW.tr("%n endpoint", "%n endpoints", len(rows)))
        name = shortened(one_line(rows[0].configuration.name), _LONGEST_TITLE)
        mode = mode_word(rows[0].mode_state.mode)
        return button_text(self.tr("{name}: {mode}").format(name=name, mode=mode))


def _copy_sddl(rows: tuple[EndpointRow, ...]) -> None:
    """Put the descriptors of endpoints on the clipboard as the host has them, a line for each."""
    nodes = [node.sddl for row in rows for node in row.configuration.security_nodes]
    QGuiApplication.clipboard().setText("\n".join(nodes))


def _problems(snapshot: HostSnapshot) -> str:
    """Return the unreadable plug-ins by name with what is wrong with each, a line for each of the first ones."""
    lines = (f"{one_line(plugin.name)}: {one_line(plugin.problem)}" for plugin in snapshot.unreadable)
    return "\n".join(first_lines(lines, _MAX_PROBLEMS, len(snapshot.unreadable)))
