"""Looking at the practice host because nobody knows how a write ended."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from gatepost.backend.host import reconcile_write as looking
from gatepost.endpoints.changes.remoting import set_access_mode
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.writes.journal_entry import Outcome
from tests.backend.journals import unsettled

NAME = "microsoft.powershell"


@pytest.fixture
def interrupted(bench, tmp_path):
    """A write to the practice host whose outcome is not in the journal, started an hour ago."""
    bench.apply(set_access_mode(bench.list(), [NAME], AccessMode.LOCAL))
    rewrite(tmp_path, "outcome = NULL, message = NULL, finished_at = NULL", started=timedelta(hours=1))
    return bench


def rewrite(folder, values, started=timedelta(0)):
    moment = (datetime.now(UTC) - started).isoformat(timespec="milliseconds")
    with closing(sqlite3.connect(folder / "journal.sqlite3")) as connection, connection:
        connection.execute(f"UPDATE write SET {values}, started_at = ?", (moment,))


def reconcile_write(bench):
    (entry,) = unsettled(bench.journal)
    outcome = bench.host.reconcile_write(entry)
    return outcome.outcome, str(outcome.message)


def noted(bench):
    (entry,) = bench.journal.entries()
    return entry.outcome, entry.message, entry.is_unsettled


def test_the_host_shows_the_change(interrupted):
    outcome, said = reconcile_write(interrupted)
    assert outcome is Outcome.CHANGED
    assert noted(interrupted) == (Outcome.CHANGED, said, False)


def test_a_descriptor_that_the_host_spells_otherwise_is_the_change(interrupted):
    interrupted.tell("set-sddl", NAME, interrupted.practice.sddl(NAME).replace("(A;;GA;;;BA)", "(A;;0x10000000;;;BA)"))
    assert reconcile_write(interrupted)[0] is Outcome.CHANGED


def test_the_host_shows_the_state_before(interrupted):
    interrupted.tell("set-sddl", NAME, interrupted.practice.sddl(NAME).replace("(D;;GA;;;NU)", ""))
    outcome, said = reconcile_write(interrupted)
    assert outcome is Outcome.UNCHANGED
    assert "previous state" in said
    assert noted(interrupted) == (Outcome.UNCHANGED, said, False)


def test_the_state_before_proves_nothing_as_long_as_the_write_may_be_under_way(interrupted, tmp_path):
    interrupted.tell("set-sddl", NAME, interrupted.practice.sddl(NAME).replace("(D;;GA;;;NU)", ""))
    rewrite(tmp_path, "outcome = NULL", started=timedelta(seconds=30))
    outcome, said = reconcile_write(interrupted)
    assert outcome is Outcome.UNKNOWN
    assert "might still be in progress" in said
    assert noted(interrupted) == (None, "", True)


@pytest.mark.parametrize("jump", [timedelta(hours=1), timedelta(hours=-1)])
def test_a_clock_that_jumps_does_not_end_a_write_that_may_be_under_way(bench, tmp_path, monkeypatch, jump):
    class Jumped(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime.now(tz) + jump

    bench.apply(set_access_mode(bench.list(), [NAME], AccessMode.LOCAL))
    with closing(sqlite3.connect(tmp_path / "journal.sqlite3")) as connection, connection:
        connection.execute("UPDATE write SET outcome = NULL, message = NULL, finished_at = NULL")
    bench.tell("set-sddl", NAME, bench.practice.sddl(NAME).replace("(D;;GA;;;NU)", ""))
    monkeypatch.setattr(looking, "datetime", Jumped)
    outcome, said = reconcile_write(bench)
    assert (outcome, noted(bench)[2]) == (Outcome.UNKNOWN, True)
    assert "might still be in progress" in said


@pytest.mark.parametrize("jump", [timedelta(hours=1), timedelta(hours=-1)])
def test_nor_does_it_end_a_write_of_another_window(interrupted, tmp_path, monkeypatch, jump):
    class Jumped(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime.now(tz) + jump

    interrupted.tell("set-sddl", NAME, interrupted.practice.sddl(NAME).replace("(D;;GA;;;NU)", ""))
    rewrite(tmp_path, "outcome = NULL", started=timedelta(seconds=30))
    monkeypatch.setattr(looking, "datetime", Jumped)
    outcome, said = reconcile_write(interrupted)
    assert (outcome, noted(interrupted)[2]) == (Outcome.UNKNOWN, True)
    assert "might still be in progress" in said


def test_the_change_is_the_change_however_soon(interrupted, tmp_path):
    rewrite(tmp_path, "outcome = NULL")
    assert reconcile_write(interrupted)[0] is Outcome.CHANGED


def test_the_host_shows_something_else(interrupted):
    interrupted.tell("set-enabled", NAME, "false")
    outcome, said = reconcile_write(interrupted)
    assert outcome is Outcome.UNKNOWN
    assert "neither the previous state nor the change" in said
    assert noted(interrupted) == (Outcome.UNKNOWN, said, False)


def test_the_endpoint_is_gone(interrupted):
    interrupted.tell("remove", NAME)
    outcome, said = reconcile_write(interrupted)
    assert outcome is Outcome.UNKNOWN
    assert "no longer on the host" in said
    assert not noted(interrupted)[2]


def test_a_host_that_does_not_answer_settles_nothing(interrupted):
    interrupted.tell("vanish")
    with pytest.raises(HostError, match="refuses the connection"):
        reconcile_write(interrupted)
    assert noted(interrupted)[2]


def test_an_entry_that_cannot_be_understood_settles_nothing(interrupted, tmp_path):
    rewrite(tmp_path, "after = '{}'", started=timedelta(hours=1))
    with pytest.raises(HostError, match="can't be read"):
        reconcile_write(interrupted)
    assert noted(interrupted)[2]


def test_an_entry_of_a_later_version_settles_nothing(interrupted, tmp_path):
    rewrite(tmp_path, "kind = 'something new'", started=timedelta(hours=1))
    with pytest.raises(HostError, match="can't be read"):
        reconcile_write(interrupted)
    assert noted(interrupted)[2]
