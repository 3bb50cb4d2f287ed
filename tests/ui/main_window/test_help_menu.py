"""F1 opens the page about what is in front, and the keys have a page."""

from __future__ import annotations

from PySide6.QtCore import Qt

from gatepost.ui.dialogs.help import HelpDialog
from tests.ui.desk import Desk

PLAIN = Qt.KeyboardModifier.NoModifier


def test_f1_opens_the_guide_and_among_the_permissions_their_page(page: Desk) -> None:
    page.press(Qt.Key.Key_F1, PLAIN)
    guide = page.dialog(HelpDialog)
    assert guide.view.toPlainText().startswith("Guide")
    assert not guide.language_note.isVisible()
    guide.close()
    page.qtbot.waitUntil(lambda: not page.dialogs(), timeout=5000)
    page.window.details.permissions.view.table.setFocus()
    page.press(Qt.Key.Key_F1, PLAIN)
    assert "editor" in page.dialog(HelpDialog).view.toPlainText().splitlines()[0].lower()


def test_f1_in_a_dialog_opens_its_page_over_it(page: Desk) -> None:
    dialog = page.ask()
    dialog.activateWindow()
    page.qtbot.waitUntil(dialog.isActiveWindow, timeout=5000)
    page.qtbot.keyClick(dialog.form.login.user_edit, Qt.Key.Key_F1)
    shown = page.dialog(HelpDialog)
    assert shown.view.toPlainText().startswith("Guide")
    assert shown.view.source().fragment() == "connect-to-a-host"
    assert shown.parent() is dialog and dialog.isVisible()


def test_every_action_with_a_key_is_on_the_page_of_shortcuts(page: Desk) -> None:
    page.window.actions_.shortcuts.trigger()
    text = page.dialog(HelpDialog).view.toPlainText()
    actions = [action for action in page.window.actions() if not action.shortcut().isEmpty()]
    assert len(actions) > 20
    for action in actions:
        assert action.text().replace("&", "").rstrip(".") in text
        assert action.shortcut().toString() in text
