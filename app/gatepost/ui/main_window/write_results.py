"""Results of writes: a line in the status bar with the way back, or a report where something went otherwise."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gatepost.endpoints.writes.journal_entry import ApplyReport
from gatepost.session.open_hosts import OpenHosts
from gatepost.ui.confirm.controller import ChangeController
from gatepost.ui.editor.pending_changes_controller import PendingChangesController
from gatepost.ui.history.controller import HistoryController
from gatepost.ui.main_window.status_line import StatusLine


class ResultController(QObject):
    """Tells the user of results, and leads back from them."""

    def __init__(
        self,
        hosts: OpenHosts,
        changes: ChangeController,
        pending: PendingChangesController,
        history: HistoryController,
        status: StatusLine,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._hosts = hosts
        self._changes = changes
        self._history = history
        self._status = status
        self._latest: ApplyReport | None = None
        status.details_requested.connect(self._show_report)
        status.revert_requested.connect(self._revert_latest)
        pending.revert_requested.connect(self._revert_of_current)

    def tell(self, report: ApplyReport) -> None:
        """Tell of a success in the status bar; open the report where anything went otherwise."""
        self._latest = report
        if report.needs_attention:
            self._status.clear_said()
            self._changes.report(report)
        else:
            self._status.say_done(report)

    def _show_report(self) -> None:
        if self._latest is not None:
            self._changes.report(self._latest)

    def _revert_latest(self) -> None:
        session = self._hosts.find(self._latest.host.key) if self._latest is not None else None
        if session is not None:
            self._history.revert_latest(session, self._status)

    def _revert_of_current(self) -> None:
        if self._hosts.current is not None:
            self._history.revert_latest(self._hosts.current, self._status)
