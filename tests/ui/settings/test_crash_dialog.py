"""An exception that nobody expected is shown and logged, never swallowed, and gives no secret away."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from gatepost.backend.failures.scrubbing import REMOVED, scrubbed
from gatepost.jobs.runner import JobRunner
from gatepost.ui.settings.crash_dialog import CrashDialog, CrashReporter
from gatepost.ui.settings.crash_report import MAX_MESSAGE, details
from gatepost.work import WorkContext


def crash(message: str) -> Exception:
    local_secret = "never shown"
    try:
        try:
            raise KeyError("cause")
        except KeyError as cause:
            raise ValueError(message) from cause
    except ValueError as error:
        assert local_secret
        return error


def test_details_tell_what_where_and_in_which_versions() -> None:
    said = details(crash("token=abc went wrong"))
    lines = said.splitlines()
    assert lines[0] == "KeyError: 'cause'"
    assert "which led to:" in lines
    assert f"ValueError: token={REMOVED}" in lines
    assert any(line.strip().startswith("test_crash_dialog.py:") and line.endswith("in crash") for line in lines)
    assert "Gatepost " in said and "Python 3." in said and "PySide6 6." in said
    assert "never shown" not in said
    assert str(Path.home()) not in said and str(Path(__file__).parent) not in said


def test_file_names_start_at_their_package() -> None:
    with pytest.raises(TypeError) as raised:
        scrubbed(None)
    assert "  gatepost/backend/failures/scrubbing.py:" in details(raised.value)


def test_a_monstrous_message_is_cut() -> None:
    assert len(details(crash("x" * 1_000_000))) < MAX_MESSAGE + 5_000


class Unprintable(Exception):
    def __str__(self) -> str:
        raise RuntimeError("no words")


def test_an_exception_that_cannot_be_printed_is_reported_all_the_same() -> None:
    assert "Unprintable: (no message)" in details(Unprintable())


@pytest.fixture
def earlier(monkeypatch) -> SimpleNamespace:
    """Hooks of somebody else, as pytest-qt or a debugger sets them."""
    seen = SimpleNamespace(main=[], thread=[])
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: seen.main.append(error))
    monkeypatch.setattr(threading, "excepthook", lambda args: seen.thread.append(args.exc_value))
    return seen


@pytest.fixture
def reporter(qtbot, earlier) -> Iterator[CrashReporter]:
    made = CrashReporter(None)
    yield made
    if made.dialog is not None:
        made.dialog.close()


def test_an_exception_in_a_slot_is_logged_shown_and_passed_on(qtbot, reporter, earlier, caplog) -> None:
    error = ValueError("password=hunter2")

    def slot() -> None:
        raise error

    with caplog.at_level(logging.ERROR):
        QTimer.singleShot(0, slot)
        qtbot.waitUntil(lambda: reporter.dialog is not None)
    assert earlier.main == [error]
    assert "ValueError" in caplog.text and "hunter2" not in caplog.text
    assert "hunter2" not in reporter.dialog.details.toPlainText()
    assert "in slot" in reporter.dialog.details.toPlainText()


def test_an_exception_in_a_thread_is_shown_in_the_gui_thread(qtbot, reporter, earlier) -> None:
    def work() -> None:
        raise ValueError("in a thread")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert reporter.dialog is None  # nothing of Qt was touched over there
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    assert [str(e) for e in earlier.thread] == ["in a thread"]


def test_a_bug_in_background_work_is_shown_with_the_frames_of_its_worker(qtbot, reporter, earlier) -> None:
    def boom(context: WorkContext) -> None:
        raise ZeroDivisionError("planted")

    runner = JobRunner()
    runner.submit("a", boom)
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    frames = [line.rpartition(" ")[2] for line in reporter.dialog.details.toPlainText().splitlines() if " in " in line]
    assert frames == ["run", "boom"]
    assert runner.shutdown(5)


def test_one_dialog_at_a_time_and_the_next_crash_is_shown_again(qtbot, reporter, earlier) -> None:
    for number in range(3):
        sys.excepthook(ValueError, ValueError(f"number {number}"), None)
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    first = reporter.dialog
    qtbot.wait(20)
    assert reporter.dialog is first and "number 0" in first.details.toPlainText()
    assert first.more_label.text() == "2 more errors are in the log."
    first.close()
    assert reporter.dialog is None
    sys.excepthook(ValueError, ValueError("another"), None)
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    assert len(earlier.main) == 4


def test_ctrl_c_is_no_crash(qtbot, reporter, earlier) -> None:
    error = KeyboardInterrupt()
    sys.excepthook(KeyboardInterrupt, error, None)
    qtbot.wait(20)
    assert reporter.dialog is None and earlier.main == [error]


def test_the_details_are_copied(qtbot) -> None:
    dialog = CrashDialog("line one\nline \u202etwo")
    qtbot.addWidget(dialog)
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == "line one\nline ⟨U+202E⟩two"
