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

from gatepost.endpoints.changes.pending_change import Plan
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.writes.change_set import ChangeSet
from gatepost.endpoints.writes.journal_entry import ApplyReport
from gatepost.models.endpoints.pending_plan import PendingChoice, PendingState
from gatepost.session.host_session import HostSession
from gatepost.session.open_hosts import OpenHosts
from gatepost.ui.dialogs.files import FileSaver
from gatepost.ui.dialogs.opening import open_dialog
from gatepost.ui.dialogs.waiting import work_out

if TYPE_CHECKING:
    from gatepost.endpoints.host.setting_change_set import SettingChangeSet
    from gatepost.ui.confirm.dialog import ConfirmDialog
    from gatepost.ui.confirm.planned_change import ChangeRequest, PlannedChange


class ChangeController(QObject):
    """Opens the confirmation for a change of the host that is shown, and the report after it.

    A preview is the same page without the button; where the host is read-only, every confirmation is one.
    """

    def __init__(self, hosts: OpenHosts, files: FileSaver, layout: Path, window: QWidget) -> None:
        super().__init__(window)
        self._layout = layout
        self._hosts = hosts
        self._files = files
        self._window = window
        self._queued: list[Callable[[], QDialog]] = []  # what came of writes, until no dialog is in the way

    def disable(self, *, preview: bool = False) -> None:
        """Ask about closing every enabled endpoint of the host to the network."""
        from gatepost.endpoints.changes.remoting import disable_remoting
        from gatepost.ui.confirm.disable_dialog import DisableDialog

        self._ask(self._hosts.current, disable_remoting, preview=preview, dialog_type=DisableDialog)

    def enable(self, *, preview: bool = False) -> None:
        """Ask about enabling every endpoint of the host and opening it to the network."""
        from gatepost.endpoints.changes.remoting import enable_remoting
        from gatepost.ui.confirm.enable_dialog import EnableDialog

        self._ask(self._hosts.current, enable_remoting, preview=preview, dialog_type=EnableDialog)

    def set_mode(self, names: tuple[str, ...], mode: AccessMode, *, preview: bool = False) -> None:
        """Ask about one mode for the named endpoints."""
        from gatepost.endpoints.changes.remoting import set_access_mode

        if names:
            plan = partial(set_access_mode, names=names, mode=mode)
            self._ask(self._hosts.current, plan, preview=preview)

    def apply_pending(
        self, session: HostSession, names: tuple[str, ...] | None = None, *, preview: bool = False
    ) -> None:
        """Ask about applying the pending changes of the named endpoints, or all."""
        plan = session.pending_changes.planner(names)
        self._ask(session, lambda _: plan(), preview=preview, pending_choices=())

    def confirm(
        self, session: HostSession, plan: Callable[[], ChangeSet], snapshot: HostSnapshot | None = None
    ) -> None:
        """Ask about a change that ``plan`` works out from that reading of the host, by default the one that is shown.

        Pending changes that it covers are kept on top of it or discarded: it leads to a state that was chosen without them.
        """
        choices = (PendingChoice.KEEP, PendingChoice.DISCARD)
        self._ask(session, lambda _: plan(), snapshot=snapshot, pending_choices=choices)

    def change_settings(self, session: HostSession, change_set: SettingChangeSet) -> None:
        """Ask about a change of the host's settings."""
        from gatepost.ui.confirm.setting_dialog import SettingDialog

        if session.state.is_busy or session.snapshot is None:
            return
        identity = session.snapshot.host

        def write(reason: str) -> None:
            session.write(lambda host, context: host.change_settings(change_set, identity, reason, context))

        dialog = SettingDialog(change_set, identity.name, self._window, preview=session.read_only)
        dialog.confirmed.connect(write)
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

    def _ask(
        self,
        session: HostSession | None,
        plan: Plan,
        *,
        preview: bool = False,
        snapshot: HostSnapshot | None = None,
        pending_choices: tuple[PendingChoice, ...] = tuple(PendingChoice),
        dialog_type: type[ConfirmDialog] | None = None,
    ) -> None:
        """Have a change planned in a worker thread, then ask; nothing while the host is read or written."""
        from gatepost.ui.confirm.dialog import ConfirmDialog
        from gatepost.ui.confirm.planned_change import ChangeRequest

        if session is None or session.snapshot is None or session.state.is_busy:
            return
        read = session.snapshot
        request = ChangeRequest(
            plan,
            snapshot or read,
            preview=preview or session.read_only,
            over_network=session.over_network,
            pending_choices=pending_choices,
        )
        work = partial(request.planned, PendingState.of(session.pending_changes))
        done = partial(self._open, session, read, request, dialog_type or ConfirmDialog)
        work_out(session.evaluator(), work, done, self._window)

    def _open(
        self,
        session: HostSession,
        read: HostSnapshot,
        request: ChangeRequest,
        dialog_type: type[ConfirmDialog],
        planned: PlannedChange,
    ) -> None:
        """Ask about a planned change, unless the host is read or written by now, or was read again since ``read``."""
        now, pending_changes = session.snapshot, session.pending_changes
        if session.state.is_busy or now is None or now.configurations is not read.configurations:
            return
        question = dialog_type(request, planned, pending_changes, self._files, session.evaluator(), self._window)

        def write(reason: str) -> None:
            session.write(question.work(reason))
            question.settle_pending()  # not before: a write that isn't taken leaves them

        question.confirmed.connect(write)
        question.details.keep_choice(self._layout)
        question.ask_host(session)
        open_dialog(question)
