"""What an action would do is worked out beside the window, which says so, and can be called off."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt

from gatepost.endpoints.changes import remoting
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.models.endpoints import drafts, pending_plan
from gatepost.ui.confirm.dialog import ConfirmDialog
from gatepost.ui.confirm.purpose import Purpose
from gatepost.ui.dialogs.waiting import WaitDialog
from tests.ui.desk import Desk
from tests.ui.gate import Gate

FIRST = "microsoft.powershell"


def order(page: Desk, action: str) -> None:
    if action == "disable":
        page.press(Qt.Key.Key_D)
    elif action == "mode":
        page.click_switch(FIRST, AccessMode.LOCAL)
    elif action == "enable":
        page.press(Qt.Key.Key_E)
    else:
        permissions = page.window.details.permissions
        permissions.view.select(0, 0)
        permissions.view.duplicate.trigger()
        page.window.changes.apply_pending(page.session, None, Purpose.APPLY)


@pytest.mark.parametrize(
    ("action", "module", "name"),
    [
        ("disable", remoting, "disable_remoting"),
        ("enable", remoting, "enable_remoting"),
        ("mode", remoting, "set_access_mode"),
        ("apply", drafts, "draft_change_set"),
    ],
)
def test_a_long_plan_does_not_keep_the_window(
    page: Desk, gate: Gate, monkeypatch, action: str, module: object, name: str
) -> None:
    gate.before(monkeypatch, module, name)
    page.window.panel.select(FIRST)
    order(page, action)
    waiting = page.dialog(WaitDialog)
    assert waiting.title_label.text() == "Evaluating the change..."
    assert [d for d in page.dialogs() if isinstance(d, ConfirmDialog)] == []
    gate.open.set()
    assert page.dialog(ConfirmDialog).change_set.changes
    assert threading.get_ident() not in gate.threads
    page.qtbot.waitUntil(lambda: not any(isinstance(d, WaitDialog) for d in page.dialogs()))


def test_what_takes_a_moment_keeps_the_window_without_a_flash(page: Desk, gate: Gate, monkeypatch) -> None:
    gate.before(monkeypatch, remoting, "disable_remoting")
    page.press(Qt.Key.Key_D)
    waiting = page.dialog(WaitDialog)
    assert waiting.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    page.press(Qt.Key.Key_E)  # nothing of the window takes it
    gate.open.set()
    assert page.dialog(ConfirmDialog).title_label.text() == "Disable remoting on SERVER01?"
    page.qtbot.waitUntil(lambda: not any(isinstance(d, WaitDialog) for d in page.dialogs()))


def test_what_takes_longer_says_so(page: Desk, gate: Gate, monkeypatch) -> None:
    gate.before(monkeypatch, remoting, "disable_remoting")
    page.press(Qt.Key.Key_D)
    waiting = page.dialog(WaitDialog)
    page.qtbot.waitUntil(lambda: not waiting.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen))
    assert waiting.isVisible() and waiting.isModal()
    page.qtbot.waitUntil(waiting.cancel_button.hasFocus)
    page.qtbot.keyClick(waiting, Qt.Key.Key_Escape)
    gate.open.set()
    page.session.load()
    page.wait_quiet()
    assert page.dialogs() == []


def test_cancel_calls_it_off(page: Desk, gate: Gate, monkeypatch) -> None:
    gate.before(monkeypatch, remoting, "disable_remoting")
    page.press(Qt.Key.Key_D)
    page.dialog(WaitDialog).cancel_button.click()
    gate.open.set()
    page.session.load()
    page.wait_quiet()
    assert page.dialogs() == []


def test_a_plan_for_an_earlier_reading_is_dropped(page: Desk, gate: Gate, monkeypatch) -> None:
    gate.before(monkeypatch, remoting, "disable_remoting")
    page.press(Qt.Key.Key_D)
    page.dialog(WaitDialog)
    page.session.load()
    page.wait_quiet()
    gate.open.set()
    page.qtbot.waitUntil(lambda: page.dialogs() == [], timeout=5000)


def test_nothing_is_confirmed_while_another_choice_is_worked_out(page: Desk, gate: Gate, monkeypatch) -> None:
    permissions = page.window.details.permissions
    page.window.panel.select(FIRST)
    permissions.view.select(0, 0)
    permissions.view.duplicate.trigger()
    page.click_switch(FIRST, AccessMode.LOCAL)
    dialog = page.dialog(ConfirmDialog)
    page.qtbot.waitUntil(dialog.confirm_button.isEnabled)
    gate.before(monkeypatch, pending_plan, "planned_on_drafts")
    dialog.pending.buttons[pending_plan.PendingChoice.APPLY].click()
    assert not dialog.confirm_button.isEnabled()
    assert dialog.you_label.text() == "Evaluating who loses and who gains access..."
    gate.open.set()
    page.qtbot.waitUntil(dialog.confirm_button.isEnabled)
    assert threading.get_ident() not in gate.threads
