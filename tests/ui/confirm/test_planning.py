"""What an action would do is worked out beside the window, which says so, and can be called off."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt

from gatepost.endpoints.changes import remoting
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.models.endpoints import pending_changes, pending_plan
from gatepost.ui.confirm.dialog import ConfirmDialog
from gatepost.ui.confirm.disable_dialog import DisableDialog
from gatepost.ui.confirm.enable_dialog import EnableDialog
from gatepost.ui.dialogs.waiting import WaitDialog
from tests.ui.blocked_call import BlockedCall
from tests.ui.window_driver import WindowDriver

FIRST = "microsoft.powershell"


def order(reference_driver: WindowDriver, action: str) -> None:
    if action == "disable":
        reference_driver.press(Qt.Key.Key_D)
    elif action == "mode":
        reference_driver.click_switch(FIRST, AccessMode.LOCAL)
    elif action == "enable":
        reference_driver.press(Qt.Key.Key_E)
    else:
        permissions = reference_driver.window.details.permissions
        permissions.table.select(0, 0)
        permissions.duplicate.trigger()
        reference_driver.window.changes.apply_pending(reference_driver.session)


@pytest.mark.parametrize(
    ("action", "module", "name", "kind"),
    [
        ("disable", remoting, "disable_remoting", DisableDialog),
        ("enable", remoting, "enable_remoting", EnableDialog),
        ("mode", remoting, "set_access_mode", ConfirmDialog),
        ("apply", pending_changes, "pending_change_set", ConfirmDialog),
    ],
)
def test_a_long_plan_does_not_keep_the_window(
    reference_driver: WindowDriver,
    blocked_call: BlockedCall,
    monkeypatch,
    action: str,
    module: object,
    name: str,
    kind: type[ConfirmDialog],
) -> None:
    blocked_call.before(monkeypatch, module, name)
    reference_driver.window.panel.select(FIRST)
    order(reference_driver, action)
    waiting = reference_driver.dialog(WaitDialog)
    assert waiting.title_label.text() == "Evaluating the change..."
    assert [d for d in reference_driver.dialogs() if isinstance(d, ConfirmDialog)] == []
    blocked_call.open.set()
    dialog = reference_driver.dialog(ConfirmDialog)
    assert type(dialog) is kind and dialog.change_set.changes
    assert threading.get_ident() not in blocked_call.threads
    reference_driver.qtbot.waitUntil(lambda: not any(isinstance(d, WaitDialog) for d in reference_driver.dialogs()))


def test_what_takes_a_moment_keeps_the_window_without_a_flash(
    reference_driver: WindowDriver, blocked_call: BlockedCall, monkeypatch
) -> None:
    blocked_call.before(monkeypatch, remoting, "disable_remoting")
    reference_driver.press(Qt.Key.Key_D)
    waiting = reference_driver.dialog(WaitDialog)
    assert waiting.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    reference_driver.press(Qt.Key.Key_E)  # nothing of the window takes it
    blocked_call.open.set()
    assert reference_driver.dialog(ConfirmDialog).title_label.text() == "Disable remoting on SERVER01?"
    reference_driver.qtbot.waitUntil(lambda: not any(isinstance(d, WaitDialog) for d in reference_driver.dialogs()))


def test_what_takes_longer_says_so(reference_driver: WindowDriver, blocked_call: BlockedCall, monkeypatch) -> None:
    blocked_call.before(monkeypatch, remoting, "disable_remoting")
    reference_driver.press(Qt.Key.Key_D)
    waiting = reference_driver.dialog(WaitDialog)
    reference_driver.qtbot.waitUntil(lambda: not waiting.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen))
    assert waiting.isVisible() and waiting.isModal()
    reference_driver.qtbot.waitUntil(waiting.cancel_button.hasFocus)
    reference_driver.qtbot.keyClick(waiting, Qt.Key.Key_Escape)
    blocked_call.open.set()
    reference_driver.session.load()
    reference_driver.wait_quiet()
    assert reference_driver.dialogs() == []


def test_cancel_calls_it_off(reference_driver: WindowDriver, blocked_call: BlockedCall, monkeypatch) -> None:
    blocked_call.before(monkeypatch, remoting, "disable_remoting")
    reference_driver.press(Qt.Key.Key_D)
    reference_driver.dialog(WaitDialog).cancel_button.click()
    blocked_call.open.set()
    reference_driver.session.load()
    reference_driver.wait_quiet()
    assert reference_driver.dialogs() == []


def test_a_plan_that_crashes_is_reported_and_leaves_no_dialog_behind(
    reference_driver: WindowDriver, blocked_call: BlockedCall, monkeypatch
) -> None:
    def crash(*_: object) -> None:
        raise ZeroDivisionError("planted")

    reported: list[str] = []
    monkeypatch.setattr("sys.excepthook", lambda _, error, __: reported.append(str(error)))
    monkeypatch.setattr(remoting, "disable_remoting", crash)
    blocked_call.before(monkeypatch, remoting, "disable_remoting")
    reference_driver.press(Qt.Key.Key_D)
    reference_driver.dialog(WaitDialog)
    blocked_call.open.set()
    reference_driver.qtbot.waitUntil(lambda: reference_driver.dialogs() == [], timeout=5000)
    assert reported == ["planted"]


def test_a_plan_for_an_earlier_reading_is_dropped(
    reference_driver: WindowDriver, blocked_call: BlockedCall, monkeypatch
) -> None:
    blocked_call.before(monkeypatch, remoting, "disable_remoting")
    reference_driver.press(Qt.Key.Key_D)
    reference_driver.dialog(WaitDialog)
    reference_driver.session.load()
    reference_driver.wait_quiet()
    blocked_call.open.set()
    reference_driver.qtbot.waitUntil(lambda: reference_driver.dialogs() == [], timeout=5000)


def test_nothing_is_confirmed_while_another_choice_is_worked_out(
    reference_driver: WindowDriver, blocked_call: BlockedCall, monkeypatch
) -> None:
    permissions = reference_driver.window.details.permissions
    reference_driver.window.panel.select(FIRST)
    permissions.table.select(0, 0)
    permissions.duplicate.trigger()
    reference_driver.click_switch(FIRST, AccessMode.LOCAL)
    dialog = reference_driver.dialog(ConfirmDialog)
    reference_driver.qtbot.waitUntil(dialog.confirm_button.isEnabled)
    blocked_call.before(monkeypatch, pending_plan, "planned_on_pending")
    dialog.pending.buttons[pending_plan.PendingChoice.APPLY].click()
    assert not dialog.confirm_button.isEnabled()
    assert dialog.you_label.text() == "Evaluating who loses and who gains access..."
    blocked_call.open.set()
    reference_driver.qtbot.waitUntil(dialog.confirm_button.isEnabled)
    assert threading.get_ident() not in blocked_call.threads
