"""What Windows would misread is among the findings, with the edit that settles it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from gatepost.ui.editor.reorder_dialog import ReorderDialog
from tests.ui.window_driver import WindowDriver


def test_a_misread_deny_is_fixed_as_a_pending_change_and_can_be_undone(
    open_window: Callable[..., WindowDriver],
) -> None:
    driver = open_window("hard-cases")
    driver.window.panel.select("Deny.Network.Service")
    driver.window.details.findings_button.click()
    box = driver.window.details.findings()
    assert "Disable-PSRemoting would leave this endpoint open" in box.table.as_text()
    driver.qtbot.waitUntil(lambda: box.fix.height() > 0, timeout=5000)  # its place comes with the next layout
    driver.qtbot.mouseClick(box.fix, Qt.MouseButton.LeftButton)
    pending_change = driver.session.pending_changes.pending_change("Deny.Network.Service")
    assert pending_change is not None and "(D;;GXGWGR;;;NS)" in (pending_change.edited.sddl or "")
    assert "Disable-PSRemoting would" not in box.table.as_text() and not box.fix.isVisible()
    driver.session.pending_changes.undo()
    assert box.fix.isVisible()


def test_an_order_that_windows_refuses_is_shown_before_it_is_changed(open_window: Callable[..., WindowDriver]) -> None:
    driver = open_window("hard-cases")
    driver.window.panel.select("Not.Canonical")
    driver.window.details.findings_button.click()
    box = driver.window.details.findings()
    assert not box.fix.isVisible()
    driver.qtbot.waitUntil(lambda: box.reorder.height() > 0, timeout=5000)
    driver.qtbot.mouseClick(box.reorder, Qt.MouseButton.LeftButton)
    driver.dialog(ReorderDialog).reject()
    assert not driver.session.pending_changes.has_pending


def test_a_read_only_session_is_offered_nothing(open_window: Callable[..., WindowDriver]) -> None:
    driver = open_window("hard-cases", read_only=True)
    driver.window.panel.select("Deny.Network.Service")
    driver.window.details.findings_button.click()
    box = driver.window.details.findings()
    assert box.table.isVisible() and not box.fix.isVisible() and not box.reorder.isVisible()
