"""Snapshots, comparisons and reports in the window, on a practice host and on files."""

from __future__ import annotations

import html
import json
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from gatepost.backend.files.snapshot_file import SavedSnapshot, load
from gatepost.backend.files.snapshots import SUFFIX, read_snapshot, write_snapshot
from gatepost.endpoints.compare.comparison import compare
from gatepost.endpoints.host_kind import HostKind
from gatepost.session.host_session import HostSession
from gatepost.ui.confirm.dialog import ConfirmDialog
from gatepost.ui.dialogs.message import MessageDialog
from gatepost.ui.dialogs.saver import LANE
from gatepost.ui.files import compare_dialog, report_readings
from gatepost.ui.files.compare_dialog import CompareDialog
from tests.ui.desk import Desk

CHECK = Qt.ItemDataRole.CheckStateRole


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "snapshots"


def choose(driver: Desk, path: Path) -> None:
    dialog = driver.dialog(QFileDialog)
    dialog.setDirectory(str(path.parent))
    dialog.selectFile(path.name)
    dialog.accept()


def save(driver: Desk, path: Path) -> None:
    driver.window.actions_.save_snapshot.trigger()
    choose(driver, path)
    driver.qtbot.waitUntil(path.exists, timeout=5000)


def open_file(driver: Desk, path: Path) -> HostSession:
    driver.window.actions_.open_snapshot.trigger()
    choose(driver, path)
    driver.qtbot.waitUntil(lambda: driver.window.current.kind is HostKind.FILE, timeout=5000)
    session = driver.window.current
    driver.qtbot.waitUntil(lambda: session.snapshot is not None, timeout=5000)
    return session


def compared(driver: Desk) -> CompareDialog:
    driver.window.activateWindow()
    driver.window.actions_.compare.trigger()
    dialog = driver.dialog(CompareDialog)
    wait_compared(driver, dialog)
    return dialog


def wait_compared(driver: Desk, dialog: CompareDialog) -> None:
    driver.qtbot.waitUntil(lambda: dialog.summary.text() != "Comparing...", timeout=10_000)


def test_a_snapshot_holds_what_was_read(page: Desk, tmp_path: Path) -> None:
    path = tmp_path / f"one{SUFFIX}"
    save(page, path)
    saved = load(path.read_bytes())
    assert saved.snapshot == page.session.snapshot
    assert saved.snapshot.accounts == page.session.snapshot.accounts
    page.qtbot.waitUntil(lambda: "Saved as" in page.window.status.said.text())


def test_before_the_first_write_the_host_is_kept(page: Desk, kept: Path) -> None:
    before = page.session.snapshot
    page.disable_remoting()
    (path,) = kept.iterdir()
    assert read_snapshot(path).snapshot == before
    page.press(Qt.Key.Key_E)
    page.confirm().close()
    assert list(kept.iterdir()) == [path], "once in a run is enough"


def test_a_snapshot_that_cannot_be_kept_stops_the_write(page: Desk, kept: Path) -> None:
    kept.write_text("in the way")
    page.press(Qt.Key.Key_D)
    report = page.confirm()
    (outcome,) = report.report.outcomes
    assert str(outcome.message).startswith("No change was made, because a snapshot couldn't be saved first. ")
    assert report.report.needs_attention
    report.close()
    assert page.host.console("counts")["put"] == {}
    assert page.journal.entries() == ()
    kept.unlink()
    page.disable_remoting()
    assert set(page.modes().values()) == {"Local"}


def test_a_file_is_a_host_that_cannot_be_changed(page: Desk, tmp_path: Path) -> None:
    path = tmp_path / f"one{SUFFIX}"
    save(page, path)
    session = open_file(page, path)
    window = page.window
    assert set(page.modes().values()) == {"Remote"}
    assert len(page.states()) == 2
    assert window.banner.text().startswith("Snapshot of SERVER01, taken ") and str(path) in window.banner.text()
    assert not any(action.isVisible() for action in window.actions_.writing)
    assert not window.panel.switch._writable
    with pytest.raises(PermissionError):
        session.write(lambda host, context: None)
    window.actions_.read_only.trigger()
    window.actions_.read_only.trigger()
    assert session.read_only and not window.panel.switch._writable
    window.actions_.preview_disable.trigger()
    assert not page.dialog(ConfirmDialog).confirm_button.isVisible()


def test_a_file_has_no_views_of_what_only_a_host_can_tell(page: Desk, tmp_path: Path) -> None:
    pages = page.window.pages
    pages.setCurrentWidget(page.window.pages.leftovers())
    path = tmp_path / f"one{SUFFIX}"
    save(page, path)
    open_file(page, path)
    visible = [pages.tabText(n) for n in range(pages.count()) if pages.isTabVisible(n)]
    assert visible == ["Endpoints", "Who has access"]
    assert pages.isTabVisible(pages.currentIndex())
    page.window.hosts.select(page.session.key)
    assert all(pages.isTabVisible(n) for n in range(pages.count()))


def test_the_same_file_is_opened_once(page: Desk, tmp_path: Path) -> None:
    path = tmp_path / f"one{SUFFIX}"
    save(page, path)
    open_file(page, path)
    open_file(page, path)
    assert len(page.states()) == 2


def test_what_is_no_snapshot_is_said(page: Desk, tmp_path: Path) -> None:
    path = tmp_path / "other.json"
    path.write_text("{}")
    page.window.actions_.open_snapshot.trigger()
    choose(page, path)
    problem = page.dialog(MessageDialog)
    assert "isn't a Gatepost snapshot" in problem.title_label.text()
    assert len(page.states()) == 1


def test_a_host_goes_back_to_its_snapshot(page: Desk, tmp_path: Path) -> None:
    path = tmp_path / f"one{SUFFIX}"
    save(page, path)
    page.disable_remoting()
    open_file(page, path)
    page.window.hosts.select(page.session.key)
    dialog = compared(page)
    assert dialog.summary.text() == "6 different."
    assert not dialog.make_like_button.isEnabled()
    dialog.tree.setFocus()
    page.qtbot.keyClick(dialog.tree, Qt.Key.Key_Space)  # the first endpoint, by keyboard
    assert list(dialog.model.chosen()) == ["microsoft.powershell"]
    dialog.all_button.click()
    dialog.make_like_button.click()
    question = page.dialog(ConfirmDialog)
    question.reject()
    assert dialog.isVisible() and len(dialog.model.chosen()) == 6  # nothing is lost by looking at the question
    dialog.make_like_button.click()
    question = page.dialog(ConfirmDialog)
    assert question.title_label.text().startswith("Restore 6 endpoints on SERVER01 to their state at ")
    page.confirm().close()
    page.qtbot.waitUntil(
        lambda: dialog.summary.text() == "No differences in 6 endpoints.", timeout=5000
    )  # as the host is now
    assert {e.state.value for e in compare(read_snapshot(path).snapshot, page.session.snapshot).endpoints} == {"same"}
    assert {entry.verb for entry in page.journal.entries()} >= {
        question.change_set.verb and str(question.change_set.verb)
    }


def test_going_back_to_a_snapshot_asks_about_pending_changes(page: Desk, tmp_path: Path) -> None:
    path = tmp_path / f"one{SUFFIX}"
    save(page, path)
    page.disable_remoting()
    closed = page.session.snapshot.configuration("Test")
    page.session.drafts.edit("Add", [closed.with_sddls((closed.sddl.replace("S:P", "(A;;GX;;;RM)S:P"),))])
    open_file(page, path)
    page.window.hosts.select(page.session.key)
    dialog = compared(page)
    dialog.all_button.click()
    dialog.make_like_button.click()
    question = page.dialog(ConfirmDialog)
    page.qtbot.waitUntil(question.pending.isVisible, timeout=5000)
    assert "Test" in question.pending.words.text()
    page.confirm().close()
    wished = page.session.drafts.configuration("Test").sddl
    assert not page.session.drafts.conflicts
    assert "(D;;GA;;;NU)" not in wished and "(A;;GX;;;RM)" in wished


def test_only_a_host_can_be_made_like_something(page: Desk, tmp_path: Path) -> None:
    path = tmp_path / f"one{SUFFIX}"
    save(page, path)
    page.disable_remoting()
    open_file(page, path)
    dialog = compared(page)
    assert dialog.right_box.currentText().startswith("SERVER01"), "the host that can be changed stands on the right"
    assert dialog.make_like_button.isVisible()
    dialog.swap_button.click()
    wait_compared(page, dialog)
    assert not dialog.make_like_button.isVisible()
    assert dialog.model.index(0, 0).data(CHECK) is None


def test_a_file_can_be_opened_from_the_comparison(page: Desk, tmp_path: Path) -> None:
    path = tmp_path / f"one{SUFFIX}"
    save(page, path)
    page.disable_remoting()
    dialog = compared(page)
    assert dialog.summary.text() == "Select a reference and a target."  # not the host with itself
    assert dialog.left_box.currentIndex() == -1
    assert not dialog.all_button.isEnabled()  # there is nothing to select
    dialog.left_box.setCurrentIndex(dialog.left_box.count() - 1)
    assert dialog.summary.text() == "Select a reference and a target."
    dialog.left_box.activated.emit(dialog.left_box.currentIndex())
    choose(page, path)
    page.qtbot.waitUntil(lambda: dialog.summary.text() == "6 different.", timeout=5000)
    assert dialog.all_button.isEnabled()
    dialog.only_differences.setChecked(False)
    assert dialog.model.rowCount() == 6


def test_a_comparison_that_ends_after_its_dialog_was_closed_is_dropped(page: Desk, monkeypatch) -> None:
    dialog = compared(page)
    dialog.left_box.setCurrentIndex(0)
    wait_compared(page, dialog)
    may_end, delivered = threading.Event(), []
    monkeypatch.setattr(compare_dialog, "compare", lambda *_, **__: may_end.wait(20))
    dialog.ignore_order.toggle()
    assert dialog.summary.text() == "Comparing..."
    dialog.close()
    page.qtbot.waitUntil(lambda: not page.dialogs(), timeout=5000)
    page.application.runner.submit(LANE, lambda _: None).then(delivered.append)  # the lane's next job
    may_end.set()
    page.qtbot.waitUntil(lambda: bool(delivered), timeout=5000)
    assert not page.dialogs()


def test_the_order_can_be_ignored(page: Desk) -> None:
    dialog = compared(page)
    dialog.left_box.setCurrentIndex(0)  # the host with itself
    for box in (dialog.ignore_order, dialog.only_differences):
        box.toggle()
    wait_compared(page, dialog)
    assert dialog.model.rowCount() == 6


@pytest.mark.parametrize("suffix", [".json", ".html", ".csv"])
def test_a_report_names_every_host(page: Desk, tmp_path: Path, suffix: str) -> None:
    page.host.close()
    page.window.actions_.refresh.trigger()
    page.qtbot.waitUntil(lambda: page.session.error is not None, timeout=20_000)
    page.window.actions_.report_all.trigger()
    path = tmp_path / f"report{suffix}"
    choose(page, path)
    page.qtbot.waitUntil(path.exists, timeout=5000)
    assert str(page.session.error.summary) in html.unescape(path.read_text("utf-8-sig"))


def test_a_report_of_the_shown_host(page: Desk, tmp_path: Path) -> None:
    page.window.actions_.report.trigger()
    path = tmp_path / "report.json"
    choose(page, path)
    page.qtbot.waitUntil(path.exists, timeout=5000)
    (host,) = json.loads(path.read_text())["hosts"]
    assert host["name"] == "SERVER01" and len(host["endpoints"]) == 6
    assert "WinRM service" in {row["title"] for row in host["settings"]}  # as in a report of the command line


def test_a_report_says_that_the_settings_of_a_host_did_not_come_in_time(
    page: Desk, tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.setattr(report_readings, "SECONDS", 0.2)
    page.host.console("delay", "5")
    page.window.actions_.report.trigger()
    path = tmp_path / "report.json"
    choose(page, path)
    page.qtbot.waitUntil(path.exists, timeout=5000)
    page.host.console("delay", "0")
    (host,) = json.loads(path.read_text())["hosts"]
    unread = {row["title"]: row["state"] for row in host["settings"] if row["standing"] == "could not be read"}
    assert list(unread) == ["WinRM service", "Listeners", "Firewall rules", "LocalAccountTokenFilterPolicy"]
    assert set(unread.values()) == {"Not read before the report was saved."}
    assert len(host["endpoints"]) == 6


def test_a_report_that_cannot_be_saved_is_said(page: Desk, tmp_path: Path) -> None:
    page.window.actions_.report.trigger()
    choose(page, tmp_path / "report.pdf")
    assert "isn't a valid name for a report" in page.dialog(MessageDialog).title_label.text()


def test_no_mnemonic_is_used_twice_in_the_comparison(page: Desk) -> None:
    from PySide6.QtWidgets import QAbstractButton, QLabel

    dialog = compared(page)
    labels = [b.text() for b in dialog.findChildren(QAbstractButton) if b.isVisible() and b.text()]
    labels += [label.text() for label in dialog.findChildren(QLabel) if label.buddy()]
    keys = [words[words.index("&") + 1].lower() for words in labels if "&" in words]
    assert len(keys) == len(set(keys)) == len(labels), labels


def test_tab_goes_through_the_comparison_in_the_order_in_which_it_is_read(page: Desk, tmp_path: Path) -> None:
    path = tmp_path / f"one{SUFFIX}"
    save(page, path)
    page.disable_remoting()
    open_file(page, path)
    dialog = compared(page)
    dialog.activateWindow()
    page.qtbot.waitUntil(lambda: dialog.focusWidget() is dialog.left_box, timeout=5000)
    page.qtbot.waitUntil(dialog.all_button.isEnabled, timeout=5000)
    wanted = [dialog.swap_button, dialog.right_box, dialog.only_differences, dialog.ignore_order, dialog.tree]
    for widget in [*wanted, dialog.all_button, dialog.close_button, dialog.left_box]:
        dialog.focusNextChild()
        assert dialog.focusWidget() is widget


def test_a_long_name_does_not_widen_the_comparison(page: Desk, tmp_path: Path) -> None:
    snapshot = page.session.snapshot
    named = replace(snapshot, host=replace(snapshot.host, name="W" * 400))
    path = tmp_path / f"long{SUFFIX}"
    write_snapshot(path, SavedSnapshot(named))
    open_file(page, path)
    dialog = compared(page)
    assert dialog.width() == 1080
    assert dialog.minimumSizeHint().width() < 1080
