"""Shortcuts, pressed in the window, and the Details tab."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest

from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.ui.confirm.dialog import ConfirmDialog
from gatepost.ui.endpoints.details_tab import DetailsTab
from gatepost.ui.widgets.actions import Actions
from tests.ui.window_driver import WindowDriver

CONTROL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
WITH_SHIFT = CONTROL | Qt.KeyboardModifier.ShiftModifier
# As the README, the page on the permission editor and the menus have them.
SHORTCUTS = {
    "connect": (Qt.Key.Key_K, CONTROL), "open_list": (Qt.Key.Key_K, WITH_SHIFT), "disconnect": (Qt.Key.Key_W, CONTROL),
    "refresh": (Qt.Key.Key_F5, NONE), "cancel": (Qt.Key.Key_Escape, NONE), "quit": (Qt.Key.Key_Q, CONTROL),
    "find": (Qt.Key.Key_F, CONTROL), "find_everywhere": (Qt.Key.Key_F, WITH_SHIFT),
    "disable": (Qt.Key.Key_D, CONTROL), "preview_disable": (Qt.Key.Key_D, WITH_SHIFT),
    "enable": (Qt.Key.Key_E, CONTROL), "preview_enable": (Qt.Key.Key_E, WITH_SHIFT),
    "undo": (Qt.Key.Key_Z, CONTROL), "redo": (Qt.Key.Key_Y, CONTROL), "grant": (Qt.Key.Key_G, CONTROL),
    "apply_pending": (Qt.Key.Key_S, CONTROL), "preview_pending": (Qt.Key.Key_S, WITH_SHIFT),
    "explain": (Qt.Key.Key_X, WITH_SHIFT), "history": (Qt.Key.Key_H, CONTROL), "open_snapshot": (Qt.Key.Key_O, CONTROL),
    "compare": (Qt.Key.Key_M, CONTROL), "report": (Qt.Key.Key_P, CONTROL), "report_all": (Qt.Key.Key_P, WITH_SHIFT),
    "settings": (Qt.Key.Key_Comma, CONTROL), "help": (Qt.Key.Key_F1, NONE),
}  # fmt: skip


def all_actions(actions: Actions) -> dict[str, QAction]:
    return {name: action for name, action in vars(actions).items() if isinstance(action, QAction)}


def test_each_shortcut_triggers_its_action_and_no_other(reference_driver: WindowDriver) -> None:
    actions = all_actions(reference_driver.window.actions_)
    pressed: list[str] = []
    for name, action in actions.items():
        action.triggered.disconnect()
        action.triggered.connect(lambda *_, name=name: pressed.append(name))
        action.setEnabled(True)
        action.setVisible(True)
    reference_driver.window.activateWindow()
    reference_driver.qtbot.waitUntil(reference_driver.window.isActiveWindow, timeout=5000)
    reference_driver.window.panel.table.setFocus()
    for name, (key, modifier) in SHORTCUTS.items():
        pressed.clear()
        QTest.keyClick(reference_driver.window, key, modifier)
        assert pressed == [name]
    for action in actions.values():  # leave a window that can be closed
        action.triggered.disconnect()


@pytest.mark.parametrize(
    ("key", "mode"),
    [(Qt.Key.Key_1, AccessMode.REMOTE), (Qt.Key.Key_2, AccessMode.LOCAL), (Qt.Key.Key_3, AccessMode.DISABLED)],
)
def test_a_mode_is_asked_for_by_its_number_and_previewed_with_shift(reference_driver: WindowDriver, key, mode) -> None:
    reference_driver.host.console("set-enabled", "Test", "false" if mode is AccessMode.REMOTE else "true")
    reference_driver.press(Qt.Key.Key_F5, NONE)
    reference_driver.wait_quiet()
    reference_driver.window.panel.select("Test")
    for modifier, asks in ((CONTROL, True), (WITH_SHIFT, False)):
        reference_driver.press(key, modifier)
        dialog = reference_driver.dialog(ConfirmDialog)
        assert [change.mode_after.mode for change in dialog.change_set.changes] == [mode]
        assert dialog.confirm_button.isVisible() is asks
        dialog.reject()
        reference_driver.qtbot.waitUntil(lambda: not reference_driver.dialogs(), timeout=5000)
    assert reference_driver.host.console("counts").get("put", {}) == {}


def test_the_details_tab_explains_the_selected_endpoint(open_window) -> None:
    hard = open_window("hard-cases")
    tabs = hard.window.details.tabs
    (number,) = [number for number in range(tabs.count()) if tabs.tabText(number).replace("&", "") == "Details"]
    tabs.setCurrentIndex(number)
    hard.qtbot.waitUntil(lambda: isinstance(tabs.currentWidget(), DetailsTab), timeout=5000)
    model = tabs.currentWidget().model
    for name, said in (("JEA.HelpDesk", "administrator of the host"), ("Ops.RunAs", r"DOMAIN01\svc-ops")):
        hard.window.panel.select(name)
        cells = [
            str(model.index(row, column).data() or "")
            for row in range(model.rowCount())
            for column in range(model.columnCount())
        ]
        assert "Sessions run as" in cells
        assert any(said in cell for cell in cells), cells


def test_no_action_runs_anything_on_the_host(reference_driver: WindowDriver) -> None:
    """No shell is opened for reading, disabling, a mode, or an edit."""
    reference_driver.disable_remoting()
    reference_driver.click_switch("Test", AccessMode.DISABLED)
    reference_driver.confirm().close()
    reference_driver.window.panel.select("WithProfile")
    reference_driver.window.details.permissions.root.trigger()
    reference_driver.press(Qt.Key.Key_S)
    reference_driver.confirm().close()
    counts = reference_driver.host.console("counts")
    assert counts["put"] and counts["shell-create"] == 0 and counts["create"] == 0
    assert set(counts["invoke"]) <= {"GetDWORDValue", "EnumKey", "GetStringValue", "Analyze"}  # reading alone
