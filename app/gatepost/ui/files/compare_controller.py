"""Two hosts or snapshots side by side."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gatepost.jobs.runner import JobRunner
from gatepost.session.open_hosts import OpenHosts
from gatepost.ui.dialogs.opening import open_dialog
from gatepost.ui.dialogs.saver import LANE
from gatepost.ui.files.snapshot_controller import SnapshotController
from gatepost.ui.widgets.actions import Actions


class CompareController(QObject):
    """Opens the comparison; it is worked out in the background."""

    align_requested = Signal(object, object)  # HostSession, what works the ChangeSet out

    def __init__(
        self, runner: JobRunner, hosts: OpenHosts, snapshots: SnapshotController, actions: Actions, window: QWidget
    ) -> None:
        super().__init__(window)
        self._window = window
        self._runner = runner
        self._hosts = hosts
        self._snapshots = snapshots
        actions.compare.triggered.connect(self.open)

    def open(self) -> None:
        """Compare the host that is shown with another one."""
        from gatepost.ui.files.compare_dialog import CompareDialog

        dialog = CompareDialog(
            self._hosts.sessions,
            self._hosts.current,
            self._snapshots.ask,
            lambda work: self._runner.submit(LANE, lambda _: work()),
            self._window,
        )
        dialog.align_requested.connect(self.align_requested)
        open_dialog(dialog)
