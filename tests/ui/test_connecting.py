"""Connecting to hosts over the network from the window, by keyboard, and what is seen when it fails."""

from __future__ import annotations

import gc
import json
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from app.backend.addresses import parse_address
from app.backend.connections import Connection, ConnectionStore
from app.backend.credentials import Credentials
from app.backend.folders import Folders
from app.backend.reach import Step
from app.bootstrap.application import Application
from app.models.host_list import HostState
from app.models.roles import ValueRole
from app.ui.connect_dialog import ConnectDialog
from app.ui.host_session import Activity, HostSession
from tests.backend.test_credentials import MemoryKeyring, no_keyring
from tests.practice.host_process import PracticeProcess


class Desk:
    """The program as it is wired, without a practice host, with a keyring of its own."""

    def __init__(self, qtbot, folder: Path, find_keyring: Callable[[], object]) -> None:
        self.qtbot = qtbot
        self.folders = Folders(folder, folder)
        self.application = Application(self.folders, credentials=Credentials(find_keyring))
        self.window = self.application.main_window()
        qtbot.addWidget(self.window)
        self.window.show()
        qtbot.waitExposed(self.window)

    def ask(self) -> ConnectDialog:
        """Press Ctrl+K and wait for the dialog."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow, timeout=5000)
        self.qtbot.keyClick(self.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        found: list[ConnectDialog] = []

        def look() -> bool:
            found[:] = [w for w in QApplication.topLevelWidgets() if isinstance(w, ConnectDialog) and w.isVisible()]
            return len(found) == 1

        self.qtbot.waitUntil(look, timeout=5000)
        return found[0]

    def fill(self, dialog: ConnectDialog, host: str, user: str, password: str) -> None:
        dialog.form.host_box.setEditText(host)
        dialog.form.user_edit.setText(user)
        dialog.form.password_edit.setText(password)

    def connect(self, host: PracticeProcess, **more: str) -> HostSession:
        """Connect through the dialog and wait until the host was read or failed."""
        user, password = host.account()
        dialog = self.ask()
        self.fill(dialog, more.get("address", host.url), user, more.get("password", password))
        dialog.connect_button.click()
        return self.settled()

    def settled(self) -> HostSession:
        session = self.window.current
        assert session is not None
        self.qtbot.waitUntil(
            lambda: session.activity is Activity.NOTHING and bool(session.snapshot or session.error), timeout=20_000
        )
        return session

    def states(self) -> dict[str, HostState]:
        model = self.window.hosts
        rows = [model.index(row).data(ValueRole) for row in range(model.rowCount())]
        assert [row.here for row in rows] == [True] + [False] * (len(rows) - 1)  # this computer is always on top
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


@pytest.fixture
def open_desk(qtbot, tmp_path: Path) -> Iterator[Callable[..., Desk]]:
    desks: list[Desk] = []

    def opened(find_keyring: Callable[[], object] = no_keyring) -> Desk:
        desks.append(Desk(qtbot, tmp_path, find_keyring))
        return desks[-1]

    yield opened
    for desk in desks:
        desk.close()
    gc.collect()


@pytest.fixture
def desk(open_desk) -> Desk:
    return open_desk()


@pytest.fixture
def host() -> Iterator[PracticeProcess]:
    with PracticeProcess("reference-page") as practice:
        yield practice


@pytest.fixture
def closed_port() -> Iterator[int]:
    with socket.socket() as held:  # bound and not listening
        held.bind(("127.0.0.1", 0))
        yield held.getsockname()[1]


def test_a_host_is_read_over_ntlm_and_found_again(desk: Desk, host: PracticeProcess) -> None:
    session = desk.connect(host)
    assert session.snapshot is not None
    assert len(session.snapshot.configurations) == 6
    assert "NTLM, encrypted" in desk.window.status.connection.text()
    assert not session.practice
    assert not desk.window.banner.isVisible()
    user, password = host.account()
    assert desk.wait_noted() == (Connection(parse_address(host.url), "automatic", user),)
    everything = b"".join(p.read_bytes() for p in desk.folders.data.rglob("*") if p.is_file())
    assert password.encode() not in everything


def test_by_keyboard_alone(desk: Desk, host: PracticeProcess) -> None:
    user, password = host.account()
    dialog = desk.ask()
    seen = []

    def type_into_focus(words: str) -> None:
        field = QApplication.focusWidget()
        seen.append(field.accessibleName())
        desk.qtbot.keyClicks(field, words)

    def tab() -> None:
        desk.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)

    dialog.activateWindow()
    desk.qtbot.waitUntil(dialog.isActiveWindow)
    desk.qtbot.keyClicks(QApplication.focusWidget(), host.url)
    tab()
    assert QApplication.focusWidget() is dialog.form.http
    desk.qtbot.keyClick(dialog.form.http, Qt.Key.Key_Right)
    assert dialog.form.https.isChecked()
    desk.qtbot.keyClick(dialog.form.https, Qt.Key.Key_Left)
    tab()
    assert QApplication.focusWidget() is dialog.form.scheme_box
    tab()
    type_into_focus(user)
    tab()
    type_into_focus(password)
    assert seen == ["User", "Password"]
    desk.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert desk.settled().error is None
    desk.window.activateWindow()
    desk.qtbot.waitUntil(desk.window.isActiveWindow, timeout=5000)
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert desk.states() == {}


def test_escape_connects_to_nothing(desk: Desk) -> None:
    dialog = desk.ask()
    desk.fill(dialog, "srv01", "u", "hunter2")
    desk.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.form.password_edit.text() == ""
    assert desk.states() == {}


def test_a_wrong_password_is_told_in_place_and_can_be_given_again(desk: Desk, host: PracticeProcess) -> None:
    session = desk.connect(host, password="wrong")
    assert session.error is not None
    assert "did not accept the user name and password" in desk.message()
    assert desk.store().load().connections == ()
    again = next(
        b for b in desk.window.panel.message.findChildren(QPushButton) if b.isVisible() and "differently" in b.text()
    )
    again.click()
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, ConnectDialog) and w.isVisible())
    user, password = host.account()
    assert dialog.form.user_edit.text() == user
    assert dialog.form.password_edit.text() == ""
    assert dialog.form.address() == parse_address(host.url)
    dialog.form.password_edit.setText(password)
    dialog.connect_button.click()
    assert desk.settled().error is None
    assert list(desk.states().values()) == [HostState.READY]


def test_a_closed_port_is_told_within_four_seconds(desk: Desk, closed_port: int) -> None:
    dialog = desk.ask()
    desk.fill(dialog, f"127.0.0.1:{closed_port}", "u", "p")
    began = time.monotonic()
    dialog.connect_button.click()
    assert desk.settled().error is not None
    assert time.monotonic() - began < 4
    assert f"127.0.0.1:{closed_port} refuses the connection" in desk.message()


def test_several_hosts_and_one_that_fails(desk: Desk, host: PracticeProcess, closed_port: int) -> None:
    with PracticeProcess("windows-server") as other:
        desk.connect(host)
        desk.connect(host, address=f"127.0.0.1:{closed_port}")
        desk.connect(other)
        assert list(desk.states().values()) == [HostState.READY, HostState.FAILED, HostState.READY]
        desk.window.host_view.setCurrentIndex(desk.window.hosts.index(2))
        assert "refuses the connection" in desk.message()
        desk.window.actions_.disconnect.trigger()
        assert list(desk.states().values()) == [HostState.READY, HostState.READY]
        desk.connect(host)  # again: in place of the session before
        assert len(desk.states()) == 2
        assert len(desk.application.connections._sessions) == 2 + 1
        desk.window.actions_.disconnect.trigger()
        desk.window.actions_.disconnect.trigger()
        assert desk.states() == {}
        assert "does not run Windows" in desk.message()
        assert not desk.window.actions_.disconnect.isEnabled()


def test_hosts_are_read_in_parallel(desk: Desk, host: PracticeProcess) -> None:
    with PracticeProcess("reference-page") as other:
        assert host.console("delay 60")["ok"]
        user, password = host.account()
        dialog = desk.ask()
        desk.fill(dialog, host.url, user, password)
        dialog.connect_button.click()
        slow = desk.window.current
        assert desk.connect(other).error is None
        assert slow is not None
        assert slow.activity is Activity.READING
        desk.window.host_view.setCurrentIndex(desk.window.hosts.index(1))
        desk.window.actions_.disconnect.trigger()  # while it is being read
        assert len(desk.states()) == 1


def test_a_remembered_password_need_not_be_typed_again(open_desk, host: PracticeProcess) -> None:
    keyring = MemoryKeyring()
    user, password = host.account()
    first = open_desk(lambda: keyring)
    dialog = first.ask()
    first.fill(dialog, host.url, user, password)
    dialog.form.remember.setChecked(True)
    dialog.connect_button.click()
    first.settled()
    first.wait_noted()
    assert list(keyring.held.values()) == [password]
    first.window.close()

    second = open_desk(lambda: keyring)
    dialog = second.ask()
    dialog.form.host_box.setCurrentIndex(0)
    dialog.form.host_box.activated.emit(0)
    assert "remembered" in dialog.form.password_edit.placeholderText()
    dialog.connect_button.click()
    assert second.settled().error is None

    dialog = second.ask()
    second.fill(dialog, host.url, user, password)
    dialog.form.remember.setChecked(False)
    dialog.connect_button.click()
    second.settled()
    second.qtbot.waitUntil(lambda: keyring.held == {}, timeout=5000)


def test_without_a_keyring_the_dialog_says_so(desk: Desk) -> None:
    dialog = desk.ask()
    desk.qtbot.waitUntil(dialog.form.limitation_label.isVisible, timeout=5000)
    assert "until Gatepost ends" in dialog.form.limitation_label.text()
    dialog.reject()


def test_what_is_missing_is_said_where_it_is_missing(desk: Desk) -> None:
    dialog = desk.ask()
    dialog.activateWindow()
    desk.qtbot.waitUntil(dialog.isActiveWindow)
    said = []
    for fields in (("srv 01", "", ""), ("10.0.0.1", "", ""), ("srv01", "u", "")):
        desk.fill(dialog, *fields)
        dialog.connect_button.click()
        said.append((dialog.problem_label.text(), dialog.focusWidget().accessibleName()))
    assert said == [
        ("srv 01 is no name of a host.", "Host"),
        ("Type the user to log on as.", "User"),
        ("Type the password of this user.", "Password"),
    ]
    assert dialog.isVisible()
    dialog.reject()


def test_basic_in_clear_is_refused_in_place(desk: Desk) -> None:
    dialog = desk.ask()
    desk.fill(dialog, "srv01", "u", "p")
    form = dialog.form
    form.scheme_box.setCurrentIndex(form.scheme_box.findData("basic"))
    assert "Basic over HTTP" in dialog.problem_label.text()
    dialog.connect_button.click()
    assert dialog.isVisible()
    assert desk.states() == {}
    form.https.setChecked(True)
    assert not dialog.problem_label.isVisible()
    form.http.setChecked(True)
    form.host_box.setEditText("localhost")
    assert not dialog.problem_label.isVisible()
    dialog.reject()


def test_the_protocol_is_chosen_by_what_is_typed_until_the_user_chooses(desk: Desk) -> None:
    dialog = desk.ask()
    form = dialog.form
    form.host_box.setEditText("https://srv01")
    assert form.https.isChecked()
    assert form.url_label.text() == "https://srv01:5986/wsman"
    assert dialog.connect_button.accessibleName() == "Connect to srv01"
    form.http.setChecked(True)
    assert form.url_label.text() == "http://srv01:5985/wsman"
    form.host_box.setEditText("https://srv012")
    assert form.http.isChecked()
    form.host_box.setEditText("srv01")
    form.host_box.setEditText("srv01:5986")
    assert form.https.isChecked()
    dialog.reject()


@pytest.mark.parametrize(
    ("password", "works"),
    [("", {Step.NAME, Step.PORT, Step.LOGON, Step.READ}), ("wrong", {Step.NAME, Step.PORT})],
    ids=["right", "wrong"],
)
def test_the_test_button_tells_step_by_step(desk: Desk, host: PracticeProcess, password: str, works: set[Step]) -> None:
    user, right = host.account()
    dialog = desk.ask()
    desk.fill(dialog, host.url, user, password or right)
    dialog.test_button.click()
    assert "Stop" in dialog.test_button.text()
    desk.qtbot.waitUntil(lambda: "Stop" not in dialog.test_button.text(), timeout=10_000)
    lines = dict(line.split(": ", 1) for line in dialog.steps.as_text().splitlines())
    assert ("can be read" in lines["READ"]) is (Step.READ in works)
    assert ("did not accept" in lines["LOGON"]) is (Step.LOGON not in works)
    assert desk.states() == {}
    dialog.form.user_edit.setText("somebody else")
    assert not dialog.steps.isVisible()
    dialog.reject()


def test_a_test_can_be_stopped(desk: Desk, host: PracticeProcess) -> None:
    assert host.console("delay 60")["ok"]
    dialog = desk.ask()
    desk.fill(dialog, host.url, *host.account())
    dialog.test_button.click()
    dialog.test_button.click()
    assert "Stop" not in dialog.test_button.text()
    assert not dialog.steps.isVisible()
    dialog.reject()


def test_a_damaged_list_of_hosts_is_said_in_the_dialog(desk: Desk) -> None:
    desk.folders.connections.write_text("{")
    dialog = desk.ask()
    assert "cannot be read" in dialog.problem_label.text()
    dialog.reject()


def test_an_authentication_of_a_later_version_becomes_the_usual_one(desk: Desk) -> None:
    entries = [{"url": "http://srv01:5986/wsman", "authentication": "later", "user": "u"}]
    desk.folders.connections.write_text(json.dumps({"schema": 1, "connections": entries}))
    dialog = desk.ask()
    dialog.form.fill(desk.store().load().connections[0])
    assert dialog.form.scheme().key == "automatic"
    assert dialog.form.address() == parse_address("http://srv01:5986")
    dialog.reject()


def test_a_name_that_nobody_knows_is_told_in_place(desk: Desk) -> None:
    dialog = desk.ask()
    desk.fill(dialog, "nosuch.invalid", "u", "p")
    dialog.connect_button.click()
    assert desk.settled().error is not None
    assert "The name nosuch.invalid is not known" in desk.message()
    assert "spelled" in desk.message()
