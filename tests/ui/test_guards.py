"""Second lines of defense: what must not be possible even where a first one has failed."""

from __future__ import annotations

from PySide6.QtCore import Qt

from gatepost.session.host_session import SessionState
from gatepost.ui.confirm.enable_dialog import EnableDialog
from gatepost.ui.confirm.purpose import Purpose
from gatepost.ui.connect.dialog import ConnectDialog
from tests.ui.desk import Desk


def test_enable_in_a_read_only_session_is_a_preview(page: Desk) -> None:
    page.session.lock(read_only=True)
    page.window.changes.enable(Purpose.APPLY)
    dialog = page.dialog(EnableDialog)
    assert not dialog.confirm_button.isVisible()
    dialog.reject()


def test_pending_changes_cannot_be_applied_while_the_host_is_read(page: Desk) -> None:
    held = page.session.snapshot.configuration("Test")
    page.session.drafts.edit("Edit", [held.with_sddls(("O:NSG:BAD:P(A;;GA;;;BA)",))])
    assert page.window.actions_.apply_edits.isEnabled()
    page.session.load()
    assert page.session.state is SessionState.READING
    assert not page.window.actions_.apply_edits.isEnabled()
    page.wait_quiet()
    assert page.window.actions_.apply_edits.isEnabled()


def test_enter_in_the_password_field_connects(page: Desk) -> None:
    page.press(Qt.Key.Key_K)
    dialog = page.dialog(ConnectDialog)
    dialog.form.host.host_box.setEditText("nosuch.invalid")
    dialog.form.login.user_edit.setText("u")
    dialog.form.login.password_edit.setText("p")
    page.qtbot.keyClick(dialog.form.login.password_edit, Qt.Key.Key_Return)
    page.qtbot.waitUntil(lambda: not dialog.isVisible() or dialog.form.isEnabled() is False, timeout=5000)
    page.qtbot.waitUntil(lambda: page.row(2).name == "nosuch.invalid", timeout=20_000)
    for other in page.dialogs():
        other.close()
