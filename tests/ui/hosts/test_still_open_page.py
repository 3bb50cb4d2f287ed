"""What stays open: read when the page is shown, changed from there, one confirmed order at a time."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from gatepost.backend.files.snapshot_file import SavedSnapshot
from gatepost.backend.files.snapshots import write_snapshot
from gatepost.endpoints.host.enable_steps import EnableStep
from gatepost.endpoints.host.exposure import ExposureSubject
from gatepost.endpoints.writes.journal_entry import Outcome
from gatepost.session.snapshot_source import offline_session
from gatepost.ui.confirm.enable_dialog import EnableDialog
from gatepost.ui.confirm.setting_dialog import SettingDialog


def shown(driver):
    """Bring the page to the front and wait until it has been read."""
    page = driver.window.pages.exposure()
    driver.window.pages.setCurrentWidget(page)
    driver.qtbot.waitUntil(lambda: "LocalAccountTokenFilterPolicy" in page.table.as_text(), timeout=20_000)
    return page


def select(page, subject):
    number = next(n for n, row in enumerate(page._rows) if row.subject is subject)
    page.table.setCurrentIndex(page.table.rows.index(number, 0))


def button(changes, words) -> QPushButton:
    return next(button for button in changes.buttons if words in button.text())


def lines(page):
    return page.table.as_text().splitlines()


def ordered(driver, page, words, reason="CHG-9"):
    """Press a button, give a reason, confirm, and return the outcomes of the report."""
    button(page.here, words).click()
    dialog = driver.dialog(SettingDialog)
    dialog.reason_edit.setText(reason)
    if dialog.host_name.isVisible():
        dialog.host_name.edit.setText(driver.host.info["host"])
    driver.qtbot.keyClick(dialog.confirm_button, Qt.Key.Key_Space)
    report = driver.report()
    outcomes = report.report.outcomes
    report.close()
    driver.wait_quiet()
    return outcomes


def test_nothing_is_asked_before_the_page_is_shown(open_window):
    driver = open_window("windows-server")
    assert "invoke" not in driver.host.console("counts") or driver.host.console("counts")["invoke"] == {}
    page = shown(driver)
    asked = driver.host.console("counts")["invoke"]
    assert asked == {"GetDWORDValue": 1}
    driver.window.pages.setCurrentIndex(0)
    driver.window.pages.setCurrentWidget(page)
    assert driver.host.console("counts")["invoke"] == asked


def test_the_table_tells_state_meaning_and_standing(open_window):
    driver = open_window("hard-cases")
    page = shown(driver)
    told = lines(page)
    assert told[0].startswith("WinRM service  |  Running, Manual  |")
    assert any("IP:192.0.2.41 HTTPS" in line and line.endswith("Set by policy") for line in told)
    assert any(line.startswith("Firewall rule WINRM-HTTP-In-TCP  |  enabled for domain and private") for line in told)
    assert any("1: remote UAC filtering is off" in line and line.endswith("Open") for line in told)
    assert any(line.startswith("winrs") for line in told)
    assert any("Disabled endpoints (skipped)  |  9:" in line for line in told)
    assert any("that Disable-PSRemoting leaves open  |  2:" in line for line in told)


def test_the_pages_name_the_host_as_it_names_itself(open_window):
    driver = open_window("windows-server")
    driver.session.name = "a label"
    page = shown(driver)
    assert page.headline.text() == f"Still open on {driver.host.info['host']}"
    driver.window.pages.setCurrentWidget(driver.window.pages.facts())
    assert driver.window.pages.facts().headline.text() == driver.host.info["host"]


def test_a_change_is_confirmed_written_journalled_and_read_again(open_window):
    driver = open_window("hard-cases")
    page = shown(driver)
    select(page, ExposureSubject.TOKEN_POLICY)
    (outcome,) = ordered(driver, page, "Turn on remote UAC filtering")
    assert outcome.outcome is Outcome.CHANGED
    assert driver.host.console("machine")["token_policy"] == 0
    (entry,) = driver.journal.entries()
    assert (entry.before, entry.after, entry.reason) == ("1", "0", "CHG-9")
    driver.qtbot.waitUntil(lambda: any("0: remote UAC filtering is on" in line for line in lines(page)), timeout=20_000)
    select(page, ExposureSubject.TOKEN_POLICY)
    assert [b.text() for b in page.here.buttons] == ["Turn off remote UAC filtering..."]


def test_what_ends_the_connection_is_marked_comes_last_and_needs_the_hosts_name(open_window):
    driver = open_window("windows-server")
    page = shown(driver)
    marked = ["disconnects" in b.text() for b in page.shutdown.buttons]
    assert marked == sorted(marked) and any(marked) and not all(marked)
    assert "you can do only one of them" in page.shutdown.note.text()
    select(page, ExposureSubject.SERVICE)
    button(page.here, "Stop WinRM").click()
    dialog = driver.dialog(SettingDialog)
    assert not dialog.confirm_button.isEnabled()
    dialog.host_name.edit.setText("other")
    assert not dialog.confirm_button.isEnabled()
    dialog.host_name.edit.setText("filesrv01")
    assert dialog.confirm_button.isEnabled()
    dialog.reject()
    assert driver.host.console("machine")["service"]["running"] is True
    (outcome,) = ordered(driver, page, "Stop WinRM")
    assert str(outcome.message) == (
        "The host accepted this and ended the connection, so Gatepost can't see whether it's done. When the host "
        "can be reached again, connect, open History, and select Check again."
    )
    assert driver.host.console("machine")["service"]["running"] is False
    assert driver.session.error is not None
    assert "open it again from the Host menu" in driver.message()
    assert page.table.rows.rowCount() == 0 and page.here.buttons == page.shutdown.buttons == []


def test_cancel_is_the_default_and_writes_nothing(open_window):
    driver = open_window("windows-server")
    page = shown(driver)
    select(page, ExposureSubject.SERVICE)
    button(page.here, "startup type to Disabled").click()
    dialog = driver.dialog(SettingDialog)
    assert dialog.cancel_button.isDefault() and dialog.focusWidget() is dialog.cancel_button
    driver.qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert driver.dialogs() == [] and driver.journal.entries() == ()


def test_read_only_shows_a_preview(open_window):
    driver = open_window("windows-server", read_only=True)
    page = shown(driver)
    select(page, ExposureSubject.SERVICE)
    button(page.here, "startup type to Disabled").click()
    dialog = driver.dialog(SettingDialog)
    assert dialog.windowTitle().startswith("Preview") and not dialog.confirm_button.isVisible()
    dialog.close()


def test_a_part_that_cannot_be_read_says_so_alone(open_window):
    driver = open_window("windows-server")
    driver.host.console("garble not-xml")  # the service is read first
    page = shown(driver)
    told = lines(page)
    assert "couldn't be understood" in told[0] and "Try again" in told[0] and told[0].endswith("Couldn't be read")
    assert any(line.startswith("Listener * HTTP  |  port 5985") for line in told)
    select(page, ExposureSubject.SERVICE)
    assert page.here.buttons == [] and "No changes" in page.here.note.text()


def test_refresh_reads_it_again(open_window):
    driver = open_window("windows-server")
    page = shown(driver)
    driver.host.console("set-start-mode Manual")
    driver.session.load()
    driver.qtbot.waitUntil(lambda: "Manual" in page.table.as_text(), timeout=20_000)


def test_another_host_is_another_page(open_window, qtbot):
    driver = open_window("windows-server")
    page = shown(driver)
    driver.window.hosts.close(driver.session)
    assert page.table.rows.rowCount() == 0 and "Open a host" in page.said.text()


def test_a_saved_snapshot_has_endpoints_only(open_window, tmp_path):
    driver = open_window("reference-page")
    path = tmp_path / "saved.gatepost.json"
    saved = SavedSnapshot(driver.session.snapshot)
    write_snapshot(path, saved)
    offline = offline_session(path, saved, driver.application.runner)
    driver.window.hosts.open(offline)
    driver.qtbot.waitUntil(lambda: offline.snapshot is not None, timeout=5000)
    window = driver.window
    for page in (window.pages.exposure(), window.pages.facts()):  # nothing of what they show is in the file
        assert not window.pages.isTabVisible(window.pages.indexOf(page))
    window.changes.enable(preview=True)
    dialog = driver.dialog(EnableDialog)
    assert dialog.steps._before[EnableStep.SERVICE].text() == "not known"
    dialog.close()
    window.hosts.close(offline)


def test_tab_leads_through_the_changes_and_the_keyboard_asks_for_them(open_window):
    driver = open_window("windows-server")
    page = shown(driver)
    select(page, ExposureSubject.SERVICE)
    page.fold.click()
    wanted = [*page.here.buttons, page.fold, *page.shutdown.buttons]
    driver.window.activateWindow()
    driver.qtbot.waitUntil(lambda: driver.window.isActiveWindow() and all(b.isVisible() for b in wanted), timeout=5000)
    page.table.setFocus()
    driver.qtbot.waitUntil(page.table.hasFocus, timeout=5000)
    walked = []
    for _ in wanted:
        driver.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        walked.append(QApplication.focusWidget())
    assert walked == wanted
    page.here.buttons[0].setFocus()
    driver.qtbot.keyClick(page.here.buttons[0], Qt.Key.Key_Space)
    dialog = driver.dialog(SettingDialog)
    driver.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert driver.dialogs() == []


def test_reading_again_keeps_the_row_and_the_buttons(open_window):
    driver = open_window("windows-server")
    page = shown(driver)
    select(page, ExposureSubject.TOKEN_POLICY)
    row, buttons = page.table.current_row(), list(page.here.buttons)
    driver.session.load()
    driver.wait_quiet()
    driver.qtbot.waitUntil(lambda: "Current state" in page.said.text(), timeout=20_000)
    assert page.table.current_row() == row and page.here.buttons == buttons


def test_a_host_that_does_not_answer_any_more_is_said_to(open_window):
    driver = open_window("windows-server")
    page = shown(driver)
    driver.host.console("stop-service")
    driver.session.load()
    driver.qtbot.waitUntil(lambda: driver.session.error is not None, timeout=20_000)
    assert "WinRM might not be running" in page.said.text() and page.table.rows.rowCount() == 0
    assert not page.shutdown.isVisible()


def test_a_window_that_was_wide_can_be_narrow_again(open_window):
    driver = open_window("windows-server")
    page = shown(driver)
    select(page, ExposureSubject.SERVICE)
    driver.window.resize(2600, 800)
    driver.qtbot.waitUntil(lambda: len({button.x() for button in page.here.buttons}) == 3)
    driver.window.resize(860, 700)
    QApplication.processEvents()
    assert driver.window.width() == 860


def test_cancel_reaches_what_the_page_asks_of_a_host(open_window):
    driver = open_window("windows-server")
    driver.host.console("delay 30")
    page = driver.window.pages.exposure()
    driver.window.pages.setCurrentWidget(page)
    driver.press(Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier)  # behind what the page asks
    driver.qtbot.waitUntil(driver.window.status.cancel.isVisible)
    driver.window.status.cancel.click()
    assert page.said.text() == "Reading was canceled. Refresh to try again."
    driver.host.console("delay 0")
    driver.press(Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier)
    shown(driver)
