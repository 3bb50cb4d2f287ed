"""Two hosts or snapshots side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from gatepost.jobs.runner import JobRunner
from gatepost.session.open_hosts import OpenHosts
from gatepost.ui.dialogs.files import LANE
from gatepost.ui.files.snapshot_controller import SnapshotController
from gatepost.ui.widgets.actions import Actions

if TYPE_CHECKING:
    from gatepost.ui.files.compare_dialog import CompareDialog


class CompareController(QObject):
    """Opens the comparison, which stays open beside the window; it is worked out in the background."""

    align_requested = Signal(object, object)  # HostSession, what works the ChangeSet out

    def __init__(
        self, runner: JobRunner, hosts: OpenHosts, snapshots: SnapshotController, actions: Actions, window: QWidget
    ) -> None:
        super().__init__(window)
        self._window = window
        self._runner = runner
        self._hosts = hosts
        self._snapshots = snapshots
        self._dialog: CompareDialog | None = None
        actions.compare.triggered.connect(self.open)

    def open(self) -> None:
        """Compare the host that is shown with another one."""
        if self._dialog is None:
            self._dialog = self._make_dialog()
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def _make_dialog(self) -> CompareDialog:
        from gatepost.ui.files.compare_dialog import CompareDialog

        dialog = CompareDialog(
            lambda: self._hosts.sessions,
            self._hosts.current,
            self._snapshots.ask,
            lambda work: self._runner.submit(LANE, lambda _: work()),
            self._window,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.align_requested.connect(self.align_requested)
        dialog.destroyed.connect(self._forget)
        for change in (self._hosts.model.dataChanged, self._hosts.model.rowsInserted, self._hosts.model.rowsRemoved):
            change.connect(dialog.refresh)
        return dialog

    def _forget(self) -> None:
        self._dialog = None
