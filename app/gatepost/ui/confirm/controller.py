"""From a wish to a write: work out the change set, show it, and hand it on once it is confirmed.

The dialogs are imported when they are needed: the first window needs none of them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QWidget

from gatepost.backend.host.host import Host
from gatepost.endpoints.changes.remoting import disable_remoting, set_access_mode
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.configuration.change_set import ChangeSet
from gatepost.endpoints.configuration.report import ApplyReport
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.host.leftovers import leftover_rows, snapshot_rows
from gatepost.endpoints.host.setting_order import SettingOrder
from gatepost.jobs.job import T
from gatepost.session.host_session import HostSession
from gatepost.work import WorkContext

if TYPE_CHECKING:
    from gatepost.ui.confirm.dialog import ConfirmDialog

Plan = Callable[[HostSnapshot, bool], ChangeSet]


class Orders(QObject):
    """Opens the confirmation for an order, and the report after it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._held: list[Callable[[], QDialog]] = []  # what came of orders, until no dialog is in the way

    def disable(self, session: HostSession, preview: bool = False) -> None:
        """Ask about closing every enabled endpoint of the host to the network."""
        dialog = self._ask(session, disable_remoting, preview)
        if dialog is None or session.snapshot is None:
            return
        snapshot = session.snapshot
        dialog.pages.show_leftovers(snapshot_rows(snapshot))
        self._fetch(
            session, dialog, Host.leftovers, lambda found: dialog.pages.show_leftovers(leftover_rows(found, snapshot))
        )

    def enable(self, session: HostSession, preview: bool = False) -> None:
        """Ask about enabling every endpoint of the host and opening it to the network."""
        from gatepost.ui.confirm.enable_dialog import EnableDialog

        snapshot = session.snapshot
        if snapshot is None or session.busy:
            return
        dialog = EnableDialog(snapshot, preview or session.read_only, self._window)
        dialog.confirmed.connect(lambda reason: session.write(dialog.order(reason)))
        if not self._fetch(session, dialog, Host.enable_state, dialog.show_state):
            dialog.show_unknown()
        self._open(dialog)

    def set_mode(self, session: HostSession, names: tuple[str, ...], mode: AccessMode, preview: bool = False) -> None:
        """Ask about one mode for the named endpoints."""
        if names:
            self._ask(session, lambda snapshot, _: set_access_mode(snapshot, names, mode), preview)

    def change_settings(self, session: HostSession, order: SettingOrder) -> None:
        """Ask about an order on the host's settings."""
        from gatepost.ui.confirm.setting_dialog import SettingDialog

        if session.busy:
            return
        dialog = SettingDialog(order, session.read_only, self._window)
        dialog.confirmed.connect(
            lambda reason: session.write(lambda host, context: host.change_settings(order, reason, context))
        )
        self._open(dialog)

    def apply_drafts(self, session: HostSession, names: tuple[str, ...] | None, preview: bool = False) -> None:
        """Ask about sending the drafts of the named endpoints, or all."""
        self._ask(session, lambda _, __: session.drafts.change_set(names), preview)

    def make_like(self, session: HostSession, change_set: ChangeSet) -> None:
        """Ask about what a comparison has made of a host."""
        self._ask(session, lambda _, __: change_set, preview=False)

    def report(self, report: ApplyReport) -> None:
        """Show what came of an order."""
        from gatepost.ui.confirm.report_dialog import ReportDialog

        self.tell(lambda: ReportDialog(report, self._window))

    def confirm(self, session: HostSession, change_set: ChangeSet, snapshot: HostSnapshot) -> None:
        """Ask about a change that has been worked out already, from that reading of the host."""
        self._ask_about(session, lambda _, __: change_set, snapshot, session.read_only)

    def tell(self, make: Callable[[], QDialog]) -> None:
        """Show a dialog that nobody has asked for, once no other one is open: it must not cover a question."""
        self._held.append(make)
        self._show_held()

    def _show_held(self) -> None:
        if not self._held:
            return
        shown = next((d for d in self._window.findChildren(QDialog) if d.isVisible()), None)
        if shown is None:
            self._open(self._held.pop(0)())
            self._show_held()
        else:
            shown.finished.connect(self._show_held, Qt.ConnectionType.SingleShotConnection)

    def _fetch(
        self,
        session: HostSession,
        dialog: QDialog,
        work: Callable[[Host, WorkContext], T],
        show: Callable[[T], None],
    ) -> bool:
        """Read something for an open dialog in the background, which is dropped when that goes; False: nobody to ask."""
        job = session.ask(work)
        if job is None:
            return False
        job.then(show)
        dialog.finished.connect(job.cancel)
        return True

    def _ask(self, session: HostSession, plan: Plan, preview: bool) -> ConfirmDialog | None:
        if session.snapshot is None or session.busy:
            return None
        return self._ask_about(session, plan, session.snapshot, preview or session.read_only)

    def _ask_about(self, session: HostSession, plan: Plan, snapshot: HostSnapshot, preview: bool) -> ConfirmDialog:
        from gatepost.ui.confirm.dialog import ConfirmDialog

        dialog = ConfirmDialog(plan(snapshot, False), snapshot, preview, self._window, over_network=not session.here)
        dialog.include_disabled_changed.connect(lambda include: dialog.set_change_set(plan(snapshot, include)))
        dialog.confirmed.connect(lambda reason: session.apply(dialog.change_set, reason))
        self._open(dialog)
        return dialog

    @staticmethod
    def _open(dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
