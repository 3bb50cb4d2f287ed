import json
import os
import sqlite3

import pytest

from app.backend.journal import Journal, state
from app.endpoints.access_mode import AccessMode
from app.endpoints.errors import HostError
from app.endpoints.remoting import set_access_mode
from app.endpoints.report import EndpointOutcome, Outcome
from app.endpoints.text import text
from tests.endpoints.documents import HOST, configuration, snapshot


@pytest.fixture
def change_set():
    endpoint = configuration("P(A;;GA;;;BA)", attributes='RunAsUser="u" RunAsPassword="hunter2"')
    return set_access_mode(snapshot(endpoint), ["Test"], AccessMode.LOCAL)


def start(journal, change_set, batch="b"):
    return journal.started(batch, change_set, change_set.changes[0], "CHG-1")


def test_a_write_is_there_before_its_outcome(tmp_path, change_set):
    journal = Journal(tmp_path / "new" / "journal.sqlite3")
    number = start(journal, change_set)
    (entry,) = Journal(tmp_path / "new" / "journal.sqlite3").entries()
    assert (entry.outcome, entry.message) == ("", "")
    assert (entry.host, entry.account, entry.endpoint) == (HOST.key, HOST.account, "Test")
    assert (entry.verb, entry.reason, entry.batch) == ("Set Test to Local", "CHG-1", "b")
    journal.ended(number, EndpointOutcome("Test", Outcome.CHANGED, text("Written {x}.", x="well")))
    (entry,) = journal.entries()
    assert (entry.outcome, entry.message) == ("changed", "Written well.")


def test_what_can_be_taken_back_is_kept(tmp_path, change_set):
    journal = Journal(tmp_path / "j")
    start(journal, change_set)
    (entry,) = journal.entries()
    change = change_set.changes[0]
    assert (entry.before, entry.after) == (state(change.before), state(change.after))
    kept = json.loads(entry.after)
    assert kept["enabled"] is True
    assert [d["sddl"] for d in kept["descriptors"]] == [change.after.sddl]
    assert [d["uri"] for d in kept["descriptors"]] == ["http://schemas.microsoft.com/powershell/Test"]


def test_no_password_reaches_the_file(tmp_path, change_set):
    journal = Journal(tmp_path / "j")
    start(journal, change_set)
    assert not any(b"hunter2" in file.read_bytes() for file in tmp_path.iterdir())


def test_entries_keep_their_order_and_batches_differ(tmp_path, change_set):
    journal = Journal(tmp_path / "j")
    batches = [journal.new_batch() for _ in range(5)]
    assert len(set(batches)) == 5
    numbers = [start(journal, change_set, batch) for batch in batches]
    assert [(e.id, e.batch) for e in journal.entries()] == list(zip(numbers, batches, strict=True))


def test_an_empty_journal(tmp_path):
    assert Journal(tmp_path / "j").entries() == ()


def unwritable(kind, folder):
    if kind == "a file stands where the folder should be":
        (folder / "file").write_text("x")
        return folder / "file" / "journal"
    if kind == "a folder stands where the file should be":
        (folder / "journal").mkdir()
        return folder / "journal"
    if kind == "not a journal":
        (folder / "journal").write_bytes(b"something else" * 100)
        return folder / "journal"
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    folder.chmod(0o500)
    return folder / "journal"


@pytest.mark.parametrize(
    "kind",
    [
        "a file stands where the folder should be",
        "a folder stands where the file should be",
        "not a journal",
        "read-only folder",
    ],
)
def test_a_journal_that_cannot_be_written_is_a_host_error(tmp_path, change_set, kind):
    journal = Journal(unwritable(kind, tmp_path))
    for use in (lambda: start(journal, change_set), journal.entries):
        with pytest.raises(HostError) as caught:
            use()
        assert "journal cannot be" in str(caught.value.summary)
        assert caught.value.next_step
    with pytest.raises(HostError):
        journal.ended(1, EndpointOutcome("Test", Outcome.CHANGED, text("")))


def test_a_journal_that_somebody_holds_locked_is_a_host_error(tmp_path, change_set):
    journal = Journal(tmp_path / "j", timeout=0.05)
    start(journal, change_set)
    holder = sqlite3.connect(tmp_path / "j", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(HostError):
        start(journal, change_set)
    holder.rollback()
    holder.close()
    start(journal, change_set)
    assert len(journal.entries()) == 2
