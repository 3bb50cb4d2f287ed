"""Tabs whose views are made when they come to the front."""

import pytest
from PySide6.QtWidgets import QLabel

from gatepost.ui.widgets.lazy_tabs import LazyTabs


@pytest.fixture
def tabs(qtbot):
    made = LazyTabs()
    qtbot.addWidget(made)
    made.addTab(QLabel("first"), "First")
    return made


def test_a_view_is_made_once_and_only_when_it_is_asked_for(tabs) -> None:
    made = []

    def make():
        made.append(QLabel("late"))
        return made[-1]

    view = tabs.add_lazy(make, "Late")
    tabs.show()
    assert tabs.front() is tabs.widget(0) and not made
    tabs.setCurrentIndex(1)
    assert tabs.front() is tabs.currentWidget() is view() is made[0] and len(made) == 1
    assert [tabs.tabText(number) for number in range(tabs.count())] == ["First", "Late"]


def test_making_a_view_behind_changes_neither_the_front_nor_what_is_seen(tabs) -> None:
    views = [tabs.add_lazy(lambda name=name: QLabel(name), name) for name in ("b", "c", "d")]
    tabs.setTabVisible(2, False)
    tabs.setCurrentIndex(3)
    front = tabs.front()
    told = []
    tabs.currentChanged.connect(told.append)
    made = [view() for view in views]
    assert tabs.currentWidget() is front is made[2] and tabs.currentIndex() == 3 and not told
    assert [tabs.tabText(number) for number in range(4)] == ["First", "b", "c", "d"]
    assert [tabs.widget(number) for number in (1, 2, 3)] == made
    assert [tabs.isTabVisible(number) for number in range(4)] == [True, True, False, True]


def test_the_window_makes_no_page_that_nobody_looked_at(open_window) -> None:
    window = open_window().window
    kinds = {type(widget).__name__ for widget in window.findChildren(object) if hasattr(widget, "winId")}
    assert "EndpointsPage" in kinds
    assert not kinds & {
        "AccessSummaryPage",
        "FactsPage",
        "StillOpenPage",
        "SddlTab",
        "OwnerTab",
        "EffectiveAccessTab",
        "HistoryTab",
    }
