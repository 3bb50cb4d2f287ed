"""Granting on many endpoints is worked out beside the window, which says so, and can be called off."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gatepost.ui.dialogs.waiting import WaitDialog
from gatepost.ui.editor import grant_dialog
from gatepost.ui.editor.grant_dialog import GrantDialog
from tests.ui.desk import Desk
from tests.ui.gate import Gate


@pytest.fixture
def granting(page: Desk, gate: Gate, monkeypatch: pytest.MonkeyPatch) -> GrantDialog:
    """The dialog, filled in for all endpoints and answered, while its answer is being worked out."""
    page.window.panel.table.setFocus()
    page.press(Qt.Key.Key_G)
    dialog = page.dialog(GrantDialog)
    dialog.tick_all.click()
    page.qtbot.keyClicks(dialog.principal.edit, "INTERACTIVE")
    page.qtbot.waitUntil(dialog.ok_button.isEnabled)
    gate.before(monkeypatch, grant_dialog, "apply_wish")
    dialog.ok_button.click()
    page.dialog(WaitDialog)
    return dialog


def is_waiting(page: Desk) -> bool:
    return any(isinstance(each, WaitDialog) for each in page.dialogs())


def test_the_window_does_not_stand_still(page: Desk, granting: GrantDialog, gate: Gate, monkeypatch) -> None:
    drafted = Gate()
    drafted.open.set()
    drafted.before(monkeypatch, grant_dialog, "worked_out")
    assert not page.session.drafts.has_pending
    gate.open.set()
    page.qtbot.waitUntil(lambda: page.session.drafts.has_pending)
    assert threading.get_ident() not in gate.threads | drafted.threads
    assert set(page.session.drafts.drafted) <= {c.name for c in page.session.snapshot.configurations}
    assert page.session.drafts.history.undo_label.startswith("Grant rights to INTERACTIVE on ")
    page.qtbot.waitUntil(lambda: page.dialogs() == [])
    page.window.activateWindow()
    page.qtbot.waitUntil(lambda: QApplication.focusWidget() is page.window.panel.table)


def test_cancel_leads_back_to_the_dialog(page: Desk, granting: GrantDialog, gate: Gate) -> None:
    page.dialog(WaitDialog).cancel_button.click()
    gate.open.set()
    page.session.load()
    page.wait_quiet()
    assert (granting.isVisible(), is_waiting(page), page.session.drafts.has_pending) == (True, False, False)
    granting.ok_button.click()
    page.qtbot.waitUntil(lambda: page.session.drafts.has_pending)


def test_no_other_action_is_taken_meanwhile(page: Desk, granting: GrantDialog, gate: Gate) -> None:
    open_before = page.dialogs()
    page.qtbot.keyClick(page.dialog(WaitDialog), Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    page.qtbot.keyClick(page.dialog(WaitDialog), Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert page.dialogs() == open_before
    gate.open.set()
    page.qtbot.waitUntil(lambda: page.dialogs() == [])
    page.press(Qt.Key.Key_Z)
    assert not page.session.drafts.has_pending  # one step


def test_a_host_that_was_read_again_meanwhile_is_worked_out_as_it_is_now(
    page: Desk, granting: GrantDialog, gate: Gate
) -> None:
    page.host.console("set-sddl", "Test", "O:NSG:BAD:P(A;;GA;;;BA)")
    page.session.load()
    page.wait_quiet()
    gate.open.set()
    page.qtbot.waitUntil(lambda: page.session.drafts.has_pending)
    assert page.session.drafts.configuration("Test").sddl == "O:NSG:BAD:P(A;;GA;;;BA)(A;;GX;;;IU)"
    assert not page.session.drafts.conflicts


def test_the_window_can_be_closed_meanwhile(page: Desk, granting: GrantDialog, gate: Gate) -> None:
    page.window.close()
    gate.open.set()
    page.qtbot.waitUntil(lambda: not page.window.isVisible())
    assert not page.session.drafts.has_pending


def test_a_step_that_is_done_again_is_not_worked_out_again(
    page: Desk, granting: GrantDialog, gate, monkeypatch
) -> None:
    gate.open.set()
    page.qtbot.waitUntil(lambda: page.session.drafts.has_pending)
    wanted = {name: page.session.drafts.configuration(name) for name in page.session.drafts.drafted}
    page.press(Qt.Key.Key_Z)
    assert not page.session.drafts.has_pending
    page.press(Qt.Key.Key_Y)
    assert wanted
    assert all(page.session.drafts.configuration(name) is made for name, made in wanted.items())
