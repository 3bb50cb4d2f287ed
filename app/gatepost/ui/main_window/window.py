"""The window: hosts on the left, endpoints and what is known of the selected one on the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMenu
from typing_extensions import override

from gatepost.endpoints.writes.journal_entry import ApplyReport
from gatepost.models.roles import Tone
from gatepost.models.window_text import shown
from gatepost.session.host_session import HostSession
from gatepost.session.session_state import EVERYTHING, Change
from gatepost.ui.bulk.controller import BulkChangeController
from gatepost.ui.confirm.controller import ChangeController
from gatepost.ui.connect.controller import ConnectController
from gatepost.ui.connect.failed_host_controller import FailedHostController
from gatepost.ui.dialogs.files import FileSaver
from gatepost.ui.editor.pending_changes_controller import PendingChangesController
from gatepost.ui.endpoints.page import EndpointsPage
from gatepost.ui.files.compare_controller import CompareController
from gatepost.ui.files.report_controller import ReportController
from gatepost.ui.files.snapshot_controller import SnapshotController
from gatepost.ui.history.controller import HistoryController
from gatepost.ui.hosts.find_controller import FindController
from gatepost.ui.hosts.host_list_controller import HostListController
from gatepost.ui.hosts.pane import HostPane
from gatepost.ui.main_window.host_controller import HostController
from gatepost.ui.main_window.host_pages import HostPages
from gatepost.ui.main_window.host_stack import HostStack
from gatepost.ui.main_window.menus import EndpointFilterEdit, fill_menu_bar, host_menu, tool_bar
from gatepost.ui.main_window.result_controller import ResultController
from gatepost.ui.main_window.services import WindowServices
from gatepost.ui.main_window.status_line import StatusLine
from gatepost.ui.main_window.title import banner_text, window_title
from gatepost.ui.main_window.view_controller import ViewController
from gatepost.ui.main_window.window_actions import (
    connect_change_actions,
    connect_help_actions,
    enable_actions,
    enable_file_actions,
    enable_host_actions,
)
from gatepost.ui.main_window.window_base import WindowBase, central_frame
from gatepost.ui.widgets.actions import Actions
from gatepost.ui.widgets.icons import icon
from gatepost.ui.widgets.plain_widgets import plain_label, set_text_or_hide

if TYPE_CHECKING:
    from gatepost.ui.bulk.run import BulkReport


class MainWindow(WindowBase):
    """One window over all open hosts: makes the parts, connects them, and repaints what has changed."""

    def __init__(self, services: WindowServices) -> None:
        super().__init__()
        self._services = services
        self._closing = False
        self.setWindowIcon(icon("gate", Tone.ACCENT))
        self._make_widgets()
        self._make_controllers()
        self._lay_out()
        self._connect_parts()
        self._connect_actions()
        self.actions_.read_only.setChecked(services.read_only)
        self.actions_.read_only.setEnabled(not services.read_only)
        self._repaint(EVERYTHING)
        self.resize(1280, 800)
        self.view.restore()
        self.hosts.restore()
        self.stack.take_focus()  # there is no table yet; in the list of hosts the focus would choose one

    # What the outside asks for

    @property
    def current(self) -> HostSession | None:
        """The session that is shown."""
        return self.open_hosts.current

    def show_endpoint(self, key: str, name: str, entry_position: tuple[int, int] | None = None) -> None:
        """Show a host and select an endpoint of it, "" for none; ``entry_position`` is an entry that it leads to."""
        if self.hosts.select(key):
            self.pages.setCurrentWidget(self.endpoints)
            self.filter_edit.clear()
            self.panel.select(name)
            self.panel.table.setFocus()
            if name and entry_position is not None:
                self.endpoints.show_entry(*entry_position)

    def _go_to_endpoint(self, name: str) -> None:
        if self.current is not None:
            self.show_endpoint(self.current.key, name)

    # Building

    def _make_widgets(self) -> None:
        self.open_hosts = self._services.open_hosts
        self.actions_ = Actions(self)
        self.host_pane = HostPane(self.open_hosts.model)
        self.host_view = self.host_pane.view
        self.endpoints = EndpointsPage(self._services.runner)
        self.panel = self.endpoints.panel
        self.details = self.endpoints.details
        self.pages = HostPages(self.endpoints, self._services.runner)
        self.stack = HostStack(self.pages)
        self.status = StatusLine()
        self.filter_edit = EndpointFilterEdit()
        self.banner = plain_label(name="banner")

    def _make_controllers(self) -> None:
        services, hosts, actions = self._services, self.open_hosts, self.actions_
        saver = FileSaver(services.runner, self)
        saver.saved.connect(self.status.show_saved)
        self.view = ViewController(services, saver, actions, self.endpoints, self.pages, self)
        self.changes = ChangeController(hosts, saver, services.layout, self)
        line = self.details.pending_line
        self.history = HistoryController(services.journal, hosts, self.changes, saver, self)
        selected, can_revert = self.panel.selected_names, self.history.can_revert
        self.pending = PendingChangesController(
            services.runner, hosts, actions, self.changes, line, selected, can_revert, self
        )
        self.bulk_changes = BulkChangeController(
            hosts, actions, self.host_view, services.journal, self.changes.enqueue_dialog, self
        )
        self.results = ResultController(
            hosts, self.changes, self.pending, self.history, self.bulk_changes, self.status, self
        )
        self.snapshots = SnapshotController(services.runner, saver, services.snapshots, hosts, actions, self)
        self.comparing = CompareController(services.runner, hosts, self.snapshots, actions, self)
        ReportController(saver, hosts, actions, self)
        connect_help_actions(actions, self)
        opener, saved = services.host_opener, services.saved_connections
        self.connecting = ConnectController(opener, saved, lambda: services.preferences.settings.proxy, self)
        self.hosts = HostController(services, self.host_pane, self.connecting, self.pending, self)
        self.failed_host = FailedHostController(services.this_computer, self.connecting, hosts, self)
        self.finding = FindController(hosts, actions, services.runner, self)
        self.host_lists = HostListController(
            hosts, actions, self.host_view, self.connecting, services.runner, opener, saved, self
        )

    def _lay_out(self) -> None:
        self.pages.set_filter(self.filter_edit)
        self.history_tab = self.details.tabs.add_lazy(self.history.make_tab, self.tr("History"))
        self.setCentralWidget(central_frame(self.host_pane, self.banner, self.stack))
        self.setStatusBar(self.status)
        listed = QMenu(self)
        listed.aboutToShow.connect(lambda: self.pending.fill_menu(listed))
        self.addToolBar(tool_bar(self.actions_, listed))
        practice = fill_menu_bar(self.menuBar(), self.actions_, self.pages.actions_to_pages())
        for scenario in self._services.scenarios:
            practice.addAction(scenario).triggered.connect(partial(self._on_practice_requested, scenario))

    def _connect_parts(self) -> None:
        hosts, message = self.open_hosts, self.stack.message
        hosts.changed.connect(self._repaint)
        hosts.progressed.connect(self.status.show_progress)
        hosts.applied.connect(self._on_applied)
        self.bulk_changes.ended.connect(self._go_on_closing)
        self.hosts.first_read.connect(self._on_first_read)
        self.connecting.session_made.connect(self.hosts.replace)
        self.connecting.session_added.connect(self.hosts.add)
        message.reconnect.clicked.connect(self.failed_host.ask_for_host)
        message.offer.clicked.connect(self.failed_host.accept)
        message.retry.clicked.connect(self.hosts.read_current)
        self.host_pane.set_menu(host_menu(self.actions_))
        self.host_pane.counted.connect(partial(enable_host_actions, self.actions_))
        self.host_pane.retry.clicked.connect(self.hosts.retry_failed)
        self.failed_host.restarted.connect(self.close)
        self.snapshots.opened.connect(self.hosts.open)
        self.comparing.align_requested.connect(self.changes.confirm)
        self.status.cancel.clicked.connect(self.hosts.cancel)
        self.filter_edit.textChanged.connect(self.pages.set_words)
        self.filter_edit.left_downwards.connect(self.pages.focus_front)
        self.panel.switch.mode_requested.connect(self.changes.set_mode)
        self.panel.selection_changed.connect(self._enable_actions)
        self.pages.currentChanged.connect(self._enable_actions)
        self.pages.endpoint_chosen.connect(self._go_to_endpoint)
        self.pending.endpoint_chosen.connect(self._go_to_endpoint)
        self.pages.change_requested.connect(self.changes.change_settings)
        self.finding.endpoint_chosen.connect(self.show_endpoint)
        self.list_dropped.connect(self.host_lists.take)
        self._services.preferences.changed.connect(self._show_banner)

    def _connect_actions(self) -> None:
        actions = self.actions_
        actions.connect.triggered.connect(self.failed_host.ask_for_host)
        actions.disconnect.triggered.connect(self.hosts.close_selected)
        actions.refresh.triggered.connect(self.hosts.refresh)
        actions.cancel.triggered.connect(self.hosts.cancel)
        actions.quit.triggered.connect(self.close)
        actions.history.triggered.connect(self.history.open_window)
        actions.find.triggered.connect(self._find)
        actions.edit_connection.triggered.connect(self.failed_host.edit_connection)
        actions.disconnect_all.triggered.connect(self.hosts.close_all)
        actions.retry_failed.triggered.connect(self.hosts.retry_failed)
        connect_change_actions(actions, self.changes, self.panel)
        self.endpoints.summary.set_actions([actions.grant, *actions.modes.values()])
        groups = ([*actions.modes.values()], [actions.grant, *self.endpoints.tab_actions(self.history_tab)])
        self.panel.set_menu(groups, [*actions.preview_modes.values()])
        actions.read_only.toggled.connect(lambda read_only: self.hosts.lock(read_only=read_only))

    # Reacting

    def _repaint(self, change: Change) -> None:
        """Show what is new of the current session: called once for all that changed at the same time."""
        session = self.current
        if change & ~Change.ACTIVITY or session is None or session.snapshot is None:
            self.stack.show_session(session, change)
        if change & ~(Change.NAMES | Change.ACTIVITY):
            self.setWindowTitle(window_title(session))
            self._show_banner()
        if change & ~Change.NAMES:
            self.status.show_session(session, change)
            self._enable_actions()

    def _on_first_read(self) -> None:
        if not self.filter_edit.hasFocus():
            self.panel.table.setFocus()  # it is what the user waits for

    def _on_applied(self, report: ApplyReport) -> None:
        """Show what came of a write; one of several that were confirmed together is told with the others."""
        self.history.note_write(report.host.key)
        self.pending.enable_actions()  # what was written can be reverted now
        self.results.show_result(report)
        if not self.bulk_changes.covers(report.host.key):
            self._go_on_closing(report)

    def _go_on_closing(self, report: ApplyReport | BulkReport) -> None:
        """A window that waits to close goes, unless something wants to be seen."""
        waiting, self._closing = self._closing, False
        if waiting and not report.needs_attention:
            self.close()
        else:
            self._show_banner()

    def _show_banner(self) -> None:
        problem = shown(self._services.preferences.problem)
        set_text_or_hide(self.banner, banner_text(self.current, problem, closing=self._closing))

    def _enable_actions(self) -> None:
        session, actions = self.current, self.actions_
        selected = self.pages.currentWidget() is self.endpoints and self.panel.has_selection
        locked = actions.read_only.isChecked() or (session is not None and session.read_only)
        enable_actions(actions, session, selected=selected, locked=locked)
        enable_file_actions(actions, self.open_hosts)
        self.pending.enable_actions()
        self.panel.switch.allow(now=session is not None and session.state.is_ready and not locked, ever=not locked)

    def _on_practice_requested(self, scenario: str) -> None:
        if not self.hosts.select(f"practice:{scenario}"):
            self.hosts.open(self._services.open_practice(scenario))

    def _find(self) -> None:
        if not self.filter_edit.isEnabled():
            self.pages.setCurrentWidget(self.endpoints)
        self.filter_edit.begin()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """A write ends before the window closes: it is never cut off."""
        sessions = self.open_hosts.sessions
        if self.bulk_changes.is_running or any(session.state.is_finishing for session in sessions):
            self._closing = True
            self._show_banner()
            event.ignore()
            return
        if not self.pending.leave(tuple(sessions), self.close):
            event.ignore()
            return
        for session in sessions:
            session.cancel()
        self.history.close_window()
        self.view.save()
        self.hosts.save()
        super().closeEvent(event)
