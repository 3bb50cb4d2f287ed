"""A journal of years: opening, filtering, sorting and selecting among 10,001 writes, in CPU milliseconds."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gatepost.endpoints.writes.journal_entry import JournalEntry
from gatepost.models.journal_table import JournalColumn
from gatepost.session.journal_source import JournalSource
from gatepost.ui.history.view import HistoryView
from tests.bench.figures import STALL, Figures
from tests.jobs.manual_runner import ManualRunner
from tests.models.test_journal_table import entry

pytestmark = pytest.mark.bench

WRITES = 10_001


def took(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    QApplication.processEvents()
    return 1000 * (time.process_time() - start)


@dataclass(frozen=True)
class Written:
    """A journal that holds these writes."""

    writes: tuple[JournalEntry, ...]

    def entries(self) -> tuple[JournalEntry, ...]:
        return self.writes


def test_a_journal_of_years(qtbot) -> None:
    one = entry()
    writes = [
        replace(one, id=n, batch=str(n // 5), subject=f"Team.{n % 500:03}", account=f"admin{n % 7}")
        for n in range(WRITES)
    ]
    runner = ManualRunner()
    source = JournalSource(Written(tuple(writes)), runner)
    source.load()
    runner.run_all()
    made: list[HistoryView] = []
    figures = Figures()
    figures.add("open", took(lambda: made.append(HistoryView(source, Qt.Orientation.Vertical))), STALL)
    view = made[0]
    qtbot.addWidget(view)
    view.resize(1180, 680)
    figures.add("show", took(view.show), STALL)
    for typed in ("t", "te", "team.123", "admin3 team", ""):
        figures.add(f"filter {typed!r}", took(lambda typed=typed: view.filter_edit.setText(typed)), STALL)
    for column in (JournalColumn.TIME, JournalColumn.SUBJECT, JournalColumn.OUTCOME):
        by_column = took(lambda column=column: view.header.setSortIndicator(column, Qt.SortOrder.AscendingOrder))
        figures.add(f"sort by {column.name.lower()}", by_column, STALL)
    figures.add("select", took(lambda: view.select(5000)), STALL)
    assert view.current is not None
    assert view.current.id == 5000
    figures.show()
