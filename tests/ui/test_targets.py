"""What is pressed with the mouse is at least 24 pixels high and wide (WCAG 2.2, 2.5.8)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QTabBar, QTableView, QWidget

from tests.ui.window_driver import WindowDriver

LEAST = 24


def too_small(window: QWidget) -> set[str]:
    QApplication.processEvents()
    found = set()
    for widget in window.findChildren(QWidget):
        inside = isinstance(widget.parentWidget(), QLineEdit | QComboBox)  # the field itself is the target
        if not isinstance(widget, QAbstractButton | QComboBox | QLineEdit) or inside or not widget.isVisible():
            continue
        if min(widget.width(), widget.height()) < LEAST:
            found.add(f"{type(widget).__name__} {widget.accessibleName()} {widget.width()}x{widget.height()}")
    return found


def test_every_button_field_tab_and_row_is_large_enough(open_window: Callable[..., WindowDriver]) -> None:
    driver = open_window("hard-cases")
    window, tabs = driver.window, driver.window.details.tabs
    small = set()
    for number in range(window.pages.count()):
        window.pages.setCurrentIndex(number)
        small |= too_small(window)
    window.pages.setCurrentIndex(0)
    for number in range(tabs.count()):
        tabs.setCurrentIndex(number)
        small |= too_small(window)
    for bar in window.findChildren(QTabBar):
        small |= {bar.tabText(n) for n in range(bar.count()) if bar.tabRect(n).height() < LEAST}
    for table in window.findChildren(QTableView):
        if table.verticalHeader().defaultSectionSize() < LEAST:
            small.add(table.accessibleName())
    assert small == set()
