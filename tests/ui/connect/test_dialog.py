"""The connect dialog: only the fields that apply, what it keeps and forgets, and each way to log on through the window."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography import x509
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from gatepost.backend.connect.addresses import parse_address
from gatepost.backend.connect.connections import Connection
from gatepost.backend.files.settings import Settings
from gatepost.ui.connect.dialog import ConnectDialog
from tests.backend.connect.test_credentials import MemoryKeyring
from tests.practice.host_process import PracticeProcess
from tests.ui.dialogs import wait_for
from tests.ui.window_driver import WindowDriver
from tests.wsman import pki
from tests.wsman.proxy import Proxy
from tests.wsman.recorder import Recorder
from tests.wsman.tls_hosts import Mute


@pytest.fixture
def host() -> Iterator[PracticeProcess]:
    with PracticeProcess("reference-page") as practice:
        yield practice


def choose(dialog: ConnectDialog, scheme: str) -> None:
    box = dialog.form.login.scheme_box
    box.setCurrentIndex(box.findData(scheme))


def labels(dialog: ConnectDialog) -> list[str]:
    """Return what stands before the fields that are shown, from top to bottom."""
    grid = dialog.form.layout()
    found = [grid.itemAtPosition(row, 0) for row in range(grid.rowCount())]
    widgets = [item.widget() for item in found if item is not None]
    return [w.text().replace("&", "") for w in widgets if isinstance(w, QLabel) and w.isVisible() and w.text()]


@pytest.mark.parametrize(
    ("scheme", "typed", "ticket", "shown"),
    [
        ("automatic", "srv01", False, "Credentials, User, Password"),
        ("automatic", "srv01", True, "Credentials"),
        ("kerberos", "srv01", True, "Credentials"),
        ("kerberos", "https://srv01", False, "Credentials, User, Password, CA file"),
        ("ntlm", "srv01", True, "User, Password"),
        ("credssp", "https://srv01", False, "User, Password, CA file"),
        ("basic", "https://srv01", False, "User, Password, CA file"),
        ("certificate", "https://srv01", True, "Certificate, Key, Password, CA file"),
    ],
)
def test_only_what_applies_is_shown(driver: WindowDriver, scheme: str, typed: str, ticket: bool, shown: str) -> None:
    dialog = driver.ask()
    dialog.form.host.host_box.setEditText(typed)
    choose(dialog, scheme)
    dialog.form.login.ticket.setChecked(ticket)
    assert labels(dialog) == ["Host", "Protocol", "Authentication", *shown.split(", ")]
    dialog.form.trust.through_proxy.box.setChecked(True)
    assert labels(dialog)[-1] == "Proxy"
    dialog.reject()


def test_the_dialog_is_as_high_as_what_it_shows(driver: WindowDriver) -> None:
    dialog = driver.ask()
    heights = {}
    for scheme, ticket in (("certificate", False), ("kerberos", True), ("certificate", False)):
        choose(dialog, scheme)
        dialog.form.login.ticket.setChecked(ticket)
        driver.qtbot.wait(20)
        heights.setdefault(scheme, dialog.height())
        assert dialog.height() == heights[scheme]
    assert heights["kerberos"] < heights["certificate"]
    dialog.reject()


def test_a_host_of_before_stays_protected_when_its_name_is_typed(driver: WindowDriver) -> None:
    known = Connection(
        "ntlm", "u", parse_address("https://srv01"), ca_file="/ca.pem", proxy="http://proxy:3128", read_only=True
    )
    driver.store().note(known)
    dialog = driver.ask()
    for typed, kept in (("https://srv0", False), ("https://srv01", True), ("https://srv012", False)):
        dialog.form.host.host_box.setEditText(typed)
        found = dialog.form.connection()
        assert (found.read_only, found.ca_file, found.proxy) == (
            (True, known.ca_file, known.proxy) if kept else (False, "", "")
        )
    dialog.form.trust.read_only.setChecked(True)
    dialog.form.host.host_box.setEditText("https://srv0123")
    assert dialog.form.connection().read_only  # chosen, and not another host's
    dialog.reject()


def test_what_a_host_over_http_gets_is_said_and_https_or_kerberos_offered(driver: WindowDriver) -> None:
    dialog = driver.ask()
    login = dialog.form.login
    note = login.identity_note
    driver.fill(dialog, "srv01", "LAB\\u", "p")
    assert "If Kerberos isn't available, NTLM is used" in note.label.text()
    note.https_button.click()
    assert dialog.form.connection().address.secure
    assert not note.isVisible()
    dialog.form.host.http.setChecked(True)
    choose(dialog, "ntlm")
    assert "NTLM doesn't prove the host's identity" in note.label.text()
    assert note.isVisible()
    note.kerberos_button.click()
    assert login.scheme().key == "kerberos"
    assert not note.isVisible()
    dialog.reject()


def test_kerberos_or_https_only_is_kept_and_sends_nothing_to_a_host_that_has_neither(
    driver: WindowDriver, host: PracticeProcess
) -> None:
    dialog = driver.ask()
    driver.fill(dialog, host.url, *host.account())
    choose(dialog, "ntlm")
    dialog.form.trust.kerberos_or_https_only.setChecked(True)
    assert "Kerberos or HTTPS only" in dialog.problem_label.text()
    dialog.connect_button.click()
    assert dialog.isVisible()
    choose(dialog, "automatic")
    asked = host.console("counts")
    dialog.connect_button.click()
    assert driver.settled().error is not None  # there can be no ticket for an address
    assert host.console("counts") == asked
    driver.window.actions_.disconnect.trigger()
    dialog = driver.ask()
    assert not dialog.form.trust.kerberos_or_https_only.isChecked()
    dialog.form.host.host_box.setEditText(host.url)
    assert dialog.form.trust.kerberos_or_https_only.isChecked()
    dialog.reject()


def test_the_port_is_chosen_until_the_user_chooses_another(driver: WindowDriver) -> None:
    dialog = driver.ask()
    where = dialog.form.host
    said = []
    for typed in ("srv01", "srv01:8080", "srv01", "https://srv01", "10.0.0.7", "2001:db8::1"):
        where.host_box.setEditText(typed)
        said.append(where.address().url)
    assert said == [
        "http://srv01:5985/wsman",
        "http://srv01:8080/wsman",
        "http://srv01:5985/wsman",
        "https://srv01:5986/wsman",
        "http://10.0.0.7:5985/wsman",
        "http://[2001:db8::1]:5985/wsman",
    ]
    where.port_spin.setValue(8080)
    where.host_box.setEditText("srv02")
    assert where.address().url == "http://srv02:8080/wsman"
    where.https.setChecked(True)
    assert where.address().url == "https://srv02:8080/wsman"
    dialog.reject()


@pytest.mark.parametrize(
    ("scheme", "ticket", "user", "password", "said", "focus"),
    [
        ("automatic", False, "", "", "Enter a user name", "User"),
        ("kerberos", False, "u", "", "Enter a password", "Password"),
        ("certificate", False, "", "", "Choose a client certificate", "Client certificate"),
        ("ntlm", False, "CONTOSO\\ad\u200bmin", "p", "an invisible character (U+200B)", "User"),
    ],
)
def test_what_is_missing_is_said_where_it_is(
    driver: WindowDriver, scheme: str, ticket: bool, user: str, password: str, said: str, focus: str
) -> None:
    dialog = driver.ask()
    dialog.activateWindow()
    driver.qtbot.waitUntil(dialog.isActiveWindow)
    driver.fill(dialog, "https://srv01", user, password)
    choose(dialog, scheme)
    dialog.form.login.ticket.setChecked(ticket)
    dialog.connect_button.click()
    assert said in dialog.problem_label.text()
    field = QApplication.focusWidget()
    assert field is not None
    assert field.accessibleName() == focus
    dialog.reject()


def test_a_host_with_an_invisible_character_is_not_contacted(driver: WindowDriver) -> None:
    dialog = driver.ask()
    box = dialog.form.host.host_box
    box.lineEdit().insert("srv\u200b01")
    assert box.currentText() == "srv\u27e8U+200B\u27e901"
    driver.fill(dialog, box.currentText(), "admin", "p")
    dialog.connect_button.click()
    assert "contains an invisible character (U+200B)" in dialog.problem_label.text()
    assert dialog.isVisible()
    dialog.reject()


def test_hosts_are_kept_and_forgotten_from_there(driver: WindowDriver) -> None:
    for name in ("old", "kept", "new"):
        driver.store().note(Connection("ntlm", "u", parse_address(name)))
    dialog = driver.ask()
    where = dialog.form.host
    assert [where.host_box.itemText(row) for row in range(3)] == ["new", "kept", "old"]
    assert not where.save_button.isEnabled()
    assert not where.forget_button.isEnabled()
    where.host_box.setEditText("kept")
    assert not where.save_button.isChecked()
    where.save_button.click()
    driver.qtbot.waitUntil(lambda: where.host_box.itemText(0) == "kept", timeout=5000)
    assert where.save_button.isChecked()
    assert where.host_box.currentText() == "kept"
    where.host_box.setEditText("old")
    where.forget_button.click()
    driver.qtbot.waitUntil(lambda: where.host_box.count() == 2, timeout=5000)
    assert {c.address.host: c.saved for c in driver.store().load().connections} == {"kept": True, "new": False}
    where.host_box.setEditText("another.example.com")
    where.save_button.click()  # without ever having been there
    assert len(driver.wait_noted(3)) == 3
    dialog.reject()


def test_a_list_that_cannot_be_written_is_said_in_place(driver: WindowDriver) -> None:
    dialog = driver.ask()
    dialog.form.host.host_box.setEditText("srv01")
    driver.folders.connections.write_text('{"schema": 99}')
    dialog.form.host.save_button.click()
    driver.qtbot.waitUntil(dialog.problem_label.isVisible, timeout=5000)
    assert "newer version" in dialog.problem_label.text()
    dialog.reject()


def test_a_remembered_password_is_forgotten_from_there(
    open_driver: Callable[..., WindowDriver], host: PracticeProcess
) -> None:
    keyring = MemoryKeyring()
    driver = open_driver(lambda: keyring)
    user, password = host.account()
    dialog = driver.ask()
    driver.fill(dialog, host.url, user, password)
    assert not dialog.form.login.forget_button.isVisible()
    dialog.form.login.remember.setChecked(True)
    dialog.connect_button.click()
    driver.settled()
    driver.wait_noted()
    driver.qtbot.waitUntil(lambda: list(keyring.held.values()) == [password], timeout=5000)  # after the host is noted
    dialog = driver.ask()
    dialog.form.fill(driver.store().load().connections[0])
    assert dialog.form.login.forget_button.isVisible()
    dialog.form.login.forget_button.click()
    driver.qtbot.waitUntil(lambda: keyring.held == {}, timeout=5000)
    driver.qtbot.waitUntil(lambda: not dialog.form.login.forget_button.isVisible(), timeout=5000)
    assert not dialog.form.login.remember.isChecked()
    assert not driver.store().load().connections[0].remember
    dialog.reject()


def test_a_proxy_is_offered_from_the_settings_and_used_where_asked_for(
    driver: WindowDriver, host: PracticeProcess
) -> None:
    user, password = host.account()
    with Proxy(host.url) as proxy:
        preferences = driver.application.preferences
        with driver.qtbot.waitSignal(preferences.changed, timeout=5000):
            preferences.save(replace(preferences.settings, proxy=proxy.url))
        driver.connect(host)  # without it
        assert proxy.asked == []
        dialog = driver.ask()
        driver.fill(dialog, host.url.replace("127.0.0.1", "far-away.invalid"), user, password)
        choose(dialog, "ntlm")
        dialog.form.trust.through_proxy.box.setChecked(True)
        assert dialog.form.trust.through_proxy.edit.text() == proxy.url
        dialog.form.trust.through_proxy.edit.setText("http://user:secret@proxy:3128")
        dialog.connect_button.click()
        assert "without an account" in dialog.problem_label.text()
        dialog.form.trust.through_proxy.edit.setText(proxy.url)
        dialog.connect_button.click()
        assert driver.settled().error is None
        assert proxy.asked
        assert driver.wait_noted(2)[0].proxy == proxy.url


def test_a_host_that_is_read_only_cannot_be_written_to(driver: WindowDriver, host: PracticeProcess) -> None:
    with PracticeProcess("windows-server") as other:
        dialog = driver.ask()
        driver.fill(dialog, host.url, *host.account())
        dialog.form.trust.read_only.setChecked(True)
        dialog.connect_button.click()
        guarded = driver.settled()
        assert guarded.read_only
        assert not driver.window.actions_.disable.isVisible()
        assert driver.window.status.connection.text().endswith(", read-only")
        assert not driver.window.actions_.read_only.isChecked()
        open_session = driver.connect(other)
        assert not open_session.read_only
        assert driver.window.actions_.disable.isVisible()
        driver.window.actions_.read_only.setChecked(True)
        driver.window.actions_.read_only.setChecked(False)
        assert (guarded.read_only, open_session.read_only) == (True, False)
        driver.select_host(1)
        assert not driver.window.actions_.disable.isVisible()
        assert driver.wait_noted(2)[1].read_only


def test_a_host_behind_another_name_is_verified_under_its_own(driver: WindowDriver, tmp_path: Path) -> None:
    authority = pki.authority(tmp_path)
    certificate = pki.host(tmp_path, authority, names=(x509.DNSName("srv01.example"),))
    with PracticeProcess("reference-page", "--https", "--certificate", str(certificate.path)) as practice:
        dialog = driver.ask()
        driver.fill(dialog, practice.info["https_url"], *practice.account())
        trust = dialog.form.trust
        trust.authorities.edit.setText(str(authority.path))
        trust.other_name.box.setChecked(True)
        dialog.connect_button.click()
        assert "name in the certificate" in dialog.problem_label.text()
        trust.other_name.edit.setText("srv01.example")
        trust.tls12_only.setChecked(True)
        dialog.connect_button.click()
        assert driver.settled().error is None
        (kept,) = driver.wait_noted()
        assert (kept.verify_as, kept.tls12_only) == ("srv01.example", True)
        later = driver.ask()
        later.form.fill(kept)
        assert later.form.connection() == kept
        later.reject()


def test_a_private_authority_is_chosen_as_a_file(driver: WindowDriver, tmp_path: Path) -> None:
    authority = pki.authority(tmp_path)
    certificate = pki.host(tmp_path, authority)
    with PracticeProcess("reference-page", "--https", "--certificate", str(certificate.path)) as practice:
        dialog = driver.ask()
        driver.fill(dialog, practice.info["https_url"], *practice.account())
        dialog.form.trust.authorities.button.click()
        chooser = wait_for(driver.qtbot, QFileDialog)
        chooser.selectFile(str(authority.path))
        chooser.accept()
        assert dialog.form.trust.authorities.path == str(authority.path)
        dialog.connect_button.click()
        assert driver.settled().error is None
        (kept,) = driver.wait_noted()
        assert (kept.ca_file, kept.pinned_fingerprint) == (str(authority.path), "")


def test_a_client_certificate_logs_on_through_the_window(driver: WindowDriver, tmp_path: Path) -> None:
    authority = pki.authority(tmp_path)
    arguments = ["--certificate", str(pki.host(tmp_path, authority).path), "--client-authority", str(authority.path)]
    with PracticeProcess("reference-page", "--https", *arguments) as practice:
        user = practice.account()[0].rpartition("\\")[2]
        person = pki.client(tmp_path, authority, f"{user}@localhost")
        dialog = driver.ask()
        dialog.form.host.host_box.setEditText(practice.info["https_url"])
        choose(dialog, "certificate")
        dialog.form.login.certificate.edit.setText(str(person.path))
        dialog.form.trust.authorities.edit.setText(str(authority.path))
        dialog.connect_button.click()
        assert driver.settled().error is None
        assert "Client certificate, encrypted" in driver.window.status.connection.text()
        (kept,) = driver.wait_noted()
        assert (kept.authentication, kept.user, kept.client_certificate) == ("certificate", "", str(person.path))
        later = driver.ask()
        later.form.fill(kept)
        assert later.form.connection() == kept
        later.reject()


def set_seconds(driver: WindowDriver, **seconds: int) -> None:
    preferences = driver.application.preferences
    with driver.qtbot.waitSignal(preferences.changed, timeout=5000):
        preferences.save(replace(Settings(), **seconds))


def test_the_time_to_answer_reaches_the_host(driver: WindowDriver, host: PracticeProcess) -> None:
    set_seconds(driver, answer_seconds=120)
    with Recorder(host.url) as recorder:
        dialog = driver.ask()
        driver.fill(dialog, recorder.url, *host.account())
        choose(dialog, "basic")
        dialog.connect_button.click()
        assert driver.settled().error is None
    assert b"PT100S" in recorder.heard  # what it may take, so that it says so before nobody waits any more
    assert b"PT50S" not in recorder.heard


def test_the_time_to_connect_is_the_one_that_was_set(driver: WindowDriver) -> None:
    set_seconds(driver, connect_seconds=1)
    with Mute() as mute:
        dialog = driver.ask()
        driver.fill(dialog, mute.url, "u", "p")
        began = time.monotonic()
        dialog.connect_button.click()
        assert driver.settled().error is not None
        assert 0.9 < time.monotonic() - began < 2.9


def test_every_field_is_reached_by_the_keyboard(driver: WindowDriver) -> None:
    dialog = driver.ask()
    dialog.activateWindow()
    driver.qtbot.waitUntil(dialog.isActiveWindow)
    dialog.form.host.host_box.setEditText("https://srv01")
    choose(dialog, "certificate")
    dialog.form.trust.through_proxy.box.setChecked(True)
    seen: list[str] = []
    for _ in range(30):
        field = QApplication.focusWidget()
        assert field is not None
        name = field.accessibleName() or getattr(field, "text", str)().replace("&", "")
        if seen and name == seen[0]:
            break
        seen.append(name)
        driver.qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert {"HTTP", "HTTPS"} & set(seen)  # arrows lead from one to the other
    assert [name for name in seen if name not in ("HTTP", "HTTPS")] == [
        "Host",
        "Keep in the list",
        "Port",
        "Authentication",
        "Client certificate",
        "Choose: Client certificate",
        "Certificate key",
        "Choose: Certificate key",
        "Password",
        "Remember the password",
        "CA file",
        "Choose: CA file",
        "Read-only",
        "TLS 1.2 only",
        "Verify under another name",
        "Use a proxy",
        "Proxy",
        "Test",
        "Cancel",
        "Connect to srv01",
    ]
    dialog.reject()
