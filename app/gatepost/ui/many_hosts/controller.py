"""Controller of changes on several hosts at the same time: one question, then a write, a report and a history for each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gatepost.backend.host.host import Host
from gatepost.endpoints.writes.change_set import ChangeSet
from gatepost.endpoints.writes.journal_entry import ApplyReport
from gatepost.jobs.runner import JobRunner
from gatepost.models.plain import one_line
from gatepost.session.open_hosts import OpenHosts
from gatepost.ui.dialogs.message import notice
from gatepost.ui.dialogs.opening import open_dialog
from gatepost.ui.hosts.view import HostView
from gatepost.ui.widgets.actions import Actions
from gatepost.work import WorkContext

if TYPE_CHECKING:
    from gatepost.ui.many_hosts.plan import HostPlan

_LANE = "several hosts"
_SEVERAL = 2


class ManyHostsController(QObject):
    """Disables remoting on the hosts that are selected in the list."""

    def __init__(self, hosts: OpenHosts, actions: Actions, view: HostView, runner: JobRunner, window: QWidget) -> None:
        super().__init__(window)
        self._hosts, self._actions, self._view = hosts, actions, view
        self._runner, self._window = runner, window
        actions.disable_many.triggered.connect(self._ask)
        view.selectionModel().selectionChanged.connect(self._enable)
        self._enable()

    def _enable(self, *_: object) -> None:
        self._actions.disable_many.setEnabled(len(self._view.selected_keys()) >= _SEVERAL)

    def _ask(self) -> None:
        from gatepost.ui.many_hosts.dialog import ManyHostsDialog  # the first window needs neither
        from gatepost.ui.many_hosts.plan import chosen_hosts, plan_all, reason_left_alone

        found = (self._hosts.find(key) for key in self._view.selected_keys())
        chosen = chosen_hosts([session for session in found if session is not None])
        asked = [(host, reason_left_alone(host)) for host in chosen]
        dialog = ManyHostsDialog(len(asked), self._window)
        dialog.confirmed.connect(self._write)
        job = self._runner.submit(_LANE, partial(plan_all, asked))
        dialog.finished.connect(job.cancel)
        open_dialog(dialog)
        job.then(dialog.show_plans)

    def _write(self, plans: Sequence[HostPlan], reason: str) -> None:
        """Begin on every host; one that was read anew meanwhile is not what was confirmed, and is left alone."""
        left = []
        for plan in plans:
            session = plan.host.session
            if plan.change_set is None or not session.state.is_ready or session.snapshot is not plan.host.snapshot:
                left.append(session.name)
            else:
                session.write(partial(_apply, plan.change_set, reason))
        if left:
            template = self.tr("{hosts}: refreshed since the change was planned, or busy. No changes were made there.")
            said = template.format(hosts=", ".join(map(one_line, left)))
            open_dialog(notice(self.tr("Some hosts weren't changed"), said, "", self._window))


def _apply(change_set: ChangeSet, reason: str, host: Host, context: WorkContext) -> ApplyReport:
    return host.apply(change_set, reason, context)
