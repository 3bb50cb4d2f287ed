"""A journal of years: what is typed and clicked costs the window less than a call for each entry."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from gatepost.models.journal_table import JournalColumn
from gatepost.session.journal_source import JournalSource
from gatepost.ui.history.view import HistoryView
from tests.counted import calls_of
from tests.jobs.manual_runner import ManualRunner
from tests.models.test_journal_table import entry

WRITES = 3000


class Written:
    """A journal that holds many writes."""

    def entries(self) -> tuple[object, ...]:
        one = entry()
        return tuple(
            replace(one, id=n, batch=str(n // 5), subject=f"Team.{n % 50:02}", account=f"admin{n % 7}")
            for n in range(WRITES)
        )


@pytest.fixture
def view(qtbot) -> HistoryView:
    runner = ManualRunner()
    source = JournalSource(Written(), runner)
    source.load()
    runner.run_all()
    made = HistoryView(source, Qt.Orientation.Vertical)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_key_in_the_filter(view: HistoryView) -> None:
    calls = calls_of(lambda: view.filter_edit.setText("team.07 admin3"))
    assert max(calls.values()) < WRITES / 10, calls.most_common(3)
    assert view.model.rowCount() > 0
    assert {(each.subject, each.account) for each in view.shown_entries()} == {("Team.07", "admin3")}


def test_the_selected_entry_stays_selected_while_the_filter_lets_it_through(view: HistoryView) -> None:
    view.select(57)
    view.filter_edit.setText("team.07")
    assert view.current.id == 57
    view.filter_edit.setText("team.08")
    assert view.current == view.shown_entries()[0]


def test_a_click_on_a_heading_leaves_the_filter_as_it_is(view: HistoryView) -> None:
    view.filter_edit.setText("admin3")
    view.header.setSortIndicator(JournalColumn.SUBJECT, Qt.SortOrder.AscendingOrder)
    shown = view.shown_entries()
    assert {each.account for each in shown} == {"admin3"}
    assert [each.subject for each in shown] == sorted(each.subject for each in shown)
