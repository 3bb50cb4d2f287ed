"""What the window shows while it waits, when something fails, and when others change the host too."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QMenu

from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.writes.journal_entry import Outcome
from gatepost.models.endpoints.table import EndpointColumn
from gatepost.models.host_list import HostState
from gatepost.session.endpoint_in_view import EndpointInView
from gatepost.session.session_state import SessionState
from gatepost.ui.confirm.dialog import ConfirmDialog
from gatepost.ui.confirm.report_dialog import ReportDialog
from gatepost.ui.editor.entries_tab import EntriesTab
from tests.practice.host_process import PracticeProcess
from tests.ui.desk import Desk

Open = Callable[..., Desk]


def outcomes(report) -> dict[str, Outcome]:
    return {o.name: o.outcome for o in report.report.outcomes}


def message(driver: Desk) -> str:
    return driver.window.stack.message.accessibleName()


def test_loading_is_shown_until_the_host_has_answered(desk: Desk) -> None:
    gate = threading.Event()
    with PracticeProcess("reference-page") as host:
        desk.open(host, before=lambda: gate.wait(20))
        assert desk.session.state is SessionState.READING
        assert "Reading" in message(desk)
        assert desk.window.stack.message.isVisible()
        assert desk.window.status.cancel.isVisible()
        assert not desk.window.actions_.disable.isEnabled()
        gate.set()
        desk.wait_quiet()
        assert desk.window.panel.table.isVisible()
        assert not desk.window.status.progress.isVisible()
        assert desk.window.actions_.disable.isEnabled()


def test_cancel_answers_at_once(desk: Desk) -> None:
    gate = threading.Event()
    with PracticeProcess("reference-page") as host:
        desk.open(host, before=lambda: gate.wait(20))
        desk.window.status.cancel.click()
        assert desk.session.state.is_at_rest
        assert "hasn't been read" in message(desk)
        gate.set()


def test_a_host_that_was_read_again_as_it_was_has_no_endpoint_shown_anew(desk: Desk, monkeypatch) -> None:
    shown: list[object] = []
    show = EntriesTab.show_endpoint

    def counted(tab: EntriesTab, endpoint: EndpointInView | None) -> None:
        shown.append(endpoint)
        show(tab, endpoint)

    monkeypatch.setattr(EntriesTab, "show_endpoint", counted)
    with PracticeProcess("reference-page") as host:
        desk.open(host)
        desk.wait_quiet()
        assert shown
        shown.clear()
        desk.session.load()
        desk.wait_quiet()
        assert not shown
        desk.session.lock(read_only=True)
        assert shown


def test_pending_changes_cannot_be_applied_while_the_host_is_read(desk: Desk) -> None:
    with PracticeProcess("reference-page") as host:
        desk.open(host)
        desk.wait_quiet()
        line, permissions = desk.window.details.pending_line, desk.window.details.permissions
        permissions.view.remove.trigger()
        assert line.apply.isEnabled() and line.preview.isEnabled()
        desk.session.load()
        assert not line.apply.isEnabled() and not line.preview.isEnabled()
        desk.wait_quiet()
        assert line.apply.isEnabled() and line.preview.isEnabled()


def test_an_account_without_the_right_to_read_is_told_why(open_window: Open) -> None:
    driver = open_window(role="remote-management-user")
    assert "denied" in message(driver)
    assert "Administrators" in message(driver)
    assert driver.row(1).state is HostState.FAILED
    assert not driver.window.actions_.disable.isEnabled()


@pytest.mark.parametrize("kind", ["not-xml", "truncated", "oversized", "entities", "wrong-relates-to", "empty"])
def test_a_garbled_answer_gives_a_message_and_a_way_on(page: Desk, kind: str) -> None:
    page.host.console(f"garble {kind}")
    page.press(Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier)
    page.wait_quiet()
    if page.session.error is None:  # a read may be tried once more, and then succeed
        assert len(page.listing()) == 6
        return
    assert "SERVER01" in message(page).upper()
    retry = next(b for b in page.window.stack.message.findChildren(QAbstractButton) if b.isVisible())
    retry.click()
    page.wait_quiet()
    assert page.session.error is None
    assert len(page.listing()) == 6


def test_a_change_by_somebody_else_is_a_conflict_and_stays(page: Desk) -> None:
    theirs = "O:NSG:BAD:P(A;;GA;;;BA)(A;;GX;;;RM)"
    page.press(Qt.Key.Key_D)
    page.dialog(ConfirmDialog)
    assert page.host.console("set-sddl", "WithProfile", theirs)["ok"]
    report = page.confirm()
    found = outcomes(report)
    report.close()
    assert found.pop("WithProfile") is Outcome.CONFLICT
    assert set(found.values()) == {Outcome.CHANGED}
    assert page.host.sddl("WithProfile") == theirs


def test_a_host_that_goes_away_leaves_a_report_of_what_is_known(page: Desk) -> None:
    page.window.panel.table.selectAll()
    page.press(Qt.Key.Key_2)  # to Local: unlike Disable remoting it asks the host nothing besides
    page.dialog(ConfirmDialog)
    page.host.console("after 7 vanish")  # three exchanges for each endpoint: the third one's Put is the eighth
    report = page.confirm()
    found = outcomes(report)
    report.close()
    page.host.console("return")
    states = {name: page.host.sddl(name) for name in found}
    assert list(found.values())[:2] == [Outcome.CHANGED, Outcome.CHANGED]
    for name, outcome in found.items():
        closed = "(D;;GA;;;NU)" in states[name]
        assert outcome in ((Outcome.CHANGED, Outcome.UNKNOWN) if closed else (Outcome.UNCHANGED, Outcome.UNKNOWN)), name
    assert page.session.error is not None
    started = {e.subject for e in page.journal.entries()}
    assert {name for name, sddl in states.items() if "(D;;GA;;;NU)" in sddl} <= started


def test_read_only_leaves_no_way_to_write(open_window: Open) -> None:
    driver = open_window(read_only=True)
    window = driver.window
    actions = window.actions_
    previews = [actions.preview_disable, actions.preview_enable, *actions.preview_modes.values()]
    assert not [a.text() for a in window.actions_.writing if a.isVisible()]
    assert not window.actions_.read_only.isEnabled()
    assert [a for a in previews if a.isVisible() and a.isEnabled()]
    driver.click_switch("WithProfile", AccessMode.LOCAL)
    for key in (Qt.Key.Key_D, Qt.Key.Key_E, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3):
        driver.press(key)
    assert driver.dialogs() == []
    driver.press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert not driver.dialog(ConfirmDialog).confirm_button.isVisible()
    with pytest.raises(PermissionError):
        driver.session.write(driver.dialog(ConfirmDialog).work(""))


def test_read_only_can_be_switched_in_the_window(page: Desk) -> None:
    page.window.actions_.read_only.trigger()
    assert not page.window.actions_.disable.isVisible()
    page.window.actions_.read_only.trigger()
    assert page.window.actions_.disable.isVisible()


def test_the_filter_has_an_empty_state(page: Desk) -> None:
    page.press(Qt.Key.Key_F)
    assert page.window.filter_edit.hasFocus()
    page.qtbot.keyClicks(page.window.filter_edit, "user01")
    assert list(page.listing()) == ["Test"]
    page.qtbot.keyClicks(page.window.filter_edit, " nothing")
    assert "No endpoint matches" in page.window.panel.message.accessibleName()
    page.window.filter_edit.clear()
    assert len(page.listing()) == 6


def test_the_row_menu_opens_by_key_and_sets_a_mode(page: Desk) -> None:
    page.window.panel.select("Test")
    page.window.panel.table.setFocus()
    page.qtbot.keyClick(page.window.panel.table, Qt.Key.Key_Return)
    page.qtbot.waitUntil(lambda: any(m.isVisible() for m in page.window.findChildren(QMenu)))
    menu = next(m for m in page.window.findChildren(QMenu) if m.isVisible())
    action: QAction = page.window.actions_.modes[AccessMode.DISABLED]
    assert action in menu.actions()
    menu.close()
    page.press(Qt.Key.Key_3)
    page.confirm().close()
    assert page.modes()["Test"] == "Disabled"
    endpoints = {e["name"]: e["enabled"] for e in page.host.console("endpoints")["endpoints"]}
    assert endpoints == dict.fromkeys(endpoints, True) | {"Test": False}


def test_several_endpoints_at_once(page: Desk) -> None:
    page.window.panel.table.selectAll()
    page.press(Qt.Key.Key_2)
    page.confirm().close()
    assert set(page.modes().values()) == {"Local"}


def test_accounts_are_named_after_the_table_is_there(page: Desk) -> None:
    assert page.session.snapshot.accounts.names
    assert page.host.console("counts")["enumerate"] == 1


def test_hard_cases_are_all_shown_and_nothing_is_rich_text(open_window: Open) -> None:
    driver = open_window("hard-cases")
    model = driver.window.panel.model
    assert model.rowCount() == 60
    for row in range(60):
        driver.window.panel.select(model.row(row).configuration.name)
        assert driver.window.details.headline.text()
    shown = [model.index(row, EndpointColumn.NAME).data() for row in range(60)]
    assert any("<b>" in name for name in shown)
    assert any("U+202E" in name for name in shown)
    assert not any("\u202e" in name for name in shown)


def test_a_click_on_a_custom_state_offers_the_modes(open_window: Open) -> None:
    driver = open_window("hard-cases")
    panel = driver.window.panel
    row = next(r for r in range(60) if panel.model.row(r).reading.mode is AccessMode.CUSTOM)
    index = panel.filter.mapFromSource(panel.model.index(row, EndpointColumn.ACCESS))
    panel.table.scrollTo(index)
    spot = panel.table.visualRect(index).center() - QPoint(20, 0)
    driver.qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    driver.qtbot.waitUntil(lambda: any(m.isVisible() for m in driver.window.findChildren(QMenu)))
    next(m for m in driver.window.findChildren(QMenu) if m.isVisible()).close()


def test_the_reading_after_a_write_cannot_be_cancelled(page: Desk) -> None:
    page.host.console("delay 0.3")
    page.press(Qt.Key.Key_D)
    page.dialog(ConfirmDialog).confirm_button.click()
    page.qtbot.waitUntil(lambda: page.session.state is SessionState.VERIFYING, timeout=20_000)
    assert not page.window.status.cancel.isVisible()
    assert not page.window.actions_.cancel.isEnabled()
    assert page.session.cancel() is False
    page.report().close()
    assert set(page.modes().values()) == {"Local"}


def test_a_window_closed_while_it_writes_goes_when_all_went_well(page: Desk) -> None:
    page.host.console("delay 0.1")
    page.press(Qt.Key.Key_D)
    page.dialog(ConfirmDialog).confirm_button.click()
    page.qtbot.waitUntil(lambda: page.session.state is SessionState.WRITING)
    page.window.close()
    assert page.window.isVisible()
    assert "will close when it's done" in page.window.banner.text()
    page.qtbot.waitUntil(lambda: not page.window.isVisible(), timeout=20_000)
    assert page.dialogs() == []
    assert {e.outcome.value for e in page.journal.entries()} == {"changed"}


def test_a_window_closed_while_it_writes_stays_where_something_wants_to_be_seen(page: Desk) -> None:
    page.host.console("delay 0.1")
    page.press(Qt.Key.Key_D)
    dialog = page.dialog(ConfirmDialog)
    page.host.console("set-sddl", "Test", "O:NSG:BAD:P(A;;GA;;;BA)(A;;GX;;;RM)")
    dialog.confirm_button.click()
    page.qtbot.waitUntil(lambda: page.session.state is SessionState.WRITING)
    page.window.close()
    page.dialog(ReportDialog).close()
    assert page.window.isVisible()
    assert "Practice host" in page.window.banner.text()
