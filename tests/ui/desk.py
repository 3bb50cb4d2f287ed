"""The program as it is wired, with no practice host of its own: what the tests of real hosts drive."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt

from gatepost.backend.connect.connections import Connection, ConnectionStore
from gatepost.backend.connect.credentials import Credentials
from gatepost.backend.files.folders import Folders
from gatepost.bootstrap.application import Application
from gatepost.models.host_list import HostRow, HostState
from gatepost.models.roles import ValueRole
from gatepost.session.host_session import Activity, HostSession
from gatepost.ui.connect.dialog import ConnectDialog
from tests.practice.host_process import PracticeProcess
from tests.ui.dialogs import wait_for


class Desk:
    """One window, with a data folder and a keyring of its own; ``options`` are the application's."""

    def __init__(self, qtbot, folder: Path, find_keyring: Callable[[], object], **options: Any) -> None:
        self.qtbot = qtbot
        self.folders = Folders(folder, folder / "log")
        self.application = Application(self.folders, credentials=Credentials(find_keyring), **options)
        self.window = self.application.main_window()
        qtbot.addWidget(self.window)
        self.window.show()
        qtbot.waitExposed(self.window)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.ControlModifier) -> None:
        """Press a key in the window, which the last dialog has given back the focus."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow, timeout=5000)
        self.qtbot.keyClick(self.window, key, modifier)

    def ask(self) -> ConnectDialog:
        """Press Ctrl+K and wait for the dialog."""
        self.press(Qt.Key.Key_K)
        return wait_for(self.qtbot, ConnectDialog)

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

    def settled(self, session: HostSession | None = None) -> HostSession:
        """Wait until a session, else the current one, was read or failed."""
        waited = session or self.window.current
        assert waited is not None
        self.qtbot.waitUntil(
            lambda: waited.activity is Activity.NOTHING and bool(waited.snapshot or waited.error), timeout=20_000
        )
        return waited

    def row(self, number: int = 0) -> HostRow:
        row = self.window.hosts.index(number).data(ValueRole)
        assert isinstance(row, HostRow)
        return row

    def states(self) -> dict[str, HostState]:
        """Return the state of every host but this computer, which is always on top."""
        rows = [self.row(number) for number in range(self.window.hosts.rowCount())]
        assert [row.here for row in rows] == [True] + [False] * (len(rows) - 1)
        return {row.name: row.state for row in rows[1:]}

    def store(self) -> ConnectionStore:
        return ConnectionStore(self.folders.connections)

    def wait_noted(self, count: int = 1) -> tuple[Connection, ...]:
        self.qtbot.waitUntil(lambda: len(self.store().load().connections) == count, timeout=5000)
        return self.store().load().connections

    def message(self) -> str:
        return self.window.panel.message.accessibleName()

    def close(self) -> None:
        self.window.close()
        assert self.application.close()
