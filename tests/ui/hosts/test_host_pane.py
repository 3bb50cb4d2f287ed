"""The list of hosts: filtered, ordered, counted, several at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QMenu

from gatepost.backend.host.host import Host
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.host_kind import HostKind
from gatepost.endpoints.text import english
from gatepost.models.host_order import HostSort
from gatepost.models.roles import ValueRole
from gatepost.session.host_session import HostSession
from gatepost.session.reading import HostConnection
from gatepost.session.session_state import SessionState
from gatepost.work import WorkContext
from tests.jobs.manual_runner import ManualRunner
from tests.models.documents import endpoint, rows_of, snapshot
from tests.practice.host_process import PracticeProcess
from tests.ui.window_driver import WindowDriver


def never_opened(_: WorkContext) -> Host:
    raise AssertionError("nothing is read here")


@pytest.fixture
def many(driver: WindowDriver) -> WindowDriver:
    """Nine hosts: two failed, one waits, the others are ready."""
    for number in range(9):
        name = f"SRV{number:02}"
        session = HostSession(name.lower(), name, HostKind.REMOTE, HostConnection(never_opened), ManualRunner())
        if number != 4:
            session.snapshot = snapshot(endpoint("E"))
            session.rows = rows_of(session.snapshot)
        driver.window.hosts.add_unread([session], "")
        if number in (2, 7):
            session.fail(HostError(english("It is out of reach.")))
        else:
            driver.window.open_hosts._update_row(session)
    return driver


def names(driver: WindowDriver) -> list[str]:
    order = driver.window.host_view.sort_model
    return [order.index(row, 0).data() for row in range(order.rowCount())]


def test_the_list_is_counted_by_state(many: WindowDriver) -> None:
    pane = many.window.host_pane
    many.qtbot.waitUntil(lambda: pane.summary.text() == "6 ready, 2 failed, 1 not connected", timeout=5000)
    assert pane.retry.isVisible()
    assert many.window.actions_.retry_failed.isEnabled()


def test_a_filter_finds_names_problems_and_states_and_keeps_the_host_that_is_shown(many: WindowDriver) -> None:
    pane = many.window.host_pane
    many.window.hosts.select("srv00")
    pane.filter_edit.setText("failed")
    assert names(many) == ["SRV00", "SRV02", "SRV07"]
    pane.filter_edit.setText("reach srv07")
    assert names(many) == ["SRV00", "SRV07"]
    assert many.window.current.name == "SRV00"
    many.qtbot.keyClick(pane.filter_edit, Qt.Key.Key_Escape)
    assert len(names(many)) == 10


def test_a_host_that_is_filtered_away_can_still_be_shown(many: WindowDriver) -> None:
    many.window.hosts.select("srv00")
    many.window.host_pane.filter_edit.setText("failed")
    assert many.window.hosts.select("srv05")
    assert many.window.current.name == "SRV05"
    assert "SRV05" in names(many)


def test_hosts_are_grouped_by_state_with_headings(many: WindowDriver) -> None:
    many.window.host_pane.choose(HostSort.STATE)
    order = many.window.host_view.sort_model
    assert names(many)[1:4] == ["SRV02", "SRV07", "SRV00"]
    assert names(many)[-1] == "SRV04"
    headings = [order.group_of(order.index(row, 0)) for row in range(order.rowCount())]
    assert [heading for heading in headings if heading] == ["Failed", "Ready", "Not connected"]
    many.window.host_pane.choose(HostSort.OPENED)
    assert names(many)[1:] == [f"SRV{number:02}" for number in range(9)]


def test_several_hosts_are_disconnected_at_once(many: WindowDriver) -> None:
    view, flag = many.window.host_view, QItemSelectionModel.SelectionFlag
    many.window.hosts.select("srv00")
    for row in (2, 3):
        view.selectionModel().select(view.sort_model.index(row, 0), flag.Select)
    assert view.selected_keys() == ("srv00", "srv01", "srv02")
    many.window.actions_.disconnect.trigger()
    assert names(many)[1:] == [f"SRV{number:02}" for number in range(3, 9)]
    many.window.actions_.disconnect_all.trigger()
    assert names(many) == ["This computer"]


def test_the_menu_of_a_host_offers_what_can_be_done_with_it(many: WindowDriver) -> None:
    view = many.window.host_view
    many.window.hosts.select("srv00")
    view.customContextMenuRequested.emit(view.visualRect(view.currentIndex()).center())
    (menu,) = [menu for menu in view.findChildren(QMenu) if menu.isVisible()]
    actions = many.window.actions_
    assert {actions.refresh, actions.disconnect, actions.report, actions.compare} <= set(menu.actions())
    menu.close()


@pytest.fixture
def host() -> Iterator[PracticeProcess]:
    with PracticeProcess("reference-page") as made:
        yield made


def test_failed_hosts_are_read_again_together(driver: WindowDriver, host: PracticeProcess) -> None:
    host.console("vanish")
    session = driver.open(host)
    driver.settled()
    assert session.error is not None
    host.console("return")
    driver.qtbot.waitUntil(driver.window.actions_.retry_failed.isEnabled, timeout=5000)
    driver.window.actions_.retry_failed.trigger()
    assert driver.settled().error is None


def test_a_rejected_password_is_not_sent_again_with_the_others(driver: WindowDriver, host: PracticeProcess) -> None:
    session = driver.connect(host, password="wrong")
    assert session.error is not None
    driver.qtbot.waitUntil(driver.window.actions_.retry_failed.isEnabled, timeout=5000)
    driver.window.actions_.retry_failed.trigger()
    assert not session.state.is_busy


def test_open_hosts_come_back_unread_and_one_asks_for_its_password(
    open_driver: Callable[..., WindowDriver], host: PracticeProcess
) -> None:
    first = open_driver()
    session = first.connect(host)
    first.wait_noted()
    first.window.close()
    asked = host.console("counts")
    driver = open_driver()
    window = driver.window
    assert [row.data(ValueRole).key for row in (window.host_view.sort_model.index(1, 0),)] == [session.key]
    assert window.current is not None and window.current.key == session.key
    assert "hasn't been read" in driver.message()
    assert host.console("counts") == asked  # nothing was sent
    assert window.focusWidget() is window.stack.message.retry
    driver.qtbot.keyClick(window, Qt.Key.Key_Return)
    (dialog,) = driver.dialogs()
    assert dialog.form.login.user_edit.text() == host.account()[0]
    dialog.form.login.password_edit.setText(host.account()[1])
    dialog.connect_button.click()
    assert driver.settled().error is None
    assert len(driver.states()) == 1


def test_an_error_has_the_whole_pane_whatever_page_is_in_front(driver: WindowDriver, host: PracticeProcess) -> None:
    host.console("vanish")
    driver.open(host)
    driver.settled()
    window = driver.window
    for number in range(window.pages.count()):
        window.pages.setCurrentIndex(number)
        assert window.stack.message.isVisible()
        assert not window.pages.isVisible()
    host.console("return")
    window.stack.message.retry.click()
    driver.wait_quiet()
    assert window.pages.isVisible()
    assert window.pages.currentIndex() == window.pages.count() - 1


def test_after_a_failed_read_the_keyboard_is_at_try_again_and_then_at_the_table(
    driver: WindowDriver, host: PracticeProcess
) -> None:
    driver.open(host)
    driver.wait_quiet()
    window = driver.window
    assert window.focusWidget() is window.panel.table
    host.console("vanish")
    window.actions_.refresh.trigger()
    driver.settled()
    driver.qtbot.waitUntil(lambda: driver.session.error is not None, timeout=20_000)
    assert window.focusWidget() is window.stack.message.retry
    host.console("return")
    window.stack.message.retry.click()
    driver.qtbot.waitUntil(lambda: driver.session.error is None and driver.session.state.is_ready, timeout=20_000)
    assert window.focusWidget() is window.panel.table


def test_opening_a_host_that_only_stands_in_the_list_reads_it(driver: WindowDriver) -> None:
    window, practice = driver.window, driver.application.practice_session
    window.hosts.add_unread([practice("reference-page")], "practice:reference-page")
    assert window.current is not None
    assert window.current.state is SessionState.UNREAD
    window.hosts.open(practice("reference-page"))
    driver.qtbot.waitUntil(lambda: window.current is not None and window.current.snapshot is not None, timeout=30000)
    assert [session.name for session in window.open_hosts.sessions].count("reference-page") == 1


def test_a_menu_that_is_set_again_opens_once(many: WindowDriver) -> None:
    pane, view, actions = many.window.host_pane, many.window.host_view, many.window.actions_
    pane.set_menu([[actions.refresh]])
    view.customContextMenuRequested.emit(view.visualRect(view.currentIndex()).center())
    (menu,) = [menu for menu in view.findChildren(QMenu) if menu.isVisible()]
    assert actions.refresh in menu.actions()
    assert actions.disconnect not in menu.actions()
    menu.close()
