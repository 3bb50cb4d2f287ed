"""The window: hosts on the left, endpoints and what is known of the selected one on the right."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QLabel,
    QMainWindow,
    QPushButton,
    QWidget,
)
from typing_extensions import override

from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.configuration.report import ApplyReport
from gatepost.models.host_list import HostRow
from gatepost.models.roles import ValueRole
from gatepost.session.connector import Connector
from gatepost.session.host_session import Activity, HostSession
from gatepost.session.journal_source import JournalSource
from gatepost.session.offline_session import OfflineSession
from gatepost.session.open_hosts import OpenHosts
from gatepost.ui.appearance import Appearance
from gatepost.ui.compare.controller import Documents
from gatepost.ui.compare.file_actions import FileActions
from gatepost.ui.confirm.controller import Orders
from gatepost.ui.connect.connecting import Connecting
from gatepost.ui.connect.recovery import Offers
from gatepost.ui.editor.pending_changes import Drafting
from gatepost.ui.endpoints.page import EndpointsPage
from gatepost.ui.history.controller import Histories
from gatepost.ui.hosts.bulk import ManyHosts
from gatepost.ui.hosts.pages import HostPages
from gatepost.ui.hosts.view import HostView
from gatepost.ui.layout import central_frame
from gatepost.ui.menus import FilterEdit, fill_menu_bar, tool_bar
from gatepost.ui.settings.preferences import Preferences
from gatepost.ui.status_line import StatusLine
from gatepost.ui.widgets import theme
from gatepost.ui.widgets.actions import Actions
from gatepost.ui.widgets.dialogs import open_dialog
from gatepost.ui.widgets.focus_order import move_focus
from gatepost.ui.widgets.icons import icon
from gatepost.ui.widgets.screen import fit_to_screen

if TYPE_CHECKING:  # made when they come to the front
    from gatepost.ui.access.summary_page import WhoPage
    from gatepost.ui.hosts.facts_page import FactsPage
    from gatepost.ui.hosts.leftovers_page import LeftoversPage

SessionFactory = Callable[[str], HostSession]


class MainWindow(QMainWindow):
    """One window over all open hosts.

    ``open_practice`` makes a session for a scenario's name, ``connector`` those for real hosts. Without
    ``preferences`` there is nothing to set but the theme, for this run; without ``journal`` there is no history, without
    ``documents`` no file is touched.
    """

    session_closed = Signal(object)  # HostSession: it is no longer in the window

    def __init__(
        self,
        open_practice: SessionFactory,
        scenarios: tuple[str, ...],
        *,
        connector: Connector | None = None,
        preferences: Preferences | None = None,
        documents: Callable[[QWidget], Documents] | None = None,
        journal: JournalSource | None = None,
        read_only: bool = False,
        locked: bool = False,
    ) -> None:
        super().__init__()
        self._open_practice = open_practice
        self._unread: set[HostSession] = set()
        self._closing = False
        self.setWindowTitle(self.tr("Gatepost"))
        self.setWindowIcon(icon("gate", "accent"))
        self.actions_ = Actions(self)
        self.appearance = Appearance(self.actions_, preferences, self)
        self.open_hosts = OpenHosts(self)
        self.hosts = self.open_hosts.model
        self.host_view = HostView(self.hosts)
        self.endpoints = EndpointsPage()
        self.panel = self.endpoints.panel
        self.details = self.endpoints.details
        self.pages = HostPages()
        self.status = StatusLine()
        self.orders = Orders(self)
        self.drafting = Drafting(self.actions_, self.orders, self.details.draft_line, self)
        self.drafting.set_selection(self.panel.selected_names)
        self.documents = documents(self) if documents else None
        self.files = FileActions(self.actions_, self.documents, lambda: (self.sessions, self.current), self)
        self.filter_edit = FilterEdit()
        self.banner = QLabel()
        self._connector = connector
        self.connecting = Connecting(connector, self) if connector else None
        self.offers = (
            Offers(connector, self.connecting, lambda: self.current, self) if connector and self.connecting else None
        )
        self.histories = (
            Histories(journal, lambda: self.sessions, self.orders, self.details.tabs, self) if journal else None
        )
        self.pages.set_corner(self.filter_edit)
        self._lay_out()
        self.many = ManyHosts(lambda: self.sessions, self.actions_, self.host_view, self)
        self.addToolBar(tool_bar(self.actions_))
        practice = fill_menu_bar(self.menuBar(), self.actions_)
        for scenario in scenarios:
            practice.addAction(scenario).triggered.connect(partial(self._on_practice_requested, scenario))
        self._connect()
        if preferences is not None:
            preferences.changed.connect(self._show_current)
        self.actions_.read_only.setChecked(read_only)
        self.actions_.read_only.setEnabled(not locked)
        self._apply_read_only(read_only)
        if connector is not None:
            self._add(connector.here())
        self._show_current()
        self.resize(1280, 800)
        fit_to_screen(self)
        self.panel.table.setFocus()

    # What the outside asks for

    @property
    def current(self) -> HostSession | None:
        """The session that is shown."""
        return self.open_hosts.current

    @property
    def sessions(self) -> list[HostSession]:
        """The open hosts, in the order in which they were opened."""
        return self.open_hosts.sessions

    @property
    def who(self) -> WhoPage:
        """The page that says who gets in."""
        return self._who()

    @property
    def leftovers(self) -> LeftoversPage:
        """The page of what stays open."""
        return self._leftovers()

    @property
    def facts(self) -> FactsPage:
        """The page of what the host is."""
        return self._facts()

    def open_session(self, session: HostSession) -> None:
        """Add a host, show it, and start reading it."""
        if self.open_hosts.find(session.key) is not None:
            self._show_host(session.key)
            return
        self._add(session)
        self._show_host(session.key)
        session.load()

    def add_session(self, session: HostSession) -> None:
        """Add a host beside the one that is shown, in place of one that could not be read, and start reading it."""
        old = self.open_hosts.find(session.key)
        if old is not None and not self.close_session(old):
            return
        self._add(session)
        session.load()

    def show_endpoint(self, key: str, name: str) -> None:
        """Show a host and select an endpoint of it; "" selects none."""
        if self.open_hosts.find(key) is not None:
            self._show_host(key)
            self.pages.setCurrentWidget(self.endpoints)
            self.filter_edit.clear()
            self.panel.select(name)
            self.panel.table.setFocus()

    def _add(self, session: HostSession) -> None:
        session.lock(self.actions_.read_only.isChecked())
        if self.documents is not None:
            session.keep_before_writing(self.documents.snapshots.keep)
        self._unread.add(session)
        self.open_hosts.add(session)

    def replace_session(self, session: HostSession) -> None:
        """Show a host through another session than before, unless something is being written to it."""
        old = self.open_hosts.find(session.key)
        if old is not None and not self.drafting.leave((old,), partial(self.replace_session, session)):
            return
        if old is None or self.close_session(old):
            self.open_session(session)
        else:
            self._show_host(session.key)

    def close_session(self, session: HostSession) -> bool:
        """Disconnect a host and take it out of the list. False while it is being written to: then it stays.

        This computer stays in the list, unread.
        """
        if not self.open_hosts.close(session):
            return False
        self._unread.discard(session)
        if session.here and self._connector is not None:
            self._add(self._connector.here())
        return True

    def _show_host(self, key: str) -> None:
        self.host_view.setCurrentIndex(self.hosts.index(self.hosts.number_of(key) or 0))

    # Building

    def _lay_out(self) -> None:
        self.banner.setTextFormat(Qt.TextFormat.PlainText)
        self.banner.setObjectName("banner")
        self.banner.setWordWrap(True)
        self.pages.addTab(self.endpoints, self.tr("Endpoints"))
        self._who = self.pages.add_late(_who_page, self.tr("Who has access"))
        self._leftovers = self.pages.add_asking(self._leftovers_page, self.tr("Still open"))
        self._facts = self.pages.add_asking(_facts_page, self.tr("Host"))
        self.setCentralWidget(central_frame(self.host_view, self.banner, self.pages))
        self.setStatusBar(self.status)

    def _leftovers_page(self) -> LeftoversPage:
        from gatepost.ui.hosts.leftovers_page import LeftoversPage

        page = LeftoversPage()
        page.order_requested.connect(self.orders.change_settings)
        return page

    def _connect(self) -> None:
        actions, hosts = self.actions_, self.open_hosts
        hosts.changed.connect(self._on_session_changed)
        hosts.progressed.connect(self.status.show_progress)
        hosts.applied.connect(self._on_applied)
        hosts.closed.connect(self.session_closed)
        self.panel.set_mode_actions([*actions.modes.values(), *actions.preview_modes.values()])
        actions.connect.setVisible(self.connecting is not None)
        if self.connecting is not None:
            self.connecting.session_made.connect(self.replace_session)
            self.connecting.session_added.connect(self.add_session)
        if self._connector is not None and self.connecting is not None:
            self.many.take_lists(self._connector, self.connecting)
        if self.offers is not None:
            for asking in (actions.connect.triggered, self.panel.message.reconnect_requested):
                asking.connect(self.offers.ask_for_host)
            self.panel.message.offer_accepted.connect(self.offers.accept)
            self.offers.restarted.connect(self.close)
        if self.documents is not None:
            self.documents.opened.connect(self.open_session)
            self.documents.done.connect(self.status.say)
            self.documents.make_like_requested.connect(self.orders.make_like)
        actions.disconnect.triggered.connect(self._disconnect)
        actions.refresh.triggered.connect(self._refresh)
        actions.cancel.triggered.connect(self._cancel)
        actions.quit.triggered.connect(self.close)
        actions.history.setVisible(self.histories is not None)
        if self.histories is not None:
            actions.history.triggered.connect(self.histories.open_window)
        actions.find.triggered.connect(self._find)
        actions.about.triggered.connect(self._about)
        actions.disable.triggered.connect(lambda: self._order(self.orders.disable))
        actions.enable.triggered.connect(lambda: self._order(self.orders.enable))
        actions.preview_disable.triggered.connect(lambda: self._order(self.orders.disable, preview=True))
        actions.preview_enable.triggered.connect(lambda: self._order(self.orders.enable, preview=True))
        for mode in actions.modes:
            actions.modes[mode].triggered.connect(partial(self._on_mode_triggered, mode, False))
            actions.preview_modes[mode].triggered.connect(partial(self._on_mode_triggered, mode, True))
        actions.read_only.toggled.connect(self._apply_read_only)
        self.status.cancel.clicked.connect(self._cancel)
        self.filter_edit.textChanged.connect(self.panel.set_words)
        self.filter_edit.left_downwards.connect(self.panel.table.setFocus)
        self.panel.selection_changed.connect(self._enable_actions)
        self.pages.currentChanged.connect(self._enable_actions)
        self.panel.mode_requested.connect(self._on_mode_requested)
        self.panel.message.retry_requested.connect(self._refresh)
        self.many.endpoint_chosen.connect(self.show_endpoint)
        self.host_view.selectionModel().currentChanged.connect(self._on_host_changed)
        theme.watcher().changed.connect(self._retint)

    # Reacting

    def _on_host_changed(self, index: QModelIndex | QPersistentModelIndex, _: object) -> None:
        row = index.data(ValueRole)
        session = self.open_hosts.current = self.open_hosts.find(row.key) if isinstance(row, HostRow) else None
        if session is not None and session.snapshot is not None:
            self._unread.discard(session)
        if session is not None and session.here and session.untouched:
            session.load()
        self._show_current()

    def _on_session_changed(self) -> None:
        self._show_current()
        session = self.current
        if session is not None and session.snapshot is not None and session in self._unread:
            self._unread.discard(session)
            if not self.filter_edit.hasFocus():
                self.panel.table.setFocus()  # the first reading is what the user waits for

    def _on_applied(self, report: ApplyReport) -> None:
        """Show what came of an order; a window that waits to close goes, unless something wants to be seen."""
        waiting, self._closing = self._closing, False
        if self.histories is not None:
            self.histories.written()
        if waiting and not report.needs_attention:
            self.close()
            return
        self._show_current()
        self.orders.report(report)

    def _show_current(self) -> None:
        session = self.current
        self.pages.show_session(session)
        self.status.show_session(session)
        said = self._banner(session)
        self.banner.setVisible(bool(said))
        self.banner.setText(said)
        self._enable_actions()

    def _banner(self, session: HostSession | None) -> str:
        if self._closing:
            return self.tr("Applying a change. Gatepost will close when it's done.")
        if self.appearance.problem:
            return self.appearance.problem
        if isinstance(session, OfflineSession):
            return session.banner()
        if session is not None and session.practice:
            return self.tr("Practice host: a simulated Windows server on this computer. Change whatever you like.")
        return ""

    def _enable_actions(self) -> None:
        actions, session = self.actions_, self.current
        locked = actions.read_only.isChecked() or (session is not None and session.read_only)
        for action in actions.writing:
            action.setVisible(not locked)
        selected = self.pages.currentWidget() is self.endpoints and bool(self.panel.selected_rows())
        ready = session is not None and session.snapshot is not None and session.error is None and not session.busy
        for action in (actions.disable, actions.enable, actions.preview_disable, actions.preview_enable):
            action.setEnabled(ready)
        for action in (*actions.modes.values(), *actions.preview_modes.values()):
            action.setEnabled(ready and selected)
        actions.disconnect.setEnabled(
            session is not None
            and session.activity is not Activity.WRITING
            and not (session.here and session.untouched)
        )
        actions.refresh.setEnabled(session is not None and not session.busy and not session.explanation)
        actions.cancel.setEnabled(session is not None and session.cancellable)
        self.files.enable()
        self.drafting.show_session(session, ready)
        self.panel.switch.writable = ready and not locked

    def _apply_read_only(self, read_only: bool) -> None:
        for session in self.sessions:
            session.lock(read_only)
        self._show_current()

    # Orders

    def _order(self, order: Callable[..., None], preview: bool = False) -> None:
        if self.current is not None:
            order(self.current, preview=preview)

    def _on_mode_triggered(self, mode: AccessMode, preview: bool) -> None:
        if self.current is not None:
            self.orders.set_mode(self.current, self.panel.selected_names(), mode, preview)

    def _on_mode_requested(self, names: tuple[str, ...], mode: AccessMode) -> None:
        if self.current is not None:
            self.orders.set_mode(self.current, names, mode)

    def _on_practice_requested(self, scenario: str) -> None:
        if self.open_hosts.find(f"practice:{scenario}") is not None:
            self._show_host(f"practice:{scenario}")
        else:
            self.open_session(self._open_practice(scenario))

    def _disconnect(self) -> None:
        session = self.current
        if session is not None and self.drafting.leave((session,), partial(self.close_session, session)):
            self.close_session(session)

    def _refresh(self) -> None:
        if self.current is not None:
            self.current.load()

    def _cancel(self) -> None:
        if self.current is not None:
            self.current.cancel()

    def _find(self) -> None:
        self.pages.setCurrentWidget(self.endpoints)
        self.filter_edit.setFocus()
        self.filter_edit.selectAll()

    def _about(self) -> None:
        from gatepost.ui.settings.about_dialog import AboutDialog  # reads the metadata of every library

        open_dialog(AboutDialog(self))

    def _retint(self) -> None:
        self.actions_.retint()
        self.filter_edit.retint()
        self._show_current()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return move_focus(self, forward=next)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, as it does in dialogs."""
        focus = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focus, QPushButton):
            focus.click()
        else:
            super().keyPressEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """A write ends before the window closes: it is never cut off."""
        if any(s.finishing for s in self.sessions):
            self._closing = True
            self._show_current()
            event.ignore()
            return
        if not self.drafting.leave(tuple(self.sessions), self.close):
            event.ignore()
            return
        for session in self.sessions:
            session.cancel()
        if self.histories is not None:
            self.histories.close_window()
        super().closeEvent(event)


def _who_page() -> WhoPage:
    from gatepost.ui.access.summary_page import WhoPage

    return WhoPage()


def _facts_page() -> FactsPage:
    from gatepost.ui.hosts.facts_page import FactsPage

    return FactsPage()
