"""What the tests of the history do in its window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from gatepost.models.journal_table import JournalColumn
from gatepost.ui.history.window import HistoryWindow

STRICT = QAbstractItemModelTester.FailureReportingMode.Fatal


def history(page) -> HistoryWindow:
    """Open the history by keyboard and wait until the journal has been read."""
    page.press(Qt.Key.Key_H)
    (window,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, HistoryWindow) and w.isVisible()]
    QAbstractItemModelTester(window.view.model, STRICT, window)
    page.qtbot.waitUntil(lambda: len(window.view.shown_entries()) == len(page.journal.entries()))
    return window


def states(page):
    return page.host.console("endpoints")["endpoints"]


def rows(view):
    return [[view.proxy.index(row, column).data() for column in JournalColumn] for row in range(view.proxy.rowCount())]


def press_space(page, button):
    button.setFocus()
    page.qtbot.keyClick(button, Qt.Key.Key_Space)
