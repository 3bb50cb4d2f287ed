"""Second lines of defense: what must not be possible even where a first one has failed."""

from __future__ import annotations

from PySide6.QtCore import Qt

from gatepost.endpoints.changes.permission_edits import set_sddl
from gatepost.session.host_session import SessionState
from gatepost.ui.confirm.enable_dialog import EnableDialog
from gatepost.ui.connect.dialog import ConnectDialog
from tests.ui.window_driver import WindowDriver


def test_enable_in_a_read_only_session_is_a_preview(reference_driver: WindowDriver) -> None:
    reference_driver.session.lock(read_only=True)
    reference_driver.window.changes.enable()
    dialog = reference_driver.dialog(EnableDialog)
    assert not dialog.confirm_button.isVisible()
    dialog.reject()


def test_pending_changes_cannot_be_applied_while_the_host_is_read(reference_driver: WindowDriver) -> None:
    held = reference_driver.session.snapshot.configuration("Test")
    reference_driver.session.pending_changes.edit(set_sddl(held, 0, "O:NSG:BAD:P(A;;GA;;;BA)"))
    assert reference_driver.window.actions_.apply_pending.isEnabled()
    reference_driver.session.load()
    assert reference_driver.session.state is SessionState.READING
    assert not reference_driver.window.actions_.apply_pending.isEnabled()
    reference_driver.wait_quiet()
    assert reference_driver.window.actions_.apply_pending.isEnabled()


def test_enter_in_the_password_field_connects(reference_driver: WindowDriver) -> None:
    reference_driver.press(Qt.Key.Key_K)
    dialog = reference_driver.dialog(ConnectDialog)
    dialog.form.host.host_box.setEditText("nosuch.invalid")
    dialog.form.login.user_edit.setText("u")
    dialog.form.login.password_edit.setText("p")
    reference_driver.qtbot.keyClick(dialog.form.login.password_edit, Qt.Key.Key_Return)
    reference_driver.qtbot.waitUntil(lambda: not dialog.isVisible() or dialog.form.isEnabled() is False, timeout=5000)
    reference_driver.qtbot.waitUntil(lambda: reference_driver.row(2).name == "nosuch.invalid", timeout=20_000)
    for other in reference_driver.dialogs():
        other.close()
