"""Several selected hosts are changed after one question, each with its own report and history."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from gatepost.endpoints.changes.permission_edits import set_sddl
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.text import english
from gatepost.endpoints.writes.journal_entry import ApplyReport, Outcome, WriteOutcome
from gatepost.session.session_state import Change, SessionState
from gatepost.ui.bulk.action import BulkDisable
from gatepost.ui.bulk.dialog import BulkChangeDialog
from gatepost.ui.bulk.report_dialog import BulkReportDialog
from gatepost.ui.bulk.run import BulkReport
from gatepost.ui.main_window.result_controller import applied_words
from tests.practice.host_process import PracticeProcess
from tests.ui.bulk.bulk_driver import confirmed, question, with_all_selected
from tests.ui.window_driver import WindowDriver


@pytest.fixture
def hosts() -> Iterator[list[PracticeProcess]]:
    with PracticeProcess("reference-page") as one, PracticeProcess("windows-server") as two:
        yield [one, two]


@pytest.fixture
def both(driver: WindowDriver, hosts: list[PracticeProcess]) -> WindowDriver:
    """A window on two hosts, both selected."""
    return with_all_selected(driver, hosts)


def asked(driver: WindowDriver) -> BulkChangeDialog:
    return question(driver, driver.window.actions_.disable_many)


def modes(driver: WindowDriver) -> list[set[AccessMode]]:
    return [{e.mode_state.mode for e in s.snapshot.endpoints} for s in driver.window.open_hosts.sessions if s.snapshot]


def test_remoting_is_disabled_on_all_of_them_after_one_question(both: WindowDriver) -> None:
    before = modes(both)
    dialog = asked(both)
    assert dialog.title_label.text() == "Disable remoting on 2 hosts?"
    assert "This includes you" in dialog.table.as_text() and "6 endpoints change" in dialog.table.as_text()
    assert dialog.focusWidget() is dialog.cancel_button
    dialog.reject()
    assert modes(both) == before
    dialog = asked(both)
    dialog.reason_edit.setText("ticket 7")
    confirmed(both, dialog)
    assert not any(AccessMode.REMOTE in found for found in modes(both))
    assert both.window.status.message_label.text() == "Disable remoting: applied and verified on 2 hosts"
    sessions = [s for s in both.window.open_hosts.sessions if s.snapshot is not None]
    written = both.journal.entries()
    assert {entry.host_name for entry in written} == {session.name for session in sessions}
    assert {entry.reason for entry in written} == {"ticket 7"}
    assert len({entry.batch for entry in written}) == 2  # each host can be reverted by itself


def test_the_details_show_the_endpoints_of_the_selected_host(both: WindowDriver) -> None:
    dialog = asked(both)
    dialog.details.unfold()
    first = dialog.host_details.endpoints.as_text()
    assert "+ Deny" in first
    dialog.table.setCurrentIndex(dialog.table.rows.index(1, 0))
    assert dialog.host_details.endpoints.as_text() != first
    assert dialog.details.brief.text() == dialog.included[1].session.name
    dialog.reject()


def test_a_host_with_pending_changes_is_left_alone_and_named(both: WindowDriver) -> None:
    session, other = (each for each in both.window.open_hosts.sessions if each.snapshot is not None)
    first = session.snapshot.configurations[0]
    step = set_sddl(first, 0, "O:NSG:BAD:P(A;;GA;;;BA)")
    session.pending_changes.edit(step)
    dialog = asked(both)
    assert dialog.title_label.text() == "Disable remoting on 1 host?"
    assert "Has pending changes" in dialog.table.as_text()
    assert dialog.details.brief.text() == other.name  # the details are those of a host that is changed
    confirmed(both, dialog)
    assert AccessMode.REMOTE not in {e.mode_state.mode for e in other.snapshot.endpoints}
    assert {entry.host_name for entry in both.journal.entries()} == {other.snapshot.host.name}


def test_what_was_read_anew_meanwhile_is_not_what_was_confirmed(both: WindowDriver) -> None:
    dialog = asked(both)
    dialog.confirmed.disconnect()
    dialog.confirm_button.click()
    first = dialog.included[0]
    stale = first.session
    stale.load()
    both.settled(stale)
    both.window.bulk_changes._write(BulkDisable(), (first,), "")
    report = both.dialog(BulkReportDialog)
    assert report.summary_label.text() == "0 of 1 host done as planned"
    assert "Refreshed since the change was planned" in report.table.as_text()
    assert both.journal.entries() == ()
    report.close()


def test_a_window_closed_meanwhile_goes_once_all_hosts_are_done(both: WindowDriver) -> None:
    asked(both).confirm_button.click()
    both.window.close()
    assert both.window.isVisible()
    assert "will close when it's done" in both.window.banner.text()
    both.qtbot.waitUntil(lambda: not both.window.isVisible(), timeout=30_000)
    assert both.dialogs() == []
    assert not any(AccessMode.REMOTE in found for found in modes(both))


def test_a_window_closed_meanwhile_stays_where_any_host_needs_attention(both: WindowDriver) -> None:
    dialog = asked(both)
    stale = dialog.included[0].session
    stale.load()
    both.settled(stale)
    dialog.confirm_button.click()  # the first host is left alone at once, the other one is written to
    both.window.close()
    report = both.dialog(BulkReportDialog)
    assert both.window.isVisible()
    assert report.summary_label.text() == "1 of 2 hosts done as planned"
    report.close()
    assert "will close" not in both.window.banner.text()


def test_a_host_that_is_read_again_after_its_write_stays_connected_until_it_has_reported(both: WindowDriver) -> None:
    dialog = asked(both)
    session = dialog.included[0].session
    closed: list[bool] = []

    def disconnect(_: Change) -> None:
        if session.state is SessionState.VERIFYING and not closed:
            closed.append(both.window.hosts.close(session))

    session.changed.connect(disconnect)
    confirmed(both, dialog)
    assert closed == [False]
    assert not both.window.bulk_changes.covers(session.key)
    assert both.window.status.message_label.text() == "Disable remoting: applied and verified on 2 hosts"


def test_a_host_that_was_disconnected_before_its_write_is_named_and_the_others_are_changed(both: WindowDriver) -> None:
    dialog = asked(both)
    gone, other = (plan.session for plan in dialog.included)
    assert both.window.open_hosts.close(gone)
    confirmed(both, dialog)
    report = both.dialog(BulkReportDialog)
    assert report.summary_label.text() == "1 of 2 hosts done as planned"
    assert "Not connected" in report.table.as_text()
    assert [report.table.rows.text(row, 0) for row in (0, 1)] == [gone.name, other.name]  # as the question named them
    assert other.snapshot is not None
    assert {entry.host_name for entry in both.journal.entries()} == {other.snapshot.host.name}
    report.close()


def test_cancel_reaches_the_hosts_that_are_still_asked(both: WindowDriver, hosts: list[PracticeProcess]) -> None:
    hosts[0].console("delay 30")
    both.window.actions_.disable_many.trigger()
    dialog = both.dialog(BulkChangeDialog)
    assert not dialog.confirm_button.isEnabled()
    assert "Reading..." in dialog.table.as_text()
    dialog.cancel_button.click()
    hosts[0].console("delay 0")
    session = both.window.open_hosts.sessions[1]
    session.load()  # its lane is free at once
    both.settled(session)
    assert session.error is None


def test_hosts_on_which_nothing_had_to_be_changed_are_counted_by_themselves(both: WindowDriver) -> None:
    identity = next(s.snapshot.host for s in both.window.open_hosts.sessions if s.snapshot)
    changed = ApplyReport(identity, english("a"), (WriteOutcome("x", Outcome.CHANGED, english("."), fulfilled=True),))
    same = ApplyReport(identity, english("a"), (WriteOutcome("x", Outcome.UNCHANGED, english("."), fulfilled=True),))
    for reports, words in (
        ((changed, changed), "Act: applied and verified on 2 hosts"),
        ((same, same), "Act: no change needed on 2 hosts"),
        ((changed, same), "Act: applied and verified on 1 of 2 hosts, no change needed on the others"),
    ):
        assert applied_words(BulkReport(english("Act"), tuple(each.host.name for each in reports), reports)) == words
