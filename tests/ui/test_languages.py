"""The whole window in German, in a long language and from right to left: nothing is clipped, nothing stays English."""

from __future__ import annotations

import contextlib
import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDialog,
    QLabel,
    QPushButton,
    QRadioButton,
    QTabBar,
    QWidget,
)
from pytestqt.exceptions import TimeoutError as NotInTime

from gatepost.bootstrap.language import install_translator
from gatepost.ui.widgets.plain_widgets import ElidedLabel
from tests.ui.pseudo import PseudoTranslator

SCRIPTS = Path(__file__).resolve().parents[2] / ".ci"
pytestmark = pytest.mark.skipif(not (SCRIPTS / "texts.py").is_file(), reason="not a checkout")
DIALOGS = ("disable", "enable", "connect", "grant", "explain", "compare", "find_everywhere", "settings", "history")
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


@pytest.fixture(params=["de", "long", "right to left"])
def language(request, qapp: QApplication) -> Iterator[str]:
    locale, direction = QLocale(), qapp.layoutDirection()
    if request.param == "de":
        assert install_translator(qapp, "de")
    else:
        made = PseudoTranslator(qapp)
        QCoreApplication.installTranslator(made)
        if request.param == "right to left":
            qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield request.param
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    qapp.setLayoutDirection(direction)
    QLocale.setDefault(locale)


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
    found = [f"English: {text}" for _, text in shown_texts(window) if text in english]
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and _is_clipped(widget):
            found.append(f"clipped: {widget.text()} in {type(widget.parentWidget()).__name__}")
    return found


def _is_clipped(widget: QWidget) -> bool:
    if isinstance(widget, QPushButton | QCheckBox | QRadioButton) and widget.text():
        return widget.width() < widget.minimumSizeHint().width()
    if not isinstance(widget, QLabel) or isinstance(widget, ElidedLabel) or not widget.text():
        return False
    if widget.wordWrap():
        return widget.height() < widget.heightForWidth(widget.width())
    return widget.width() < widget.minimumSizeHint().width()


def settled_faults(desk, window: QWidget, english: set[str]) -> list[str]:
    """What is still wrong once the layout has come to rest."""
    with contextlib.suppress(NotInTime):
        desk.qtbot.waitUntil(lambda: not faults(window, english), timeout=1500)
    return faults(window, english)


def test_every_page_and_every_tab_speaks_the_language_and_has_room(open_window, english, language) -> None:
    desk = open_window("windows-server")
    desk.window.resize(1280, 720)
    found = settled_faults(desk, desk.window, english)
    for tabs in (desk.window.details.tabs, desk.window.pages):
        for number in reversed(range(tabs.count())):
            tabs.setCurrentIndex(number)
            desk.qtbot.waitUntil(lambda: not desk.session.state.is_busy, timeout=20_000)
            found += settled_faults(desk, desk.window, english)
    for action in desk.window.actions():
        found += [f"English: {action.text()}"] if action.text() in english else []
    assert sorted(set(found)) == []


@pytest.mark.parametrize("action", DIALOGS)
def test_every_dialog_speaks_the_language_and_has_room(open_window, english, language, action, small_screen) -> None:
    desk = open_window("windows-server")
    before = set(QApplication.topLevelWidgets())

    def opened() -> list[QWidget]:
        fresh = set(QApplication.topLevelWidgets()) - before
        return [each for each in fresh if each.isVisible() and (isinstance(each, QDialog) or each.windowTitle())]

    getattr(desk.window.actions_, action).trigger()
    desk.qtbot.waitUntil(lambda: bool(opened()), timeout=10_000)
    desk.qtbot.waitUntil(lambda: not desk.session.state.is_busy, timeout=20_000)
    for dialog in opened():
        found = settled_faults(desk, dialog, english)
        dialog.close()
        assert sorted(set(found)) == []
