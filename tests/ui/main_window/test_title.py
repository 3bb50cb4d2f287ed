"""Title, pages and panes: what is in front is named, and nothing empty takes room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.window_driver import WindowDriver


def test_the_title_names_host_account_and_read_only(reference_driver: WindowDriver) -> None:
    assert reference_driver.window.windowTitle() == "SERVER01 as SERVER01\\Administrator - Gatepost"
    reference_driver.window.actions_.read_only.setChecked(True)
    assert reference_driver.window.windowTitle() == "SERVER01 as SERVER01\\Administrator (read-only) - Gatepost"


@pytest.mark.parametrize("number", range(4))
def test_each_page_has_a_shortcut_and_a_place_in_the_view_menu(reference_driver: WindowDriver, number: int) -> None:
    reference_driver.press(Qt.Key(Qt.Key.Key_1.value + number), Qt.KeyboardModifier.AltModifier)
    assert reference_driver.window.pages.currentIndex() == number
    (view,) = [action for action in reference_driver.window.menuBar().actions() if action.text() == "&View"]
    named = [action.text() for action in view.menu().actions()][:4]
    assert named == [reference_driver.window.pages.tabText(each) for each in range(4)]
    reference_driver.wait_quiet()


def test_without_a_table_there_is_no_empty_pane_under_it(reference_driver: WindowDriver) -> None:
    details = reference_driver.window.details
    assert details.isVisible()
    reference_driver.window.filter_edit.setText("zzz")
    assert details.isVisible()
    assert reference_driver.window.panel.selected_names() == ()
    assert not details.permissions.isEnabled() or details.permissions.model.rowCount() == 0
    reference_driver.window.filter_edit.clear()
    reference_driver.host.console("stop-service")
    reference_driver.session.load()
    reference_driver.qtbot.waitUntil(lambda: reference_driver.session.error is not None, timeout=20_000)
    assert not details.isVisible()


def test_apply_says_how_many_changes_it_covers(reference_driver: WindowDriver) -> None:
    apply = reference_driver.window.actions_.apply_pending
    assert apply.iconText() == "Apply"
    for name, words in (("microsoft.powershell", "Apply 1 change"), ("Test", "Apply 2 changes")):
        reference_driver.window.panel.select(name)
        reference_driver.window.details.permissions.table.selectRow(0)
        reference_driver.window.details.permissions.remove.trigger()
        assert apply.iconText() == words
