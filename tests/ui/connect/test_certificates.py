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
from gatepost.ui.connect.certificate_dialog import CertificateAlarm, CertificateDialog
from gatepost.ui.connect.certificate_view import grouped
from gatepost.ui.connect.dialog import ConnectDialog
from gatepost.ui.dialogs.message import MessageDialog
from gatepost.wsman.http.tls import certificate_of
from tests.practice.host_process import PracticeProcess
from tests.ui.desk import Desk
from tests.ui.dialogs import wait_for


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


def connect(desk: Desk, host: PracticeProcess) -> None:
    """Connect by the dialog, whose fields are filled from before where the host is known."""
    desk.connect(host, address=host.info["https_url"])


def trust(desk: Desk, host: PracticeProcess) -> None:
    """Connect, and trust what is asked about."""
    connect(desk, host)
    wait_for(desk.qtbot, CertificateDialog).trust_button.click()
    assert desk.settled().error is None


def stored(desk: Desk) -> Connection | None:
    return next(iter(desk.store().load().connections), None)


def offer(desk: Desk) -> QPushButton:
    return desk.window.stack.message.offer


def test_enter_does_not_trust_and_the_question_can_be_asked_again(desk: Desk, host: PracticeProcess, port: int) -> None:
    connect(desk, host)
    dialog = wait_for(desk.qtbot, CertificateDialog)
    digits = "".join(dialog.fingerprint_label.text().split()).replace(":", "")
    assert digits == fingerprint(port).upper()
    assert dialog.refuse_button.hasFocus()
    desk.qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert list(desk.states().values()) == [HostState.FAILED]
    assert stored(desk) is None
    assert host.console("counts")["identify"] == 0
    assert offer(desk).text() == "&View certificate..."
    offer(desk).click()
    desk.qtbot.keyClick(wait_for(desk.qtbot, CertificateDialog), Qt.Key.Key_Escape)
    assert desk.window.current is not None
    assert desk.window.current.snapshot is None


def test_what_is_trusted_is_pinned_and_needs_no_question_any_more(
    desk: Desk, host: PracticeProcess, port: int, open_desk: Callable[..., Desk]
) -> None:
    trust(desk, host)
    desk.qtbot.waitUntil(lambda: stored(desk) is not None)
    kept = stored(desk)
    assert kept is not None
    assert kept.pinned_fingerprint == fingerprint(port)
    desk.window.close()
    later = open_desk()
    connect(later, host)
    assert later.settled().error is None


def test_a_pin_that_cannot_be_kept_is_said(desk: Desk, host: PracticeProcess) -> None:
    desk.folders.connections.write_text('{"schema": 99}')
    connect(desk, host)
    wait_for(desk.qtbot, CertificateDialog).trust_button.click()
    problem = wait_for(desk.qtbot, MessageDialog)
    assert "newer version" in problem.title_label.text()
    problem.close()
    assert desk.settled().error is None  # for this run it is trusted


def test_the_fingerprint_can_be_compared_however_it_is_written(desk: Desk, host: PracticeProcess, port: int) -> None:
    connect(desk, host)
    dialog = wait_for(desk.qtbot, CertificateDialog)
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
    desk: Desk, host: PracticeProcess, port: int, start: Callable[[], PracticeProcess]
) -> None:
    trust(desk, host)
    desk.qtbot.waitUntil(lambda: stored(desk) is not None)
    before = fingerprint(port)
    again = start()
    desk.press(Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier)
    desk.qtbot.waitUntil(lambda: list(desk.states().values()) == [HostState.FAILED], timeout=20_000)
    assert offer(desk).text() == "&View certificates..."
    offer(desk).click()
    alarm = wait_for(desk.qtbot, CertificateAlarm)
    shown = [label.text().replace("\n", "") for label in (alarm.before_label, alarm.now_label)]
    assert ["".join(text.split(":")).lower() for text in shown] == [before, fingerprint(port)]
    buttons = [button.text() for button in alarm.findChildren(QPushButton)]
    assert buttons == ["Cop&y both", "&Don't connect"]
    desk.qtbot.keyClick(alarm, Qt.Key.Key_Return)
    assert stored(desk).pinned_fingerprint == before
    assert again.console("counts")["identify"] == 0


def test_the_way_on_from_a_changed_certificate_is_to_forget_the_old_one(
    desk: Desk, host: PracticeProcess, port: int, start: Callable[[], PracticeProcess]
) -> None:
    trust(desk, host)
    desk.qtbot.waitUntil(lambda: stored(desk) is not None)
    host = start()
    connect(desk, host)
    wait_for(desk.qtbot, CertificateAlarm).reject()  # from Connect, too
    dialog = desk.ask()
    assert dialog.form.host.address() == parse_address(host.info["https_url"])
    assert dialog.form.trust.pin_label.isVisible()
    assert not dialog.form.trust.authorities.isVisible()
    dialog.form.trust.forget_pin_button.click()
    question = wait_for(desk.qtbot, MessageDialog)
    desk.qtbot.keyClick(question, Qt.Key.Key_Return)  # Cancel
    assert stored(desk).pinned_fingerprint
    dialog.form.trust.forget_pin_button.click()
    wait_for(desk.qtbot, MessageDialog).verb_button.click()
    desk.qtbot.waitUntil(lambda: not stored(desk).pinned_fingerprint, timeout=5000)
    desk.qtbot.waitUntil(dialog.form.trust.authorities.isVisible, timeout=5000)
    dialog.form.login.password_edit.setText(host.account()[1])
    dialog.connect_button.click()
    desk.settled()
    wait_for(desk.qtbot, CertificateDialog).trust_button.click()
    assert desk.settled().error is None
    desk.qtbot.waitUntil(lambda: stored(desk).pinned_fingerprint == fingerprint(port), timeout=5000)


def test_forgetting_the_host_asks_first_where_a_certificate_is_trusted(desk: Desk, host: PracticeProcess) -> None:
    trust(desk, host)
    desk.wait_noted()
    dialog = desk.ask()
    dialog.form.host.host_box.setEditText(host.info["https_url"])
    dialog.form.host.forget_button.click()
    wait_for(desk.qtbot, MessageDialog).reject()
    assert stored(desk) is not None
    dialog.form.host.forget_button.click()
    wait_for(desk.qtbot, MessageDialog).verb_button.click()
    desk.wait_noted(0)
    dialog.reject()


def test_the_test_asks_and_goes_on_when_it_is_trusted(desk: Desk, host: PracticeProcess, port: int) -> None:
    dialog = desk.ask()
    desk.fill(dialog, host.info["https_url"], *host.account())
    dialog.trial.button.click()
    question = wait_for(desk.qtbot, CertificateDialog)
    assert "TLS: " in dialog.trial.steps.as_text()
    question.trust_button.click()
    desk.qtbot.waitUntil(lambda: "can be read" in dialog.trial.steps.as_text(), timeout=20_000)
    assert "that you trusted" in dialog.trial.steps.as_text()
    assert stored(desk).pinned_fingerprint == fingerprint(port)
    assert not stored(desk).remember
    dialog.reject()


def test_the_test_stops_at_a_changed_certificate(desk: Desk, host: PracticeProcess) -> None:
    user, password = host.account()
    address = parse_address(host.info["https_url"])
    desk.store().note(Connection("ntlm", user, address, pinned_fingerprint="ab" * 32))
    dialog = desk.ask()
    desk.fill(dialog, host.info["https_url"], user, password)
    dialog.trial.button.click()
    alarm = wait_for(desk.qtbot, CertificateAlarm)
    assert grouped("ab" * 32)[:40] in alarm.before_label.text()
    alarm.reject()
    dialog.reject()


def test_of_several_hosts_only_the_one_in_front_asks(desk: Desk, host: PracticeProcess) -> None:
    connect(desk, host)
    wait_for(desk.qtbot, CertificateDialog).reject()
    user, password = host.account()
    dialog = desk.ask()
    desk.fill(dialog, host.info["https_url"].replace("127.0.0.1", "localhost"), user, password)
    dialog.connect_button.click()
    hidden = desk.window.current
    desk.select_host(1)
    desk.settled(hidden)
    desk.qtbot.wait(50)
    open_now = [w for w in QApplication.topLevelWidgets() if isinstance(w, CertificateDialog) and w.isVisible()]
    assert open_now == []
    desk.select_host(2)
    assert offer(desk).isVisible()


def test_a_connect_dialog_is_not_asked_over(desk: Desk, host: PracticeProcess) -> None:
    user, password = host.account()
    dialog = desk.ask()
    desk.fill(dialog, host.info["https_url"], user, password)
    dialog.connect_button.click()
    desk.window.actions_.connect.trigger()  # before anything can have come back
    other = wait_for(desk.qtbot, ConnectDialog)
    desk.settled()
    desk.qtbot.wait(50)
    assert [w for w in QApplication.topLevelWidgets() if isinstance(w, CertificateDialog) and w.isVisible()] == []
    other.reject()
