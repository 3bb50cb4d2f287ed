"""The history in the window: the tab, the window of its own, and what is said at the start."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QWidget

from gatepost.backend.journal.file import JournalError
from gatepost.backend.journal.queries import can_be_reverted, group_of, interrupted, writes_of_action
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.writes.journal_entry import JournalEntry
from gatepost.models.window_text import shown
from gatepost.session.host_session import HostSession
from gatepost.session.journal_source import JournalSource, is_of
from gatepost.session.open_hosts import OpenHosts
from gatepost.ui.confirm.controller import ChangeController
from gatepost.ui.dialogs.files import FileSaver
from gatepost.ui.dialogs.fitted import fit_to_screen
from gatepost.ui.dialogs.message import notice
from gatepost.ui.dialogs.opening import open_dialog

if TYPE_CHECKING:  # the first window needs none of these
    from gatepost.ui.history.revert_controller import Notices, RevertController
    from gatepost.ui.history.tab import HistoryTab
    from gatepost.ui.history.view import HistoryView
    from gatepost.ui.history.window import HistoryWindow


class HistoryController(QObject):
    """The history of all hosts, of one endpoint, and what is told of it at the start."""

    def __init__(
        self,
        source: JournalSource,
        hosts: OpenHosts,
        changes: ChangeController,
        files: FileSaver,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._source = source
        self._changes = changes
        self._files = files
        self._window = window
        self._hosts = hosts
        self._reverts: RevertController | None = None
        self._all_hosts: HistoryWindow | None = None
        self._has_told = False
        self._written: set[str] = set()
        source.changed.connect(self._show_interrupted_at_start)
        source.load()

    def open_window(self) -> None:
        """Show the history of all hosts."""
        from gatepost.ui.history.window import HistoryWindow

        if self._all_hosts is None:
            self._all_hosts = HistoryWindow(self._source, self._files, self._window)
            self._all_hosts.set_aside_button.clicked.connect(self._set_aside)
            self._connect_view(self._all_hosts.view)
        fit_to_screen(self._all_hosts)
        self._all_hosts.show()
        self._all_hosts.raise_()
        self._all_hosts.activateWindow()
        self._source.load()

    def close_window(self) -> None:
        """Close the window of all hosts, where it is open."""
        if self._all_hosts is not None:
            self._all_hosts.close()

    def note_write(self, host: str) -> None:
        """Take note that a host, named by its key, was written to: the journal has news."""
        self._written.add(host)
        self._source.load()

    def can_revert(self, session: HostSession) -> bool:
        """Whether the host was written to in this run of the program."""
        return session.key in self._written and session.state.is_ready and not session.read_only

    def revert_latest(self, session: HostSession, notices: Notices) -> None:
        """Ask about reverting the latest change of a host, as the journal has it by then."""

        def found() -> None:
            if self._source.error is not None:
                notices.show_error(self._source.error)
                return
            entries = self._source.entries
            latest = next((e for e in entries if is_of(e, session) and can_be_reverted(e)), None)
            if latest is None:
                notices.show_message(self.tr("There is no change to revert."))
            else:
                self._revert_controller().revert(notices, group_of(latest, entries))

        self._source.changed.connect(found, Qt.ConnectionType.SingleShotConnection)
        self._source.load()

    def make_tab(self) -> HistoryTab:
        """Make the tab of the selected endpoint's history."""
        from gatepost.ui.history.tab import HistoryTab

        tab = HistoryTab(self._source)
        self._connect_view(tab.view)
        return tab

    def _connect_view(self, view: HistoryView) -> None:
        view.revert_requested.connect(lambda entries: self._revert_controller().revert(view, entries))
        view.check_requested.connect(lambda entry: self._revert_controller().reconcile_write(view, entry))
        view.mark_as_checked.connect(lambda entry: self._mark_as_checked(view, entry))

    def _revert_controller(self) -> RevertController:
        from gatepost.ui.history.revert_controller import RevertController

        if self._reverts is None:
            self._reverts = RevertController(self._hosts, self._changes, self._source, self._window)
        return self._reverts

    # What is said at the start

    def _show_interrupted_at_start(self) -> None:
        """Tell of actions that broke off, and of a journal that does not open, before anything is written."""
        if self._has_told:
            return
        self._has_told = True
        if self._source.error is not None:
            self._changes.enqueue_dialog(partial(self._problem_notice, self._source.error))
        entries = interrupted(self._source.entries, datetime.now(UTC))
        if entries:
            self._changes.enqueue_dialog(partial(self._interrupted_notice, entries))

    def _problem_notice(self, error: HostError) -> QDialog:
        damaged = isinstance(error, JournalError) and error.damaged
        verb = self.tr("&Open History...") if damaged else ""
        dialog = notice(shown(error.summary), shown(error.next_step), verb, self._window)
        dialog.accepted.connect(self.open_window)
        return dialog

    def _interrupted_notice(self, entries: tuple[JournalEntry, ...]) -> QDialog:
        from gatepost.ui.history.unsettled_dialogs import InterruptedDialog

        actions = [writes_of_action(entry, self._source.entries) for entry in entries]
        dialog = InterruptedDialog(tuple(dict.fromkeys(actions)), self._window)
        dialog.accepted.connect(self.open_window)
        dialog.more_chosen.connect(lambda: self._source.remind_later(entries))
        return dialog

    def _mark_as_checked(self, view: HistoryView, entry: JournalEntry) -> None:
        from gatepost.ui.history.unsettled_dialogs import MarkAsCheckedDialog

        dialog = MarkAsCheckedDialog(entry, view)

        def mark(reason: str) -> None:
            view.show_message("")
            self._source.mark_as_checked(entry, reason).then(failed=view.show_error)

        dialog.confirmed.connect(mark)
        open_dialog(dialog)

    def _set_aside(self) -> None:
        if self._all_hosts is None:
            return
        view = self._all_hosts.view

        def tell(path: Path | None) -> None:
            if path is None:
                view.show_message(self.tr("History is no longer damaged."))
            else:
                message = self.tr("The damaged history was moved to {path}. A new one starts with the next change.")
                view.show_message(message.format(path=path))

        self._source.set_aside().then(tell, view.show_error)
