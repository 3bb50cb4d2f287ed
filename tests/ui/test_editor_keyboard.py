"""The permission work of example 6 of Microsoft's Disable-PSRemoting page, done in the window by keyboard alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from gatepost.ui.confirm.dialog import ConfirmDialog
from gatepost.ui.editor.entry_dialog import EntryDialog
from tests.ui.test_reference_page import CLOSED, TEST_CLOSED, TEST_OPEN, assert_shell_denied, assert_shell_opens
from tests.ui.window_driver import WindowDriver

DEFAULT = "O:NSG:BAD:P(A;;GA;;;BA)(A;;GA;;;RM)(A;;GA;;;IU)S:P(AU;FA;GA;;;WD)(AU;SA;GXGW;;;WD)"
PLAIN = Qt.KeyboardModifier.NoModifier
CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Keyboard:
    """Presses keys where the focus is, as a person does; never touches a widget otherwise."""

    def __init__(self, driver: WindowDriver) -> None:
        self.driver = driver
        self.qtbot = driver.qtbot

    def window(self):
        """The dialog in front, or the window."""
        dialogs = self.driver.dialogs()
        return dialogs[-1] if dialogs else self.driver.window

    def focus(self):
        popup = QApplication.activePopupWidget()
        if popup is not None:
            return popup
        window = self.window()
        window.activateWindow()
        self.qtbot.waitUntil(lambda: QApplication.activeWindow() is window, timeout=5000)
        return window.focusWidget() or window

    def press(self, key: Qt.Key, modifier=PLAIN, times: int = 1) -> None:
        for _ in range(times):
            self.qtbot.keyClick(self.focus(), key, modifier)

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(self.focus(), text)

    def tab_to(self, words: str) -> None:
        """Press Tab until the control of that name has the focus."""
        for _ in range(60):
            widget = self.focus()
            named = getattr(widget, "text", str)() if hasattr(widget, "text") else ""
            if words in (widget.accessibleName(), str(named).replace("&", "").rstrip(".")):
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never comes to {words!r}")

    def select(self, name: str) -> None:
        """Walk down the table of endpoints to that name."""
        self.tab_to("Endpoints")
        self.press(Qt.Key.Key_Home, CONTROL)
        for _ in range(20):
            if self.driver.window.panel.selected_names() == (name,):
                return
            self.press(Qt.Key.Key_Down)
        raise AssertionError(f"no endpoint {name}")

    def wait(self, kind: type[QDialog]):
        return self.driver.dialog(kind)


def set_default(reference_driver: WindowDriver) -> None:
    reference_driver.host.console("set-sddl", "Test", DEFAULT)
    reference_driver.press(Qt.Key.Key_F5, PLAIN)
    reference_driver.wait_quiet()


def test_example_6_from_the_default_descriptor_by_keyboard_alone(reference_driver: WindowDriver) -> None:
    set_default(reference_driver)
    keys = Keyboard(reference_driver)
    keys.select("Test")
    keys.tab_to("Permissions")

    keys.press(Qt.Key.Key_Home, CONTROL)  # Administrators, Remote Management Users, INTERACTIVE
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Delete)
    keys.press(Qt.Key.Key_End, CONTROL)
    keys.press(Qt.Key.Key_Up, ALT)
    keys.press(Qt.Key.Key_Insert)
    entry = keys.wait(EntryDialog)
    keys.type(r"DOMAIN01\User01")
    reference_driver.qtbot.waitUntil(lambda: entry.principal.sid is not None, timeout=10_000)
    keys.tab_to("Full Control(All Operations)")
    keys.press(Qt.Key.Key_Space)
    keys.press(Qt.Key.Key_Return)
    reference_driver.qtbot.waitUntil(lambda: not reference_driver.dialogs(), timeout=5000)
    assert reference_driver.window.actions_.undo.text().endswith(r"Add an Allow for DOMAIN01\User01 to Test")

    keys.press(Qt.Key.Key_S, CONTROL)
    confirm = keys.wait(ConfirmDialog)
    keys.tab_to(confirm.confirm_button.text().replace("&", ""))
    keys.press(Qt.Key.Key_Space)
    reference_driver.qtbot.waitUntil(
        reference_driver.window.status.details.isVisible, timeout=20_000
    )  # nothing to put away
    reference_driver.wait_quiet()

    stored = reference_driver.host.sddl("Test")
    assert stored.startswith("O:NSG:BAD:P(A;;GA;;;IU)(A;;GA;;;BA)(A;;GA;;;S-1-5-21-")
    assert stored.endswith("-1104)S:P(AU;FA;GA;;;WD)(AU;SA;GXGW;;;WD)")
    assert reference_driver.listing()["Test"] == TEST_OPEN
    assert not reference_driver.session.pending_changes.has_pending

    keys.press(Qt.Key.Key_D, CONTROL)
    confirm = keys.wait(ConfirmDialog)
    keys.tab_to(confirm.confirm_button.text().replace("&", ""))
    keys.press(Qt.Key.Key_Space)
    reference_driver.qtbot.waitUntil(
        reference_driver.window.status.details.isVisible, timeout=20_000
    )  # nothing to put away
    reference_driver.wait_quiet()
    assert reference_driver.listing()["Test"] == TEST_CLOSED
    assert reference_driver.listing()["microsoft.powershell"] == CLOSED
    assert_shell_denied(reference_driver, "Test")
    assert_shell_opens(reference_driver, "Test", interactive=True)
