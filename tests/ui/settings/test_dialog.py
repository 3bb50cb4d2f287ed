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
from tests.ui.dialogs import wait_for
from tests.ui.window_driver import WindowDriver


def ask(driver: WindowDriver) -> SettingsDialog:
    """Press Ctrl+, and wait for the dialog."""
    driver.press(Qt.Key.Key_Comma)
    return wait_for(driver.qtbot, SettingsDialog)


def save(driver: WindowDriver, dialog: SettingsDialog) -> None:
    with driver.qtbot.waitSignal(dialog.accepted, timeout=5000):
        dialog.save_button.click()


def stored(driver: WindowDriver) -> Settings:
    return SettingsStore(driver.folders.settings).load().settings


def test_everything_can_be_set_by_keyboard_and_is_found_again(driver: WindowDriver) -> None:
    dialog = ask(driver)
    dialog.activateWindow()
    driver.qtbot.waitUntil(dialog.isActiveWindow)
    seen = []

    def type_and_tab(*keys: Qt.Key, words: str = "") -> None:
        field = QApplication.focusWidget()
        seen.append(field.accessibleName())
        for key in keys:
            driver.qtbot.keyClick(field, key)
        driver.qtbot.keyClicks(field, words)
        driver.qtbot.keyClick(field, Qt.Key.Key_Tab)

    type_and_tab(Qt.Key.Key_Down, Qt.Key.Key_Down)
    type_and_tab(Qt.Key.Key_Down)
    type_and_tab(words="5")
    type_and_tab(words="120")
    type_and_tab(words="http://proxy.lab:3128")
    type_and_tab(words="365")
    assert seen == ["Theme", "Language", "Connection timeout", "Response timeout", "Proxy", "Keep history"]
    with driver.qtbot.waitSignal(dialog.accepted, timeout=5000):
        dialog.form.journal_spin.setFocus()
        driver.qtbot.keyClick(dialog.form.journal_spin, Qt.Key.Key_Return)
    wanted = Settings("dark", "en", 5, 120, "http://proxy.lab:3128", 365)
    assert stored(driver) == wanted
    assert driver.application.preferences.settings == wanted
    assert theme.colors() == theme.DARK
    assert driver.window.actions_.themes["dark"].isChecked()
    assert ask(driver).form.settings() == wanted


def test_escape_changes_nothing(driver: WindowDriver) -> None:
    dialog = ask(driver)
    dialog.form.theme_box.setCurrentIndex(2)
    driver.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not driver.folders.settings.exists()
    assert theme.colors() == theme.LIGHT


def note_a_write(driver: WindowDriver, days_ago: int) -> None:
    """Put a write into the journal, as if it had ended ``days_ago`` days ago."""
    host = HostIdentity("key", "SRV01", "u", "NTLM", True)
    journal = driver.application.journal
    number = start(journal, f"{days_ago}", before="{}", after="{}", host=host)
    journal.record_end(number, WriteOutcome(f"{days_ago}", Outcome.CHANGED, NOTHING))
    set_age(driver, number, days_ago)


def set_age(driver: WindowDriver, number: int, days_ago: int) -> None:
    """Have a write of the journal ended ``days_ago`` days ago."""
    with closing(sqlite3.connect(driver.folders.journal)) as opened, opened:
        then = (datetime.now(UTC) - timedelta(days=days_ago)).isoformat(timespec="milliseconds")
        opened.execute("UPDATE write SET started_at = ? WHERE id = ?", (then, number))


def test_the_journal_is_kept_as_long_as_was_set(driver: WindowDriver, open_driver) -> None:
    for days in (40, 20):
        note_a_write(driver, days)

    def kept() -> list[str]:
        return [entry.subject for entry in driver.application.journal.entries()]

    dialog = ask(driver)
    dialog.form.journal_spin.setValue(30)
    save(driver, dialog)
    driver.qtbot.waitUntil(lambda: kept() == ["20"], timeout=5000)
    set_age(driver, driver.application.journal.entries()[0].id, 50)
    note_a_write(driver, 10)
    open_driver()  # and at every start
    driver.qtbot.waitUntil(lambda: kept() == ["10"], timeout=5000)


def test_the_theme_of_the_menu_is_kept(driver: WindowDriver, open_driver) -> None:
    driver.window.actions_.themes["dark"].trigger()
    assert theme.colors() == theme.DARK
    driver.qtbot.waitUntil(lambda: stored(driver).theme == "dark", timeout=5000)
    later = open_driver()
    assert later.window.actions_.themes["dark"].isChecked()
    assert later.application.preferences.theme == "dark"


def test_the_theme_of_the_command_line_is_for_this_run_only(open_driver) -> None:
    driver = open_driver(theme="light")
    assert driver.window.actions_.themes["light"].isChecked()
    dialog = ask(driver)
    assert dialog.form.settings().theme == "system"
    dialog.form.connect_spin.setValue(9)
    save(driver, dialog)
    assert stored(driver) == Settings(connect_seconds=9)
    assert driver.application.preferences.theme == "light"


def test_a_proxy_with_an_account_is_refused_in_place(driver: WindowDriver) -> None:
    dialog = ask(driver)
    dialog.form.proxy_edit.setText("http://user:secret@proxy.lab:3128")
    dialog.save_button.click()
    assert dialog.isVisible()
    assert "without an account" in dialog.problem_label.text()
    assert "secret" not in dialog.problem_label.text()
    dialog.form.proxy_edit.setText("")
    save(driver, dialog)


def test_settings_that_cannot_be_saved_are_said_in_place(driver: WindowDriver) -> None:
    driver.folders.settings.mkdir()
    dialog = ask(driver)
    dialog.form.connect_spin.setValue(9)
    dialog.save_button.click()
    driver.qtbot.waitUntil(dialog.problem_label.isVisible, timeout=5000)
    assert "Can't read the settings now" in dialog.problem_label.text()
    assert dialog.save_button.isEnabled()
    assert driver.application.preferences.settings == Settings()
    driver.window.actions_.themes["dark"].trigger()
    driver.qtbot.waitUntil(lambda: "Can't read the settings" in driver.window.banner.text(), timeout=5000)
    dialog.reject()


def test_damaged_settings_are_said_until_they_are_saved_anew(open_driver, tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text(json.dumps({"theme": "pink", "connect_seconds": 7}))
    driver = open_driver()
    assert "theme" in driver.window.banner.text()
    assert driver.window.banner.isVisible()
    dialog = ask(driver)
    assert "theme" in dialog.problem_label.text()
    assert dialog.form.settings() == Settings(connect_seconds=7)
    dialog.form.theme_box.setCurrentIndex(1)
    save(driver, dialog)
    assert not driver.window.banner.isVisible()
    assert stored(driver) == Settings(theme="light", connect_seconds=7)


class Opener(QObject):
    """Takes the place of the system's file manager."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


def test_the_folder_is_shown_and_opened(driver: WindowDriver) -> None:
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "open")
    try:
        dialog = ask(driver)
        assert dialog.folder_label.text() == str(driver.folders.data)
        dialog.folder_button.click()
        assert [Path(opened) for opened in opener.opened] == [driver.folders.data]
        dialog.reject()
    finally:
        QDesktopServices.unsetUrlHandler("file")


def save_diagnostics(driver: WindowDriver, dialog: SettingsDialog, target: Path) -> None:
    dialog.diagnostics_button.click()
    chooser = wait_for(driver.qtbot, QFileDialog)
    chooser.setDirectory(str(target.parent))
    chooser.selectFile(target.name)
    chooser.accept()


def test_diagnostics_are_saved_from_there(driver: WindowDriver, tmp_path: Path) -> None:
    dialog = ask(driver)
    save_diagnostics(driver, dialog, tmp_path / "report")
    driver.qtbot.waitUntil(dialog.said_label.isVisible, timeout=5000)
    assert str(tmp_path / "report.zip") in dialog.said_label.text()
    with zipfile.ZipFile(tmp_path / "report.zip") as archive:
        versions = archive.read("versions.txt").decode()
    assert "PySide6" in versions
    dialog.reject()


def test_diagnostics_that_cannot_be_saved_are_said_in_place(driver: WindowDriver, tmp_path: Path) -> None:
    dialog = ask(driver)
    save_diagnostics(driver, dialog, tmp_path / ("\u00e9" * 200))  # more octets than a name may have
    driver.qtbot.waitUntil(dialog.problem_label.isVisible, timeout=5000)
    assert "choose another folder" in dialog.problem_label.text()
    dialog.reject()
