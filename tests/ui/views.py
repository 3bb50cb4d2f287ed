"""Every page, tab and dialog in turn, and what the tests of all of them look at."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenuBar, QTabBar, QToolBar, QWidget

from tests.every_view import View, every_view, opened_since
from tests.ui.window_driver import WindowDriver

READING = re.compile(r"⟦?R[eè][aà]d[iî][nñ]g|.* gelesen\.\.\.$")  # in English, in the long language, in German


def shown(driver: WindowDriver) -> Iterator[tuple[View, QWidget]]:
    """Open one view after the other, and put each away again."""
    for view in every_view(driver):
        before = set(QApplication.topLevelWidgets())
        view.open(driver)
        if view.is_dialog:
            driver.qtbot.waitUntil(lambda before=before: bool(opened_since(before)), timeout=10_000)
        driver.qtbot.waitUntil(
            lambda: not driver.session.state.is_busy and not is_reading(driver.window), timeout=20_000
        )
        for _ in range(3):
            QApplication.processEvents()  # layouts that follow from each other
        opened = opened_since(before)
        window = opened[-1] if opened else driver.window
        window.activateWindow()
        driver.qtbot.waitUntil(window.isActiveWindow, timeout=5000)
        yield view, window
        for dialog in opened:
            dialog.close()
        QApplication.processEvents()


def is_reading(window: QWidget) -> bool:
    """Tell whether a page still waits for what the host says."""
    return any(READING.match(label.text()) for label in window.findChildren(QLabel) if label.isVisible())


def told(wrong: dict[str, object]) -> str:
    """Return what was found, a line for each view."""
    return "\n".join(f"{name}: {what}" for name, what in wrong.items())


def children(window: QWidget) -> list[QWidget]:
    """Return what is to be seen in a window, without the dialogs that belong to it."""
    return [child for child in window.findChildren(QWidget) if child.isVisible() and child.window() is window]


def clashing_keys(window: QWidget) -> dict[str, list[str]]:
    """Return the access keys that several controls of a window have."""
    keys: dict[str, list[str]] = {}
    for text in _worded(window):
        plain = text.replace("&&", "")
        if "&" in plain:
            keys.setdefault(plain[plain.index("&") + 1].casefold(), []).append(text)
    return {key: texts for key, texts in keys.items() if len(texts) > 1}


def clashing_menu_keys(window: QWidget) -> dict[str, list[str]]:
    """Return, for each menu of the bar, the access keys that several of its entries have."""
    clashes = {}
    for entry in window.findChild(QMenuBar).actions():
        keys: dict[str, list[str]] = {}
        for action in entry.menu().actions():
            text = action.text().replace("&&", "")
            if action.isVisible() and "&" in text:
                keys.setdefault(text[text.index("&") + 1].casefold(), []).append(text)
        if twice := [texts for texts in keys.values() if len(texts) > 1]:
            clashes[entry.text()] = [text for texts in twice for text in texts]
    return clashes


def _worded(window: QWidget) -> Iterator[str]:
    for child in children(window):
        if (isinstance(child, QAbstractButton) and not isinstance(child.parentWidget(), QToolBar)) or (
            isinstance(child, QLabel) and child.buddy() is not None
        ):
            yield child.text()
        elif isinstance(child, QTabBar):
            yield from (child.tabText(number) for number in range(child.count()) if child.isTabVisible(number))
        elif isinstance(child, QMenuBar):
            yield from (action.text() for action in child.actions() if action.isVisible())
