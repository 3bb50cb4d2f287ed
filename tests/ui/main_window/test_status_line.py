"""The status bar: who we are, and what the host holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from gatepost.backend.files.snapshots import read_snapshot
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.host_kind import HostKind
from gatepost.endpoints.text import english
from gatepost.endpoints.writes.journal_entry import ApplyReport, Outcome, WriteOutcome
from gatepost.session.host_session import HostSession
from gatepost.session.reading import HostConnection
from gatepost.session.snapshot_source import offline_session
from gatepost.ui.main_window.status_line import StatusLine
from tests.backend.files.test_registry_export import export
from tests.endpoints.documents import HOST, document
from tests.jobs.manual_runner import ManualRunner
from tests.models.documents import endpoint, rows_of, snapshot


def never(_: object) -> None:
    raise AssertionError("nothing is read here")


@pytest.fixture
def session(qapp) -> Callable[[HostSnapshot], HostSession]:
    def made(of: HostSnapshot) -> HostSession:
        session = HostSession("srv01", "SRV01", HostKind.REMOTE, HostConnection(never), ManualRunner())
        session.snapshot, session.rows = of, rows_of(of)
        return session

    return made


@pytest.fixture
def line(qtbot) -> StatusLine:
    made = StatusLine()
    qtbot.addWidget(made)
    return made


def test_one_endpoint_and_several(line: StatusLine, session: Callable[[HostSnapshot], HostSession]) -> None:
    line.show_session(session(snapshot(endpoint("a"))))
    assert line.counts.text() == "1 endpoint: 1 remote"
    line.show_session(session(snapshot(endpoint("a"), endpoint("b", enabled=False))))
    assert line.counts.text() == "2 endpoints: 1 remote, 1 disabled"


def test_a_file_is_no_connection(tmp_path, line: StatusLine) -> None:
    path = tmp_path / "server07.reg"
    path.write_bytes(export({"Test": document().decode()}).encode("utf-16"))
    offline = offline_session(path, read_snapshot(path), ManualRunner())
    offline.snapshot = read_snapshot(path).snapshot
    line.show_session(offline)
    assert line.connection.text() == "server07 (file), not connected"


def test_a_line_feed_in_a_name_stays_on_the_line(
    line: StatusLine, session: Callable[[HostSnapshot], HostSession]
) -> None:
    odd = snapshot(endpoint("a"))
    line.show_session(session(replace(odd, host=replace(odd.host, name="SRV\n01"))))
    assert line.connection.text() == r"SRV⟨U+000A⟩01 as SRV01\admin, NTLM, encrypted"


def test_account_and_encryption_stay_when_a_refresh_fails(
    line: StatusLine, session: Callable[[HostSnapshot], HostSession]
) -> None:
    failed = session(snapshot(endpoint("a")))
    failed.error = HostError(english("It is gone."))
    line.show_session(failed)
    assert line.connection.text() == r"SRV01 as SRV01\admin, NTLM, encrypted"
    assert line.counts.text() == ""


def test_nothing_moves_when_a_reading_begins(
    qtbot, line: StatusLine, session: Callable[[HostSnapshot], HostSession]
) -> None:
    read = session(snapshot(endpoint("a")))
    line.show_session(read)
    line.show()
    qtbot.waitExposed(line)
    before = line.sizeHint().height()
    read.load()
    line.show_session(read)
    assert line.cancel.isVisible()
    assert line.sizeHint().height() == before


def applied(*outcomes: Outcome) -> ApplyReport:
    writes = tuple(WriteOutcome(f"e{n}", each, english("Applied."), fulfilled=True) for n, each in enumerate(outcomes))
    return ApplyReport(HOST, english("Disable remoting"), writes)


def test_a_success_is_told_with_its_details_and_the_way_back(line: StatusLine, qtbot) -> None:
    line.show()
    line.show_applied(applied(Outcome.CHANGED, Outcome.CHANGED))
    assert line.message_label.text() == "Disable remoting: applied and verified, 2 items"
    with qtbot.waitSignal(line.revert_requested):
        line.revert.click()
    assert not line.revert.isVisible() and not line.details.isVisible() and line.message_label.text() == ""
    line.show_applied(applied(Outcome.UNCHANGED))
    assert line.message_label.text() == "Disable remoting: no change needed"
    assert not line.revert.isVisible()
    with qtbot.waitSignal(line.details_requested):
        line.details.click()


def test_what_is_said_next_takes_the_place_of_a_success(line: StatusLine) -> None:
    line.show()
    line.show_applied(applied(Outcome.CHANGED))
    line.show_error(HostError(english("SRV01 doesn't answer."), english("Check that it's on.")))
    assert line.message_label.text() == "SRV01 doesn't answer. Check that it's on."
    assert not line.revert.isVisible()
