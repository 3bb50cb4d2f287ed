import sqlite3
from datetime import UTC, datetime, timedelta

import pytest

from gatepost.backend.journal.journal import Journal
from gatepost.endpoints.configuration.journal_entry import SubjectKind
from gatepost.endpoints.configuration.report import EndpointOutcome, Outcome
from gatepost.endpoints.text import text
from tests.endpoints.documents import HOST

VERSION_1 = """
CREATE TABLE write (id INTEGER PRIMARY KEY, batch TEXT NOT NULL, started_at TEXT NOT NULL, app_version TEXT NOT NULL,
 host TEXT NOT NULL, host_name TEXT NOT NULL, account TEXT NOT NULL, endpoint TEXT NOT NULL, verb TEXT NOT NULL,
 reason TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL, outcome TEXT, message TEXT, finished_at TEXT)
"""


def start(journal, batch="b", subject="Test", kind=SubjectKind.ENDPOINT, after="new"):
    return journal.started(batch, HOST, subject, kind, text("Set {x} to Local", x=subject), "old", after, "CHG-1")


def test_a_write_is_there_before_its_outcome(tmp_path):
    journal = Journal(tmp_path / "new" / "journal.sqlite3")
    number = start(journal)
    (entry,) = Journal(tmp_path / "new" / "journal.sqlite3").entries()
    assert (entry.id, entry.outcome, entry.message, entry.finished_at) == (number, None, "", "")
    assert entry.is_unsettled
    assert entry.may_be_on_host
    assert (entry.host, entry.host_name, entry.account) == (HOST.key, HOST.name, HOST.account)
    assert (entry.subject, entry.kind) == ("Test", SubjectKind.ENDPOINT)
    assert (entry.verb, entry.reason, entry.batch) == ("Set Test to Local", "CHG-1", "b")
    assert (entry.before, entry.after) == ("old", "new")
    journal.ended(number, EndpointOutcome("Test", Outcome.CHANGED, text("Written {x}.", x="well")))
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
    journal.started("b", HOST, "Test", SubjectKind.ENDPOINT, text("Set"), "old", "new", "half\ud800 and \x00")
    assert [entry.reason for entry in journal.entries()] == ["half⟨U+D800⟩ and ⟨U+0000⟩"]


def test_entries_keep_their_order_and_batches_differ(tmp_path):
    journal = Journal(tmp_path / "j")
    batches = [journal.new_batch() for _ in range(5)]
    assert len(set(batches)) == 5
    numbers = [start(journal, batch) for batch in batches]
    assert [(e.id, e.batch) for e in journal.entries()] == list(zip(numbers, batches, strict=True))


def test_an_empty_journal(tmp_path):
    assert Journal(tmp_path / "j").entries() == ()


class TestUnsettled:
    """A write of which nobody knows what it left behind, until somebody looks."""

    def ended(self, journal, outcome):
        number = start(journal)
        if outcome is not None:
            journal.ended(number, EndpointOutcome("Test", outcome, text("so")))
        return number

    def test_which_ones(self, tmp_path):
        journal = Journal(tmp_path / "j")
        numbers = {outcome: self.ended(journal, outcome) for outcome in [None, *Outcome]}
        assert [e.id for e in journal.unsettled()] == [numbers[None], numbers[Outcome.UNKNOWN]]

    @pytest.mark.parametrize("outcome", [None, Outcome.UNKNOWN])
    @pytest.mark.parametrize("found", [Outcome.CHANGED, Outcome.UNCHANGED, Outcome.UNKNOWN])
    def test_a_look_settles_it(self, tmp_path, outcome, found):
        journal = Journal(tmp_path / "j")
        number = self.ended(journal, outcome)
        journal.settled(number, EndpointOutcome("Test", found, text("Read again.")))
        assert journal.unsettled() == ()
        (entry,) = journal.entries()
        assert (entry.outcome, entry.message) == (found, "Read again.")
        assert entry.settled_at >= entry.started_at

    def test_what_is_known_already_stays(self, tmp_path):
        journal = Journal(tmp_path / "j")
        number = self.ended(journal, Outcome.REFUSED)
        journal.settled(number, EndpointOutcome("Test", Outcome.CHANGED, text("Read again.")))
        assert journal.entries()[0].outcome is Outcome.REFUSED

    def test_whoever_wrote_knows_best(self, tmp_path):
        """Another window looked while the write was still under way."""
        journal = Journal(tmp_path / "j")
        number = self.ended(journal, None)
        journal.settled(number, EndpointOutcome("Test", Outcome.UNCHANGED, text("Read again.")))
        journal.ended(number, EndpointOutcome("Test", Outcome.CHANGED, text("Written and read back.")))
        (entry,) = journal.entries()
        assert (entry.outcome, entry.settled_at) == (Outcome.CHANGED, "")


def test_old_writes_can_be_deleted_but_for_unsettled_ones(tmp_path):
    journal = Journal(tmp_path / "j")
    old = [start(journal) for _ in range(4)]
    for number, outcome in zip(old, [Outcome.CHANGED, Outcome.UNKNOWN, Outcome.UNKNOWN], strict=False):
        journal.ended(number, EndpointOutcome("Test", outcome, text("so")))
    journal.settled(old[1], EndpointOutcome("Test", Outcome.UNKNOWN, text("Read again.")))
    with sqlite3.connect(tmp_path / "j") as connection:
        started = (datetime.now(UTC) - timedelta(days=30, minutes=1)).isoformat(timespec="milliseconds")
        connection.execute("UPDATE write SET started_at = ?", (started,))
    connection.close()
    new = start(journal)
    assert journal.delete_older_than(31) == 0
    assert journal.delete_older_than(30) == 2
    assert [e.id for e in journal.entries()] == [old[2], old[3], new]


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
