"""The whole window in German, in a long language and from right to left: nothing is clipped, nothing stays English."""

from __future__ import annotations

import contextlib
import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QTabBar,
    QWidget,
)
from pytestqt.exceptions import TimeoutError as NotInTime

from gatepost.bootstrap.language import install_translator
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.host.exposure import ExposureSubject
from gatepost.models.journal_table import JournalColumn
from gatepost.ui.confirm.dialog import ConfirmDialog
from gatepost.ui.confirm.report_dialog import as_text
from gatepost.ui.confirm.setting_dialog import SettingDialog
from gatepost.ui.dialogs.help import HelpDialog
from gatepost.ui.history.window import HistoryWindow
from tests.ui.clipping import clipped
from tests.ui.hosts.test_still_open_page import button, select
from tests.ui.hosts.test_still_open_page import shown as still_open
from tests.ui.pseudo import PseudoTranslator
from tests.ui.views import clashing_keys, clashing_menu_keys, shown, told
from tests.ui.window_driver import WindowDriver

SCRIPTS = Path(__file__).resolve().parents[2] / ".ci"
pytestmark = pytest.mark.skipif(not (SCRIPTS / "texts.py").is_file(), reason="not a checkout")
# The same in German, or no words at all.
ALIKE = {
    "Status", "Name", "Filter", "PowerShell", "Windows PowerShell", "winrs", "Host", "Hosts", "SID", "SDDL", "SHA-256", "Port", "CSV",
    "JSON", "Proxy", "Remote", "Details", "De&tails", "D&etails...", "&Details", "&Remoting", "&Host", "Po&rt", "H&TTP",
    "HTTP&S", "Listener", " s", "&OK", "Snapshots", "Gatepost", "winrs (RootSDDL)", "LocalAccountTokenFilterPolicy",
}  # fmt: skip


@pytest.fixture(scope="module")
def english() -> set[str]:
    """Every text of the program that is whole, without values."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(SCRIPTS)
        patch.setattr(sys, "dont_write_bytecode", True)
        texts = importlib.import_module("texts")
        return {said.one for said in texts.all_texts() if "{" not in said.one and "%n" not in said.one} - ALIKE


def spoken(qapp: QApplication, language: str) -> Iterator[str]:
    locale, direction = QLocale(), qapp.layoutDirection()
    if language == "de":
        assert install_translator(qapp, "de")
    else:
        made = PseudoTranslator(qapp)
        QCoreApplication.installTranslator(made)
        if language == "right to left":
            qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield language
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    qapp.setLayoutDirection(direction)
    QLocale.setDefault(locale)


@pytest.fixture(params=["de", "long", "right to left"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    yield from spoken(qapp, request.param)


@pytest.fixture
def german(qapp: QApplication) -> Iterator[str]:
    yield from spoken(qapp, "de")


def shown_texts(window: QWidget) -> Iterator[tuple[QWidget, str]]:
    for widget in (window, *window.findChildren(QWidget)):
        if not widget.isVisible():
            continue
        if isinstance(widget, QLabel | QAbstractButton) and widget.text():
            yield widget, widget.text()
        if isinstance(widget, QTabBar):
            yield from ((widget, widget.tabText(number)) for number in range(widget.count()))
        if widget.toolTip():
            yield widget, widget.toolTip()


def faults(window: QWidget, english: set[str]) -> list[str]:
    """What stayed English, and what does not get the room that it asks for."""
    stayed = [f"English: {text}" for _, text in shown_texts(window) if text in english]
    return stayed + [f"clipped: {words}" for words in clipped(window)]


def settled_faults(driver: WindowDriver, window: QWidget, english: set[str]) -> list[str]:
    """What is still wrong once the layout has come to rest."""
    with contextlib.suppress(NotInTime):
        driver.qtbot.waitUntil(lambda: not faults(window, english), timeout=1500)
    return faults(window, english)


def test_every_page_tab_and_dialog_speaks_the_language_and_has_room(
    open_window, english, language, small_screen
) -> None:
    driver = open_window("windows-server")
    driver.window.resize(1280, 720)
    wrong = {}
    for view, window in shown(driver):
        if found := sorted(set(settled_faults(driver, window, english))):
            wrong[view.name] = found
    assert not wrong, told(wrong)


def test_the_menus_speak_the_language(open_window, english, language) -> None:
    menus = open_window("windows-server").window.menuBar().actions()
    said = [action.text() for menu in menus for action in (menu, *menu.menu().actions())]
    assert [text for text in said if text in english] == []


def test_no_access_key_is_used_twice_in_german(open_window, german) -> None:
    driver = open_window("windows-server")
    wrong = {view.name: clashes for view, window in shown(driver) if (clashes := clashing_keys(window))}
    assert not wrong, told(wrong)
    assert clashing_menu_keys(driver.window) == {}


def test_canceling_a_question_leaves_its_verb_the_german_key(open_window, german) -> None:
    driver = open_window("windows-server")
    driver.window.actions_.modes[AccessMode.DISABLED].trigger()
    dialog = driver.dialog(ConfirmDialog)
    said = (dialog.cancel_button.text(), dialog.confirm_button.text())
    assert said == ("Ab&brechen", "&Auf Deaktiviert festlegen")


def test_the_help_says_in_german_that_a_page_is_in_english_and_not_of_the_keys(open_window, german) -> None:
    window = open_window("windows-server").window
    for action, in_english in ((window.actions_.help, True), (window.actions_.shortcuts, False)):
        action.trigger()
        (dialog,) = window.findChildren(HelpDialog)
        assert dialog.language_note.isVisible() is in_english
        assert dialog.language_note.text() == "Diese Seite ist in englischer Sprache."
        dialog.close()
        QCoreApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)


def test_a_setting_of_the_host_has_a_german_name_everywhere_and_is_found_by_both(open_window, german) -> None:
    driver = open_window("windows-server")
    page = still_open(driver)
    select(page, ExposureSubject.SERVICE)
    button(page.here, "Starttyp auf „Manuell“").click()
    dialog = driver.dialog(SettingDialog)
    assert dialog.table.as_text() == "Starttyp von WinRM  |  Automatisch  |  Manuell"
    dialog.confirm_button.click()
    report = driver.report()
    assert "Starttyp von WinRM" in as_text(report.report)
    report.close()
    driver.wait_quiet()
    driver.window.actions_.history.trigger()
    (history,) = driver.window.findChildren(HistoryWindow)
    view = history.view
    driver.qtbot.waitUntil(lambda: view.model.rowCount() == 1, timeout=10_000)
    assert view.model.index(0, JournalColumn.SUBJECT).data() == "Starttyp von WinRM"
    assert "Starttyp von WinRM @" in view.details.toPlainText()
    for typed in ("starttyp", "startup type"):
        view.filter_edit.setText(typed)
        driver.qtbot.waitUntil(lambda: view.model.rowCount() == 1, timeout=10_000)
    history.close()
