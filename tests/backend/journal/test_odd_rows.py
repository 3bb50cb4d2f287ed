"""Rows that this program would not have written, one at a time: none of them hides the others."""

import json
import os
import sqlite3
import stat
from contextlib import closing
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt

from gatepost.backend.host.reconcile_write import may_be_under_way
from gatepost.backend.journal.export import as_csv, as_json
from gatepost.backend.journal.journal import Journal
from gatepost.endpoints.writes.read_back import ReadBackState
from gatepost.models.journal_table import JournalColumn, JournalTableModel, display, in_order, search_words
from gatepost.models.journal_text import difference_lines
from gatepost.security import Accounts
from tests.backend.journals import start

STATE = '{"enabled":true,"descriptors":[]}'
GOOD = {
    "batch": "b", "started_at": "2026-01-01T00:00:00.000+00:00", "app_version": "1", "host": "k", "host_name": "H",
    "account": "a", "subject": "s", "kind": "endpoint", "verb": "v", "reason": "r", "before": STATE, "after": STATE,
    "outcome": None, "message": None, "finished_at": None, "settled_at": None, "planned_at": None, "practice": None,
    "action": None, "reverts": None, "checked_by": None, "checked_why": None, "remind_after": None,
}  # fmt: skip
ODD = {
    "text": "xx",
    "empty": "",
    "number": 7,
    "large number": 2**62,
    "octets": b"\xff\xfe",
    "no zone": "2026-01-01T00:00:00",
    "year 1": "0001-01-01T00:00:00+14:00",
    "year 9999": "9999-12-31T23:59:59-14:00",
    "nul": "a\0b",
    "markup": "<img src=x onerror=1>\n\u202e",
    "deep": "[" * 100_000,
    "nested": '{"a":' * 900 + "1" + "}" * 900,
    "list": "[]",
    "no truth": '{"enabled":1,"descriptors":[]}',
    "no text": '{"enabled":true,"descriptors":[{"resource":"a","uri":"b","sddl":NaN}]}',
    "half a pair": '{"a":"\\ud800"}',
}


def odd_journal(folder, column, values):
    """A journal of a good write, odd ones, and another good one."""
    journal = Journal(folder / "j")
    start(journal)
    with closing(sqlite3.connect(folder / "j")) as connection, connection:
        marks = ", ".join("?" * len(GOOD))
        rows = [list({**GOOD, column: value}.values()) for value in values]
        connection.executemany(f"INSERT INTO write ({', '.join(GOOD)}) VALUES ({marks})", rows)
    start(journal)
    return journal


@pytest.mark.parametrize("column", GOOD)
def test_an_odd_row_is_listed_shown_and_exported_with_the_others(tmp_path, column):
    journal = odd_journal(tmp_path, column, ODD.values())
    entries = journal.entries()
    assert len(entries) == len(ODD) + 2
    assert [entry.subject for entry in (entries[0], entries[-1])] == ["Test", "Test"]
    model = JournalTableModel()
    model.set_entries(in_order(entries, JournalColumn.TIME, Qt.SortOrder.AscendingOrder))
    for row in range(len(entries)):
        cells = [model.index(row, each).data() for each in JournalColumn]
        assert all("\n" not in cell and "\0" not in cell for cell in cells)
    for entry in entries:
        assert search_words(entry)
        assert difference_lines(entry, Accounts()) is not None
        may_be_under_way(entry, ReadBackState.BEFORE, datetime.now(UTC))
        assert [display(entry, each) for each in JournalColumn]
    assert len(as_csv(entries).splitlines()) == len(entries) + 1
    assert len(json.loads(as_json(entries))["writes"]) == len(entries)
    journal.delete_older_than(1)


def test_octets_that_are_no_text_do_not_hide_the_history(tmp_path):
    journal = odd_journal(tmp_path, "verb", "x")
    with closing(sqlite3.connect(tmp_path / "j")) as connection, connection:
        connection.execute("UPDATE write SET verb = CAST(x'ff41' AS TEXT) WHERE id = 2")
    assert [entry.verb for entry in journal.entries()] == ["Set Test to Local", "\ufffdA", "Set Test to Local"]


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX permissions")
class TestPrivate:
    def mode(self, path):
        return stat.S_IMODE(path.stat().st_mode)

    @pytest.fixture(autouse=True)
    def careless(self):
        before = os.umask(0)
        yield
        os.umask(before)

    def test_the_journal_and_its_folder_are_for_their_owner_alone(self, tmp_path):
        start(Journal(tmp_path / "new" / "j.sqlite3"))
        assert self.mode(tmp_path / "new") == 0o700
        assert self.mode(tmp_path / "new" / "j.sqlite3") == 0o600

    def test_what_an_earlier_version_left_open_is_closed(self, tmp_path):
        (tmp_path / "old").mkdir(mode=0o755)
        (tmp_path / "old" / "j").touch(mode=0o644)
        Journal(tmp_path / "old" / "j").entries()
        assert (self.mode(tmp_path / "old"), self.mode(tmp_path / "old" / "j")) == (0o700, 0o600)

    def test_so_is_what_is_not_written_back_yet(self, tmp_path):
        journal = Journal(tmp_path / "new" / "j")
        start(journal)
        with closing(sqlite3.connect(tmp_path / "new" / "j")) as held:
            held.execute("SELECT * FROM write").fetchone()
            start(journal)
            assert {self.mode(path) for path in (tmp_path / "new").iterdir()} == {0o600}
            assert len(list((tmp_path / "new").iterdir())) == 3
