"""Tab walks through the whole window and comes round; Enter presses the button that has the focus."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QTabBar, QWidget

MOST = 80  # presses


def walk(qtbot, start: QWidget, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Press a key from a widget on until the focus is there again; return what was visited on the way."""
    start.setFocus()
    visited = [start]
    for _ in range(MOST):
        qtbot.keyClick(visited[-1], key)
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus is start:
            return visited
        visited.append(focus)
    raise AssertionError(f"the focus never came back: {[named(widget) for widget in visited[-12:]]}")


def named(widget: QWidget) -> str:
    return widget.accessibleName() or getattr(widget, "text", lambda: "")() or type(widget).__name__


def tabs_of(driver) -> list[str]:
    tabs = driver.window.details.tabs
    return [tabs.tabText(number) for number in range(tabs.count())]


@pytest.mark.parametrize("number", range(7))
def test_tab_comes_round_in_every_tab_of_an_endpoint(reference_driver, qtbot, number):
    reference_driver.window.details.tabs.setCurrentIndex(number)
    visited = walk(qtbot, reference_driver.window.panel.table)
    assert len({id(widget) for widget in visited}) == len(visited)
    assert reference_driver.window.details.tabs.tabBar() in visited
    assert reference_driver.window.pages.tabBar() in visited
    assert reference_driver.window.filter_edit in visited
    back = walk(qtbot, reference_driver.window.panel.table, Qt.Key.Key_Backtab)
    assert {named(widget) for widget in back} == {named(widget) for widget in visited}


@pytest.mark.parametrize("number", range(4))
def test_tab_comes_round_on_every_page_of_a_host(reference_driver, qtbot, number):
    reference_driver.window.pages.setCurrentIndex(number)
    reference_driver.wait_quiet()
    visited = walk(qtbot, reference_driver.window.pages.tabBar())
    assert (reference_driver.window.filter_edit in visited) is (number < 2)  # endpoints, and who has access
    assert len({id(widget) for widget in visited}) == len(visited)


def test_from_the_tabs_of_an_endpoint_tab_goes_into_the_tab(reference_driver, qtbot):
    details = reference_driver.window.details
    for number in range(details.tabs.count()):
        details.tabs.setCurrentIndex(number)
        bar: QTabBar = details.tabs.tabBar()
        bar.setFocus()
        qtbot.keyClick(bar, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert details.tabs.currentWidget().isAncestorOf(focus), details.tabs.tabText(number)


def test_enter_presses_the_button_that_has_the_focus(reference_driver, qtbot):
    pressed = []
    button = QPushButton("Press", reference_driver.window.centralWidget())
    button.clicked.connect(lambda: pressed.append(True))
    button.show()
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    qtbot.keyClick(button, Qt.Key.Key_Enter)
    assert pressed == [True, True]
