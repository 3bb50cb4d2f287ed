"""Examples 4, 6 and 7 of Microsoft's Disable-PSRemoting page by keyboard alone, each press counted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gatepost.ui.confirm.dialog import ConfirmDialog
from gatepost.ui.confirm.enable_dialog import EnableDialog
from gatepost.ui.editor.grant_dialog import GrantDialog
from tests.ui.test_editor_keyboard import ALT, CONTROL, PLAIN, Keyboard, set_default
from tests.ui.test_reference_page import CLOSED, OPEN, STOCK, stock
from tests.ui.window_driver import WindowDriver


class CountedKeyboard(Keyboard):
    """Counts the keys that are pressed; typed names do not count."""

    def __init__(self, driver: WindowDriver) -> None:
        super().__init__(driver)
        self.count = 0

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN, times: int = 1) -> None:
        self.count += times
        super().press(key, modifier, times)

    def confirm(self, key: Qt.Key, kind: type[ConfirmDialog] = ConfirmDialog) -> None:
        """Press the access key of the confirmation's button as soon as it can be pressed, and wait for the write."""
        button = self.wait(kind).confirm_button
        self.qtbot.waitUntil(button.isEnabled, timeout=20_000)
        self.press(key, ALT)
        self.qtbot.waitUntil(lambda: not self.driver.dialogs(), timeout=5000)
        self.qtbot.waitUntil(self.driver.window.status.details.isVisible, timeout=20_000)
        self.driver.wait_quiet()


@pytest.fixture
def keys(reference_driver: WindowDriver) -> CountedKeyboard:
    reference_driver.qtbot.waitUntil(
        lambda: reference_driver.window.focusWidget() is reference_driver.window.panel.table, timeout=5000
    )
    return CountedKeyboard(reference_driver)


def test_example_4_in_at_most_5_keys(reference_driver: WindowDriver, keys: CountedKeyboard) -> None:
    keys.press(Qt.Key.Key_D, CONTROL)
    keys.confirm(Qt.Key.Key_D)
    assert stock(reference_driver) == dict.fromkeys(STOCK, CLOSED)
    keys.press(Qt.Key.Key_E, CONTROL)
    keys.confirm(Qt.Key.Key_E, EnableDialog)
    assert stock(reference_driver) == dict.fromkeys(STOCK, OPEN)
    assert keys.count <= 5


def test_example_6_in_at_most_10_keys(reference_driver: WindowDriver, keys: CountedKeyboard) -> None:
    set_default(reference_driver)
    keys.type("Test")
    assert reference_driver.window.panel.selected_names() == ("Test",)
    keys.press(Qt.Key.Key_G, CONTROL)
    grant = keys.wait(GrantDialog)
    keys.type(r"DOMAIN01\User01")
    reference_driver.qtbot.waitUntil(grant.ok_button.isEnabled, timeout=10_000)
    if QApplication.activePopupWidget() is not None:
        keys.press(Qt.Key.Key_Return)  # the name that is offered
    keys.press(Qt.Key.Key_Return)
    reference_driver.qtbot.waitUntil(lambda: not reference_driver.dialogs(), timeout=5000)
    keys.press(Qt.Key.Key_S, CONTROL)
    keys.confirm(Qt.Key.Key_A)
    keys.press(Qt.Key.Key_D, CONTROL)
    keys.confirm(Qt.Key.Key_D)
    listed = reference_driver.listing()["Test"]
    assert listed.startswith(r"NT AUTHORITY\NETWORK AccessDenied,") and r"DOMAIN01\User01 AccessAllowed" in listed
    assert keys.count <= 10


def test_example_7_in_at_most_6_keys(reference_driver: WindowDriver, keys: CountedKeyboard) -> None:
    keys.press(Qt.Key.Key_D, CONTROL)
    keys.confirm(Qt.Key.Key_D)
    keys.type("microsoft.ServerManager")
    keys.press(Qt.Key.Key_1, CONTROL)
    keys.confirm(Qt.Key.Key_S)
    assert stock(reference_driver) == dict.fromkeys(STOCK, CLOSED) | {"microsoft.ServerManager": OPEN}
    assert keys.count <= 6
