"""After a write: no dialog to put away, and Ctrl+Z leads back."""

from __future__ import annotations

from PySide6.QtCore import Qt

from gatepost.ui.confirm.dialog import ConfirmDialog
from gatepost.ui.confirm.report_dialog import ReportDialog
from tests.ui.views import clashing_keys
from tests.ui.window_driver import WindowDriver


def test_ctrl_z_after_a_write_offers_to_revert_it(reference_driver: WindowDriver) -> None:
    before = reference_driver.modes()
    reference_driver.press(Qt.Key.Key_D)
    reference_driver.dialog(ConfirmDialog).confirm_button.click()
    status = reference_driver.window.status
    reference_driver.qtbot.waitUntil(status.details.isVisible, timeout=20_000)
    reference_driver.wait_quiet()
    assert reference_driver.dialogs() == []
    assert clashing_keys(reference_driver.window) == {}  # with the buttons of the status bar
    assert reference_driver.window.actions_.undo.text() == "&Revert last change..."
    reference_driver.press(Qt.Key.Key_Z)
    dialog = reference_driver.dialog(ConfirmDialog)
    assert "Revert" in dialog.windowTitle()
    dialog.confirm_button.click()
    reference_driver.qtbot.waitUntil(lambda: reference_driver.modes() == before, timeout=20_000)
    reference_driver.wait_quiet()


def test_a_conflict_opens_the_report(reference_driver: WindowDriver) -> None:
    reference_driver.press(Qt.Key.Key_D)
    dialog = reference_driver.dialog(ConfirmDialog)
    reference_driver.host.console("set-sddl", "Test", "O:NSG:BAD:P(A;;GA;;;BA)(A;;GX;;;RM)")
    dialog.confirm_button.click()
    report = reference_driver.dialog(ReportDialog)
    assert report.report.needs_attention
    assert not reference_driver.window.status.details.isVisible()
    report.close()
    reference_driver.wait_quiet()
