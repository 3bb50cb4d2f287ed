"""What can be wrong with the journal's file, and that it is said before anything is sent."""

import itertools
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from threading import Thread
from types import SimpleNamespace

import pytest

from gatepost.backend.journal.file import JournalError, JournalFile
from gatepost.backend.journal.journal import Journal
from gatepost.backend.journal.rows import VERSION
from gatepost.endpoints.text import english
from gatepost.endpoints.writes.journal_entry import Outcome, WriteOutcome
from tests.backend.journals import start

ENDED = WriteOutcome("Test", Outcome.CHANGED, english("Written."))


ORDER = """
import json, os, sys
from pathlib import Path
from gatepost.backend.journal.journal import Journal
from gatepost.endpoints.changes.remoting import disable_remoting
from tests.backend.journals import apply
from tests.backend.scripted import ScriptedHost
from tests.endpoints.documents import configuration, snapshot

BEFORE
endpoints = [configuration("P(A;;GA;;;BA)", name=name) for name in "abc"]
host = ScriptedHost({c.name: c.document for c in endpoints})
report = apply(host, Journal(Path(sys.argv[1]) / "j"), disable_remoting(snapshot(*endpoints)), "CHG")
print(json.dumps({"puts": host.puts, "said": [str(o.message) for o in report.outcomes]}))
"""
NOT_ROOT = "if os.geteuid() == 0: os.setgid(65534); os.setuid(65534)"
NEEDS_UNSHARE = "needs unshare(1) and the right to mount in a namespace of its own"


def order(folder, before=""):
    """Give an order on a scripted host in a process of its own, in which ``before`` has been run."""
    command = [sys.executable, "-c", ORDER.replace("BEFORE", before), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, cwd=Path(__file__).parents[3])
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def order_in_mount(folder, *preparations):
    """Give an order while ``folder`` is a small file system of its own, prepared by shell commands."""
    mount = 'mount -t tmpfs -o size=128k none "$1"'
    script = " && ".join([mount, *preparations, 'exec "$2" -c "$3" "$1"'])
    command = ["unshare", "-rm", "sh", "-c", script, "sh", str(folder), sys.executable, ORDER.replace("BEFORE", "")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, cwd=Path(__file__).parents[3])
    if "unshare" in done.stderr or "mount:" in done.stderr:
        pytest.skip(f"{NEEDS_UNSHARE}: {done.stderr}")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def filled(path, count=200):
    """A journal of some pages that is not open anywhere."""
    journal = Journal(path)
    for _ in range(count // 100):
        start(journal, after="x" * 40_000)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("VACUUM")  # every page is in use
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
    for use in (lambda: start(journal), journal.entries, lambda: journal.record_end(1, ENDED)):
        error = refused(use)
        assert "Can't save History" in str(error.summary)
        assert "Give this account permission" in str(error.next_step)
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


def test_threads_of_this_program_take_turns_whatever_the_timeout_is(tmp_path):
    """The timeout is for other programs: a host's write is not refused because many hosts are written to at once."""
    file = JournalFile(tmp_path / "journal.sqlite3", timeout=0)
    failed = []

    def use() -> None:
        try:
            with file.open():
                pass
        except JournalError as error:
            failed.append(error)

    with file.open():
        other = Thread(target=use)
        other.start()
        other.join(0.2)  # without turns it fails at once
    other.join(10)
    assert not other.is_alive() and failed == []


def test_threads_that_have_waited_for_one_that_met_another_program_do_not_wait_as_long_each(tmp_path, monkeypatch):
    """Dozens of hosts that are written to at once would otherwise wait for it one after the other."""
    clock, timeouts = itertools.cycle([0, 100]), []  # each use has waited 100 seconds for its turn
    monkeypatch.setattr("gatepost.backend.journal.file.time", SimpleNamespace(monotonic=lambda: next(clock)))
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *p, **how: timeouts.append(how["timeout"]) or connect(*p, **how))
    file = JournalFile(tmp_path / "j", timeout=0.05)
    with file.open():
        pass
    with closing(connect(tmp_path / "j", isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        for _ in range(3):
            with pytest.raises(JournalError) as caught, file.open():
                pass
            assert "Another program" in str(caught.value.next_step)
        holder.rollback()
    for _ in range(2):
        with file.open():
            pass
    assert timeouts == [0.05, 0.05, 0, 0, 0, 0.05]


def test_a_journal_of_a_later_version(tmp_path):
    start(Journal(tmp_path / "j"))
    with sqlite3.connect(tmp_path / "j") as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    error = refused(lambda: start(Journal(tmp_path / "j")))
    assert "newer version" in str(error.next_step)
    assert not error.damaged


class TestNothingIsSent:
    """Whatever keeps the journal from being written is said of each endpoint, and no endpoint is written."""

    def check(self, result, *words):
        assert result["puts"] == []
        assert len(result["said"]) == 3
        for said in result["said"]:
            assert said.startswith("Not applied. ")
            assert "No changes are made while History can't be saved." in said
            assert all(word in said for word in words), said

    @pytest.mark.skipif(not shutil.which("unshare"), reason=NEEDS_UNSHARE)
    def test_a_full_disk(self, tmp_path):
        fill = 'dd if=/dev/zero of="$1/fill" bs=4k 2>/dev/null; true'
        self.check(order_in_mount(tmp_path, fill), "The disk is full", "Free some space")

    @pytest.mark.skipif(not shutil.which("unshare"), reason=NEEDS_UNSHARE)
    def test_a_disk_that_is_nearly_full(self, tmp_path):
        """Opening finds room, the entry does not."""
        fill = 'dd if=/dev/zero of="$1/fill" bs=4k count=21 2>/dev/null'
        self.check(order_in_mount(tmp_path, fill), "The disk is full", "Free some space")

    @pytest.mark.skipif(not shutil.which("unshare"), reason=NEEDS_UNSHARE)
    def test_a_read_only_file_system(self, tmp_path):
        self.check(order_in_mount(tmp_path, 'mount -o remount,ro "$1"'), "Give this account permission to write there")

    @pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs POSIX accounts")
    def test_a_read_only_folder(self, tmp_path):
        folder = tmp_path / "closed"
        folder.mkdir()
        folder.chmod(0o500)
        for part in (tmp_path, *tmp_path.parents[:2]):
            part.chmod(0o755)
        self.check(order(folder, NOT_ROOT), "Give this account permission to write there")

    @pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs POSIX limits")
    def test_a_file_that_may_not_grow(self, tmp_path):
        start(Journal(tmp_path / "j"))
        limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))"
        self.check(order(tmp_path, limit))

    def test_a_damaged_file(self, tmp_path):
        (tmp_path / "j").write_bytes(b"something else" * 100)
        self.check(order(tmp_path), "damaged", "move the file")


class TestDamaged:
    def check(self, path):
        journal = Journal(path)
        for use in (lambda: start(journal), journal.entries):
            error = refused(use)
            assert error.damaged
            assert "damaged" in str(error.summary)
            assert "move the file" in str(error.next_step)
        return journal

    def test_a_file_that_is_no_database_is_set_aside(self, tmp_path):
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

    def test_a_database_that_was_cut_off_is_set_aside(self, tmp_path):
        filled(tmp_path / "j")
        os.truncate(tmp_path / "j", 5 * 4096)
        self.check(tmp_path / "j")

    @pytest.mark.parametrize(
        "script",
        [
            "DROP TABLE write",
            "DROP TABLE write; CREATE TABLE write (id INTEGER PRIMARY KEY, batch TEXT)",
            "DROP TABLE write; CREATE VIEW write AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n)"
            " SELECT * FROM n",
            "CREATE TRIGGER swallows BEFORE INSERT ON write BEGIN SELECT RAISE(IGNORE); END",
            "CREATE TRIGGER forgets BEFORE UPDATE ON write BEGIN SELECT RAISE(IGNORE); END",
            "PRAGMA user_version = 1",
            "UPDATE write SET id = 9223372036854775807",
        ],
        ids=["no table", "fewer columns", "endless view", "swallows", "forgets", "odd version", "no number left"],
    )
    def test_tables_that_gatepost_never_makes(self, tmp_path, script):
        """Whatever else is in the file could swallow a write, or never come to an end."""
        filled(tmp_path / "j")
        with closing(sqlite3.connect(tmp_path / "j")) as connection:
            connection.executescript("DELETE FROM write WHERE id > 1; " + script)
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

    def test_a_damaged_file_that_cannot_be_moved_is_said_so(self, tmp_path, monkeypatch):
        (tmp_path / "j.sqlite3").write_bytes(b"something else" * 100)
        monkeypatch.setattr(Path, "rename", lambda *_: (_ for _ in ()).throw(PermissionError("no")))
        with pytest.raises(JournalError, match="Can't save History"):
            Journal(tmp_path / "j.sqlite3").set_aside()


def test_a_file_says_its_version(tmp_path):
    start(Journal(tmp_path / "j"))
    with closing(sqlite3.connect(tmp_path / "j")) as opened:
        assert opened.execute("PRAGMA user_version").fetchone() == (4,)
