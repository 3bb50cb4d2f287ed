"""Controller of changes: work out the change set, show it, and hand it on once it is confirmed.

The dialogs and the changes are imported when they are needed: the first window needs none of them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QWidget

from gatepost.backend.host.host import Host
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.writes.change_set import ChangeSet
from gatepost.endpoints.writes.journal_entry import ApplyReport
from gatepost.jobs.job import T
from gatepost.models.endpoints.pending_plan import NOTHING_PENDING, PendingState
from gatepost.session.host_session import HostSession
from gatepost.session.open_hosts import OpenHosts
from gatepost.ui.confirm.purpose import ModeRequest, Purpose
from gatepost.ui.dialogs.opening import open_dialog
from gatepost.ui.dialogs.saver import FileSaver
from gatepost.ui.dialogs.waiting import work_out
from gatepost.work import WorkContext

if TYPE_CHECKING:
    from gatepost.endpoints.changes.rebase import Plan
    from gatepost.endpoints.host.setting_change_set import SettingChangeSet
    from gatepost.ui.confirm.dialog import ConfirmDialog
    from gatepost.ui.confirm.planned_change import ChangePlanner, PlannedChange


class ChangeController(QObject):
    """Opens the confirmation for a change of the host that is shown, and the report after it."""

    def __init__(self, hosts: OpenHosts, files: FileSaver, layout: Path, window: QWidget) -> None:
        super().__init__(window)
        self._layout = layout
        self._hosts = hosts
        self._files = files
        self._window = window
        self._queued: list[Callable[[], QDialog]] = []  # what came of writes, until no dialog is in the way

    def disable(self, purpose: Purpose) -> None:
        """Ask about closing every enabled endpoint of the host to the network."""
        from gatepost.endpoints.changes.remoting import disable_remoting
        from gatepost.endpoints.host.exposure import exposure_rows, snapshot_rows

        session, snapshot = self._subject()
        if session is None or snapshot is None:
            return

        def ask(planned: PlannedChange, planner: ChangePlanner) -> None:
            dialog = self._confirm(session, planned, planner, purpose)
            replan = _plans_again(
                session,
                dialog,
                lambda: partial(disable_remoting, include_disabled=dialog.include_disabled.isChecked()),
            )
            dialog.include_disabled.toggled.connect(replan)
            dialog.details.show_exposure(snapshot_rows(snapshot))
            self._fetch(
                session,
                dialog,
                Host.exposure,
                lambda exposure: dialog.details.show_exposure(exposure_rows(exposure, snapshot)),
            )

        self._plan(session, snapshot, disable_remoting, ask)

    def enable(self, purpose: Purpose) -> None:
        """Ask about enabling every endpoint of the host and opening it to the network."""
        from gatepost.endpoints.changes.remoting import enable_remoting
        from gatepost.endpoints.host.enable_steps import DEFAULT_STEPS
        from gatepost.ui.confirm.enable_dialog import EnableDialog

        session, snapshot = self._subject()
        if session is None or snapshot is None:
            return

        def ask(planned: PlannedChange, planner: ChangePlanner) -> None:
            dialog = EnableDialog(
                planned,
                planner,
                session.pending_changes,
                self._files,
                session.evaluator(),
                _allowed(session, purpose),
                self._window,
            )
            if not self._fetch(session, dialog, Host.enable_state, dialog.show_state):
                dialog.show_unknown()
            self._open(session, dialog)

        self._plan(session, snapshot, partial(enable_remoting, steps=DEFAULT_STEPS), ask)

    def set_mode(self, request: ModeRequest) -> None:
        """Ask about one mode for the named endpoints."""
        from gatepost.endpoints.changes.remoting import set_access_mode

        session, snapshot = self._subject()
        if session is not None and snapshot is not None and request.names:
            plan = partial(set_access_mode, names=request.names, mode=request.mode)

            def ask(planned: PlannedChange, planner: ChangePlanner) -> None:
                _plans_again(session, self._confirm(session, planned, planner, request.purpose), lambda: plan)

            self._plan(session, snapshot, plan, ask)

    def apply_pending(self, session: HostSession, names: tuple[str, ...] | None, purpose: Purpose) -> None:
        """Ask about applying the pending changes of the named endpoints, or all."""
        if session.snapshot is not None and not session.state.is_busy:
            plan = session.pending_changes.planner(names)

            def ask(planned: PlannedChange, planner: ChangePlanner) -> None:
                self._confirm(session, planned, planner, purpose)

            self._plan(session, session.snapshot, lambda _: plan(), ask, edits=NOTHING_PENDING)

    def align(self, session: HostSession, plan: Callable[[], ChangeSet]) -> None:
        """Ask about what a comparison makes of a host."""
        if session.snapshot is not None and not session.state.is_busy:
            self.confirm(session, plan, session.snapshot)

    def confirm(self, session: HostSession, plan: Callable[[], ChangeSet], snapshot: HostSnapshot) -> None:
        """Ask about a change that ``plan`` works out from that reading of the host.

        Pending changes that it covers are kept on top of it or discarded: it leads to a state that was chosen without them.
        """

        def ask(planned: PlannedChange, planner: ChangePlanner) -> None:
            dialog = self._confirm(session, planned, planner, Purpose.APPLY)
            dialog.pending.leave_out_apply()
            _plans_again(session, dialog, lambda: lambda _: planned.change_set)

        self._plan(session, snapshot, lambda _: plan(), ask)

    def change_settings(self, session: HostSession, change_set: SettingChangeSet) -> None:
        """Ask about a change of the host's settings."""
        from gatepost.ui.confirm.setting_dialog import SettingDialog

        if session.state.is_busy:
            return
        dialog = SettingDialog(change_set, _allowed(session, Purpose.APPLY), self._window)
        dialog.confirmed.connect(
            lambda reason: session.write(lambda host, context: host.change_settings(change_set, reason, context))
        )
        open_dialog(dialog)

    def report(self, report: ApplyReport) -> None:
        """Show what came of a write, item by item."""
        from gatepost.ui.confirm.report_dialog import ReportDialog

        self.enqueue_dialog(partial(ReportDialog, report, self._window))

    def enqueue_dialog(self, make: Callable[[], QDialog]) -> None:
        """Queue a dialog that opens by itself until no question is open: it must not cover one."""
        self._queued.append(make)
        self._show_queued()

    def _show_queued(self) -> None:
        if not self._queued:
            return
        in_the_way = next((d for d in self._window.findChildren(QDialog) if d.isVisible() and d.isModal()), None)
        if in_the_way is None:
            open_dialog(self._queued.pop(0)())
            self._show_queued()
        else:
            in_the_way.finished.connect(self._show_queued, Qt.ConnectionType.SingleShotConnection)

    def _subject(self) -> tuple[HostSession | None, HostSnapshot | None]:
        """Return the host that is shown, and what was read of it; None where no change is taken now."""
        session = self._hosts.current
        return (session, session.snapshot) if session is not None and not session.state.is_busy else (None, None)

    def _plan(
        self,
        session: HostSession,
        snapshot: HostSnapshot,
        plan: Plan,
        ask: Callable[[PlannedChange, ChangePlanner], None],
        edits: PendingState | None = None,
    ) -> None:
        """Plan in a worker thread, and ask; not where the host is read or written by then, or was read again.

        ``edits`` are the pending changes to look at, by default all of the host.
        """
        from gatepost.ui.confirm.planned_change import ChangePlanner

        before = session.snapshot
        planner = ChangePlanner(snapshot, over_network=session.over_network)
        edits = PendingState.of(session.pending_changes) if edits is None else edits

        def take(planned: PlannedChange) -> None:
            same = session.snapshot is before or (
                before is not None
                and session.snapshot is not None
                and session.snapshot.configurations is before.configurations
            )
            if same and not session.state.is_busy:
                ask(planned, planner)

        work_out(session.evaluator(), partial(planner.planned, plan, edits), take, self._window)

    def _confirm(
        self, session: HostSession, planned: PlannedChange, planner: ChangePlanner, purpose: Purpose
    ) -> ConfirmDialog:
        from gatepost.ui.confirm.dialog import ConfirmDialog

        purpose = _allowed(session, purpose)
        dialog = ConfirmDialog(planned, planner, self._files, session.evaluator(), purpose, self._window)
        self._open(session, dialog)
        return dialog

    def _open(self, session: HostSession, dialog: ConfirmDialog) -> None:
        dialog.confirmed.connect(lambda: dialog.pending.settle(session.pending_changes, dialog.change_set))
        dialog.confirmed.connect(lambda reason: session.write(dialog.work(reason)))
        dialog.details.keep_choice(self._layout)
        open_dialog(dialog)

    def _fetch(
        self,
        session: HostSession,
        dialog: QDialog,
        work: Callable[[Host, WorkContext], T],
        show: Callable[[T], None],
    ) -> bool:
        """Read something for an open dialog in the background, which is dropped when that goes; False: nobody to ask."""
        job = session.run_read(work)
        if job is None:
            return False
        job.then(show)
        dialog.finished.connect(job.cancel)
        return True


def _plans_again(session: HostSession, dialog: ConfirmDialog, plan: Callable[[], Plan]) -> Callable[[], None]:
    """Plan again for another choice about the pending changes that the plan covers; return what does that."""

    def replan() -> None:
        dialog.plan_again(plan(), session.pending_changes)

    dialog.pending.choice_changed.connect(replan)
    return replan


def _allowed(session: HostSession, purpose: Purpose) -> Purpose:
    return Purpose.PREVIEW if session.read_only else purpose
