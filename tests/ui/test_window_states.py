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
from tests.ui.window_driver import WindowDriver

Open = Callable[..., WindowDriver]


def outcomes(report) -> dict[str, Outcome]:
    return {o.name: o.outcome for o in report.report.outcomes}


def message(driver: WindowDriver) -> str:
    return driver.window.stack.message.accessibleName()


def test_loading_is_shown_until_the_host_has_answered(driver: WindowDriver) -> None:
    gate = threading.Event()
    with PracticeProcess("reference-page") as host:
        driver.open(host, before=lambda: gate.wait(20))
        assert driver.session.state is SessionState.READING
        assert "Reading" in message(driver)
        assert driver.window.stack.message.isVisible()
        assert driver.window.status.cancel.isVisible()
        assert not driver.window.actions_.disable.isEnabled()
        gate.set()
        driver.wait_quiet()
        assert driver.window.panel.table.isVisible()
        assert not driver.window.status.progress.isVisible()
        assert driver.window.actions_.disable.isEnabled()


def test_cancel_answers_at_once(driver: WindowDriver) -> None:
    gate = threading.Event()
    with PracticeProcess("reference-page") as host:
        driver.open(host, before=lambda: gate.wait(20))
        driver.window.status.cancel.click()
        assert driver.session.state.is_at_rest
        assert "hasn't been read" in message(driver)
        gate.set()


def test_a_host_that_was_read_again_as_it_was_has_no_endpoint_shown_anew(driver: WindowDriver, monkeypatch) -> None:
    shown: list[object] = []
    show = EntriesTab.show_endpoint

    def counted(tab: EntriesTab, endpoint: EndpointInView | None) -> None:
        shown.append(endpoint)
        show(tab, endpoint)

    monkeypatch.setattr(EntriesTab, "show_endpoint", counted)
    with PracticeProcess("reference-page") as host:
        driver.open(host)
        driver.wait_quiet()
        assert shown
        shown.clear()
        driver.session.load()
        driver.wait_quiet()
        assert not shown
        driver.session.lock(read_only=True)
        assert shown


def test_pending_changes_cannot_be_applied_while_the_host_is_read(driver: WindowDriver) -> None:
    with PracticeProcess("reference-page") as host:
        driver.open(host)
        driver.wait_quiet()
        line, permissions = driver.window.details.pending_line, driver.window.details.permissions
        permissions.remove.trigger()
        assert line.apply.isEnabled() and line.preview.isEnabled()
        driver.session.load()
        assert not line.apply.isEnabled() and not line.preview.isEnabled()
        driver.wait_quiet()
        assert line.apply.isEnabled() and line.preview.isEnabled()


def test_an_account_without_the_right_to_read_is_told_why(open_window: Open) -> None:
    driver = open_window(role="remote-management-user")
    assert "denied" in message(driver)
    assert "Administrators" in message(driver)
    assert driver.row(1).state is HostState.FAILED
    assert not driver.window.actions_.disable.isEnabled()


@pytest.mark.parametrize("kind", ["not-xml", "truncated", "oversized", "entities", "wrong-relates-to", "empty"])
def test_a_garbled_answer_gives_a_message_and_a_way_on(reference_driver: WindowDriver, kind: str) -> None:
    reference_driver.host.console(f"garble {kind}")
    reference_driver.press(Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier)
    reference_driver.wait_quiet()
    if reference_driver.session.error is None:  # a read may be tried once more, and then succeed
        assert len(reference_driver.listing()) == 6
        return
    assert "SERVER01" in message(reference_driver).upper()
    retry = next(b for b in reference_driver.window.stack.message.findChildren(QAbstractButton) if b.isVisible())
    retry.click()
    reference_driver.wait_quiet()
    assert reference_driver.session.error is None
    assert len(reference_driver.listing()) == 6


def test_a_change_by_somebody_else_is_a_conflict_and_stays(reference_driver: WindowDriver) -> None:
    theirs = "O:NSG:BAD:P(A;;GA;;;BA)(A;;GX;;;RM)"
    reference_driver.press(Qt.Key.Key_D)
    reference_driver.dialog(ConfirmDialog)
    assert reference_driver.host.console("set-sddl", "WithProfile", theirs)["ok"]
    report = reference_driver.confirm()
    found = outcomes(report)
    report.close()
    assert found.pop("WithProfile") is Outcome.CONFLICT
    assert set(found.values()) == {Outcome.CHANGED}
    assert reference_driver.host.sddl("WithProfile") == theirs


def test_a_host_that_goes_away_leaves_a_report_of_what_is_known(reference_driver: WindowDriver) -> None:
    reference_driver.window.panel.table.selectAll()
    reference_driver.press(Qt.Key.Key_2)  # to Local: unlike Disable remoting it asks the host nothing besides
    reference_driver.dialog(ConfirmDialog)
    reference_driver.host.console(
        "after 7 vanish"
    )  # three exchanges for each endpoint: the third one's Put is the eighth
    report = reference_driver.confirm()
    found = outcomes(report)
    report.close()
    reference_driver.host.console("return")
    states = {name: reference_driver.host.sddl(name) for name in found}
    assert list(found.values())[:2] == [Outcome.CHANGED, Outcome.CHANGED]
    for name, outcome in found.items():
        closed = "(D;;GA;;;NU)" in states[name]
        assert outcome in ((Outcome.CHANGED, Outcome.UNKNOWN) if closed else (Outcome.UNCHANGED, Outcome.UNKNOWN)), name
    assert reference_driver.session.error is not None
    started = {e.subject for e in reference_driver.journal.entries()}
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


def test_read_only_can_be_switched_in_the_window(reference_driver: WindowDriver) -> None:
    reference_driver.window.actions_.read_only.trigger()
    assert not reference_driver.window.actions_.disable.isVisible()
    reference_driver.window.actions_.read_only.trigger()
    assert reference_driver.window.actions_.disable.isVisible()


def test_the_filter_has_an_empty_state(reference_driver: WindowDriver) -> None:
    reference_driver.press(Qt.Key.Key_F)
    assert reference_driver.window.filter_edit.hasFocus()
    reference_driver.qtbot.keyClicks(reference_driver.window.filter_edit, "user01")
    assert list(reference_driver.listing()) == ["Test"]
    reference_driver.qtbot.keyClicks(reference_driver.window.filter_edit, " nothing")
    assert "No endpoint matches" in reference_driver.window.panel.message.accessibleName()
    reference_driver.window.filter_edit.clear()
    assert len(reference_driver.listing()) == 6


def test_the_row_menu_opens_by_key_and_sets_a_mode(reference_driver: WindowDriver) -> None:
    reference_driver.window.panel.select("Test")
    reference_driver.window.panel.table.setFocus()
    reference_driver.qtbot.keyClick(reference_driver.window.panel.table, Qt.Key.Key_Return)
    reference_driver.qtbot.waitUntil(lambda: any(m.isVisible() for m in reference_driver.window.findChildren(QMenu)))
    menu = next(m for m in reference_driver.window.findChildren(QMenu) if m.isVisible())
    action: QAction = reference_driver.window.actions_.modes[AccessMode.DISABLED]
    assert action in menu.actions()
    menu.close()
    reference_driver.press(Qt.Key.Key_3)
    reference_driver.confirm().close()
    assert reference_driver.modes()["Test"] == "Disabled"
    endpoints = {e["name"]: e["enabled"] for e in reference_driver.host.console("endpoints")["endpoints"]}
    assert endpoints == dict.fromkeys(endpoints, True) | {"Test": False}


def test_several_endpoints_at_once(reference_driver: WindowDriver) -> None:
    reference_driver.window.panel.table.selectAll()
    reference_driver.press(Qt.Key.Key_2)
    reference_driver.confirm().close()
    assert set(reference_driver.modes().values()) == {"Local"}


def test_accounts_are_named_after_the_table_is_there(reference_driver: WindowDriver) -> None:
    assert reference_driver.session.snapshot.accounts.names
    assert reference_driver.host.console("counts")["enumerate"] == 1


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
    row = next(r for r in range(60) if panel.model.row(r).mode_state.mode is AccessMode.CUSTOM)
    index = panel.filter.mapFromSource(panel.model.index(row, EndpointColumn.ACCESS))
    panel.table.scrollTo(index)
    spot = panel.table.visualRect(index).center() - QPoint(20, 0)
    driver.qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    driver.qtbot.waitUntil(lambda: any(m.isVisible() for m in driver.window.findChildren(QMenu)))
    next(m for m in driver.window.findChildren(QMenu) if m.isVisible()).close()


def test_the_reading_after_a_write_cannot_be_cancelled(reference_driver: WindowDriver) -> None:
    reference_driver.host.console("delay 0.3")
    reference_driver.press(Qt.Key.Key_D)
    reference_driver.dialog(ConfirmDialog).confirm_button.click()
    reference_driver.qtbot.waitUntil(lambda: reference_driver.session.state is SessionState.VERIFYING, timeout=20_000)
    assert not reference_driver.window.status.cancel.isVisible()
    assert not reference_driver.window.actions_.cancel.isEnabled()
    assert reference_driver.session.cancel() is False
    reference_driver.report().close()
    assert set(reference_driver.modes().values()) == {"Local"}


def test_a_window_closed_while_it_writes_goes_when_all_went_well(reference_driver: WindowDriver) -> None:
    reference_driver.host.console("delay 0.1")
    reference_driver.press(Qt.Key.Key_D)
    reference_driver.dialog(ConfirmDialog).confirm_button.click()
    reference_driver.qtbot.waitUntil(lambda: reference_driver.session.state is SessionState.WRITING)
    reference_driver.window.close()
    assert reference_driver.window.isVisible()
    assert "will close when it's done" in reference_driver.window.banner.text()
    reference_driver.qtbot.waitUntil(lambda: not reference_driver.window.isVisible(), timeout=20_000)
    assert reference_driver.dialogs() == []
    assert {e.outcome.value for e in reference_driver.journal.entries()} == {"changed"}


def test_a_window_closed_while_it_writes_stays_where_something_wants_to_be_seen(reference_driver: WindowDriver) -> None:
    reference_driver.host.console("delay 0.1")
    reference_driver.press(Qt.Key.Key_D)
    dialog = reference_driver.dialog(ConfirmDialog)
    reference_driver.host.console("set-sddl", "Test", "O:NSG:BAD:P(A;;GA;;;BA)(A;;GX;;;RM)")
    dialog.confirm_button.click()
    reference_driver.qtbot.waitUntil(lambda: reference_driver.session.state is SessionState.WRITING)
    reference_driver.window.close()
    reference_driver.dialog(ReportDialog).close()
    assert reference_driver.window.isVisible()
    assert "Practice host" in reference_driver.window.banner.text()
