"""Controller of the search over all open hosts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from gatepost.jobs.runner import JobRunner
from gatepost.session.open_hosts import OpenHosts
from gatepost.ui.widgets.actions import Actions

if TYPE_CHECKING:  # made when it is asked for
    from gatepost.endpoints.compare.search import Hit
    from gatepost.ui.hosts.find_dialog import FindDialog


class FindController(QObject):
    """Opens one dialog, which stays beside the window, and tells which of its hits is chosen."""

    endpoint_chosen = Signal(str, str, object)  # key of the host, name of the endpoint or "", place of an entry or None

    def __init__(self, hosts: OpenHosts, actions: Actions, runner: JobRunner, window: QWidget) -> None:
        super().__init__(window)
        self._hosts = hosts
        self._runner = runner
        self._window = window
        self.find_dialog: FindDialog | None = None
        actions.find_everywhere.triggered.connect(self._open)

    def _open(self) -> None:
        if self.find_dialog is None:
            from gatepost.ui.hosts.find_dialog import FindDialog

            self.find_dialog = FindDialog(lambda: self._hosts.sessions, self._runner, self._window)
            self.find_dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.find_dialog.destroyed.connect(self._forget)
            self.find_dialog.hit_chosen.connect(self._on_hit_chosen)
            model = self._hosts.model
            for change in (model.dataChanged, model.rowsInserted, model.rowsRemoved):
                change.connect(self.find_dialog.refresh)
        self.find_dialog.show()
        self.find_dialog.raise_()
        self.find_dialog.activateWindow()

    def _forget(self) -> None:
        self.find_dialog = None

    def _on_hit_chosen(self, hit: Hit) -> None:
        self.endpoint_chosen.emit(hit.host.key, hit.endpoint, hit.entry_position)
        self._window.activateWindow()
