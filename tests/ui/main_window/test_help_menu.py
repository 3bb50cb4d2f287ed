"""F1 opens the page about what is in front, and the keys have a page."""

from __future__ import annotations

from PySide6.QtCore import Qt

from gatepost.ui.dialogs.help import HelpDialog
from tests.ui.window_driver import WindowDriver

PLAIN = Qt.KeyboardModifier.NoModifier


def test_f1_opens_the_guide_and_among_the_permissions_their_page(reference_driver: WindowDriver) -> None:
    reference_driver.press(Qt.Key.Key_F1, PLAIN)
    guide = reference_driver.dialog(HelpDialog)
    assert guide.view.toPlainText().startswith("Guide")
    assert not guide.language_note.isVisible()
    guide.close()
    reference_driver.qtbot.waitUntil(lambda: not reference_driver.dialogs(), timeout=5000)
    reference_driver.window.details.permissions.table.setFocus()
    reference_driver.press(Qt.Key.Key_F1, PLAIN)
    assert "editor" in reference_driver.dialog(HelpDialog).view.toPlainText().splitlines()[0].lower()


def test_f1_in_a_dialog_opens_its_page_over_it(reference_driver: WindowDriver) -> None:
    dialog = reference_driver.ask()
    dialog.activateWindow()
    reference_driver.qtbot.waitUntil(dialog.isActiveWindow, timeout=5000)
    reference_driver.qtbot.keyClick(dialog.form.login.user_edit, Qt.Key.Key_F1)
    shown = reference_driver.dialog(HelpDialog)
    assert shown.view.toPlainText().startswith("Guide")
    assert shown.view.source().fragment() == "connect-to-a-host"
    assert shown.parent() is dialog and dialog.isVisible()


def test_every_action_with_a_key_is_on_the_page_of_shortcuts(reference_driver: WindowDriver) -> None:
    reference_driver.window.actions_.shortcuts.trigger()
    text = reference_driver.dialog(HelpDialog).view.toPlainText()
    actions = [action for action in reference_driver.window.actions() if not action.shortcut().isEmpty()]
    assert len(actions) > 20
    for action in actions:
        assert action.text().replace("&", "").rstrip(".") in text
        assert action.shortcut().toString() in text
