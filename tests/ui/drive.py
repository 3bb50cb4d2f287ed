"""The words in which the window's tests are written: open it on a practice host, give orders, read the table."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from gatepost.backend.host.host import Host
from gatepost.backend.journal.journal import Journal
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.jobs.runner import JobRunner
from gatepost.models.endpoints.table import EndpointColumn
from gatepost.models.roles import ValueRole
from gatepost.session.host_session import Activity, HostSession
from gatepost.session.journal_source import JournalSource
from gatepost.ui.confirm.dialog import ConfirmDialog
from gatepost.ui.confirm.report_dialog import ReportDialog
from gatepost.ui.endpoints.access_switch import MODES, parts, switch_rect
from gatepost.ui.main_window import MainWindow
from gatepost.work import WorkContext
from gatepost.wsman.login.remote import connect
from gatepost.wsman.login.target import RemoteTarget
from tests.practice.host_process import PracticeProcess

CONTROL = Qt.KeyboardModifier.ControlModifier


class Driver:
    """A window on one practice host, reached over HTTP with NTLM encryption."""

    def __init__(self, qtbot, runner: JobRunner, host: PracticeProcess, folder: Path, **options) -> None:
        self.qtbot = qtbot
        self.host = host
        self.journal = Journal(folder / "journal.sqlite3")
        user, password = host.account(options.pop("role", "administrator"))
        self.session = HostSession(
            "practice:test", host.info["host"], self._opener(user, password), runner, practice=True
        )
        self.window = MainWindow(
            lambda _: self.session, ("reference-page",), journal=JournalSource(self.journal, runner), **options
        )
        qtbot.addWidget(self.window)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()
        self.window.open_session(self.session)

    def _opener(self, user: str, password: str) -> Callable[[WorkContext], Host]:
        def opened(_: WorkContext) -> Host:
            self.backend = Host(
                connect(RemoteTarget(self.host.url, "ntlm", user, password)),
                self.journal,
                key="practice:test",
                name=self.host.info["host"],
                practice=True,
            )
            return self.backend

        return opened

    def wait_quiet(self) -> None:
        """Wait until the host has been read and its accounts named."""
        session = self.session
        self.qtbot.waitUntil(
            lambda: session.activity is Activity.NOTHING and bool(session.snapshot or session.error), timeout=20_000
        )

    def close(self) -> None:
        self.session.drafts.discard("The test is over", self.session.drafts.touched)  # nobody is there to be asked
        self.window.close()
        self.session.close()

    # Reading the window

    def listing(self) -> dict[str, str]:
        """Return name and Permission, as the table shows them."""
        model = self.window.panel.filter
        return {
            model.index(row, EndpointColumn.NAME).data(): model.index(row, EndpointColumn.PERMISSION).data()
            for row in range(model.rowCount())
        }

    def modes(self) -> dict[str, str]:
        model = self.window.panel.filter
        return {
            model.index(row, EndpointColumn.NAME).data(): model.index(row, EndpointColumn.ACCESS).data()
            for row in range(model.rowCount())
        }

    def dialog(self, kind: type[QDialog]) -> QDialog:
        """Wait for the one open dialog of that kind."""
        found: list[QDialog] = []

        def look() -> bool:
            found[:] = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
            return len(found) == 1

        self.qtbot.waitUntil(look, timeout=20_000)
        return found[0]

    def dialogs(self) -> list[QDialog]:
        return [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]

    # Giving orders

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = CONTROL) -> None:
        """Press a key in the window, which the last dialog has given back the focus."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow, timeout=5000)
        self.qtbot.keyClick(self.window, key, modifier)

    def click_switch(self, name: str, mode: AccessMode) -> None:
        """Click one part of an endpoint's switch with the mouse."""
        panel = self.window.panel
        row = panel.model.number_of(name)
        index = panel.filter.mapFromSource(panel.model.index(row, EndpointColumn.ACCESS))
        assert index.data(ValueRole).configuration.name == name
        part = parts(switch_rect(panel.table.visualRect(index), panel.table.font()))[MODES.index(mode)]
        self.qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(part.center()))

    def confirm(self) -> ReportDialog:
        """Confirm the open question by keyboard and wait for the report."""
        dialog = self.dialog(ConfirmDialog)
        button: QPushButton = dialog.confirm_button
        self.qtbot.waitUntil(button.isEnabled, timeout=20_000)
        button.setFocus()
        self.qtbot.keyClick(button, Qt.Key.Key_Space)
        report = self.dialog(ReportDialog)
        self.wait_quiet()
        return report

    def disable_remoting(self) -> None:
        """Disable remoting by keyboard and put the report away."""
        self.press(Qt.Key.Key_D)
        self.confirm().close()
