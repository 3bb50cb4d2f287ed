"""A certificate that nobody vouches for: asked about, trusted, guarded, and never trusted in passing."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton

from gatepost.backend.connect.addresses import parse_address
from gatepost.backend.connect.connections import Connection
from gatepost.models.host_list import HostState
from gatepost.ui.connect.certificate_dialog import CertificateAlarm, CertificateDialog, grouped
from gatepost.ui.connect.dialog import ConnectDialog
from gatepost.ui.dialogs.message import MessageDialog
from gatepost.wsman.http.tls import certificate_of
from tests.practice.host_process import PracticeProcess
from tests.ui.dialogs import step_texts, wait_for
from tests.ui.window_driver import WindowDriver


@pytest.fixture
def port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])


@pytest.fixture
def start(port: int) -> Iterator[Callable[[], PracticeProcess]]:
    """Start a host with HTTPS on the same port as the one before, with a certificate of its own."""
    hosts: list[PracticeProcess] = []

    def started() -> PracticeProcess:
        for host in hosts:
            host.close()
        hosts.append(PracticeProcess("reference-page", "--https", "--https-port", str(port)))
        return hosts[-1]

    yield started
    for host in hosts:
        host.close()


@pytest.fixture
def host(start: Callable[[], PracticeProcess]) -> PracticeProcess:
    return start()


def fingerprint(port: int) -> str:
    return certificate_of("127.0.0.1", port, 3).sha256


def connect(driver: WindowDriver, host: PracticeProcess) -> None:
    """Connect by the dialog, whose fields are filled from before where the host is known."""
    driver.connect(host, address=host.info["https_url"])


def trust(driver: WindowDriver, host: PracticeProcess) -> None:
    """Connect, and trust what is asked about."""
    connect(driver, host)
    wait_for(driver.qtbot, CertificateDialog).trust_button.click()
    assert driver.settled().error is None


def stored(driver: WindowDriver) -> Connection | None:
    return next(iter(driver.store().load().connections), None)


def offer(driver: WindowDriver) -> QPushButton:
    return driver.window.stack.message.offer


def test_enter_does_not_trust_and_the_question_can_be_asked_again(
    driver: WindowDriver, host: PracticeProcess, port: int
) -> None:
    connect(driver, host)
    dialog = wait_for(driver.qtbot, CertificateDialog)
    digits = "".join(dialog.fingerprint_label.text().split()).replace(":", "")
    assert digits == fingerprint(port).upper()
    assert dialog.refuse_button.hasFocus()
    driver.qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert list(driver.states().values()) == [HostState.FAILED]
    assert stored(driver) is None
    assert host.console("counts")["identify"] == 0
    assert offer(driver).text() == "&View certificate..."
    offer(driver).click()
    driver.qtbot.keyClick(wait_for(driver.qtbot, CertificateDialog), Qt.Key.Key_Escape)
    assert driver.window.current is not None
    assert driver.window.current.snapshot is None


def test_what_is_trusted_is_pinned_and_needs_no_question_any_more(
    driver: WindowDriver, host: PracticeProcess, port: int, open_driver: Callable[..., WindowDriver]
) -> None:
    trust(driver, host)
    driver.qtbot.waitUntil(lambda: stored(driver) is not None)
    kept = stored(driver)
    assert kept is not None
    assert kept.pinned_fingerprint == fingerprint(port)
    driver.window.close()
    later = open_driver()
    connect(later, host)
    assert later.settled().error is None


def test_a_pin_that_cannot_be_kept_is_said(driver: WindowDriver, host: PracticeProcess) -> None:
    driver.folders.connections.write_text('{"schema": 99}')
    connect(driver, host)
    wait_for(driver.qtbot, CertificateDialog).trust_button.click()
    problem = wait_for(driver.qtbot, MessageDialog)
    assert "newer version" in problem.title_label.text()
    problem.close()
    assert driver.settled().error is None  # for this run it is trusted


def test_the_fingerprint_can_be_compared_however_it_is_written(
    driver: WindowDriver, host: PracticeProcess, port: int
) -> None:
    connect(driver, host)
    dialog = wait_for(driver.qtbot, CertificateDialog)
    dialog.copy_button.click()
    copied = QGuiApplication.clipboard().text()
    said = {}
    for pasted in (copied, fingerprint(port), dialog.fingerprint_label.text(), "ab" * 32, "ab", ""):
        dialog.compare_edit.setText(pasted)
        said[pasted] = dialog.compared_label.text()
    assert [words.partition(".")[0] for words in said.values()] == [
        "Fingerprints match",
        "Fingerprints match",
        "Fingerprints match",
        "Fingerprints don't match",
        "A SHA-256 fingerprint has 64 hexadecimal digits",
        "",
    ]
    dialog.reject()


def test_another_certificate_at_a_refresh_is_a_loud_stop(
    driver: WindowDriver, host: PracticeProcess, port: int, start: Callable[[], PracticeProcess]
) -> None:
    trust(driver, host)
    driver.qtbot.waitUntil(lambda: stored(driver) is not None)
    before = fingerprint(port)
    again = start()
    driver.press(Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier)
    driver.qtbot.waitUntil(lambda: list(driver.states().values()) == [HostState.FAILED], timeout=20_000)
    assert offer(driver).text() == "&View certificates..."
    offer(driver).click()
    alarm = wait_for(driver.qtbot, CertificateAlarm)
    shown = [label.text().replace("\n", "") for label in (alarm.before_label, alarm.now_label)]
    assert ["".join(text.split(":")).lower() for text in shown] == [before, fingerprint(port)]
    buttons = [button.text() for button in alarm.findChildren(QPushButton)]
    assert buttons == ["Cop&y both", "&Don't connect"]
    driver.qtbot.keyClick(alarm, Qt.Key.Key_Return)
    assert stored(driver).pinned_fingerprint == before
    assert again.console("counts")["identify"] == 0


def test_the_way_on_from_a_changed_certificate_is_to_forget_the_old_one(
    driver: WindowDriver, host: PracticeProcess, port: int, start: Callable[[], PracticeProcess]
) -> None:
    trust(driver, host)
    driver.qtbot.waitUntil(lambda: stored(driver) is not None)
    host = start()
    connect(driver, host)
    wait_for(driver.qtbot, CertificateAlarm).reject()  # from Connect, too
    dialog = driver.ask()
    assert dialog.form.host.address() == parse_address(host.info["https_url"])
    assert dialog.form.trust.pin_label.isVisible()
    assert not dialog.form.trust.authorities.isVisible()
    dialog.form.trust.forget_pin_button.click()
    question = wait_for(driver.qtbot, MessageDialog)
    driver.qtbot.keyClick(question, Qt.Key.Key_Return)  # Cancel
    assert stored(driver).pinned_fingerprint
    dialog.form.trust.forget_pin_button.click()
    wait_for(driver.qtbot, MessageDialog).verb_button.click()
    driver.qtbot.waitUntil(lambda: not stored(driver).pinned_fingerprint, timeout=5000)
    driver.qtbot.waitUntil(dialog.form.trust.authorities.isVisible, timeout=5000)
    dialog.form.login.password_edit.setText(host.account()[1])
    dialog.connect_button.click()
    driver.settled()
    wait_for(driver.qtbot, CertificateDialog).trust_button.click()
    assert driver.settled().error is None
    driver.qtbot.waitUntil(lambda: stored(driver).pinned_fingerprint == fingerprint(port), timeout=5000)


def test_forgetting_the_host_asks_first_where_a_certificate_is_trusted(
    driver: WindowDriver, host: PracticeProcess
) -> None:
    trust(driver, host)
    driver.wait_noted()
    dialog = driver.ask()
    dialog.form.host.host_box.setEditText(host.info["https_url"])
    dialog.form.host.forget_button.click()
    wait_for(driver.qtbot, MessageDialog).reject()
    assert stored(driver) is not None
    dialog.form.host.forget_button.click()
    wait_for(driver.qtbot, MessageDialog).verb_button.click()
    driver.wait_noted(0)
    dialog.reject()


def test_the_test_asks_and_goes_on_when_it_is_trusted(driver: WindowDriver, host: PracticeProcess, port: int) -> None:
    dialog = driver.ask()
    driver.fill(dialog, host.info["https_url"], *host.account())
    dialog.trial.button.click()
    question = wait_for(driver.qtbot, CertificateDialog)
    assert "Tls" in step_texts(dialog.trial.steps)
    question.trust_button.click()
    driver.qtbot.waitUntil(lambda: "can be read" in step_texts(dialog.trial.steps)["Read"], timeout=20_000)
    assert "that you trusted" in step_texts(dialog.trial.steps)["Tls"]
    assert stored(driver).pinned_fingerprint == fingerprint(port)
    assert not stored(driver).remember
    dialog.reject()


def test_the_test_stops_at_a_changed_certificate(driver: WindowDriver, host: PracticeProcess) -> None:
    user, password = host.account()
    address = parse_address(host.info["https_url"])
    driver.store().note(Connection("ntlm", user, address, pinned_fingerprint="ab" * 32))
    dialog = driver.ask()
    driver.fill(dialog, host.info["https_url"], user, password)
    dialog.trial.button.click()
    alarm = wait_for(driver.qtbot, CertificateAlarm)
    assert grouped("ab" * 32)[:40] in alarm.before_label.text()
    alarm.reject()
    dialog.reject()


def test_of_several_hosts_only_the_one_in_front_asks(driver: WindowDriver, host: PracticeProcess) -> None:
    connect(driver, host)
    wait_for(driver.qtbot, CertificateDialog).reject()
    user, password = host.account()
    dialog = driver.ask()
    driver.fill(dialog, host.info["https_url"].replace("127.0.0.1", "localhost"), user, password)
    dialog.connect_button.click()
    hidden = driver.window.current
    driver.select_host(1)
    driver.settled(hidden)
    driver.qtbot.wait(50)
    open_now = [w for w in QApplication.topLevelWidgets() if isinstance(w, CertificateDialog) and w.isVisible()]
    assert open_now == []
    driver.select_host(2)
    assert offer(driver).isVisible()


def test_a_connect_dialog_is_not_asked_over(driver: WindowDriver, host: PracticeProcess) -> None:
    user, password = host.account()
    dialog = driver.ask()
    driver.fill(dialog, host.info["https_url"], user, password)
    dialog.connect_button.click()
    driver.window.actions_.connect.trigger()  # before anything can have come back
    other = wait_for(driver.qtbot, ConnectDialog)
    driver.settled()
    driver.qtbot.wait(50)
    assert [w for w in QApplication.topLevelWidgets() if isinstance(w, CertificateDialog) and w.isVisible()] == []
    other.reject()
