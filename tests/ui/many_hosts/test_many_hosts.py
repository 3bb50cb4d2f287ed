"""Several selected hosts are changed after one question, each with its own report and history."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QItemSelectionModel

from gatepost.endpoints.changes.edit import set_sddl
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.ui.many_hosts.dialog import ManyHostsDialog
from gatepost.ui.many_hosts.plan import HostPlan
from tests.practice.host_process import PracticeProcess
from tests.ui.desk import Desk


@pytest.fixture
def hosts() -> Iterator[list[PracticeProcess]]:
    with PracticeProcess("reference-page") as one, PracticeProcess("windows-server") as two:
        yield [one, two]


@pytest.fixture
def both(desk: Desk, hosts: list[PracticeProcess]) -> Desk:
    """A window on two hosts, both selected."""
    for host in hosts:
        desk.connect(host)
    view, flag = desk.window.host_view, QItemSelectionModel.SelectionFlag
    for row in range(1, view.order.rowCount()):
        view.selectionModel().select(view.order.index(row, 0), flag.Select)
    assert len(view.selected_keys()) == 2
    return desk


def asked(desk: Desk) -> ManyHostsDialog:
    assert desk.window.actions_.disable_many.isEnabled()
    desk.window.actions_.disable_many.trigger()
    dialog = desk.dialog(ManyHostsDialog)
    desk.qtbot.waitUntil(lambda: dialog.table.rows.rowCount() == 2, timeout=10_000)
    return dialog


def modes(desk: Desk) -> list[set[AccessMode]]:
    return [{e.reading.mode for e in s.snapshot.endpoints} for s in desk.window.open_hosts.sessions if s.snapshot]


def test_remoting_is_disabled_on_all_of_them_after_one_question(both: Desk) -> None:
    before = modes(both)
    dialog = asked(both)
    assert dialog.title_label.text() == "Disable remoting on 2 hosts?"
    assert "This includes you" in dialog.table.as_text() and "6 endpoints change" in dialog.table.as_text()
    assert dialog.focusWidget() is dialog.bottom.cancel
    dialog.reject()
    assert modes(both) == before
    dialog = asked(both)
    dialog.bottom.edit.setText("ticket 7")
    dialog.bottom.confirm.click()
    sessions = [s for s in both.window.open_hosts.sessions if s.snapshot is not None]
    both.qtbot.waitUntil(lambda: not any(AccessMode.REMOTE in found for found in modes(both)), timeout=20_000)
    for session in sessions:
        both.settled(session)
    written = both.journal.entries()
    assert {entry.host_name for entry in written} == {session.name for session in sessions}
    assert {entry.reason for entry in written} == {"ticket 7"}
    assert len({entry.batch for entry in written}) == 2  # each host can be reverted by itself


def test_a_host_with_pending_changes_is_left_alone_and_named(both: Desk) -> None:
    session = both.window.current
    assert session is not None and session.snapshot is not None
    first = session.snapshot.configurations[0]
    step = set_sddl(first, 0, "O:NSG:BAD:P(A;;GA;;;BA)")
    session.drafts.edit("Edit", step.edited)
    dialog = asked(both)
    assert dialog.title_label.text() == "Disable remoting on 1 host?"
    assert "Has pending changes" in dialog.table.as_text()
    dialog.bottom.confirm.click()
    other = next(s for s in both.window.open_hosts.sessions if s is not session and s.snapshot is not None)
    both.qtbot.waitUntil(
        lambda: AccessMode.REMOTE not in {e.reading.mode for e in other.snapshot.endpoints}, timeout=20_000
    )
    both.settled(other)
    assert {entry.host_name for entry in both.journal.entries()} == {other.snapshot.host.name}


def test_what_was_read_anew_meanwhile_is_not_what_was_confirmed(both: Desk) -> None:
    dialog = asked(both)
    plans: list[tuple[HostPlan, ...]] = []
    dialog.confirmed.disconnect()
    dialog.confirmed.connect(lambda found, _: plans.append(found))
    dialog.bottom.confirm.click()
    stale = plans[0][0].host.session
    stale.load()
    both.settled(stale)
    both.window.many_hosts._write((plans[0][0],), "")
    assert "weren't changed" in both.dialogs()[-1].title_label.text()
    assert both.journal.entries() == ()
    both.dialogs()[-1].close()
