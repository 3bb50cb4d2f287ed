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
from gatepost.endpoints.changes.permission_edits import set_sddl
from gatepost.endpoints.compare.comparison import compare
from gatepost.endpoints.host_kind import HostKind
from gatepost.session.host_session import HostSession
from gatepost.ui.confirm.dialog import ConfirmDialog
from gatepost.ui.dialogs.files import LANE
from gatepost.ui.dialogs.message import MessageDialog
from gatepost.ui.files import compare_dialog, report_controller
from gatepost.ui.files.compare_dialog import CompareDialog
from tests.ui.window_driver import WindowDriver

CHECK = Qt.ItemDataRole.CheckStateRole


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "snapshots"


def choose(driver: WindowDriver, path: Path) -> None:
    dialog = driver.dialog(QFileDialog)
    dialog.setDirectory(str(path.parent))
    dialog.selectFile(path.name)
    dialog.accept()


def save(driver: WindowDriver, path: Path) -> None:
    driver.window.actions_.save_snapshot.trigger()
    choose(driver, path)
    driver.qtbot.waitUntil(path.exists, timeout=5000)


def open_file(driver: WindowDriver, path: Path) -> HostSession:
    driver.window.actions_.open_snapshot.trigger()
    choose(driver, path)
    driver.qtbot.waitUntil(lambda: driver.window.current.kind is HostKind.FILE, timeout=5000)
    session = driver.window.current
    driver.qtbot.waitUntil(lambda: session.snapshot is not None, timeout=5000)
    return session


def compared(driver: WindowDriver) -> CompareDialog:
    driver.window.activateWindow()
    driver.window.actions_.compare.trigger()
    dialog = driver.dialog(CompareDialog)
    wait_compared(driver, dialog)
    return dialog


def wait_compared(driver: WindowDriver, dialog: CompareDialog) -> None:
    driver.qtbot.waitUntil(lambda: dialog.summary.text() != "Comparing...", timeout=10_000)


def test_a_snapshot_holds_what_was_read(reference_driver: WindowDriver, tmp_path: Path) -> None:
    path = tmp_path / f"one{SUFFIX}"
    save(reference_driver, path)
    saved = load(path.read_bytes())
    assert saved.snapshot == reference_driver.session.snapshot
    assert saved.snapshot.accounts == reference_driver.session.snapshot.accounts
    reference_driver.qtbot.waitUntil(lambda: "Saved as" in reference_driver.window.status.message_label.text())


def test_before_the_first_write_the_host_is_kept(reference_driver: WindowDriver, kept: Path) -> None:
    before = reference_driver.session.snapshot
    reference_driver.disable_remoting()
    (path,) = kept.iterdir()
    assert read_snapshot(path).snapshot == before
    reference_driver.press(Qt.Key.Key_E)
    reference_driver.confirm().close()
    assert list(kept.iterdir()) == [path], "once in a run is enough"


def test_a_snapshot_that_cannot_be_kept_stops_the_write(reference_driver: WindowDriver, kept: Path) -> None:
    kept.write_text("in the way")
    reference_driver.press(Qt.Key.Key_D)
    report = reference_driver.confirm()
    (outcome,) = report.report.outcomes
    assert str(outcome.message).startswith("No change was made, because a snapshot couldn't be saved first. ")
    assert report.report.needs_attention
    report.close()
    assert reference_driver.host.console("counts")["put"] == {}
    assert reference_driver.journal.entries() == ()
    kept.unlink()
    reference_driver.disable_remoting()
    assert set(reference_driver.modes().values()) == {"Local"}


def test_a_file_is_a_host_that_cannot_be_changed(reference_driver: WindowDriver, tmp_path: Path) -> None:
    path = tmp_path / f"one{SUFFIX}"
    save(reference_driver, path)
    session = open_file(reference_driver, path)
    window = reference_driver.window
    assert set(reference_driver.modes().values()) == {"Remote"}
    assert len(reference_driver.states()) == 2
    assert window.banner.text().startswith("Snapshot of SERVER01, taken ") and str(path) in window.banner.text()
    assert not any(action.isVisible() for action in window.actions_.writing)
    assert not window.panel.switch._writable
    with pytest.raises(PermissionError):
        session.write(lambda host, context: None)
    window.actions_.read_only.trigger()
    window.actions_.read_only.trigger()
    assert session.read_only and not window.panel.switch._writable
    window.actions_.preview_disable.trigger()
    assert not reference_driver.dialog(ConfirmDialog).confirm_button.isVisible()


def test_a_file_has_no_views_of_what_only_a_host_can_tell(reference_driver: WindowDriver, tmp_path: Path) -> None:
    pages = reference_driver.window.pages
    pages.setCurrentWidget(reference_driver.window.pages.exposure())
    path = tmp_path / f"one{SUFFIX}"
    save(reference_driver, path)
    open_file(reference_driver, path)
    visible = [pages.tabText(n) for n in range(pages.count()) if pages.isTabVisible(n)]
    assert visible == ["Endpoints", "Who has access"]
    assert pages.isTabVisible(pages.currentIndex())
    reference_driver.window.hosts.select(reference_driver.session.key)
    assert all(pages.isTabVisible(n) for n in range(pages.count()))


def test_the_same_file_is_opened_once(reference_driver: WindowDriver, tmp_path: Path) -> None:
    path = tmp_path / f"one{SUFFIX}"
    save(reference_driver, path)
    open_file(reference_driver, path)
    open_file(reference_driver, path)
    assert len(reference_driver.states()) == 2


def test_what_is_no_snapshot_is_said(reference_driver: WindowDriver, tmp_path: Path) -> None:
    path = tmp_path / "other.json"
    path.write_text("{}")
    reference_driver.window.actions_.open_snapshot.trigger()
    choose(reference_driver, path)
    problem = reference_driver.dialog(MessageDialog)
    assert "isn't a Gatepost snapshot" in problem.title_label.text()
    assert len(reference_driver.states()) == 1


def test_a_host_goes_back_to_its_snapshot(reference_driver: WindowDriver, tmp_path: Path) -> None:
    path = tmp_path / f"one{SUFFIX}"
    save(reference_driver, path)
    reference_driver.disable_remoting()
    open_file(reference_driver, path)
    reference_driver.window.hosts.select(reference_driver.session.key)
    dialog = compared(reference_driver)
    assert dialog.summary.text() == "6 different."
    assert not dialog.make_like_button.isEnabled()
    dialog.tree.setFocus()
    reference_driver.qtbot.keyClick(dialog.tree, Qt.Key.Key_Space)  # the first endpoint, by keyboard
    assert list(dialog.model.chosen()) == ["microsoft.powershell"]
    dialog.all_button.click()
    dialog.make_like_button.click()
    question = reference_driver.dialog(ConfirmDialog)
    question.reject()
    assert dialog.isVisible() and len(dialog.model.chosen()) == 6  # nothing is lost by looking at the question
    dialog.make_like_button.click()
    question = reference_driver.dialog(ConfirmDialog)
    assert question.title_label.text().startswith("Restore 6 endpoints on SERVER01 to their state at ")
    reference_driver.confirm().close()
    reference_driver.qtbot.waitUntil(
        lambda: dialog.summary.text() == "No differences in 6 endpoints.", timeout=5000
    )  # as the host is now
    assert {
        e.state.value for e in compare(read_snapshot(path).snapshot, reference_driver.session.snapshot).endpoints
    } == {"same"}
    assert {entry.verb for entry in reference_driver.journal.entries()} >= {
        question.change_set.verb and str(question.change_set.verb)
    }


def test_going_back_to_a_snapshot_asks_about_pending_changes(reference_driver: WindowDriver, tmp_path: Path) -> None:
    path = tmp_path / f"one{SUFFIX}"
    save(reference_driver, path)
    reference_driver.disable_remoting()
    closed = reference_driver.session.snapshot.configuration("Test")
    reference_driver.session.pending_changes.edit(set_sddl(closed, 0, closed.sddl.replace("S:P", "(A;;GX;;;RM)S:P")))
    open_file(reference_driver, path)
    reference_driver.window.hosts.select(reference_driver.session.key)
    dialog = compared(reference_driver)
    dialog.all_button.click()
    dialog.make_like_button.click()
    question = reference_driver.dialog(ConfirmDialog)
    reference_driver.qtbot.waitUntil(question.pending.isVisible, timeout=5000)
    assert "Test" in question.pending.words.text()
    reference_driver.confirm().close()
    pending_sddl = reference_driver.session.pending_changes.configuration("Test").sddl
    assert not reference_driver.session.pending_changes.conflicts
    assert "(D;;GA;;;NU)" not in pending_sddl and "(A;;GX;;;RM)" in pending_sddl


def test_only_a_host_can_be_made_like_something(reference_driver: WindowDriver, tmp_path: Path) -> None:
    path = tmp_path / f"one{SUFFIX}"
    save(reference_driver, path)
    reference_driver.disable_remoting()
    open_file(reference_driver, path)
    dialog = compared(reference_driver)
    assert dialog.right_box.currentText().startswith("SERVER01"), "the host that can be changed stands on the right"
    assert dialog.make_like_button.isVisible()
    dialog.swap_button.click()
    wait_compared(reference_driver, dialog)
    assert not dialog.make_like_button.isVisible()
    assert dialog.model.index(0, 0).data(CHECK) is None


def test_a_file_can_be_opened_from_the_comparison(reference_driver: WindowDriver, tmp_path: Path) -> None:
    path = tmp_path / f"one{SUFFIX}"
    save(reference_driver, path)
    reference_driver.disable_remoting()
    dialog = compared(reference_driver)
    assert dialog.summary.text() == "Select a reference and a target."  # not the host with itself
    assert dialog.left_box.currentIndex() == -1
    assert not dialog.all_button.isEnabled()  # there is nothing to select
    dialog.left_box.setCurrentIndex(dialog.left_box.count() - 1)
    assert dialog.summary.text() == "Select a reference and a target."
    dialog.left_box.activated.emit(dialog.left_box.currentIndex())
    choose(reference_driver, path)
    reference_driver.qtbot.waitUntil(lambda: dialog.summary.text() == "6 different.", timeout=5000)
    assert dialog.all_button.isEnabled()
    dialog.only_differences.setChecked(False)
    assert dialog.model.rowCount() == 6


def test_a_comparison_that_ends_after_its_dialog_was_closed_is_dropped(
    reference_driver: WindowDriver, monkeypatch
) -> None:
    dialog = compared(reference_driver)
    dialog.left_box.setCurrentIndex(0)
    wait_compared(reference_driver, dialog)
    may_end, delivered = threading.Event(), []
    monkeypatch.setattr(compare_dialog, "compare", lambda *_, **__: may_end.wait(20))
    dialog.ignore_order.toggle()
    assert dialog.summary.text() == "Comparing..."
    dialog.close()
    reference_driver.qtbot.waitUntil(lambda: not reference_driver.dialogs(), timeout=5000)
    reference_driver.application.runner.submit(LANE, lambda _: None).then(delivered.append)  # the lane's next job
    may_end.set()
    reference_driver.qtbot.waitUntil(lambda: bool(delivered), timeout=5000)
    assert not reference_driver.dialogs()


def test_the_order_can_be_ignored(reference_driver: WindowDriver) -> None:
    dialog = compared(reference_driver)
    dialog.left_box.setCurrentIndex(0)  # the host with itself
    for box in (dialog.ignore_order, dialog.only_differences):
        box.toggle()
    wait_compared(reference_driver, dialog)
    assert dialog.model.rowCount() == 6


@pytest.mark.parametrize("suffix", [".json", ".html", ".csv"])
def test_a_report_names_every_host(reference_driver: WindowDriver, tmp_path: Path, suffix: str) -> None:
    reference_driver.host.close()
    reference_driver.window.actions_.refresh.trigger()
    reference_driver.qtbot.waitUntil(lambda: reference_driver.session.error is not None, timeout=20_000)
    reference_driver.window.actions_.report_all.trigger()
    path = tmp_path / f"report{suffix}"
    choose(reference_driver, path)
    reference_driver.qtbot.waitUntil(path.exists, timeout=5000)
    assert str(reference_driver.session.error.summary) in html.unescape(path.read_text("utf-8-sig"))


def test_a_report_of_the_shown_host(reference_driver: WindowDriver, tmp_path: Path) -> None:
    reference_driver.window.actions_.report.trigger()
    path = tmp_path / "report.json"
    choose(reference_driver, path)
    reference_driver.qtbot.waitUntil(path.exists, timeout=5000)
    (host,) = json.loads(path.read_text())["hosts"]
    assert host["name"] == "SERVER01" and len(host["endpoints"]) == 6
    assert "WinRM service" in {row["title"] for row in host["settings"]}  # as in a report of the command line


def test_a_report_says_that_the_settings_of_a_host_did_not_come_in_time(
    reference_driver: WindowDriver, tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.setattr(report_controller, "SECONDS", 0.2)
    reference_driver.host.console("delay", "5")
    reference_driver.window.actions_.report.trigger()
    path = tmp_path / "report.json"
    choose(reference_driver, path)
    reference_driver.qtbot.waitUntil(path.exists, timeout=5000)
    reference_driver.host.console("delay", "0")
    (host,) = json.loads(path.read_text())["hosts"]
    unread = {row["title"]: row["state"] for row in host["settings"] if row["standing"] == "could not be read"}
    assert list(unread) == ["WinRM service", "Listeners", "Firewall rules", "LocalAccountTokenFilterPolicy"]
    assert set(unread.values()) == {"Not read before the report was saved."}
    assert len(host["endpoints"]) == 6


def test_a_report_that_cannot_be_saved_is_said(reference_driver: WindowDriver, tmp_path: Path) -> None:
    reference_driver.window.actions_.report.trigger()
    choose(reference_driver, tmp_path / "report.pdf")
    assert "isn't a valid name for a report" in reference_driver.dialog(MessageDialog).title_label.text()


def test_no_mnemonic_is_used_twice_in_the_comparison(reference_driver: WindowDriver) -> None:
    from PySide6.QtWidgets import QAbstractButton, QLabel

    dialog = compared(reference_driver)
    labels = [b.text() for b in dialog.findChildren(QAbstractButton) if b.isVisible() and b.text()]
    labels += [label.text() for label in dialog.findChildren(QLabel) if label.buddy()]
    keys = [words[words.index("&") + 1].lower() for words in labels if "&" in words]
    assert len(keys) == len(set(keys)) == len(labels), labels


def test_tab_goes_through_the_comparison_in_the_order_in_which_it_is_read(
    reference_driver: WindowDriver, tmp_path: Path
) -> None:
    path = tmp_path / f"one{SUFFIX}"
    save(reference_driver, path)
    reference_driver.disable_remoting()
    open_file(reference_driver, path)
    dialog = compared(reference_driver)
    dialog.activateWindow()
    reference_driver.qtbot.waitUntil(lambda: dialog.focusWidget() is dialog.left_box, timeout=5000)
    reference_driver.qtbot.waitUntil(dialog.all_button.isEnabled, timeout=5000)
    wanted = [dialog.swap_button, dialog.right_box, dialog.only_differences, dialog.ignore_order, dialog.tree]
    for widget in [*wanted, dialog.all_button, dialog.close_button, dialog.left_box]:
        dialog.focusNextChild()
        assert dialog.focusWidget() is widget


def test_a_long_name_does_not_widen_the_comparison(reference_driver: WindowDriver, tmp_path: Path) -> None:
    snapshot = reference_driver.session.snapshot
    named = replace(snapshot, host=replace(snapshot.host, name="W" * 400))
    path = tmp_path / f"long{SUFFIX}"
    write_snapshot(path, SavedSnapshot(named))
    open_file(reference_driver, path)
    dialog = compared(reference_driver)
    assert dialog.width() == 1080
    assert dialog.minimumSizeHint().width() < 1080
