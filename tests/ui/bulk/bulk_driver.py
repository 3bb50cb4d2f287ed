"""What a user does with several hosts at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtGui import QAction

from gatepost.endpoints.changes.rights_action import RightsAction
from gatepost.session.host_session import HostSession
from gatepost.ui.bulk.dialog import BulkChangeDialog
from gatepost.ui.bulk.grant_dialog import BulkGrantDialog
from tests.practice.host_process import PracticeProcess
from tests.ui.window_driver import WindowDriver


def select_all(driver: WindowDriver, count: int) -> None:
    """Select every host of the list but this computer."""
    view, flag = driver.window.host_view, QItemSelectionModel.SelectionFlag
    for row in range(1, view.sort_model.rowCount()):
        view.selectionModel().select(view.sort_model.index(row, 0), flag.Select)
    assert len(view.selected_keys()) == count


def with_all_selected(driver: WindowDriver, hosts: Sequence[PracticeProcess]) -> WindowDriver:
    """Connect to hosts and select them all."""
    for host in hosts:
        driver.connect(host)
    select_all(driver, len(hosts))
    return driver


def sessions(driver: WindowDriver) -> list[HostSession]:
    """The hosts that have been read."""
    return [session for session in driver.window.open_hosts.sessions if session.snapshot is not None]


def question(driver: WindowDriver, action: QAction) -> BulkChangeDialog:
    """Ask for an action, and wait until it is known of every host what would be done there."""
    assert action.isEnabled()
    action.trigger()
    return planned(driver)


def granted(
    driver: WindowDriver, who: str, endpoint: str, rights_action: RightsAction = RightsAction.GRANT
) -> BulkChangeDialog:
    """Fill the form about rights, and go on to the question."""
    driver.window.actions_.grant_many.trigger()
    form = driver.dialog(BulkGrantDialog)
    driver.qtbot.keyClicks(form.principal, who)
    form.fields.actions_by_button[rights_action].click()
    form.endpoint.setCurrentIndex(form.endpoint.findData(endpoint))
    form.continue_button.click()
    return planned(driver)


def planned(driver: WindowDriver) -> BulkChangeDialog:
    """Wait for the question."""
    dialog = driver.dialog(BulkChangeDialog)
    driver.qtbot.waitUntil(lambda: not dialog.effect_label.text().startswith("Evaluating"), timeout=20_000)
    return dialog


def confirmed(driver: WindowDriver, dialog: BulkChangeDialog) -> None:
    """Confirm, and wait until every host has been read again."""
    with driver.qtbot.waitSignal(driver.window.bulk_changes.ended, timeout=30_000):
        dialog.confirm_button.click()
    for session in sessions(driver):
        driver.settled(session)
