"""The History tab of an endpoint."""

from __future__ import annotations

from pathlib import Path

from gatepost.backend.journal.journal import Journal
from gatepost.session.journal_source import JournalSource
from gatepost.ui.history.tab import HistoryTab
from tests.jobs.manual_runner import ManualRunner
from tests.session.test_journal_source import ENTRY


def test_entries_of_an_earlier_reading_are_told_from_present_ones(qtbot, tmp_path: Path, monkeypatch) -> None:
    runner = ManualRunner()
    source = JournalSource(Journal(tmp_path / "journal.db"), runner)
    tab = HistoryTab(source)
    qtbot.addWidget(tab)
    monkeypatch.setattr("sys.excepthook", lambda *_: None)
    said = []
    for entries in (lambda _: (ENTRY,), lambda _: 1 // 0, lambda _: (ENTRY,)):
        monkeypatch.setattr(Journal, "entries", entries)
        source.load()
        runner.run_all()
        said.append(tab.view.said.text() if not tab.view.said.isHidden() else "")
    assert said == ["", "Unexpected error in Gatepost while reading History. Open History to try again.", ""]
