"""The words in which the window's tests are written: the program as it is wired, its window, and what a user does there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from gatepost.backend.connect.connections import Connection, ConnectionStore
from gatepost.backend.connect.credentials import Credentials
from gatepost.backend.files.folders import Folders
from gatepost.backend.host.host import Host
from gatepost.bootstrap.application import Application
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.host_kind import HostKind
from gatepost.models.endpoints.mode_text import MODES
from gatepost.models.endpoints.table import EndpointColumn
from gatepost.models.host_list import HostRow, HostState
from gatepost.models.roles import ValueRole
from gatepost.session.host_session import HostSession
from gatepost.session.reading import HostConnection
from gatepost.ui.confirm.dialog import ConfirmDialog
from gatepost.ui.confirm.report_dialog import ReportDialog
from gatepost.ui.connect.dialog import ConnectDialog
from gatepost.ui.endpoints.access_switch import parts, switch_rect
from gatepost.work import WorkContext
from gatepost.wsman.login.remote import connect
from gatepost.wsman.login.target import RemoteTarget
from tests.backend.connect.test_credentials import no_keyring
from tests.practice.host_process import PracticeProcess
from tests.ui.dialogs import D, wait_for

CONTROL = Qt.KeyboardModifier.ControlModifier


class WindowDriver:
    """One window, with a data folder and a keyring of its own; ``options`` are the application's.

    ``session`` and ``host`` are those that ``open`` has opened last.
    """

    session: HostSession
    host: PracticeProcess
    backend: Host  # of ``session``, once it is open

    def __init__(self, qtbot, folder: Path, find_keyring: Callable[[], object] = no_keyring, **options: Any) -> None:
        self.qtbot = qtbot
        self.folders = Folders(folder, folder / "log")
        self.application = Application(self.folders, credentials=Credentials(find_keyring), **options)
        self.journal = self.application.journal
        self.window = self.application.main_window()
        qtbot.addWidget(self.window)
        self.window.show()
        qtbot.waitExposed(self.window)

    def open(
        self, host: PracticeProcess, role: str = "administrator", before: Callable[[], object] = lambda: None
    ) -> HostSession:
        """Open a practice host, as its window would; ``before`` is called in the worker before it is opened."""
        self.window.activateWindow()
        self.host = host
        source = HostConnection(partial(self._opened, host, *host.account(role), before))
        self.session = HostSession(
            "practice:test", host.info["host"], HostKind.PRACTICE, source, self.application.runner
        )
        self.window.hosts.open(self.session)
        return self.session

    def _opened(
        self, host: PracticeProcess, user: str, password: str, before: Callable[[], object], _: WorkContext
    ) -> Host:
        before()
        target = RemoteTarget("ntlm", user, password, host.url)
        self.backend = Host(
            connect(target), self.journal, key="practice:test", name=host.info["host"], kind=HostKind.PRACTICE
        )
        return self.backend

    def wait_quiet(self) -> None:
        """Wait until the host has been read and its accounts named."""
        self.settled(self.session)

    def settled(self, session: HostSession | None = None) -> HostSession:
        """Wait until a session, else the current one, was read or failed."""
        waited = session or self.window.current
        assert waited is not None
        self.qtbot.waitUntil(lambda: waited.state.is_at_rest and bool(waited.snapshot or waited.error), timeout=20_000)
        return waited

    def close(self) -> None:
        for session in self.window.open_hosts.sessions:
            session.pending_changes.discard(
                "The test is over", session.pending_changes.pending_or_typing
            )  # nobody is there to be asked
        self.window.close()
        assert self.application.close()

    # Reading the window

    def _cells(self, column: EndpointColumn) -> dict[str, str]:
        model = self.window.panel.filter
        rows = range(model.rowCount())
        return {model.index(row, EndpointColumn.NAME).data(): model.index(row, column).data() for row in rows}

    def listing(self) -> dict[str, str]:
        """Return name and Permission, as the table shows them."""
        return self._cells(EndpointColumn.PERMISSION)

    def modes(self) -> dict[str, str]:
        return self._cells(EndpointColumn.ACCESS)

    def row(self, number: int = 0) -> HostRow:
        """Return a row of the host list; this computer is the first."""
        row = self.window.open_hosts.model.index(number).data(ValueRole)
        assert isinstance(row, HostRow)
        return row

    def states(self) -> dict[str, HostState]:
        """Return the state of every host but this computer, which is always on top."""
        rows = [self.row(number) for number in range(self.window.open_hosts.model.rowCount())]
        others = [HostKind.THIS_COMPUTER] + [row.kind for row in rows[1:]]
        assert [row.kind for row in rows] == others and HostKind.THIS_COMPUTER not in others[1:]
        return {row.name: row.state for row in rows[1:]}

    def select_host(self, number: int) -> None:
        """Click a row of the host list."""
        self.window.host_view.show_host(self.row(number).key)

    def message(self) -> str:
        return self.window.stack.message.accessibleName()

    def dialog(self, kind: type[D]) -> D:
        """Wait for the one open dialog of that kind."""
        return wait_for(self.qtbot, kind)

    def dialogs(self) -> list[QDialog]:
        return [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]

    # Working in it

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
        button: QPushButton = self.dialog(ConfirmDialog).confirm_button
        self.qtbot.waitUntil(button.isEnabled, timeout=20_000)
        button.setFocus()
        self.qtbot.keyClick(button, Qt.Key.Key_Space)
        report = self.report()
        self.wait_quiet()
        return report

    def report(self) -> ReportDialog:
        """Wait for what came of a write; open its report from the status bar where all went well."""
        status = self.window.status

        def told() -> bool:
            return status.details.isVisible() or any(isinstance(d, ReportDialog) for d in self.dialogs())

        self.qtbot.waitUntil(told, timeout=20_000)
        if status.details.isVisible():
            status.details.click()
        return self.dialog(ReportDialog)

    def disable_remoting(self) -> None:
        """Disable remoting by keyboard and put the report away."""
        self.press(Qt.Key.Key_D)
        self.confirm().close()

    # Connecting

    def ask(self) -> ConnectDialog:
        """Press Ctrl+K and wait for the dialog."""
        self.press(Qt.Key.Key_K)
        return self.dialog(ConnectDialog)

    def fill(self, dialog: ConnectDialog, host: str, user: str, password: str) -> None:
        dialog.form.host.host_box.setEditText(host)
        dialog.form.login.user_edit.setText(user)
        dialog.form.login.password_edit.setText(password)

    def connect(self, host: PracticeProcess, **more: str) -> HostSession:
        """Connect through the dialog and wait until the host was read or failed."""
        user, password = host.account()
        dialog = self.ask()
        self.fill(dialog, more.get("address", host.url), user, more.get("password", password))
        dialog.connect_button.click()
        return self.settled()

    def store(self) -> ConnectionStore:
        return ConnectionStore(self.folders.connections)

    def wait_noted(self, count: int = 1) -> tuple[Connection, ...]:
        self.qtbot.waitUntil(lambda: len(self.store().load().connections) == count, timeout=5000)
        return self.store().load().connections
