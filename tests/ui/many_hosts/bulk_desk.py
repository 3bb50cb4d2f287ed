"""What a user does with several hosts at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtGui import QAction

from gatepost.endpoints.changes.bulk import GrantKind
from gatepost.session.host_session import HostSession
from gatepost.ui.many_hosts.dialog import ManyHostsDialog
from gatepost.ui.many_hosts.grant_dialog import ManyGrantDialog
from tests.practice.host_process import PracticeProcess
from tests.ui.desk import Desk


def select_all(desk: Desk, count: int) -> None:
    """Select every host of the list but this computer."""
    view, flag = desk.window.host_view, QItemSelectionModel.SelectionFlag
    for row in range(1, view.order.rowCount()):
        view.selectionModel().select(view.order.index(row, 0), flag.Select)
    assert len(view.selected_keys()) == count


def with_all_selected(desk: Desk, hosts: Sequence[PracticeProcess]) -> Desk:
    """Connect to hosts and select them all."""
    for host in hosts:
        desk.connect(host)
    select_all(desk, len(hosts))
    return desk


def sessions(desk: Desk) -> list[HostSession]:
    """The hosts that have been read."""
    return [session for session in desk.window.open_hosts.sessions if session.snapshot is not None]


def question(desk: Desk, action: QAction) -> ManyHostsDialog:
    """Ask for an action, and wait until it is known of every host what would be done there."""
    assert action.isEnabled()
    action.trigger()
    return planned(desk)


def granted(desk: Desk, who: str, endpoint: str, wish: GrantKind = GrantKind.GRANT) -> ManyHostsDialog:
    """Fill the form about rights, and go on to the question."""
    desk.window.actions_.grant_many.trigger()
    form = desk.dialog(ManyGrantDialog)
    desk.qtbot.keyClicks(form.principal, who)
    form.fields.wishes[wish].click()
    form.endpoint.setCurrentIndex(form.endpoint.findData(endpoint))
    form.continue_button.click()
    return planned(desk)


def planned(desk: Desk) -> ManyHostsDialog:
    """Wait for the question."""
    dialog = desk.dialog(ManyHostsDialog)
    desk.qtbot.waitUntil(lambda: not dialog.effect_label.text().startswith("Evaluating"), timeout=20_000)
    return dialog


def confirmed(desk: Desk, dialog: ManyHostsDialog) -> None:
    """Confirm, and wait until every host has been read again."""
    with desk.qtbot.waitSignal(desk.window.many_hosts.ended, timeout=30_000):
        dialog.bottom.confirm.click()
    for session in sessions(desk):
        desk.settled(session)
