"""After a write: no dialog to put away, and Ctrl+Z leads back."""

from __future__ import annotations

from PySide6.QtCore import Qt

from gatepost.ui.confirm.dialog import ConfirmDialog
from gatepost.ui.confirm.report_dialog import ReportDialog
from tests.ui.desk import Desk


def test_ctrl_z_after_a_write_offers_to_revert_it(page: Desk) -> None:
    before = page.modes()
    page.press(Qt.Key.Key_D)
    page.dialog(ConfirmDialog).confirm_button.click()
    status = page.window.status
    page.qtbot.waitUntil(status.details.isVisible, timeout=20_000)
    page.wait_quiet()
    assert page.dialogs() == []
    assert page.window.actions_.undo.text() == "&Revert last change..."
    page.press(Qt.Key.Key_Z)
    dialog = page.dialog(ConfirmDialog)
    assert "Revert" in dialog.windowTitle()
    dialog.confirm_button.click()
    page.qtbot.waitUntil(lambda: page.modes() == before, timeout=20_000)
    page.wait_quiet()


def test_a_conflict_opens_the_report(page: Desk) -> None:
    page.press(Qt.Key.Key_D)
    dialog = page.dialog(ConfirmDialog)
    page.host.console("set-sddl", "Test", "O:NSG:BAD:P(A;;GA;;;BA)(A;;GX;;;RM)")
    dialog.confirm_button.click()
    report = page.dialog(ReportDialog)
    assert report.report.needs_attention
    assert not page.window.status.details.isVisible()
    report.close()
    page.wait_quiet()
