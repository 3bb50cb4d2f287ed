"""Controller of changes on several hosts: one question, then a write, a report and a history for each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from gatepost.endpoints.writes.journal_entry import JournalEntry
from gatepost.session.host_session import HostSession
from gatepost.session.journal_source import JournalSource
from gatepost.session.open_hosts import OpenHosts
from gatepost.ui.dialogs.message import show_problem
from gatepost.ui.dialogs.opening import open_dialog
from gatepost.ui.hosts.view import HostView
from gatepost.ui.widgets.actions import Actions

if TYPE_CHECKING:  # the first window needs none of these
    from gatepost.ui.bulk.action import BulkAction
    from gatepost.ui.bulk.plan import HostChange
    from gatepost.ui.bulk.run import BulkReport, BulkRun

_SEVERAL = 2


class BulkChangeController(QObject):
    """Serves the actions on the hosts that are selected in the list."""

    ended = Signal(object)  # BulkReport

    def __init__(
        self,
        hosts: OpenHosts,
        actions: Actions,
        view: HostView,
        journal: JournalSource,
        enqueue_dialog: Callable[[Callable[[], QDialog]], None],
        window: QWidget,
    ) -> None:
        """``enqueue_dialog`` opens a dialog that nobody has asked for, once no question is open."""
        super().__init__(window)
        self._hosts, self._view, self._journal = hosts, view, journal
        self._enqueue_dialog, self._window = enqueue_dialog, window
        self._runs: list[BulkRun] = []
        self._actions = (actions.disable_many, actions.grant_many, actions.revert_many)
        actions.disable_many.triggered.connect(self._ask_disable)
        actions.grant_many.triggered.connect(self._ask_grant)
        actions.revert_many.triggered.connect(lambda: self._ask_revert(self._selected(), None))
        view.selectionModel().selectionChanged.connect(self._enable)
        self._enable()

    @property
    def is_running(self) -> bool:
        """Whether an action goes on that was confirmed, until the report of all its hosts."""
        return bool(self._runs)

    def covers(self, key: str) -> bool:
        """Whether what comes of a host now is told together with other hosts."""
        return any(run.covers(key) for run in self._runs)

    def report(self, report: BulkReport) -> None:
        """Show what came of an action, host by host."""
        self._enqueue_dialog(partial(self._report_dialog, report))

    def revert(self, report: BulkReport) -> None:
        """Ask about reverting what an action has written, on all hosts that have any of it."""
        sessions = (self._hosts.find(key) for key in report.written)
        self._ask_revert([session for session in sessions if session is not None], report)

    def _enable(self, *_: object) -> None:
        for action in self._actions:
            action.setEnabled(len(self._view.selected_keys()) >= _SEVERAL)

    def _selected(self) -> list[HostSession]:
        sessions = (self._hosts.find(key) for key in self._view.selected_keys())
        return [session for session in sessions if session is not None]

    def _ask_disable(self) -> None:
        from gatepost.ui.bulk.action import BulkDisable

        self._ask(BulkDisable(), self._selected())

    def _ask_grant(self) -> None:
        from gatepost.ui.bulk.grant_dialog import BulkGrantDialog

        sessions = self._selected()
        dialog = BulkGrantDialog(sessions, self._window)
        dialog.answered.connect(lambda action: self._ask(action, sessions))
        open_dialog(dialog)

    def _ask_revert(self, sessions: Sequence[HostSession], report: BulkReport | None) -> None:
        """Read the journal, then ask about the last change of each host; of a report, about its writes alone."""
        from gatepost.ui.bulk.revert import BulkRevert

        def ask(entries: tuple[JournalEntry, ...]) -> None:
            self._ask(BulkRevert(entries, report.written if report is not None else None), sessions)

        self._journal.latest().then(ask, partial(show_problem, self._window))

    def _ask(self, action: BulkAction, sessions: Sequence[HostSession]) -> None:
        from gatepost.ui.bulk.dialog import BulkChangeDialog
        from gatepost.ui.bulk.plan import BulkPlanning

        dialog = BulkChangeDialog(action, self._window)
        planning = BulkPlanning(action, sessions, dialog)
        planning.changed.connect(lambda: dialog.show_plans(planning.plans, is_done=planning.is_done))
        dialog.finished.connect(planning.cancel)
        dialog.confirmed.connect(lambda reason: self._write(action, dialog.included, reason))
        planning.start()
        open_dialog(dialog)

    def _write(self, action: BulkAction, changes: Sequence[HostChange], reason: str) -> None:
        from gatepost.ui.bulk.run import BulkRun

        run = BulkRun(action, changes, reason, self)
        self._runs.append(run)
        run.ended.connect(partial(self._on_ended, run))
        run.start()

    def _on_ended(self, run: BulkRun, report: BulkReport) -> None:
        self._runs.remove(run)
        run.deleteLater()
        self.ended.emit(report)

    def _report_dialog(self, report: BulkReport) -> QDialog:
        from gatepost.ui.bulk.report_dialog import BulkReportDialog

        dialog = BulkReportDialog(report, self._window)
        dialog.revert_requested.connect(self.revert)
        return dialog
