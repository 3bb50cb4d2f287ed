"""Settings, changed from the window by keyboard, in force at once and found again; and diagnostics saved from there."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog

from gatepost.backend.files.settings import Settings, SettingsStore
from gatepost.endpoints.configuration.snapshot import HostIdentity
from gatepost.endpoints.text import NOTHING
from gatepost.endpoints.writes.journal_entry import Outcome, WriteOutcome
from gatepost.ui.settings.dialog import SettingsDialog
from gatepost.ui.widgets import theme
from tests.backend.journals import start
from tests.ui.desk import Desk
from tests.ui.dialogs import wait_for


def ask(desk: Desk) -> SettingsDialog:
    """Press Ctrl+, and wait for the dialog."""
    desk.press(Qt.Key.Key_Comma)
    return wait_for(desk.qtbot, SettingsDialog)


def save(desk: Desk, dialog: SettingsDialog) -> None:
    with desk.qtbot.waitSignal(dialog.accepted, timeout=5000):
        dialog.save_button.click()


def stored(desk: Desk) -> Settings:
    return SettingsStore(desk.folders.settings).load().settings


def test_everything_can_be_set_by_keyboard_and_is_found_again(desk: Desk) -> None:
    dialog = ask(desk)
    dialog.activateWindow()
    desk.qtbot.waitUntil(dialog.isActiveWindow)
    seen = []

    def type_and_tab(*keys: Qt.Key, words: str = "") -> None:
        field = QApplication.focusWidget()
        seen.append(field.accessibleName())
        for key in keys:
            desk.qtbot.keyClick(field, key)
        desk.qtbot.keyClicks(field, words)
        desk.qtbot.keyClick(field, Qt.Key.Key_Tab)

    type_and_tab(Qt.Key.Key_Down, Qt.Key.Key_Down)
    type_and_tab(Qt.Key.Key_Down)
    type_and_tab(words="5")
    type_and_tab(words="120")
    type_and_tab(words="http://proxy.lab:3128")
    type_and_tab(words="365")
    assert seen == ["Theme", "Language", "Connection timeout", "Response timeout", "Proxy", "Keep history"]
    with desk.qtbot.waitSignal(dialog.accepted, timeout=5000):
        dialog.form.journal_spin.setFocus()
        desk.qtbot.keyClick(dialog.form.journal_spin, Qt.Key.Key_Return)
    wanted = Settings("dark", "en", 5, 120, "http://proxy.lab:3128", 365)
    assert stored(desk) == wanted
    assert desk.application.preferences.settings == wanted
    assert theme.colors() == theme.DARK
    assert desk.window.actions_.themes["dark"].isChecked()
    assert ask(desk).form.settings() == wanted


def test_escape_changes_nothing(desk: Desk) -> None:
    dialog = ask(desk)
    dialog.form.theme_box.setCurrentIndex(2)
    desk.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not desk.folders.settings.exists()
    assert theme.colors() == theme.LIGHT


def note_a_write(desk: Desk, days_ago: int) -> None:
    """Put a write into the journal, as if it had ended ``days_ago`` days ago."""
    host = HostIdentity("key", "SRV01", "u", "NTLM", True)
    journal = desk.application.journal
    number = start(journal, f"{days_ago}", before="{}", after="{}", host=host)
    journal.record_end(number, WriteOutcome(f"{days_ago}", Outcome.CHANGED, NOTHING))
    set_age(desk, number, days_ago)


def set_age(desk: Desk, number: int, days_ago: int) -> None:
    """Have a write of the journal ended ``days_ago`` days ago."""
    with closing(sqlite3.connect(desk.folders.journal)) as opened, opened:
        then = (datetime.now(UTC) - timedelta(days=days_ago)).isoformat(timespec="milliseconds")
        opened.execute("UPDATE write SET started_at = ? WHERE id = ?", (then, number))


def test_the_journal_is_kept_as_long_as_was_set(desk: Desk, open_desk) -> None:
    for days in (40, 20):
        note_a_write(desk, days)

    def kept() -> list[str]:
        return [entry.subject for entry in desk.application.journal.entries()]

    dialog = ask(desk)
    dialog.form.journal_spin.setValue(30)
    save(desk, dialog)
    desk.qtbot.waitUntil(lambda: kept() == ["20"], timeout=5000)
    set_age(desk, desk.application.journal.entries()[0].id, 50)
    note_a_write(desk, 10)
    open_desk()  # and at every start
    desk.qtbot.waitUntil(lambda: kept() == ["10"], timeout=5000)


def test_the_theme_of_the_menu_is_kept(desk: Desk, open_desk) -> None:
    desk.window.actions_.themes["dark"].trigger()
    assert theme.colors() == theme.DARK
    desk.qtbot.waitUntil(lambda: stored(desk).theme == "dark", timeout=5000)
    later = open_desk()
    assert later.window.actions_.themes["dark"].isChecked()
    assert later.application.preferences.theme == "dark"


def test_the_theme_of_the_command_line_is_for_this_run_only(open_desk) -> None:
    desk = open_desk(theme="light")
    assert desk.window.actions_.themes["light"].isChecked()
    dialog = ask(desk)
    assert dialog.form.settings().theme == "system"
    dialog.form.connect_spin.setValue(9)
    save(desk, dialog)
    assert stored(desk) == Settings(connect_seconds=9)
    assert desk.application.preferences.theme == "light"


def test_a_proxy_with_an_account_is_refused_in_place(desk: Desk) -> None:
    dialog = ask(desk)
    dialog.form.proxy_edit.setText("http://user:secret@proxy.lab:3128")
    dialog.save_button.click()
    assert dialog.isVisible()
    assert "without an account" in dialog.problem_label.text()
    assert "secret" not in dialog.problem_label.text()
    dialog.form.proxy_edit.setText("")
    save(desk, dialog)


def test_settings_that_cannot_be_saved_are_said_in_place(desk: Desk) -> None:
    desk.folders.settings.mkdir()
    dialog = ask(desk)
    dialog.form.connect_spin.setValue(9)
    dialog.save_button.click()
    desk.qtbot.waitUntil(dialog.problem_label.isVisible, timeout=5000)
    assert "Can't read the settings now" in dialog.problem_label.text()
    assert dialog.save_button.isEnabled()
    assert desk.application.preferences.settings == Settings()
    desk.window.actions_.themes["dark"].trigger()
    desk.qtbot.waitUntil(lambda: "Can't read the settings" in desk.window.banner.text(), timeout=5000)
    dialog.reject()


def test_damaged_settings_are_said_until_they_are_saved_anew(open_desk, tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text(json.dumps({"theme": "pink", "connect_seconds": 7}))
    desk = open_desk()
    assert "theme" in desk.window.banner.text()
    assert desk.window.banner.isVisible()
    dialog = ask(desk)
    assert "theme" in dialog.problem_label.text()
    assert dialog.form.settings() == Settings(connect_seconds=7)
    dialog.form.theme_box.setCurrentIndex(1)
    save(desk, dialog)
    assert not desk.window.banner.isVisible()
    assert stored(desk) == Settings(theme="light", connect_seconds=7)


class Opener(QObject):
    """Takes the place of the system's file manager."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


def test_the_folder_is_shown_and_opened(desk: Desk) -> None:
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "open")
    try:
        dialog = ask(desk)
        assert dialog.folder_label.text() == str(desk.folders.data)
        dialog.folder_button.click()
        assert [Path(opened) for opened in opener.opened] == [desk.folders.data]
        dialog.reject()
    finally:
        QDesktopServices.unsetUrlHandler("file")


def save_diagnostics(desk: Desk, dialog: SettingsDialog, target: Path) -> None:
    dialog.diagnostics_button.click()
    chooser = wait_for(desk.qtbot, QFileDialog)
    chooser.setDirectory(str(target.parent))
    chooser.selectFile(target.name)
    chooser.accept()


def test_diagnostics_are_saved_from_there(desk: Desk, tmp_path: Path) -> None:
    dialog = ask(desk)
    save_diagnostics(desk, dialog, tmp_path / "report")
    desk.qtbot.waitUntil(dialog.said_label.isVisible, timeout=5000)
    assert str(tmp_path / "report.zip") in dialog.said_label.text()
    with zipfile.ZipFile(tmp_path / "report.zip") as archive:
        versions = archive.read("versions.txt").decode()
    assert "PySide6" in versions
    dialog.reject()


def test_diagnostics_that_cannot_be_saved_are_said_in_place(desk: Desk, tmp_path: Path) -> None:
    dialog = ask(desk)
    save_diagnostics(desk, dialog, tmp_path / ("\u00e9" * 200))  # more octets than a name may have
    desk.qtbot.waitUntil(dialog.problem_label.isVisible, timeout=5000)
    assert "choose another folder" in dialog.problem_label.text()
    dialog.reject()
