"""The history is read in the background, once more where it was asked for meanwhile."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import QObject

from gatepost.backend.journal.journal import Journal
from gatepost.jobs.runner import ThreadRunner
from gatepost.session.journal_source import JournalSource
from gatepost.work import WorkContext


def test_closing_while_the_history_is_read_reports_no_error(qtbot, qapp: QObject, tmp_path: Path) -> None:
    runner, is_cancelled = ThreadRunner(), threading.Event()

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
