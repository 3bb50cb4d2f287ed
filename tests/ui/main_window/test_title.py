"""Title, pages and panes: what is in front is named, and nothing empty takes room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.desk import Desk


def test_the_title_names_host_account_and_read_only(page: Desk) -> None:
    assert page.window.windowTitle() == "SERVER01 as SERVER01\\Administrator - Gatepost"
    page.window.actions_.read_only.setChecked(True)
    assert page.window.windowTitle() == "SERVER01 as SERVER01\\Administrator (read-only) - Gatepost"


@pytest.mark.parametrize("number", range(4))
def test_each_page_has_a_shortcut_and_a_place_in_the_view_menu(page: Desk, number: int) -> None:
    page.press(Qt.Key(Qt.Key.Key_1.value + number), Qt.KeyboardModifier.AltModifier)
    assert page.window.pages.currentIndex() == number
    (view,) = [action for action in page.window.menuBar().actions() if action.text() == "&View"]
    named = [action.text() for action in view.menu().actions()][:4]
    assert named == [page.window.pages.tabText(each) for each in range(4)]
    page.wait_quiet()


def test_without_a_table_there_is_no_empty_pane_under_it(page: Desk) -> None:
    details = page.window.details
    assert details.isVisible()
    page.window.filter_edit.setText("zzz")
    assert details.isVisible()
    assert page.window.panel.selected_names() == ()
    assert not details.permissions.isEnabled() or details.permissions.view.model.rowCount() == 0
    page.window.filter_edit.clear()
    page.host.console("stop-service")
    page.session.load()
    page.qtbot.waitUntil(lambda: page.session.error is not None, timeout=20_000)
    assert not details.isVisible()


def test_apply_says_how_many_changes_it_covers(page: Desk) -> None:
    apply = page.window.actions_.apply_edits
    assert apply.iconText() == "Apply"
    for name, words in (("microsoft.powershell", "Apply 1 change"), ("Test", "Apply 2 changes")):
        page.window.panel.select(name)
        page.window.details.permissions.view.table.selectRow(0)
        page.window.details.permissions.view.remove.trigger()
        assert apply.iconText() == words
