"""Connecting to hosts over the network from the window, by keyboard, and what is seen when it fails."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gatepost.backend.connect.addresses import parse_address
from gatepost.backend.connect.connection_test import Step
from gatepost.backend.connect.connections import Connection
from gatepost.endpoints.host_kind import HostKind
from gatepost.models.host_list import HostState
from gatepost.session.session_state import SessionState
from gatepost.ui.connect.dialog import ConnectDialog
from tests.backend.connect.test_credentials import MemoryKeyring
from tests.practice.host_process import PracticeProcess
from tests.ui.dialogs import step_texts
from tests.ui.window_driver import WindowDriver


@pytest.fixture
def host() -> Iterator[PracticeProcess]:
    with PracticeProcess("reference-page") as practice:
        yield practice


@pytest.fixture
def closed_port() -> Iterator[int]:
    with socket.socket() as held:  # bound and not listening
        held.bind(("127.0.0.1", 0))
        yield held.getsockname()[1]


def test_a_host_is_read_over_ntlm_and_found_again(driver: WindowDriver, host: PracticeProcess) -> None:
    session = driver.connect(host)
    assert session.snapshot is not None
    assert len(session.snapshot.configurations) == 6
    assert "NTLM, encrypted" in driver.window.status.connection.text()
    assert session.kind is HostKind.REMOTE
    assert not driver.window.banner.isVisible()
    user, password = host.account()
    assert driver.wait_noted() == (Connection("automatic", user, parse_address(host.url)),)
    everything = b"".join(p.read_bytes() for p in driver.folders.data.rglob("*") if p.is_file())
    assert password.encode() not in everything


def test_by_keyboard_alone(driver: WindowDriver, host: PracticeProcess) -> None:
    user, password = host.account()
    dialog = driver.ask()
    seen = []

    def type_into_focus(words: str) -> None:
        field = QApplication.focusWidget()
        seen.append(field.accessibleName())
        driver.qtbot.keyClicks(field, words)

    def tab() -> None:
        driver.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)

    dialog.activateWindow()
    driver.qtbot.waitUntil(dialog.isActiveWindow)
    type_into_focus(host.url)
    for _ in range(2):
        tab()
    assert QApplication.focusWidget() is dialog.form.host.http
    driver.qtbot.keyClick(dialog.form.host.http, Qt.Key.Key_Right)
    assert dialog.form.host.https.isChecked()
    driver.qtbot.keyClick(dialog.form.host.https, Qt.Key.Key_Left)
    dialog.form.host.port_spin.setValue(dialog.form.host.address().port)
    for _ in range(4):
        tab()
    type_into_focus(user)
    tab()
    type_into_focus(password)
    assert seen == ["Host", "User", "Password"]
    driver.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert driver.settled().error is None
    driver.window.activateWindow()
    driver.qtbot.waitUntil(driver.window.isActiveWindow, timeout=5000)
    driver.qtbot.keyClick(driver.window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert driver.states() == {}


def test_escape_connects_to_nothing(driver: WindowDriver) -> None:
    dialog = driver.ask()
    driver.fill(dialog, "srv01", "u", "hunter2")
    driver.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.form.login.password_edit.text() == ""
    assert driver.states() == {}


def test_a_wrong_password_is_told_in_place_and_can_be_given_again(driver: WindowDriver, host: PracticeProcess) -> None:
    session = driver.connect(host, password="wrong")
    assert session.error is not None
    assert "didn't accept the user name and password" in driver.message()
    assert driver.store().load().connections == ()
    message = driver.window.stack.message
    assert not message.retry.isVisible() and not message.offer.isVisible()  # nothing sends the same password again
    assert message.reconnect.text() == "Change credent&ials..."
    assert driver.window.focusWidget() is message.reconnect
    driver.qtbot.keyClick(driver.window, Qt.Key.Key_Return)
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, ConnectDialog) and w.isVisible())
    user, password = host.account()
    assert dialog.form.login.user_edit.text() == user
    assert dialog.form.login.password_edit.text() == ""
    assert dialog.form.host.address() == parse_address(host.url)
    dialog.form.login.password_edit.setText(password)
    dialog.connect_button.click()
    assert driver.settled().error is None
    assert list(driver.states().values()) == [HostState.READY]


def test_a_closed_port_is_told_within_four_seconds(driver: WindowDriver, closed_port: int) -> None:
    dialog = driver.ask()
    driver.fill(dialog, f"127.0.0.1:{closed_port}", "u", "p")
    began = time.monotonic()
    dialog.connect_button.click()
    assert driver.settled().error is not None
    assert time.monotonic() - began < 4
    assert f"127.0.0.1:{closed_port} refuses the connection" in driver.message()


def test_several_hosts_and_one_that_fails(driver: WindowDriver, host: PracticeProcess, closed_port: int) -> None:
    with PracticeProcess("windows-server") as other:
        driver.connect(host)
        driver.connect(host, address=f"127.0.0.1:{closed_port}")
        driver.connect(other)
        assert list(driver.states().values()) == [HostState.READY, HostState.FAILED, HostState.READY]
        driver.select_host(2)
        assert "refuses the connection" in driver.message()
        driver.window.actions_.disconnect.trigger()
        assert list(driver.states().values()) == [HostState.READY, HostState.READY]
        driver.connect(host)  # again: in place of the session before
        assert len(driver.states()) == 2
        assert len(driver.application.open_hosts.sessions) == 2 + 1
        driver.window.actions_.disconnect.trigger()
        driver.window.actions_.disconnect.trigger()
        assert driver.states() == {}
        assert "doesn't run Windows" in driver.message()
        assert not driver.window.actions_.disconnect.isEnabled()


def test_hosts_are_read_in_parallel(driver: WindowDriver, host: PracticeProcess) -> None:
    with PracticeProcess("reference-page") as other:
        assert host.console("delay 60")["ok"]
        user, password = host.account()
        dialog = driver.ask()
        driver.fill(dialog, host.url, user, password)
        dialog.connect_button.click()
        slow = driver.window.current
        assert driver.connect(other).error is None
        assert slow is not None
        assert slow.state is SessionState.READING
        driver.select_host(1)
        driver.window.actions_.disconnect.trigger()  # while it is being read
        assert len(driver.states()) == 1


def test_a_remembered_password_need_not_be_typed_again(open_driver, host: PracticeProcess) -> None:
    keyring = MemoryKeyring()
    user, password = host.account()
    first = open_driver(lambda: keyring)
    dialog = first.ask()
    first.fill(dialog, host.url, user, password)
    dialog.form.login.remember.setChecked(True)
    dialog.connect_button.click()
    first.settled()
    first.wait_noted()
    first.qtbot.waitUntil(lambda: list(keyring.held.values()) == [password])  # after the host is noted
    first.window.close()

    second = open_driver(lambda: keyring)
    dialog = second.ask()
    dialog.form.host.host_box.setCurrentIndex(0)
    dialog.form.host.host_box.activated.emit(0)
    assert "saved password" in dialog.form.login.password_edit.placeholderText()
    dialog.connect_button.click()
    assert second.settled().error is None

    dialog = second.ask()
    second.fill(dialog, host.url, user, password)
    dialog.form.login.remember.setChecked(False)
    dialog.connect_button.click()
    second.settled()
    second.qtbot.waitUntil(lambda: keyring.held == {}, timeout=5000)


def test_without_a_keyring_the_dialog_says_so(driver: WindowDriver) -> None:
    dialog = driver.ask()
    driver.qtbot.waitUntil(dialog.form.login.limitation_label.isVisible, timeout=5000)
    assert "until you close Gatepost" in dialog.form.login.limitation_label.text()
    dialog.reject()


def test_what_is_missing_is_said_where_it_is_missing(driver: WindowDriver) -> None:
    dialog = driver.ask()
    dialog.activateWindow()
    driver.qtbot.waitUntil(dialog.isActiveWindow)
    said = []
    for fields in (("srv 01", "", ""), ("10.0.0.1", "", ""), ("srv01", "u", "")):
        driver.fill(dialog, *fields)
        dialog.connect_button.click()
        said.append((dialog.problem_label.text(), dialog.focusWidget().accessibleName()))
    assert said == [
        ('"srv 01" isn\'t a valid host name.', "Host"),
        ("Enter a user name.", "User"),
        ("Enter a password.", "Password"),
    ]
    assert dialog.isVisible()
    dialog.reject()


def test_basic_in_clear_is_refused_in_place(driver: WindowDriver) -> None:
    dialog = driver.ask()
    driver.fill(dialog, "srv01", "u", "p")
    form = dialog.form
    form.login.scheme_box.setCurrentIndex(form.login.scheme_box.findData("basic"))
    assert "Basic over HTTP" in dialog.problem_label.text()
    dialog.connect_button.click()
    assert dialog.isVisible()
    assert driver.states() == {}
    form.host.https.setChecked(True)
    assert not dialog.problem_label.isVisible()
    form.host.http.setChecked(True)
    form.host.host_box.setEditText("localhost")
    assert not dialog.problem_label.isVisible()
    dialog.reject()


def test_the_protocol_is_chosen_by_what_is_typed_until_the_user_chooses(driver: WindowDriver) -> None:
    dialog = driver.ask()
    form = dialog.form
    form.host.host_box.setEditText("https://srv01")
    assert form.host.https.isChecked()
    assert form.host.address().url == "https://srv01:5986/wsman"
    assert dialog.connect_button.accessibleName() == "Connect to srv01"
    form.host.http.setChecked(True)
    assert form.host.address().url == "http://srv01:5985/wsman"
    form.host.host_box.setEditText("https://srv012")
    assert form.host.http.isChecked()
    form.host.host_box.setEditText("srv01")
    form.host.host_box.setEditText("srv01:5986")
    assert form.host.https.isChecked()
    dialog.reject()


@pytest.mark.parametrize(
    ("password", "works"),
    [("", {Step.NAME, Step.PORT, Step.LOGON, Step.READ}), ("wrong", {Step.NAME, Step.PORT})],
    ids=["right", "wrong"],
)
def test_the_test_button_tells_step_by_step(
    driver: WindowDriver, host: PracticeProcess, password: str, works: set[Step]
) -> None:
    user, right = host.account()
    dialog = driver.ask()
    driver.fill(dialog, host.url, user, password or right)
    dialog.trial.button.click()
    assert "Stop" in dialog.trial.button.text()
    driver.qtbot.waitUntil(lambda: "Stop" not in dialog.trial.button.text(), timeout=10_000)
    said = step_texts(dialog.trial.steps)
    assert ("can be read" in said["Read"]) is (Step.READ in works)
    assert ("didn't accept" in said["Logon"]) is (Step.LOGON not in works)
    assert driver.states() == {}
    dialog.form.login.user_edit.setText("somebody else")
    assert not dialog.trial.steps.isVisible()
    dialog.reject()


def test_a_test_can_be_stopped(driver: WindowDriver, host: PracticeProcess) -> None:
    assert host.console("delay 60")["ok"]
    dialog = driver.ask()
    driver.fill(dialog, host.url, *host.account())
    dialog.trial.button.click()
    dialog.trial.button.click()
    assert "Stop" not in dialog.trial.button.text()
    assert not dialog.trial.steps.isVisible()
    dialog.reject()


def test_a_damaged_list_of_hosts_is_said_in_the_dialog(driver: WindowDriver) -> None:
    driver.folders.connections.write_text("{")
    dialog = driver.ask()
    assert "Can't read" in dialog.problem_label.text()
    dialog.reject()


def test_an_authentication_of_a_later_version_becomes_the_usual_one(driver: WindowDriver) -> None:
    entries = [{"url": "http://srv01:5986/wsman", "authentication": "later", "user": "u"}]
    driver.folders.connections.write_text(json.dumps({"schema": 1, "connections": entries}))
    dialog = driver.ask()
    dialog.form.fill(driver.store().load().connections[0])
    assert dialog.form.login.scheme().key == "automatic"
    assert dialog.form.host.address() == parse_address("http://srv01:5986")
    dialog.reject()


def test_a_name_that_nobody_knows_is_told_in_place(driver: WindowDriver) -> None:
    dialog = driver.ask()
    driver.fill(dialog, "nosuch.invalid", "u", "p")
    dialog.connect_button.click()
    assert driver.settled().error is not None
    assert 'Can\'t resolve "nosuch.invalid"' in driver.message()
    assert "spelling" in driver.message()
