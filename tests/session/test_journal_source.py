"""The history is read in the background, once more where it was asked for meanwhile."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from gatepost.backend.journal.journal import Journal
from gatepost.endpoints.writes.journal_entry import JournalEntry, Outcome, SubjectKind
from gatepost.jobs.runner import JobRunner
from gatepost.session.journal_source import JournalSource
from gatepost.work import WorkContext
from tests.jobs.manual_runner import ManualRunner

ENTRY = JournalEntry(
    1, "b", "2026-01-02T03:04:05.678+00:00", "1", "key", "SRV01", "admin", "Test", SubjectKind.ENDPOINT, "Disable", "",
    "", "", Outcome.CHANGED, "", "", "",
)  # fmt: skip


def test_closing_while_the_history_is_read_reports_no_error(qtbot, qapp: QObject, tmp_path: Path) -> None:
    runner, is_cancelled = JobRunner(), threading.Event()

    def keep_busy(context: WorkContext) -> None:
        with context.token.stopping(is_cancelled.set):
            is_cancelled.wait(20)

    runner.submit("journal", keep_busy)
    source = JournalSource(Journal(tmp_path / "journal.db"), runner)
    source.load()
    source.load()
    with qtbot.captureExceptions() as raised:
        assert runner.shutdown()
    assert raised == []


def test_a_bug_in_the_reading_is_told_and_keeps_what_was_read_before(
    qapp: QObject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runner, told = ManualRunner(), []
    monkeypatch.setattr("sys.excepthook", lambda *_: None)
    monkeypatch.setattr(Journal, "entries", lambda _: 1 // 0)
    source = JournalSource(Journal(tmp_path / "journal.db"), runner)
    source.entries, source.words = before = (ENTRY,), {ENTRY.id: "test"}
    source.changed.connect(lambda: told.append(str(source.error)))
    source.load()
    runner.run_all()
    assert told == ["Unexpected error in Gatepost while reading History. Open History to try again."]
    assert source.loaded and (source.entries, source.words) == before
