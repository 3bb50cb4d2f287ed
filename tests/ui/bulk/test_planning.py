"""Planning on many hosts shows answers that come close together once, and plans no host twice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMetaMethod, QObject

from gatepost.backend.host.host import Host
from gatepost.endpoints.changes.pending_change import PendingChange, pending_change_set
from gatepost.endpoints.changes.rights_action import RightsAction
from gatepost.endpoints.host_kind import HostKind
from gatepost.endpoints.writes.journal_entry import Outcome
from gatepost.models.roles import Tone
from gatepost.security import AccessMask
from gatepost.ui.bulk.action import BulkDisable, Proposal
from gatepost.ui.bulk.dialog import BulkChangeDialog
from gatepost.ui.bulk.grant import BulkGrant
from gatepost.ui.bulk.plan import READING, BulkPlanning, ChosenHost, HostPlan, planned
from gatepost.ui.bulk.run import BulkRun
from gatepost.work import Cancelled
from tests.practice.host_process import PracticeProcess
from tests.ui.bulk.bulk_driver import confirmed, question, select_all
from tests.ui.bulk.sessions import ReadSessions, session_of
from tests.ui.sign import shows_sign
from tests.ui.window_driver import WindowDriver

SAME = "The same host as in another row."
OVER_HTTP, OVER_HTTPS = "http://srv01:5985", "https://srv01:5986"


@pytest.fixture
def host() -> Iterator[PracticeProcess]:
    with PracticeProcess() as process:
        yield process


@pytest.fixture
def sessions(qapp: QObject, host: PracticeProcess, tmp_path: Path) -> Iterator[ReadSessions]:
    made = ReadSessions(host, tmp_path)
    yield made
    made.close()


def test_answers_that_come_close_together_are_shown_once(sessions: ReadSessions, qapp: QObject, qtbot) -> None:
    hosts = [sessions.make(f"key{number}", f"srv{number}") for number in range(5)]
    planning, told = BulkPlanning(BulkDisable(), hosts, qapp), []
    planning.changed.connect(lambda: told.append([plan.change is not None for plan in planning.plans].count(True)))
    planning.start()
    asked(qtbot, sessions, 5)
    sessions.runner.run_next()
    sessions.runner.run_next()
    assert told == [0]
    qtbot.waitUntil(lambda: told == [0, 2])
    sessions.runner.run_next()
    sessions.runner.run_all()
    assert told == [0, 2, 5]  # the last answer is shown at once
    assert planning.is_done


def test_nothing_is_told_once_it_is_canceled(sessions: ReadSessions, qapp: QObject, qtbot) -> None:
    hosts = [sessions.make(f"key{number}", f"srv{number}") for number in range(2)]
    planning = BulkPlanning(BulkDisable(), hosts, qapp)
    planning.start()
    asked(qtbot, sessions, 2)
    sessions.runner.run_next()
    planning.cancel()
    with qtbot.assertNotEmitted(planning.changed, wait=400):
        sessions.runner.run_all()


def test_the_row_and_the_place_stay_while_hosts_answer(sessions: ReadSessions, qtbot) -> None:
    hosts = [sessions.make(f"key{number}", f"srv{number}") for number in range(24)]
    dialog = BulkChangeDialog(BulkDisable())
    dialog.setMaximumHeight(520)  # as on a small screen
    qtbot.addWidget(dialog)
    planning = BulkPlanning(BulkDisable(), hosts, dialog)
    planning.changed.connect(lambda: dialog.show_plans(planning.plans, is_done=planning.is_done))
    planning.start()
    dialog.show()
    qtbot.waitExposed(dialog)
    asked(qtbot, sessions, 24)
    table = dialog.table
    table.setCurrentIndex(table.rows.index(3, 0))
    bar = table.verticalScrollBar()
    bar.setValue(bar.maximum() // 2 + 5)
    top = table.rowAt(0)
    place = top, table.rowViewportPosition(top)
    assert top > 4
    for _ in range(12):
        sessions.runner.run_next()
    qtbot.waitUntil(lambda: "Reading..." not in table.rows.text(11, 2))
    assert (table.rowAt(0), table.rowViewportPosition(top)) == place
    assert table.current_row() == 3 and table.selectionModel().isRowSelected(3)
    assert not dialog.confirm_button.isEnabled()
    sessions.runner.run_all()
    assert (table.rowAt(0), table.rowViewportPosition(top)) == place
    assert table.current_row() == 3 and dialog.details.brief.text() == "srv3"
    assert dialog.confirm_button.isEnabled() and len(dialog.included) == 24
    assert dialog.title_label.text() == "Disable remoting on 24 hosts?"
    rows = range(top, table.rowAt(table.viewport().height() - 1))
    assert all(table.rowHeight(row) > 3 * table.fontMetrics().height() for row in rows)  # as high as what they say now


def test_what_only_the_host_can_tell_is_asked_about_in_red(sessions: ReadSessions, qtbot) -> None:
    session = sessions.make("key", "srv1")
    of = session.snapshot
    limited = of.configurations[0].with_sddls((f"{of.endpoints[0].governing_sddls[0]}(FL;;GX;;;WD;(@User.a == 1))",))
    proposal = Proposal(of, pending_change_set(of, [PendingChange(of.configurations[0], limited)]))
    action = BulkGrant("Operator", RightsAction.GRANT, AccessMask(0x20000000))
    plan = planned(action, ChosenHost(session, of), proposal)
    dialog = BulkChangeDialog(action)
    qtbot.addWidget(dialog)
    dialog.show_plans([HostPlan(session, READING)], is_done=False)
    assert shows_sign(dialog, "help-circle-outline", Tone.MUTED)
    dialog.show_plans([plan], is_done=True)
    assert shows_sign(dialog, "lan-disconnect", Tone.DENY)
    assert dialog.confirm_button.property("tone") == "danger"
    dialog.details.unfold()
    folds = dialog.host_details.access.losses, dialog.host_details.access.gains
    assert [fold.as_text() for fold in folds] == [
        "It isn't fully known who loses access.",
        "It isn't fully known who gains access.",
    ]


def asked(qtbot, sessions: ReadSessions, count: int) -> None:
    """Wait until as many hosts are asked, which happens a few at a time."""
    qtbot.waitUntil(lambda: len(sessions.runner.pending) == count)


def included(planning: BulkPlanning) -> list[bool]:
    return [plan.change is not None for plan in planning.plans]


@pytest.mark.parametrize(("name", "kind"), [("SRV01", HostKind.REMOTE), ("srv01", HostKind.THIS_COMPUTER)])
def test_a_host_of_two_rows_is_planned_once(
    sessions: ReadSessions, qapp: QObject, qtbot, name: str, kind: HostKind
) -> None:
    hosts = [sessions.make(OVER_HTTP, "srv01"), sessions.make("other", name, kind), sessions.make("third", "srv02")]
    planning = BulkPlanning(BulkDisable(), hosts, qapp)
    planning.start()
    asked(qtbot, sessions, 2)
    sessions.runner.run_all()
    assert included(planning) == [True, False, True]
    assert str(planning.plans[1].left_alone) == SAME


def test_a_row_whose_host_is_left_alone_in_another_one_is_planned(sessions: ReadSessions, qapp: QObject, qtbot) -> None:
    hosts = [sessions.make(OVER_HTTP, "srv01"), sessions.make(OVER_HTTPS, "srv01")]
    hosts[0].read_only = True
    planning = BulkPlanning(BulkDisable(), hosts, qapp)
    planning.start()
    asked(qtbot, sessions, 1)
    sessions.runner.run_all()
    assert included(planning) == [False, True]


@pytest.mark.parametrize(
    ("ending", "reason"),
    [
        (Cancelled, "Reading was canceled."),
        (ZeroDivisionError, "Unexpected error in Gatepost while reading srv01. Refresh to try again."),
    ],
)
def test_a_question_that_was_canceled_and_a_bug_are_called_so(
    sessions: ReadSessions,
    qapp: QObject,
    qtbot,
    monkeypatch: pytest.MonkeyPatch,
    ending: type[BaseException],
    reason: str,
) -> None:
    reported: list[type[BaseException]] = []
    monkeypatch.setattr("sys.excepthook", lambda kind, *_: reported.append(kind))
    session = sessions.make("key", "srv01")

    def read(_: object) -> None:
        raise ending

    monkeypatch.setattr(session._source.host, "read_snapshot", read)
    planning = BulkPlanning(BulkDisable(), [session], qapp)
    planning.start()
    asked(qtbot, sessions, 1)
    sessions.runner.run_all()
    assert planning.is_done and str(planning.plans[0].left_alone) == reason
    assert reported == ([] if ending is Cancelled else [ending])


def test_a_write_that_crashes_is_told_as_one_of_which_nothing_is_known(
    sessions: ReadSessions, qapp: QObject, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = sessions.make("key", "srv01")
    planning = BulkPlanning(BulkDisable(), [session], qapp)
    planning.start()
    asked(qtbot, sessions, 1)
    sessions.runner.run_all()
    assert planning.plans[0].change is not None
    monkeypatch.setattr("sys.excepthook", lambda *_: None)
    monkeypatch.setattr(Host, "apply", lambda *_: 1 // 0)
    run, told = BulkRun(BulkDisable(), [planning.plans[0].change], "", qapp), []
    run.ended.connect(told.append)
    run.start()
    asked(qtbot, sessions, 1)
    sessions.runner.run_all()
    (report,) = told[0].reports
    assert report.count(Outcome.UNKNOWN) == 1
    assert not session.isSignalConnected(QMetaMethod.fromSignal(session.applied))  # nor does a later write end it


def test_practice_hosts_of_the_same_name_are_different_hosts(sessions: ReadSessions, qapp: QObject, qtbot) -> None:
    hosts = [sessions.make(f"practice:{number}", "srv01", HostKind.PRACTICE) for number in range(2)]
    planning = BulkPlanning(BulkDisable(), hosts, qapp)
    planning.start()
    asked(qtbot, sessions, 2)
    sessions.runner.run_all()
    assert included(planning) == [True, True]


def test_a_host_of_two_rows_is_written_and_recorded_once(driver: WindowDriver, host: PracticeProcess) -> None:
    for key in (OVER_HTTP, OVER_HTTPS):
        session = session_of(host, driver.journal, driver.application.runner, key, "srv01")
        driver.window.hosts.open(session)
        driver.settled(session)
    select_all(driver, 2)
    dialog = question(driver, driver.window.actions_.disable_many)
    assert dialog.title_label.text() == "Disable remoting on 1 host?"
    assert dialog.count_label.text() == "1 host isn't changed"
    assert SAME in dialog.table.as_text()
    confirmed(driver, dialog)
    written = [entry.subject for entry in driver.journal.entries()]
    assert written and len(written) == len(set(written))
