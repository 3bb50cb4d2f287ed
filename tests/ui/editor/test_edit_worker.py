"""Edits of a large descriptor are worked out in a worker thread, one at a time."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject

from gatepost.session.evaluator import Evaluator
from gatepost.ui.editor.edit_worker import EditWorker
from tests.jobs.manual_runner import ManualRunner


def test_an_edit_that_crashes_is_reported_and_keeps_no_later_one_away(
    qapp: QObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported: list[type[BaseException]] = []
    monkeypatch.setattr("sys.excepthook", lambda kind, *_: reported.append(kind))
    runner, begun = ManualRunner(), []
    session = SimpleNamespace(pending_changes=SimpleNamespace(originals=dict), evaluator=lambda: Evaluator(runner))
    endpoint = SimpleNamespace(is_large=True, session=session)

    def crash() -> list[object]:
        begun.append(len(begun))
        raise ZeroDivisionError

    worker = EditWorker(lambda *_: None)
    for _ in range(2):
        worker.work_out(endpoint, crash)
        runner.run_all()
    assert begun == [0, 1]
    assert reported == [ZeroDivisionError] * 2
