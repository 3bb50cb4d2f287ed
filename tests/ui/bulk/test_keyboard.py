"""The dialogs about several hosts by keyboard alone, in all their states."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from gatepost.ui.bulk.dialog import BulkChangeDialog
from gatepost.ui.bulk.grant_dialog import BulkGrantDialog
from gatepost.ui.dialogs.help import HelpDialog
from gatepost.ui.dialogs.opening import open_dialog
from tests.many_hosts_views import MANY_HOSTS
from tests.practice.host_process import PracticeProcess
from tests.ui.bulk.bulk_driver import question, sessions, with_all_selected
from tests.ui.dialogs import wait_for
from tests.ui.window_driver import WindowDriver

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def scene(open_window: Callable[..., WindowDriver]) -> WindowDriver:
    return open_window("windows-server")


def opened(scene: WindowDriver, make: Callable[..., QDialog]) -> QDialog:
    dialog = make(scene)
    open_dialog(dialog)
    dialog.activateWindow()
    scene.qtbot.waitUntil(dialog.isActiveWindow, timeout=5000)
    return dialog


def focused(dialog: QDialog) -> QWidget:
    focus = dialog.focusWidget()
    assert focus is not None and focus.isVisible()
    return focus


def answer_signal(dialog: QDialog) -> SignalInstance:
    """Return the signal with which a dialog asks for a change."""
    if isinstance(dialog, BulkChangeDialog):
        return dialog.confirmed
    return dialog.answered if isinstance(dialog, BulkGrantDialog) else dialog.revert_requested


def test_f1_opens_the_help_and_esc_leaves_everything_as_it_is(scene: WindowDriver) -> None:
    answers: list[str] = []
    for name, make in MANY_HOSTS.items():
        dialog = opened(scene, make)
        answer_signal(dialog).connect(lambda *_, name=name: answers.append(name))
        QTest.keyClick(focused(dialog), Qt.Key.Key_F1)
        wait_for(scene.qtbot, HelpDialog).close()
        dialog.activateWindow()
        QTest.keyClick(focused(dialog), Qt.Key.Key_Escape)
        assert not dialog.isVisible(), name
    assert answers == []


def test_enter_at_once_changes_nothing(scene: WindowDriver) -> None:
    answers: list[str] = []
    for name, make in MANY_HOSTS.items():
        dialog = opened(scene, make)
        answer_signal(dialog).connect(lambda *_, name=name: answers.append(name))
        QTest.keyClick(focused(dialog), Qt.Key.Key_Return)
        dialog.close()
    assert answers == []


def test_a_question_is_read_and_answered_by_its_access_keys(driver: WindowDriver) -> None:
    with PracticeProcess() as one, PracticeProcess() as two:
        with_all_selected(driver, [one, two])
        dialog = question(driver, driver.window.actions_.disable_many)
        dialog.activateWindow()
        driver.qtbot.waitUntil(dialog.isActiveWindow, timeout=5000)
        QTest.keyClick(dialog, Qt.Key.Key_T, ALT)
        driver.qtbot.waitUntil(lambda: dialog.details.is_unfolded)
        QTest.keyClick(dialog, Qt.Key.Key_L, ALT)
        driver.qtbot.waitUntil(lambda: dialog.host_details.access.losses.is_unfolded)
        QTest.keyClick(dialog, Qt.Key.Key_N, ALT)
        QTest.keyClicks(focused(dialog), "ticket 3")
        assert dialog.reason() == "ticket 3"
        with driver.qtbot.waitSignal(driver.window.bulk_changes.ended, timeout=30_000):
            QTest.keyClick(dialog, Qt.Key.Key_D, ALT)
        assert {entry.reason for entry in driver.journal.entries()} == {"ticket 3"}
        for session in sessions(driver):
            driver.settled(session)
