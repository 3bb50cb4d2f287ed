"""Two programs on one journal, and two on one host: nothing is lost, and conflicts are said."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from gatepost.backend.host.host import Host
from gatepost.backend.journal.journal import Journal
from gatepost.endpoints.changes.remoting import disable_remoting, set_access_mode
from gatepost.endpoints.changes.revert import plan_revert, revert_change_set
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.configuration.endpoint_state import EndpointState
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.writes.journal_entry import Outcome
from gatepost.work import WorkContext
from tests.backend.test_killed import KillableProcess, puts

ROOT = Path(__file__).resolve().parents[2]
WRITES = 60
WRITER = f"""
import sys
from pathlib import Path
from gatepost.backend.journal.journal import Journal
from gatepost.endpoints.writes.journal_entry import WriteOutcome, Outcome
from gatepost.endpoints.text import english
from tests.backend.journals import start

journal = Journal(Path(sys.argv[1]))
for number in range({WRITES}):
    entry = start(journal, str(number), reason=sys.argv[2])
    journal.record_end(entry, WriteOutcome("Test", Outcome.CHANGED, english("Written by {{name}}.", name=sys.argv[2])))
    journal.delete_older_than(1)
"""


def test_two_programs_write_one_journal_that_neither_had_before(tmp_path):
    path = tmp_path / "journal.sqlite3"
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, str(path), name], cwd=ROOT) for name in "ab"]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    entries = Journal(path).entries()
    assert len({entry.id for entry in entries}) == 2 * WRITES
    for name in "ab":
        own = [entry for entry in entries if entry.reason == name]
        assert [entry.subject for entry in own] == [str(number) for number in range(WRITES)]
        assert {entry.message for entry in own} == {f"Written by {name}."}


class TestOneHost:
    NAMES = ("microsoft.powershell", "Test", "WithProfile")

    @pytest.fixture
    def programs(self, bench, tmp_path):
        made = [KillableProcess(bench, tmp_path / "journal.sqlite3") for _ in range(2)]
        yield made
        for killable in made:
            killable.close()

    def test_two_programs_at_once_lose_nothing_and_say_what_they_do_not_know(self, bench, programs):
        """They write against each other; nobody's write is without an entry, and nobody's entry without its end."""
        orders = (("Local", "Remote"), ("Disabled", "Local"))

        def work(number):
            for turn in range(10):
                programs[number].order(orders[number][turn % 2], list(self.NAMES))

        with ThreadPoolExecutor(2) as pool:
            list(pool.map(work, range(2)))
        entries = bench.journal.entries()
        assert not any(entry.outcome is None for entry in entries)
        written = [entry for entry in entries if entry.outcome not in (Outcome.CONFLICT, Outcome.UNCHANGED)]
        assert len(written) == puts(bench)
        assert {entry.outcome for entry in written} <= {Outcome.CHANGED, Outcome.UNKNOWN, Outcome.REFUSED}
        assert {entry.outcome for entry in written} >= {Outcome.CHANGED}
        for name in self.NAMES:
            document = bench.tell("show", name)["document"].encode()
            now = EndpointState.of(SessionConfiguration.from_xml(document))
            assert any(now.means(EndpointState.from_json(e.after)) for e in entries if e.subject == name)

    def test_the_second_window_is_told_and_writes_nothing(self, bench, tmp_path):
        """It has read the host before the first one wrote."""
        second = Host(bench.host._transport, Journal(tmp_path / "journal.sqlite3"), "practice", "SERVER01")
        stale = set_access_mode(second.read_snapshot(WorkContext()), [self.NAMES[0]], AccessMode.DISABLED)
        bench.apply(disable_remoting(bench.list()))
        (outcome,) = second.apply(stale, "", WorkContext()).outcomes
        assert outcome.outcome is Outcome.CONFLICT
        assert "since it was last read" in str(outcome.message)
        assert [entry.outcome for entry in bench.journal.entries()] == [*[Outcome.CHANGED] * 6, Outcome.CONFLICT]

    def test_both_take_the_same_group_back_and_the_second_has_nothing_to_do(self, bench, tmp_path):
        bench.apply(disable_remoting(bench.list()))
        entries = bench.journal.entries()
        first, second = (revert_change_set(plan_revert(entries, bench.list())) for _ in range(2))
        assert {o.outcome for o in bench.apply(first).values()} == {Outcome.CHANGED}
        report = bench.apply(second)
        assert {(o.outcome, o.fulfilled) for o in report.values()} == {(Outcome.UNCHANGED, True)}
        assert all("changed in the same way" in str(o.message) for o in report.values())
        assert revert_change_set(plan_revert(entries, bench.list())).effective == ()
