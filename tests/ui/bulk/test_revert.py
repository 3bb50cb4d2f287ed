"""The last change of several hosts is reverted after one question; where that would be a guess, a host is left alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from gatepost.endpoints.changes.permission_edits import set_sddl
from gatepost.endpoints.changes.remoting import set_access_mode
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.text import english
from gatepost.endpoints.writes.journal_entry import JournalEntry, Outcome, WriteOutcome
from gatepost.ui.bulk.report_dialog import BulkReportDialog
from gatepost.ui.confirm.dialog import ConfirmDialog
from gatepost.ui.confirm.report_dialog import ReportDialog
from gatepost.ui.history.three_way_dialog import ThreeWayDialog
from tests.practice.host_process import PracticeProcess
from tests.ui.bulk.bulk_driver import confirmed, planned, question, sessions, with_all_selected
from tests.ui.window_driver import WindowDriver

FIRST = "microsoft.powershell"


@pytest.fixture
def hosts() -> Iterator[list[PracticeProcess]]:
    with (
        PracticeProcess("reference-page") as one,
        PracticeProcess("reference-page") as two,
        PracticeProcess("reference-page") as three,
    ):
        yield [one, two, three]


@pytest.fixture
def disabled(driver: WindowDriver, hosts: list[PracticeProcess]) -> WindowDriver:
    """A window on three hosts that were disabled together, all selected."""
    with_all_selected(driver, hosts)
    confirmed(driver, question(driver, driver.window.actions_.disable_many))
    return driver


def states(host: PracticeProcess) -> object:
    return host.console("endpoints")["endpoints"]


def rows(driver: WindowDriver, table) -> dict[str, str]:
    """Return what the table says of each host, by its name."""
    model = table.rows
    return {model.text(row, 0): "\n".join((model.text(row, 1), model.text(row, 2))) for row in range(model.rowCount())}


def test_the_status_bar_leads_back_on_all_hosts_that_were_changed(
    driver: WindowDriver, hosts: list[PracticeProcess]
) -> None:
    before = [states(host) for host in hosts]
    with_all_selected(driver, hosts)
    confirmed(driver, question(driver, driver.window.actions_.disable_many))
    assert [states(host) for host in hosts] != before
    driver.window.status.revert.click()
    dialog = planned(driver)
    assert dialog.title_label.text() == "Revert the last change on 3 hosts?"
    assert dialog.confirm_button.text().replace("&", "") == "Revert on 3 hosts"
    assert dialog.focusWidget() is dialog.cancel_button
    for said in rows(driver, dialog.table).values():
        assert said.startswith("Revert: Disable remoting, applied ") and "6 endpoints change" in said
        assert "Gain access: " in said
    dialog.reason_edit.setText("ticket 8")
    confirmed(driver, dialog)
    assert [states(host) for host in hosts] == before
    assert driver.window.status.message_label.text() == "Revert the last change: applied and verified on 3 hosts"
    reverts = [entry for entry in driver.journal.entries() if entry.reverts]
    assert {entry.host_name for entry in reverts} == {session.name for session in sessions(driver)}
    assert len({entry.batch for entry in reverts}) == 3 and {entry.reason for entry in reverts} == {"ticket 8"}
    driver.window.status.revert.click()
    again = planned(driver)
    assert all(", reverted " in said for said in rows(driver, again.table).values())
    again.reject()


def test_ctrl_z_leads_back_on_all_hosts_until_the_shown_one_is_changed_by_itself(disabled: WindowDriver) -> None:
    window = disabled.window
    disabled.select_host(3)
    disabled.press(Qt.Key.Key_Z)
    dialog = planned(disabled)
    assert dialog.title_label.text() == "Revert the last change on 3 hosts?"
    dialog.reject()
    last = window.current
    assert last is not None and last.snapshot is not None
    disabling = set_access_mode(last.snapshot, [FIRST], AccessMode.DISABLED)
    last.write(lambda host, context: host.apply(disabling, "", context))
    disabled.settled(last)
    disabled.press(Qt.Key.Key_Z)
    own = disabled.dialog(ConfirmDialog)
    assert own.title_label.text() == f'Revert "Set {FIRST} to Disabled" on {last.name}?'
    own.reject()
    disabled.select_host(1)
    disabled.press(Qt.Key.Key_Z)
    dialog = planned(disabled)
    assert len(dialog.included) == 2
    assert rows(disabled, dialog.table)[last.name].startswith("-\nChanged again since:")
    dialog.reject()


def test_ctrl_z_on_a_host_that_was_left_alone_offers_its_own_revert(
    disabled: WindowDriver, hosts: list[PracticeProcess]
) -> None:
    foreign = hosts[2].sddl(FIRST).replace("(A;;GA;;;BA)", "(A;;GA;;;BA)(A;;GX;;;IU)")
    hosts[2].console("set-sddl", FIRST, foreign)
    disabled.select_host(3)
    disabled.press(Qt.Key.Key_Z)
    dialog = planned(disabled)
    assert len(dialog.included) == 2
    confirmed(disabled, dialog)
    disabled.select_host(3)
    disabled.press(Qt.Key.Key_Z)
    disabled.dialog(ThreeWayDialog).reject()


def test_a_host_that_was_changed_again_or_does_not_answer_is_left_alone_and_says_why(
    disabled: WindowDriver, hosts: list[PracticeProcess]
) -> None:
    foreign = hosts[0].sddl(FIRST).replace("(A;;GA;;;BA)", "(A;;GA;;;BA)(A;;GX;;;IU)")
    hosts[0].console("set-sddl", FIRST, foreign)
    hosts[1].console("vanish")
    at_first = states(hosts[0])
    dialog = question(disabled, disabled.window.actions_.revert_many)
    assert dialog.title_label.text() == "Revert the last change on 1 host?"
    assert dialog.count_label.text() == "2 hosts aren't changed"
    one, two, three = (session.name for session in sessions(disabled))
    said = rows(disabled, dialog.table)
    assert said[one] == f"-\nChanged again since: {FIRST}. Revert it on this host by itself, from History."
    assert said[two].startswith(f"-\n{two} refuses the connection.")
    assert said[three].startswith("Revert: Disable remoting")
    confirmed(disabled, dialog)
    assert states(hosts[0]) == at_first
    hosts[1].console("return")
    assert "(D;;GA;;;NU)" in hosts[1].sddl(FIRST) and "(D;;GA;;;NU)" not in hosts[2].sddl(FIRST)


def test_pending_changes_read_only_and_busy_hosts_are_left_alone(
    disabled: WindowDriver, hosts: list[PracticeProcess]
) -> None:
    one, two, three = sessions(disabled)
    held = one.snapshot.configurations[0]
    one.pending_changes.edit(set_sddl(held, 0, held.sddl.replace("S:P", "(A;;GX;;;RM)S:P")))
    two.lock(read_only=True)
    hosts[2].console("delay 0.5")
    three.load()
    dialog = question(disabled, disabled.window.actions_.revert_many)
    said = rows(disabled, dialog.table)
    assert "Has pending changes" in said[one.name]
    assert "Read-only" in said[two.name]
    assert "Busy" in said[three.name]
    assert dialog.confirm_button.isHidden() and not dialog.included
    dialog.reject()
    hosts[2].console("delay 0")
    disabled.settled(three)


def test_a_failure_in_the_middle_leaves_the_others_done_and_is_reported(
    disabled: WindowDriver, hosts: list[PracticeProcess]
) -> None:
    dialog = question(disabled, disabled.window.actions_.revert_many)
    assert len(dialog.included) == 3
    hosts[1].console("vanish")
    foreign = hosts[0].sddl(FIRST).replace("(A;;GA;;;BA)", "(A;;GA;;;BA)(A;;GX;;;IU)")
    hosts[0].console("set-sddl", FIRST, foreign)
    confirmed(disabled, dialog)
    report = disabled.dialog(BulkReportDialog)
    one, two, three = (session.name for session in sessions(disabled))
    assert report.summary_label.text() == "1 of 3 hosts done as planned"
    said = rows(disabled, report.table)
    assert "1 conflict" in said[one] and FIRST in said[one]
    assert said[two].startswith("6 unchanged") and "6 changed" in said[three]
    assert "(D;;GA;;;NU)" not in hosts[2].sddl(FIRST) and hosts[0].sddl(FIRST) == foreign
    assert report.table.rows.text(2, 0) == three  # what needs attention comes first
    report.table.setCurrentIndex(report.table.rows.index(0, 0))
    report.open_button.click()
    own = disabled.dialog(ReportDialog)
    assert own.report.host.name == report.table.rows.text(0, 0)
    own.close()
    hosts[1].console("return")
    report.revert_button.click()
    again = planned(disabled)
    assert sorted(plan.session.name for plan in again.included) == sorted([one, three])
    again.reject()


def test_from_a_report_nothing_is_reverted_but_what_it_tells_of(
    disabled: WindowDriver, hosts: list[PracticeProcess]
) -> None:
    window = disabled.window
    window.status.details.click()
    report = disabled.dialog(BulkReportDialog)
    assert report.summary_label.text() == "3 of 3 hosts done as planned"
    first = sessions(disabled)[0]
    disabling = set_access_mode(first.snapshot, [FIRST], AccessMode.DISABLED)
    first.write(lambda host, context: host.apply(disabling, "", context))
    disabled.settled(first)
    report.revert_button.click()
    dialog = planned(disabled)
    said = rows(disabled, dialog.table)
    assert said[first.name].startswith(f"-\nChanged again since: Set {FIRST} to Disabled.")
    assert len(dialog.included) == 2
    dialog.reject()


def test_an_action_that_left_nothing_does_not_have_the_one_before_it_reverted(
    disabled: WindowDriver, hosts: list[PracticeProcess]
) -> None:
    """It's the last change that is asked about: of an older one nobody thinks."""
    dialog = question(disabled, disabled.window.actions_.revert_many)
    hosts[1].console("vanish")
    confirmed(disabled, dialog)
    disabled.dialog(BulkReportDialog).close()
    hosts[1].console("return")
    two = sessions(disabled)[1]
    two.load()
    disabled.settled(two)
    dialog = question(disabled, disabled.window.actions_.revert_many)
    said = rows(disabled, dialog.table)
    assert said[two.name] == "-\nThe last change left nothing here to revert: Revert: Disable remoting."
    assert [plan.session.name for plan in dialog.included] == [s.name for s in sessions(disabled) if s is not two]
    assert all(text.startswith("Reapply: ") for name, text in said.items() if name != two.name)
    dialog.reject()


def test_a_host_whose_last_change_is_not_settled_is_left_alone(disabled: WindowDriver) -> None:
    one = sessions(disabled)[0]
    entry: JournalEntry = next(e for e in disabled.journal.entries() if e.host == one.key)
    disabled.journal.record_end(entry.id, WriteOutcome(entry.subject, Outcome.UNKNOWN, english("No answer.")))
    dialog = question(disabled, disabled.window.actions_.revert_many)
    said = rows(disabled, dialog.table)[one.name]
    assert said == (
        "-\nIt isn't known what the last change left here: Disable remoting. Open History and select Check again."
    )
    dialog.reject()
