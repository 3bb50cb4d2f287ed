"""Granting on many endpoints is worked out beside the window, which says so, and can be called off."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gatepost.endpoints.changes import pending_change
from gatepost.endpoints.changes.pending_change import EditStep
from gatepost.ui.dialogs.waiting import WaitDialog
from gatepost.ui.editor import grant_dialog
from gatepost.ui.editor.grant_dialog import GrantDialog
from tests.ui.blocked_call import BlockedCall
from tests.ui.window_driver import WindowDriver


@pytest.fixture
def granting(reference_driver: WindowDriver, blocked_call: BlockedCall, monkeypatch: pytest.MonkeyPatch) -> GrantDialog:
    """The dialog, filled in for all endpoints and answered, while its answer is being worked out."""
    reference_driver.window.panel.table.setFocus()
    reference_driver.press(Qt.Key.Key_G)
    dialog = reference_driver.dialog(GrantDialog)
    dialog.tick_all.click()
    reference_driver.qtbot.keyClicks(dialog.principal.edit, "INTERACTIVE")
    reference_driver.qtbot.waitUntil(dialog.ok_button.isEnabled)
    blocked_call.before(monkeypatch, grant_dialog, "apply_rights_action")
    dialog.ok_button.click()
    reference_driver.dialog(WaitDialog)
    return dialog


def is_waiting(reference_driver: WindowDriver) -> bool:
    return any(isinstance(each, WaitDialog) for each in reference_driver.dialogs())


def test_the_window_does_not_stand_still(
    reference_driver: WindowDriver, granting: GrantDialog, blocked_call: BlockedCall, monkeypatch
) -> None:
    steps, documents = BlockedCall(), BlockedCall()
    for each in (steps, documents):
        each.open.set()
    steps.before(monkeypatch, EditStep, "on")
    documents.before(monkeypatch, pending_change, "with_sddls")
    assert not reference_driver.session.pending_changes.has_pending
    blocked_call.open.set()
    reference_driver.qtbot.waitUntil(lambda: reference_driver.session.pending_changes.has_pending)
    assert threading.get_ident() not in blocked_call.threads | documents.threads
    assert steps.threads - {threading.get_ident()}
    assert set(reference_driver.session.pending_changes.pending_names) <= {
        c.name for c in reference_driver.session.snapshot.configurations
    }
    assert reference_driver.session.pending_changes.undo_stack.undo_label.startswith("Grant rights to INTERACTIVE on ")
    reference_driver.qtbot.waitUntil(lambda: reference_driver.dialogs() == [])
    reference_driver.window.activateWindow()
    reference_driver.qtbot.waitUntil(lambda: QApplication.focusWidget() is reference_driver.window.panel.table)


def test_cancel_leads_back_to_the_dialog(
    reference_driver: WindowDriver, granting: GrantDialog, blocked_call: BlockedCall
) -> None:
    reference_driver.dialog(WaitDialog).cancel_button.click()
    blocked_call.open.set()
    reference_driver.session.load()
    reference_driver.wait_quiet()
    assert (
        granting.isVisible(),
        is_waiting(reference_driver),
        reference_driver.session.pending_changes.has_pending,
    ) == (True, False, False)
    granting.ok_button.click()
    reference_driver.qtbot.waitUntil(lambda: reference_driver.session.pending_changes.has_pending)


def test_an_evaluation_that_takes_its_place_leaves_no_dialog_in_front(
    reference_driver: WindowDriver, granting: GrantDialog, blocked_call: BlockedCall
) -> None:
    granting._count()  # as when the host names the principal a moment later
    reference_driver.qtbot.waitUntil(lambda: not is_waiting(reference_driver))
    blocked_call.open.set()
    reference_driver.qtbot.waitUntil(lambda: granting.summary.text().startswith("Changes "))


def test_no_other_action_is_taken_meanwhile(
    reference_driver: WindowDriver, granting: GrantDialog, blocked_call: BlockedCall
) -> None:
    open_before = reference_driver.dialogs()
    reference_driver.qtbot.keyClick(
        reference_driver.dialog(WaitDialog), Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier
    )
    reference_driver.qtbot.keyClick(
        reference_driver.dialog(WaitDialog), Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier
    )
    assert reference_driver.dialogs() == open_before
    blocked_call.open.set()
    reference_driver.qtbot.waitUntil(lambda: reference_driver.dialogs() == [])
    reference_driver.press(Qt.Key.Key_Z)
    assert not reference_driver.session.pending_changes.has_pending  # one step


def test_a_host_that_was_read_again_meanwhile_is_worked_out_as_it_is_now(
    reference_driver: WindowDriver, granting: GrantDialog, blocked_call: BlockedCall
) -> None:
    reference_driver.host.console("set-sddl", "Test", "O:NSG:BAD:P(A;;GA;;;BA)")
    reference_driver.session.load()
    reference_driver.wait_quiet()
    blocked_call.open.set()
    reference_driver.qtbot.waitUntil(lambda: reference_driver.session.pending_changes.has_pending)
    assert reference_driver.session.pending_changes.configuration("Test").sddl == "O:NSG:BAD:P(A;;GA;;;BA)(A;;GX;;;IU)"
    assert not reference_driver.session.pending_changes.conflicts


def test_the_window_can_be_closed_meanwhile(
    reference_driver: WindowDriver, granting: GrantDialog, blocked_call: BlockedCall
) -> None:
    reference_driver.window.close()
    blocked_call.open.set()
    reference_driver.qtbot.waitUntil(lambda: not reference_driver.window.isVisible())
    assert not reference_driver.session.pending_changes.has_pending


def test_a_step_that_is_done_again_is_not_worked_out_again(
    reference_driver: WindowDriver, granting: GrantDialog, blocked_call, monkeypatch
) -> None:
    blocked_call.open.set()
    reference_driver.qtbot.waitUntil(lambda: reference_driver.session.pending_changes.has_pending)
    wanted = {
        name: reference_driver.session.pending_changes.configuration(name)
        for name in reference_driver.session.pending_changes.pending_names
    }
    reference_driver.press(Qt.Key.Key_Z)
    assert not reference_driver.session.pending_changes.has_pending
    reference_driver.press(Qt.Key.Key_Y)
    assert wanted
    assert all(reference_driver.session.pending_changes.configuration(name) is made for name, made in wanted.items())
