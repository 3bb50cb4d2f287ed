import getpass
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from gatepost.backend.journal.journal import Journal
from gatepost.backend.journal.queries import interrupted, writes_since
from gatepost.endpoints.host_kind import HostKind
from gatepost.endpoints.text import NOTHING, english
from gatepost.endpoints.writes.journal_entry import (
    Lineage,
    Outcome,
    PlannedAction,
    PlannedWrite,
    SubjectKind,
    WriteOutcome,
    progress_text,
)
from gatepost.models.journal_text import outcome_words
from tests.backend.journals import start, unsettled
from tests.endpoints.documents import HOST

VERSION_2 = """
CREATE TABLE write (id INTEGER PRIMARY KEY AUTOINCREMENT, batch TEXT NOT NULL, started_at TEXT NOT NULL,
 app_version TEXT NOT NULL, host TEXT NOT NULL, host_name TEXT NOT NULL, account TEXT NOT NULL, subject TEXT NOT NULL,
 kind TEXT NOT NULL, verb TEXT NOT NULL, reason TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL, outcome TEXT,
 message TEXT, finished_at TEXT, settled_at TEXT)
"""
VERSION_1 = """
CREATE TABLE write (id INTEGER PRIMARY KEY, batch TEXT NOT NULL, started_at TEXT NOT NULL, app_version TEXT NOT NULL,
 host TEXT NOT NULL, host_name TEXT NOT NULL, account TEXT NOT NULL, endpoint TEXT NOT NULL, verb TEXT NOT NULL,
 reason TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL, outcome TEXT, message TEXT, finished_at TEXT)
"""


def test_a_write_is_there_before_its_outcome(tmp_path):
    journal = Journal(tmp_path / "new" / "journal.sqlite3")
    number = start(journal)
    (entry,) = Journal(tmp_path / "new" / "journal.sqlite3").entries()
    assert (entry.id, entry.outcome, entry.message, entry.finished_at) == (number, None, "", "")
    assert entry.is_unsettled
    assert entry.may_be_on_host
    assert (entry.host, entry.host_name, entry.account) == (HOST.key, HOST.name, HOST.account)
    assert (entry.subject, entry.kind) == ("Test", SubjectKind.ENDPOINT)
    assert (entry.verb, entry.reason, entry.action) == ("Set Test to Local", "CHG-1", "Set Test to Local")
    assert (entry.before, entry.after) == ("old", "new")
    journal.record_end(number, WriteOutcome("Test", Outcome.CHANGED, english("Written {x}.", x="well")))
    (entry,) = journal.entries()
    assert (entry.outcome, entry.message) == (Outcome.CHANGED, "Written well.")
    assert entry.finished_at >= entry.started_at
    assert not entry.is_unsettled


@pytest.mark.parametrize("kind", SubjectKind)
def test_settings_are_kept_like_endpoints(tmp_path, kind):
    journal = Journal(tmp_path / "j")
    start(journal, subject="WinRM", kind=kind)
    (entry,) = journal.entries()
    assert (entry.subject, entry.kind) == ("WinRM", kind)


def test_a_reason_that_no_file_takes_is_kept_visibly(tmp_path):
    journal = Journal(tmp_path / "journal.sqlite3")
    start(journal, reason="half\ud800 and \x00")
    assert [entry.reason for entry in journal.entries()] == ["half⟨U+D800⟩ and ⟨U+0000⟩"]


def test_entries_keep_their_order_and_each_action_has_a_batch_of_its_own(tmp_path):
    journal = Journal(tmp_path / "j")
    numbers = [start(journal, subject=str(number)) for number in range(5)]
    assert [entry.id for entry in journal.entries()] == numbers
    assert len({entry.batch for entry in journal.entries()}) == 5


def test_an_action_is_there_whole_before_its_first_write(tmp_path):
    journal = Journal(tmp_path / "j")
    writes = [PlannedWrite(SubjectKind.ENDPOINT, name, "old", "new") for name in "abcdef"]
    numbers = journal.plan(PlannedAction(HOST, english("Disable remoting"), "CHG-1"), writes)
    for number in numbers[:3]:
        journal.record_start(number)
        journal.record_end(number, WriteOutcome("x", Outcome.CHANGED, english("Applied.")))
    entries = journal.entries()  # what is there after a restart
    assert len({entry.batch for entry in entries}) == 1
    assert [entry.is_untried for entry in entries] == [False] * 3 + [True] * 3
    assert [entry.needs_attention for entry in entries] == [False] * 3 + [True] * 3
    assert not any(entry.may_be_on_host for entry in entries[3:])
    assert str(progress_text(entries)) == "3 of 6 done, 3 not started"


def test_a_revert_is_known_by_its_column(tmp_path):
    journal = Journal(tmp_path / "j")
    start(journal, verb="Take back: nothing")
    (first,) = journal.entries()
    assert (first.reverts, first.action) == ("", "Take back: nothing")
    lineage = Lineage(first.action, first.batch)
    journal.plan(PlannedAction(HOST, english("Revert"), "", lineage), [PlannedWrite(SubjectKind.ENDPOINT, "a", "", "")])
    assert (journal.entries()[1].reverts, journal.entries()[1].action) == (first.batch, "Take back: nothing")


def test_a_practice_host_is_known_by_its_column(tmp_path):
    journal = Journal(tmp_path / "j")
    start(journal, host=replace(HOST, key="practice: not at all"))
    start(journal, host=replace(HOST, kind=HostKind.PRACTICE))
    assert [entry.practice for entry in journal.entries()] == [False, True]


@pytest.mark.parametrize("key", [HOST.key, "https://server01:5986"])
def test_writes_since_are_those_of_the_host_however_it_was_reached(tmp_path, key):
    journal = Journal(tmp_path / "j")
    for host in (HOST, HOST, replace(HOST, key="other", name="SERVER02"), replace(HOST, key=key)):
        start(journal, host=host)
    entries = journal.entries()
    assert writes_since(entries[:1], reversed(entries)) == (entries[1], entries[3])


def test_an_empty_journal(tmp_path):
    assert Journal(tmp_path / "j").entries() == ()


class TestUnsettled:
    """A write of which nobody knows what it left behind, until somebody looks."""

    def ended(self, journal, outcome):
        number = start(journal)
        if outcome is not None:
            journal.record_end(number, WriteOutcome("Test", outcome, english("so")))
        return number

    def test_unsettled_are_those_without_an_outcome_or_with_an_unknown_one(self, tmp_path):
        journal = Journal(tmp_path / "j")
        numbers = {outcome: self.ended(journal, outcome) for outcome in [None, *Outcome]}
        assert [e.id for e in unsettled(journal)] == [numbers[None], numbers[Outcome.UNKNOWN]]

    @pytest.mark.parametrize("outcome", [None, Outcome.UNKNOWN])
    @pytest.mark.parametrize("found", [Outcome.CHANGED, Outcome.UNCHANGED, Outcome.UNKNOWN])
    def test_a_look_settles_it(self, tmp_path, outcome, found):
        journal = Journal(tmp_path / "j")
        number = self.ended(journal, outcome)
        journal.record_check(number, WriteOutcome("Test", found, english("Read again.")))
        assert unsettled(journal) == ()
        (entry,) = journal.entries()
        assert (entry.outcome, entry.message) == (found, "so Read again." if outcome else "Read again.")
        assert entry.settled_at >= entry.started_at

    def test_what_is_known_already_stays(self, tmp_path):
        journal = Journal(tmp_path / "j")
        number = self.ended(journal, Outcome.REFUSED)
        journal.record_check(number, WriteOutcome("Test", Outcome.CHANGED, english("Read again.")))
        assert journal.entries()[0].outcome is Outcome.REFUSED

    def test_whoever_wrote_knows_best(self, tmp_path):
        """Another window looked while the write was still under way."""
        journal = Journal(tmp_path / "j")
        number = self.ended(journal, None)
        journal.record_check(number, WriteOutcome("Test", Outcome.UNCHANGED, english("Read again.")))
        journal.record_end(number, WriteOutcome("Test", Outcome.CHANGED, english("Written and read back.")))
        (entry,) = journal.entries()
        assert (entry.outcome, entry.settled_at) == (Outcome.CHANGED, "")


class TestCheckedByHand:
    def test_who_when_and_why_are_kept_and_the_outcome_stays(self, tmp_path):
        journal = Journal(tmp_path / "j")
        number = start(journal)
        journal.record_end(number, WriteOutcome("Test", Outcome.UNKNOWN, english("Sent.")))
        journal.mark_as_checked(number, "The service is stopped.")
        (entry,) = journal.entries()
        assert (entry.outcome, entry.message) == (Outcome.UNKNOWN, "Sent.")
        assert (entry.checked_by, entry.checked_why) == (getpass.getuser(), "The service is stopped.")
        assert entry.settled_at >= entry.started_at
        assert not entry.needs_attention

    def test_so_is_what_was_never_tried(self, tmp_path):
        journal = Journal(tmp_path / "j")
        (number,) = journal.plan(PlannedAction(HOST, english("x")), [PlannedWrite(SubjectKind.ENDPOINT, "a", "", "")])
        assert journal.entries()[0].needs_attention
        journal.mark_as_checked(number, "not needed any more")
        assert not journal.entries()[0].needs_attention

    def test_what_another_window_goes_on_to_write_needs_attention_again(self, tmp_path):
        journal = Journal(tmp_path / "j")
        (number,) = journal.plan(PlannedAction(HOST, english("x")), [PlannedWrite(SubjectKind.ENDPOINT, "a", "", "")])
        journal.mark_as_checked(number, "seems to have broken off")
        journal.remind_later([number])
        journal.record_start(number)
        (entry,) = interrupted(journal.entries(), datetime.now(UTC))
        assert (entry.is_unsettled, entry.checked_by, entry.checked_why) == (True, "", "")
        journal.mark_as_checked(number, "it hangs")
        journal.record_end(number, WriteOutcome("a", Outcome.CHANGED, NOTHING))
        (entry,) = journal.entries()
        assert (outcome_words(entry), entry.checked_by, entry.checked_why) == ("changed", "", "")

    def test_what_is_known_already_stays(self, tmp_path):
        journal = Journal(tmp_path / "j")
        number = start(journal)
        journal.record_end(number, WriteOutcome("Test", Outcome.CHANGED, english("so")))
        journal.mark_as_checked(number, "why")
        assert (journal.entries()[0].checked_by, journal.entries()[0].settled_at) == ("", "")


class TestRetention:
    """Old writes are deleted, unless the clock may be wrong."""

    def journal(self, folder, *days_ago):
        journal = Journal(folder / "j")
        for days in days_ago:
            number = start(journal, subject=str(days))
            journal.record_end(number, WriteOutcome("Test", Outcome.CHANGED, english("so")))
            self.move(folder, number, days)
        return journal

    def move(self, folder, number, days):
        moment = (datetime.now(UTC) - timedelta(days=days, minutes=1)).isoformat(timespec="milliseconds")
        with closing(sqlite3.connect(folder / "j")) as connection, connection:
            connection.execute("UPDATE write SET started_at = ?, planned_at = ? WHERE id = ?", (moment, moment, number))

    def kept(self, journal):
        return [entry.subject for entry in journal.entries()]

    def test_what_is_older_goes(self, tmp_path):
        journal = self.journal(tmp_path, 40, 30, 20, 2)
        assert journal.delete_older_than(41) == 0
        assert journal.delete_older_than(30) == 2
        assert self.kept(journal) == ["20", "2"]

    def test_what_needs_attention_stays(self, tmp_path):
        journal = self.journal(tmp_path)
        for outcome in (None, Outcome.UNKNOWN):
            number = start(journal, subject=str(outcome))
            if outcome is not None:
                journal.record_end(number, WriteOutcome("Test", outcome, english("so")))
            self.move(tmp_path, number, 99)
        settled = start(journal, subject="settled")
        journal.record_check(settled, WriteOutcome("Test", Outcome.UNKNOWN, english("Read again.")))
        self.move(tmp_path, settled, 99)
        self.move(tmp_path, start(journal, subject="new"), 2)
        assert journal.delete_older_than(30) == 1
        assert self.kept(journal) == ["None", "Outcome.UNKNOWN", "new"]

    def test_a_clock_that_jumped_ahead_deletes_nothing(self, tmp_path):
        """To this clock everything is years old, the last action included."""
        journal = self.journal(tmp_path, 4000, 3900)
        assert journal.delete_older_than(30) == 0

    def test_nor_does_it_once_something_was_changed_by_that_clock(self, tmp_path):
        journal = self.journal(tmp_path, 4000, 3900, 0)
        assert journal.delete_older_than(30) == 0
        self.move(tmp_path, journal.entries()[-1].id, 2)  # it has gone on like that for two days
        assert journal.delete_older_than(30) == 2

    @pytest.mark.parametrize("by_that_clock", [(0, 0), (0.9, 0.5, 0)])
    def test_nor_after_several_actions_by_that_clock(self, tmp_path, by_that_clock):
        journal = self.journal(tmp_path, 60, 50, 45, *by_that_clock)
        assert journal.delete_older_than(30) == 0
        self.move(tmp_path, journal.entries()[3].id, 2)
        assert journal.delete_older_than(30) == 3

    def test_what_was_written_while_the_clock_was_behind_is_not_old(self, tmp_path):
        journal = self.journal(tmp_path, 40, 10, 400, 40, 2)
        assert journal.delete_older_than(30) == 1
        assert self.kept(journal) == ["10", "400", "40", "2"]

    def test_what_was_written_while_the_clock_was_ahead_keeps_nothing_back(self, tmp_path):
        journal = self.journal(tmp_path, 40, -400, 35, 2)
        assert journal.delete_older_than(30) == 2
        assert self.kept(journal) == ["-400", "2"]

    def test_a_clock_that_jumped_back_deletes_nothing(self, tmp_path):
        journal = self.journal(tmp_path, -4000, -3900)
        assert journal.delete_older_than(30) == 0

    def test_a_time_that_cannot_be_read_is_not_old(self, tmp_path):
        journal = self.journal(tmp_path, 40, 20, 2)
        with closing(sqlite3.connect(tmp_path / "j")) as connection, connection:
            connection.execute("UPDATE write SET started_at = 'xx', planned_at = x'00ff' WHERE subject = '40'")
        assert journal.delete_older_than(30) == 0


class TestVersion2:
    """What the second version wrote: the words in front of a verb told a revert, the host's text a practice host."""

    ROWS = (
        ("b1", "key", "Disable remoting", "a"),
        ("b2", "practice:hard-cases", "Disable remoting", "a"),
        ("b3", "key", "Take back: Disable remoting", "a"),
        ("b4", "key", "Repeat: Disable remoting", "a"),
        ("b5", "key", "Take back: Disable remoting", "a"),
        ("b6", "key", "Take back: something deleted since", "b"),
    )

    @pytest.fixture
    def entries(self, tmp_path):
        with closing(sqlite3.connect(tmp_path / "j")) as connection, connection:
            connection.execute(VERSION_2)
            for batch, host, verb, subject in self.ROWS:
                connection.execute(
                    "INSERT INTO write (batch, started_at, app_version, host, host_name, account, subject, kind, verb,"
                    " reason, before, after, outcome) VALUES (?, '2026-01-02T03:04:05.678+00:00', '0.1', ?, 'SRV01', 'u', ?,"
                    " 'endpoint', ?, '', '{}', '{}', 'changed')",
                    (batch, host, subject, verb),
                )
            connection.execute("PRAGMA user_version = 2")
        return Journal(tmp_path / "j").entries()

    def test_nothing_is_lost(self, entries):
        assert [(e.batch, e.host, e.verb, e.subject) for e in entries] == list(self.ROWS)
        assert {e.planned_at for e in entries} == {"2026-01-02T03:04:05.678+00:00"}
        assert not any(e.is_untried or e.needs_attention for e in entries)

    def test_reverts_and_practice_hosts_have_their_columns(self, entries):
        assert [e.reverts for e in entries] == ["", "", "b1", "", "b4", "unknown"]
        assert {e.action for e in entries[:5]} == {"Disable remoting"}
        assert [e.practice for e in entries] == [False, True, False, False, False, False]


class TestVersion3:
    """What the third version wrote: the subject's name told the start mode of the service from its state."""

    ROWS = (
        ("service", "WinRM start mode"),
        ("service", "WinRM state"),
        ("service", "of another version"),
        ("endpoint", "WinRM state"),
    )

    def test_each_setting_of_the_service_has_its_kind(self, tmp_path):
        journal = Journal(tmp_path / "j")
        for _, subject in self.ROWS:
            start(journal, subject)
        with closing(sqlite3.connect(tmp_path / "j")) as connection, connection:
            connection.executemany(
                "UPDATE write SET kind = ? WHERE subject = ? AND id = ?",
                [(kind, subject, number) for number, (kind, subject) in enumerate(self.ROWS, 1)],
            )
            connection.execute("PRAGMA user_version = 3")
        assert [(entry.kind, entry.subject) for entry in Journal(tmp_path / "j").entries()] == [
            (SubjectKind.START_MODE, "WinRM"),
            (SubjectKind.SERVICE_STATE, "WinRM"),
            (None, "of another version"),
            (SubjectKind.ENDPOINT, "WinRM state"),
        ]


class TestVersion1:
    """What the first version wrote: endpoints only, and no version in the file."""

    @pytest.fixture
    def path(self, tmp_path):
        path = tmp_path / "j"
        with sqlite3.connect(path) as connection:
            connection.execute(VERSION_1)
            row = (
                "b",
                "2026-01-02T03:04:05.678+00:00",
                "0.1",
                "key",
                "SRV01",
                "admin",
                "Test",
                "verb",
                "why",
                "{}",
                "{}",
            )
            connection.execute(f"INSERT INTO write VALUES (7, {'?, ' * 11} 'changed', 'well', '2026')", row)
            connection.execute(f"INSERT INTO write VALUES (8, {'?, ' * 11} NULL, NULL, NULL)", row)
        connection.close()
        return path

    def test_nothing_is_lost(self, path):
        first, second = Journal(path).entries()
        assert (first.id, first.batch, first.host_name, first.subject) == (7, "b", "SRV01", "Test")
        assert (first.kind, first.outcome, first.message) == (SubjectKind.ENDPOINT, Outcome.CHANGED, "well")
        assert (second.id, second.outcome, second.settled_at) == (8, None, "")
        assert second.started_at == "2026-01-02T03:04:05.678+00:00"

    def test_new_entries_come_after(self, path):
        journal = Journal(path)
        assert start(journal) == 9
        assert [e.id for e in Journal(path).entries()] == [7, 8, 9]

    def test_numbers_are_not_used_again(self, path):
        journal = Journal(path)
        number = start(journal)
        with sqlite3.connect(path) as connection:
            connection.execute("DELETE FROM write WHERE id = ?", (number,))
        connection.close()
        assert start(journal) == number + 1
