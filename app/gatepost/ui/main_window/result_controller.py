"""Results of writes: a line in the status bar with the way back, or a report where something went otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gatepost.endpoints.text import WINDOW
from gatepost.endpoints.writes.journal_entry import ApplyReport, Outcome
from gatepost.models.window_text import shown
from gatepost.session.open_hosts import OpenHosts
from gatepost.ui.bulk.controller import BulkChangeController
from gatepost.ui.confirm.controller import ChangeController
from gatepost.ui.editor.pending_changes_controller import PendingChangesController
from gatepost.ui.history.controller import HistoryController
from gatepost.ui.main_window.status_line import StatusLine

if TYPE_CHECKING:
    from gatepost.ui.bulk.run import BulkReport


class ResultController(QObject):
    """Tells the user of results, each host's by itself or of several together, and leads back from them."""

    def __init__(
        self,
        hosts: OpenHosts,
        changes: ChangeController,
        pending: PendingChangesController,
        history: HistoryController,
        bulk_changes: BulkChangeController,
        status: StatusLine,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._hosts = hosts
        self._changes = changes
        self._history = history
        self._bulk_changes = bulk_changes
        self._status = status
        self._latest: ApplyReport | BulkReport | None = None
        self._together: dict[str, BulkReport] = {}  # by the key of a host that was changed last together with others
        status.details_requested.connect(self._show_report)
        status.revert_requested.connect(self._revert_latest)
        pending.revert_requested.connect(self._revert_of_current)
        bulk_changes.ended.connect(self._show_bulk_result)

    def show_result(self, report: ApplyReport) -> None:
        """Tell of a success in the status bar; open the report where anything went otherwise."""
        if self._bulk_changes.covers(report.host.key):
            return
        self._latest = report
        self._together.pop(report.host.key, None)
        if report.needs_attention:
            self._status.clear_message()
            self._changes.report(report)
        else:
            self._status.show_applied(report)

    def _show_bulk_result(self, report: BulkReport) -> None:
        self._latest = report
        self._together.update(dict.fromkeys(report.written, report))
        if report.needs_attention:
            self._status.clear_message()
            self._bulk_changes.report(report)
        else:
            self._status.show_with_actions(applied_words(report), can_revert=bool(report.written))

    def _show_report(self) -> None:
        if isinstance(self._latest, ApplyReport):
            self._changes.report(self._latest)
        elif self._latest is not None:
            self._bulk_changes.report(self._latest)

    def _revert_latest(self) -> None:
        if isinstance(self._latest, ApplyReport):
            session = self._hosts.find(self._latest.host.key)
            if session is not None:
                self._history.revert_latest(session, self._status)
        elif self._latest is not None:
            self._bulk_changes.revert(self._latest)

    def _revert_of_current(self) -> None:
        session = self._hosts.current
        if session is None:
            return
        report = self._together.get(session.key)
        if report is not None and sum(each is report for each in self._together.values()) > 1:
            self._bulk_changes.revert(report)
        else:
            self._history.revert_latest(session, self._status)


def applied_words(report: BulkReport) -> str:
    """Return that an action was carried out on all hosts that were confirmed, and on how many there was nothing to do."""
    count, action = len(report.reports), report.name
    changed = sum(each.count(Outcome.CHANGED) > 0 for each in report.reports)
    if not changed:
        template = WINDOW.tr("{action}: no change needed on %n host", "{action}: no change needed on %n hosts", count)
    elif changed == count:
        template = WINDOW.tr(
            "{action}: applied and verified on %n host", "{action}: applied and verified on %n hosts", count
        )
    else:
        template = WINDOW.tr(
            "{action}: applied and verified on {changed} of %n host, no change needed elsewhere",
            "{action}: applied and verified on {changed} of %n hosts, no change needed on the others",
            count,
        )
    return shown(template.filled(action=action, changed=changed))
