"""What can be wrong with the journal's file, and that it is said before anything is sent."""

import os
import sqlite3

import pytest

from app.backend.journal import Journal
from app.backend.journal_file import VERSION, JournalError
from app.endpoints.report import EndpointOutcome, Outcome
from app.endpoints.text import text
from tests.backend.test_journal import start

ENDED = EndpointOutcome("Test", Outcome.CHANGED, text("Written."))


def filled(path, count=200):
    """A journal of some pages that is not open anywhere."""
    journal = Journal(path)
    for _ in range(count // 100):
        start(journal, after="x" * 40_000)
    return journal


def refused(use):
    with pytest.raises(JournalError) as caught:
        use()
    assert caught.value.next_step
    assert caught.value.details
    return caught.value


def unusable(kind, folder):
    if kind == "a file stands where the folder should be":
        (folder / "file").write_text("x")
        return folder / "file" / "journal"
    (folder / "journal").mkdir()
    return folder / "journal"


@pytest.mark.parametrize(
    "kind", ["a file stands where the folder should be", "a folder stands where the file should be"]
)
def test_a_journal_that_cannot_be_written_is_said_so(tmp_path, kind):
    journal = Journal(unusable(kind, tmp_path))
    for use in (lambda: start(journal), journal.entries, lambda: journal.ended(1, ENDED)):
        error = refused(use)
        assert "journal cannot be written" in str(error.summary)
        assert "Allow this account" in str(error.next_step)
        assert not error.damaged


def test_a_journal_that_somebody_holds_locked(tmp_path):
    journal = Journal(tmp_path / "j", timeout=0.05)
    start(journal)
    holder = sqlite3.connect(tmp_path / "j", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    assert "Another program" in str(refused(lambda: start(journal)).next_step)
    holder.rollback()
    holder.close()
    start(journal)
    assert len(journal.entries()) == 2


def test_a_journal_of_a_later_version(tmp_path):
    start(Journal(tmp_path / "j"))
    with sqlite3.connect(tmp_path / "j") as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    error = refused(lambda: start(Journal(tmp_path / "j")))
    assert "later version" in str(error.next_step)
    assert not error.damaged


class TestDamaged:
    def check(self, path):
        journal = Journal(path)
        for use in (lambda: start(journal), journal.entries):
            error = refused(use)
            assert error.damaged
            assert "damaged" in str(error.summary)
            assert "set the file aside" in str(error.next_step)
        return journal

    def test_something_else(self, tmp_path):
        (tmp_path / "j").write_bytes(b"something else" * 100)
        self.check(tmp_path / "j")

    @pytest.mark.parametrize("page", range(1, 12, 2))
    def test_a_page_overwritten(self, tmp_path, page):
        """Only the check at the first use sees some of these: no statement has run into them yet."""
        filled(tmp_path / "j")
        with (tmp_path / "j").open("r+b") as file:
            file.seek(page * 4096)
            file.write(os.urandom(1) * 4096)
        self.check(tmp_path / "j")

    def test_cut_off(self, tmp_path):
        filled(tmp_path / "j")
        os.truncate(tmp_path / "j", 5 * 4096)
        self.check(tmp_path / "j")

    def test_set_aside_it_is_kept_and_a_new_one_begins(self, tmp_path):
        content = b"something else" * 100
        (tmp_path / "j.sqlite3").write_bytes(content)
        journal = self.check(tmp_path / "j.sqlite3")
        kept = journal.set_aside()
        assert kept.parent == tmp_path
        assert kept.read_bytes() == content
        assert journal.entries() == ()
        start(journal)
        assert len(journal.entries()) == 1

    def test_what_is_sound_is_not_set_aside(self, tmp_path):
        """Two windows may be asked at once: the second must not move the new journal of the first."""
        start(Journal(tmp_path / "j"))
        assert Journal(tmp_path / "j").set_aside() is None
        assert len(Journal(tmp_path / "j").entries()) == 1

    def test_what_is_not_damaged_but_cannot_be_used_stays(self, tmp_path):
        refused(Journal(unusable("a folder stands where the file should be", tmp_path)).set_aside)
