"""A session tells of everything that changed at the same time once, and by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject

from gatepost.endpoints.changes import permission_edits
from gatepost.endpoints.configuration.principal import Principal
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.host_kind import HostKind
from gatepost.endpoints.text import english
from gatepost.endpoints.writes.journal_entry import ApplyReport
from gatepost.security import Accounts, Sid
from gatepost.session.host_session import HostSession
from gatepost.session.open_hosts import OpenHosts
from gatepost.session.reading import HostSource
from gatepost.session.session_state import Change, SessionState
from gatepost.work import Cancelled, WorkContext
from tests.jobs.manual_runner import ManualRunner
from tests.models.documents import endpoint, snapshot


class Source(HostSource):
    """Gives what ``read`` makes."""

    host = None

    def __init__(self, read: Callable[[], HostSnapshot]) -> None:
        self.read = read

    def open(self, context: WorkContext) -> None:
        pass

    def read_snapshot(self, context: WorkContext) -> HostSnapshot:
        return self.read()

    def close(self) -> None:
        pass

    def banner(self) -> str:
        return ""


class Connected(Source):
    """Can be written to; once it is closed, a reading stops before it begins."""

    host = object()  # type: ignore[assignment]
    is_closed = False

    def open(self, context: WorkContext) -> None:
        if self.is_closed:
            raise Cancelled

    def close(self) -> None:
        self.is_closed = True


def make(read: Callable[[], HostSnapshot]) -> tuple[HostSession, ManualRunner, list[Change]]:
    runner, seen = ManualRunner(), []
    session = HostSession("srv01", "SRV01", HostKind.REMOTE, Source(read), runner)
    session.changed.connect(seen.append)
    return session, runner, seen


def test_a_reading_is_told_once_when_it_begins_and_once_when_it_has_ended(qapp: QObject) -> None:
    session, runner, seen = make(lambda: snapshot(endpoint("a")))
    session.load()
    runner.run_next()
    assert seen == [Change.ACTIVITY, Change.ACTIVITY | Change.SNAPSHOT | Change.ERROR]
    assert session.state.is_ready


def test_a_failure_leaves_the_snapshot_and_says_what_is_wrong(qapp: QObject) -> None:
    def fails() -> HostSnapshot:
        raise HostError(english("It is gone."))

    session, runner, seen = make(fails)
    session.load()
    runner.run_next()
    assert seen[1:] == [Change.ACTIVITY | Change.ERROR]
    assert str(session.error) == "It is gone."


def test_a_reading_that_crashes_is_reported_and_can_be_tried_again(
    qapp: QObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported: list[type[BaseException]] = []
    monkeypatch.setattr("sys.excepthook", lambda kind, *_: reported.append(kind))
    session, runner, _ = make(lambda: 1 // 0)  # type: ignore[arg-type, return-value]
    session.load()
    runner.run_next()
    assert reported == [ZeroDivisionError]
    assert session.error is not None and "Unexpected error" in str(session.error)
    assert session.state.is_at_rest
    session._source.read = lambda: snapshot(endpoint("a"))  # type: ignore[attr-defined]
    session.load()
    runner.run_next()
    assert session.state.is_ready


def test_the_first_reading_is_told_apart_from_the_later_ones(qapp: QObject) -> None:
    session, runner, _ = make(lambda: snapshot(endpoint("a")))
    first: list[object] = []
    session.first_read.connect(lambda: first.append(session.snapshot))
    for _ in range(2):
        session.load()
        runner.run_next()
    assert len(first) == 1 and first[0] is not None


def test_locking_is_a_change_of_access_alone(qapp: QObject) -> None:
    session, _, seen = make(lambda: snapshot())
    session.lock(read_only=True)
    assert (session.read_only, seen) == (True, [Change.ACCESS])


def test_a_write_is_reported_also_where_the_reading_after_it_is_stopped(qapp: QObject) -> None:
    runner, told, held = ManualRunner(), [], snapshot(endpoint("a"))
    session = HostSession("srv01", "SRV01", HostKind.REMOTE, Connected(lambda: held), runner)
    session.applied.connect(told.append)
    report = ApplyReport(held.host, english("Edit"), ())
    session.write(lambda host, context: report)
    while session.state is not SessionState.VERIFYING:
        runner.run_next()
    session.close()
    runner.run_all()
    assert told == [report]
    assert session.state.is_at_rest


def test_a_host_is_disconnected_only_once_its_write_has_been_reported(qapp: QObject) -> None:
    runner, hosts, held = ManualRunner(), OpenHosts(), snapshot(endpoint("a"))
    session = HostSession("srv01", "SRV01", HostKind.REMOTE, Connected(lambda: held), runner)
    hosts.add(session)
    session.write(lambda host, context: ApplyReport(held.host, english("Edit"), ()))
    for state in (SessionState.WRITING, SessionState.VERIFYING):
        assert session.state is state
        assert not session.is_closable and not hosts.close(session)
        runner.run_next()
    assert session.is_closable and hosts.close(session)


def test_a_learned_name_is_told_once_and_leaves_pending_changes_as_they_are(qapp: QObject) -> None:
    session, runner, seen = make(lambda: snapshot(endpoint("a")))
    session.load()
    runner.run_next()
    held = session.pending_changes.configuration("a")
    assert held is not None
    session.pending_changes.edit(permission_edits.set_sddl(held, 0, "O:NSG:BAD:P(A;;GX;;;S-1-5-21-1-2-3-1001)"))
    pending_change = session.pending_changes.pending_change("a")
    seen.clear()
    session.learn(Principal("S-1-5-21-1-2-3-1001", "NORTHWIND\\Ann"))
    assert seen == [Change.NAMES | Change.PENDING]
    assert pending_change is not None and session.pending_changes.pending_change("a") is pending_change
    assert session.accounts.name_of(Sid.parse("S-1-5-21-1-2-3-1001")) == "NORTHWIND\\Ann"


def test_a_file_keeps_the_names_that_it_holds_also_when_it_is_read_again(qapp: QObject) -> None:
    sid = "S-1-5-21-1-2-3-1001"
    saved = replace(snapshot(endpoint("a")), accounts=Accounts({sid: "NORTHWIND\\Ann"}))
    session, runner, _ = make(lambda: saved)
    for _ in range(2):
        session.load()
        runner.run_next()
        assert session.accounts.names == {sid: "NORTHWIND\\Ann"}
