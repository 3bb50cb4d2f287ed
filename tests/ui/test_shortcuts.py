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
from tests.ui.desk import Desk

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
    "apply_edits": (Qt.Key.Key_S, CONTROL), "preview_edits": (Qt.Key.Key_S, WITH_SHIFT),
    "explain": (Qt.Key.Key_X, WITH_SHIFT), "history": (Qt.Key.Key_H, CONTROL), "open_snapshot": (Qt.Key.Key_O, CONTROL),
    "compare": (Qt.Key.Key_M, CONTROL), "report": (Qt.Key.Key_P, CONTROL), "report_all": (Qt.Key.Key_P, WITH_SHIFT),
    "settings": (Qt.Key.Key_Comma, CONTROL), "help": (Qt.Key.Key_F1, NONE),
}  # fmt: skip


def all_actions(actions: Actions) -> dict[str, QAction]:
    return {name: action for name, action in vars(actions).items() if isinstance(action, QAction)}


def test_each_shortcut_triggers_its_action_and_no_other(page: Desk) -> None:
    actions = all_actions(page.window.actions_)
    pressed: list[str] = []
    for name, action in actions.items():
        action.triggered.disconnect()
        action.triggered.connect(lambda *_, name=name: pressed.append(name))
        action.setEnabled(True)
        action.setVisible(True)
    page.window.activateWindow()
    page.qtbot.waitUntil(page.window.isActiveWindow, timeout=5000)
    page.window.panel.table.setFocus()
    for name, (key, modifier) in SHORTCUTS.items():
        pressed.clear()
        QTest.keyClick(page.window, key, modifier)
        assert pressed == [name]
    for action in actions.values():  # leave a window that can be closed
        action.triggered.disconnect()


@pytest.mark.parametrize(
    ("key", "mode"),
    [(Qt.Key.Key_1, AccessMode.REMOTE), (Qt.Key.Key_2, AccessMode.LOCAL), (Qt.Key.Key_3, AccessMode.DISABLED)],
)
def test_a_mode_is_asked_for_by_its_number_and_previewed_with_shift(page: Desk, key, mode) -> None:
    page.host.console("set-enabled", "Test", "false" if mode is AccessMode.REMOTE else "true")
    page.press(Qt.Key.Key_F5, NONE)
    page.wait_quiet()
    page.window.panel.select("Test")
    for modifier, asks in ((CONTROL, True), (WITH_SHIFT, False)):
        page.press(key, modifier)
        dialog = page.dialog(ConfirmDialog)
        assert [change.mode_after.mode for change in dialog.change_set.changes] == [mode]
        assert dialog.confirm_button.isVisible() is asks
        dialog.reject()
        page.qtbot.waitUntil(lambda: not page.dialogs(), timeout=5000)
    assert page.host.console("counts").get("put", {}) == {}


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


def test_no_action_runs_anything_on_the_host(page: Desk) -> None:
    """No shell is opened for reading, disabling, a mode, or an edit."""
    page.disable_remoting()
    page.click_switch("Test", AccessMode.DISABLED)
    page.confirm().close()
    page.window.panel.select("WithProfile")
    page.window.details.permissions.root.trigger()
    page.press(Qt.Key.Key_S)
    page.confirm().close()
    counts = page.host.console("counts")
    assert counts["put"] and counts["shell-create"] == 0 and counts["create"] == 0
    assert set(counts["invoke"]) <= {"GetDWORDValue", "EnumKey", "GetStringValue", "Analyze"}  # reading alone
