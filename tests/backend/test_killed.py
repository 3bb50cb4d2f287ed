"""The process is killed while it writes, two hundred times: the journal names every write that may have happened."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest

from gatepost.backend.host import reconcile_write
from gatepost.backend.host.settings_client import SettingsClient
from gatepost.backend.journal.journal import Journal
from gatepost.endpoints.configuration.endpoint_state import EndpointState
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.writes.journal_entry import Outcome
from tests.backend.journals import unsettled
from tests.backend.killable_process import SETTINGS

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the processes to kill are forked")

KILLS = 50  # for each seed
SETTING_TRIALS = 20  # for each kind of setting
SEEDS = range(4)
ORDERS = ("disable", "enable", "Local", "Disabled", "Remote", "take back")
ROOT = Path(__file__).resolve().parents[2]


class KillableProcess:
    """The program of ``killable_process.py``."""

    def __init__(self, bench, path) -> None:
        user, password = bench.practice.account()
        command = [
            sys.executable,
            "-m",
            "tests.backend.killable_process",
            bench.practice.url,
            user,
            password,
            str(path),
        ]
        self._process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
        )

    def order(self, order, names, dies_at=0, seconds=None) -> int:
        """Give an order to a child that dies at a step, or after some seconds, or not; how many steps it took."""
        request = {"order": order, "names": names, "dies_at": dies_at, "seconds": seconds}
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())

    def close(self) -> None:
        self._process.stdin.close()
        self._process.wait(20)
        self._process.stdout.close()


@pytest.fixture
def bench(start):
    return start("hard-cases")


@pytest.fixture
def killable(bench, tmp_path):
    made = KillableProcess(bench, tmp_path / "journal.sqlite3")
    yield made
    made.close()


def state(bench, name):
    return EndpointState.of(SessionConfiguration.from_xml(bench.tell("show", name)["document"].encode()))


def puts(bench):
    return sum(bench.tell("counts")["put"].values())


def endpoints(bench):
    """Of each kind of write: a descriptor, a new descriptor, one with a RunAs user, one that is disabled."""
    found = bench.list().configurations
    plain = [c.name for c in found if len(c.security_nodes) == 1 and c.enabled and not c.run_as.user][:2]
    bare = next(c.name for c in found if not c.security_nodes)
    disabled = next(c.name for c in found if not c.enabled and c.security_nodes)
    return [*plain, bare, disabled, "Ops.RunAs"]


@pytest.mark.parametrize("seed", SEEDS)
def test_killed_at_any_moment(bench, killable, tmp_path, monkeypatch, seed):
    """Half of the children die at a step that chance chooses, half after a time that chance chooses."""
    monkeypatch.setattr(reconcile_write, "STILL_UNDER_WAY", timedelta(0))
    chance = random.Random(seed)
    trials = Trials(bench, killable, tmp_path / "journal.sqlite3")
    started = time.monotonic()
    steps = killable.order("disable", trials.names)
    lasts = time.monotonic() - started
    assert steps == 2 + 10 * len(trials.names), "before and after: planned; noted, read, written, read back, noted"
    for trial in range(3 * KILLS):
        if trials.killed == KILLS:
            break
        order, names = chance.choice(ORDERS), chance.sample(trials.names, chance.randint(1, 3))
        if trial % 2:
            trials.kill(order, names, dies_at=chance.randint(1, 2 + 10 * len(names)))
        else:
            trials.kill(order, names, seconds=chance.uniform(0, lasts * len(names) / len(trials.names)))
    assert trials.killed == KILLS, "too many children had come to their end before"
    assert trials.unsettled > KILLS // 10, "hardly any child was killed in the middle of a write"
    assert trials.outcomes <= {Outcome.CHANGED, Outcome.UNCHANGED}


@pytest.mark.parametrize("kind", SETTINGS)
def test_killed_while_a_setting_is_written(bench, killable, tmp_path, monkeypatch, kind):
    """At each step in turn, and at random moments between."""
    monkeypatch.setattr(reconcile_write, "STILL_UNDER_WAY", timedelta(0))
    chance = random.Random(kind)
    path = tmp_path / "journal.sqlite3"
    steps = killable.order(kind, [])
    assert steps == 12 - (kind == "listener"), "before and after: planned, noted, read, written, read back, noted"
    killed = 0
    for trial in range(SETTING_TRIALS):
        known, sent_before = len(Journal(path).entries()), settings_sent(bench)
        when = {"dies_at": trial % steps + 1} if trial < steps else {"seconds": chance.uniform(0, 0.05)}
        killed += killable.order(kind, [], **when) == 0
        entries, sent = Journal(path).entries()[known:], settings_sent(bench) - sent_before
        assert sent <= len(entries) <= 1, "a write is lost or invented"
        for entry in unsettled(Journal(path)):
            time.sleep(0.05)  # a write that was under way has arrived, or never will
            outcome = bench.host.reconcile_write(entry).outcome
            now = SettingsClient(bench.host._transport).state(entry.kind, entry.subject)
            assert now.note == (entry.after if outcome is Outcome.CHANGED else entry.before)
        assert unsettled(Journal(path)) == ()
    assert killed >= steps


def settings_sent(bench):
    counts = bench.tell("counts")
    invoked = sum(n for what, n in counts["invoke"].items() if what != "GetDWORDValue")
    return invoked + counts["create"] + counts["delete"]


class Trials:
    """Kills children one after the other, and after each compares the journal with the host."""

    def __init__(self, bench, killable, path):
        self.bench, self.killable, self.path = bench, killable, path
        self.names = endpoints(bench)
        self.killed = self.unsettled = 0
        self.outcomes = set()

    def kill(self, order, names, **when):
        before, puts_before = self.states(), puts(self.bench)
        known = len(self.entries())
        self.killed += self.killable.order(order, names, **when) == 0
        after, sent = self.states(), puts(self.bench) - puts_before
        entries = self.entries()[known:]
        changed = {name for name in self.names if before[name] != after[name]}
        assert changed <= {entry.subject for entry in entries}, "a write is lost"
        tried = [entry for entry in entries if not entry.is_untried]
        assert sent <= len(tried) <= sent + 1, "a write is lost or invented"
        assert all(entry.outcome is Outcome.CHANGED for entry in tried[:-1])
        for entry in (e for e in entries if e.outcome is Outcome.CHANGED):
            assert after[entry.subject].means(EndpointState.from_json(entry.after))
        self.settle()

    def settle(self):
        """What a program that is started after it does: read the host again."""
        for entry in unsettled(Journal(self.path)):
            self.unsettled += 1
            time.sleep(0.05)  # a write that was under way has arrived, or never will
            outcome = self.bench.host.reconcile_write(entry)
            now = state(self.bench, entry.subject)
            found = EndpointState.from_json(entry.after if outcome.outcome is Outcome.CHANGED else entry.before)
            assert now.means(found)
            self.outcomes.add(outcome.outcome)
        assert unsettled(Journal(self.path)) == ()

    def entries(self):
        """Opening the file anew looks for damage first."""
        return Journal(self.path).entries()

    def states(self):
        return {name: state(self.bench, name) for name in self.names}
