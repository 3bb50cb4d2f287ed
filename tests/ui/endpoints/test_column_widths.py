"""The table has the room: how many endpoints are in sight with all their text, and nothing moves with the selection."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QTableView

from gatepost.models.endpoints.table import EndpointColumn
from gatepost.ui.widgets.row_heights import DENSITY, Density
from tests.ui.window_driver import WindowDriver

Open = Callable[..., WindowDriver]


def resized(driver: WindowDriver, width: int, height: int) -> QTableView:
    driver.window.resize(width, height)
    driver.window.host_view.setFocus()
    driver.qtbot.waitUntil(lambda: driver.window.height() == height)
    driver.qtbot.wait(1)  # heights of rows are fitted after the widths
    table: QTableView = driver.window.panel.table
    return table


def whole_rows(table: QTableView) -> int:
    """Rows that would fit, were the table full of the ones it shows first."""
    heights = [table.rowHeight(row) for row in range(table.model().rowCount())]
    room, fitting = table.viewport().height(), 0
    while heights and room >= heights[fitting % len(heights)]:
        room -= heights[fitting % len(heights)]
        fitting += 1
    return fitting


def cut_permissions(table: QTableView) -> list[str]:
    """Permissions of the rows in sight that do not fit into their cells."""
    metrics, cut = table.fontMetrics(), []
    width = table.columnWidth(EndpointColumn.PERMISSION) - 14
    for row in range(table.model().rowCount()):
        index = table.model().index(row, EndpointColumn.PERMISSION)
        text, lines = index.data(), (table.rowHeight(row) - 4) // metrics.lineSpacing()
        flags = int(Qt.TextFlag.TextWordWrap)
        needed = metrics.boundingRect(0, 0, width, 1000, flags, text).height()
        if needed > lines * metrics.lineSpacing() + 1 and table.visualRect(index).bottom() < table.viewport().height():
            cut.append(text)
    return cut


def test_at_1280_by_720_nine_endpoints_of_the_reference_page_are_read(reference_driver: WindowDriver) -> None:
    reference_driver.disable_remoting()  # the longest texts of its examples
    table = resized(reference_driver, 1280, 720)
    assert whole_rows(table) >= 9
    assert cut_permissions(table) == []
    assert table.horizontalScrollBar().maximum() == 0


def test_the_table_has_the_room_of_a_host_that_was_read_before_the_window_was_shown(driver: WindowDriver) -> None:
    window = driver.window
    window.hide()
    window.hosts.open(driver.application.practice_session("reference-page"))
    driver.qtbot.waitUntil(lambda: window.current is not None and window.current.snapshot is not None, timeout=30000)
    window.show()
    driver.qtbot.waitUntil(lambda: window.details.isVisible())
    assert window.endpoints.panel.height() > window.details.height()


@pytest.mark.parametrize(("scenario", "least"), [("reference-page", 20), ("hard-cases", 17)])
def test_at_1920_by_1080_twenty_endpoints_are_in_sight(open_window: Open, scenario: str, least: int) -> None:
    driver = open_window(scenario)
    table = resized(driver, 1920, 1080)
    assert whole_rows(table) >= least
    assert table.horizontalScrollBar().maximum() == 0


def test_no_strip_moves_when_another_endpoint_is_selected(open_window: Open) -> None:
    driver = open_window("hard-cases")
    resized(driver, 1280, 720)
    window, places = driver.window, set()
    tabs = window.details.tabs
    for name in (
        "microsoft.powershell",
        "JEA.HelpDesk",
        "Two.Nodes.That.Disagree",
        "Not.Canonical",
        "No.Security.Node",
    ):
        window.panel.select(name)
        driver.qtbot.wait(1)
        bar = tabs.tabBar()
        corners = [bar.tabRect(number).translated(bar.mapTo(window, QPoint())) for number in range(bar.count())]
        places.add((window.details.geometry().top(), *(rect.getRect() for rect in corners)))
    assert len(places) == 1


def test_details_go_to_the_right_fold_away_and_stay_so(open_window: Open, open_driver: Open) -> None:
    driver = open_window()
    window = driver.window
    window.actions_.details["right"].trigger()
    assert window.endpoints.splitter.orientation() is Qt.Orientation.Horizontal
    assert window.details.isVisible()
    window.details.permissions.table.setFocus()
    window.actions_.details["hidden"].trigger()
    assert not window.details.isVisible()
    assert window.focusWidget() is window.panel.table
    window.actions_.densities["comfortable"].trigger()
    assert window.panel.table.rowHeight(0) == 36
    window.close()
    again = open_driver().window
    assert again.actions_.details["hidden"].isChecked()
    assert DENSITY.chosen is Density.COMFORTABLE
    again.actions_.densities["compact"].trigger()


def test_several_endpoints_show_what_they_have_in_common(reference_driver: WindowDriver) -> None:
    window = reference_driver.window
    window.panel.table.selectAll()
    summary = window.endpoints.summary
    assert summary.isVisible() and not window.details.isVisible()
    assert summary.headline.text() == "6 endpoints selected"
    assert summary.about.text() == "Remote: 6"
    rows = [summary.entries.row(number) for number in range(summary.entries.rowCount())]
    assert [str(row.ace.sid) for row in rows] == ["S-1-5-32-544"]
    window.panel.select("Test")
    assert window.details.isVisible() and not summary.isVisible()
