"""Changes that broke off: said at the start, checked again, or marked as checked by hand."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

from PySide6.QtWidgets import QApplication

from gatepost.backend.journal.queries import interrupted as pending
from gatepost.endpoints.writes.journal_entry import Outcome
from gatepost.models.journal_table import JournalColumn
from gatepost.ui.history.unsettled_dialogs import InterruptedDialog, MarkAsCheckedDialog
from gatepost.ui.history.window import HistoryWindow
from tests.backend.journals import unsettled
from tests.ui.history.test_history import history, press_space, rows
from tests.ui.window_driver import WindowDriver


def interrupted(reference_driver, folder) -> None:
    """Make the newest write one that nobody noted the end of."""
    with closing(sqlite3.connect(folder / "journal.sqlite3")) as connection, connection:
        connection.execute(
            "UPDATE write SET outcome = NULL, message = NULL, finished_at = NULL, started_at = '2026-01-01T00:00:00.000+00:00'"
            " WHERE id = (SELECT max(id) FROM write)"
        )


def test_a_write_without_an_end_is_said_at_the_start_and_settled(open_window, tmp_path) -> None:
    first = open_window()
    first.disable_remoting()
    interrupted(first, tmp_path)
    second = open_window()
    notice = second.dialog(InterruptedDialog)
    assert notice.title_label.text() == "A previous change may not have completed"
    assert "5 of 6 done, 1 not known" in notice.text_label.text()
    press_space(second, notice.verb_button)
    (window,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, HistoryWindow) and w.isVisible()]
    second.qtbot.waitUntil(lambda: len(window.view.shown_entries()) == 6)
    assert not window.view.revert_button.isEnabled()
    press_space(second, window.view.check_button)
    second.qtbot.waitUntil(lambda: unsettled(second.journal) == ())
    settled = second.journal.entries()[-1]
    assert settled.outcome is Outcome.UNCHANGED  # the second practice host was never switched off
    second.qtbot.waitUntil(lambda: "previous state" in window.view.said.text())
    second.qtbot.waitUntil(lambda: not window.view.check_button.isVisible())


def test_what_cannot_be_checked_from_here_is_marked_as_checked_by_hand(
    reference_driver: WindowDriver, tmp_path
) -> None:
    reference_driver.disable_remoting()
    interrupted(reference_driver, tmp_path)
    window = history(reference_driver)
    window._source.load()
    reference_driver.qtbot.waitUntil(lambda: window.view.by_hand_button.isVisible())
    press_space(reference_driver, window.view.by_hand_button)
    (dialog,) = [d for d in window.findChildren(MarkAsCheckedDialog) if d.isVisible()]
    assert not dialog.confirm_button.isEnabled()
    reference_driver.qtbot.keyClicks(dialog.reason_edit, "Looked at the console: it is closed.")
    press_space(reference_driver, dialog.confirm_button)
    reference_driver.qtbot.waitUntil(lambda: not window.view.by_hand_button.isVisible())
    entry = reference_driver.journal.entries()[-1]
    assert (entry.checked_why, entry.needs_attention) == ("Looked at the console: it is closed.", False)
    assert entry.checked_by and entry.settled_at
    assert rows(window.view)[0][JournalColumn.OUTCOME] == "not known, checked manually"
    assert f"{entry.checked_by}: Looked at the console" in window.view.details.toPlainText()


def test_the_notice_at_the_start_can_be_put_off_for_a_week(open_window, tmp_path) -> None:
    first = open_window()
    first.disable_remoting()
    interrupted(first, tmp_path)
    second = open_window()
    press_space(second, second.dialog(InterruptedDialog).more_button)
    second.qtbot.waitUntil(lambda: second.journal.entries()[-1].remind_after != "")
    third = open_window()
    third.qtbot.waitUntil(lambda: third.window.history._source.loaded)
    third.wait_quiet()
    assert third.dialogs() == []
    now = datetime.now(UTC)
    entries = third.journal.entries()
    assert pending(entries, now + timedelta(days=6)) == ()
    assert len(pending(entries, now + timedelta(days=7))) == 1
    assert len(pending(entries, now - timedelta(days=4000))) == 1, "set by a clock that was wrong"


def test_an_action_that_broke_off_says_how_far_it_got(open_window, tmp_path) -> None:
    first = open_window()
    first.disable_remoting()
    with closing(sqlite3.connect(tmp_path / "journal.sqlite3")) as connection, connection:
        connection.execute(
            "UPDATE write SET outcome = NULL, message = NULL, finished_at = NULL, started_at = '' WHERE id > 3"
        )
    second = open_window()
    notice = second.dialog(InterruptedDialog)
    assert "Disable remoting @ SERVER01: 3 of 6 done, 3 not started" in notice.text_label.text()
    press_space(second, notice.verb_button)
    (window,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, HistoryWindow) and w.isVisible()]
    second.qtbot.waitUntil(lambda: len(window.view.shown_entries()) == 6)
    assert [row[JournalColumn.OUTCOME] for row in rows(window.view)] == ["not started"] * 3 + ["changed"] * 3
    assert "3 of 6 done, 3 not started" in window.view.details.toPlainText()
    assert not window.view.check_button.isVisible() and window.view.by_hand_button.isVisible()
    assert not window.view.revert_button.isEnabled()
    assert window.view.revert_all_button.text() == "Revert &all 3 endpoints..."
