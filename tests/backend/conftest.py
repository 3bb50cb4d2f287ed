"""A practice host of its own for each test, and ways to reach it."""

import gc

import pytest

from gatepost.backend.host.host import Host
from gatepost.backend.journal.journal import Journal
from gatepost.endpoints.host_kind import HostKind
from gatepost.work import WorkContext
from gatepost.wsman.login.remote import connect
from gatepost.wsman.login.target import RemoteTarget
from tests.practice.host_process import PracticeProcess


class Bench:
    """A practice host and a ``Host`` that reaches it over NTLM."""

    def __init__(self, scenario, folder):
        self.practice = PracticeProcess(scenario)
        self.folder = folder
        self.journal = Journal(folder / "journal.sqlite3")
        self.transports = []
        self.host = self.connect()

    def connect(self, role="administrator", password=""):
        user, right = self.practice.account(role)
        self.transports.append(connect(RemoteTarget("ntlm", user, password or right, self.practice.url)))
        return Host(self.transports[-1], self.journal, "practice", "SERVER01", kind=HostKind.PRACTICE)

    def tell(self, *words):
        answer = self.practice.console(*words)
        assert answer["ok"], answer
        return answer

    def list(self):
        return self.host.read_snapshot(WorkContext())

    def apply(self, change_set):
        report = self.host.apply(change_set, "CHG-1", WorkContext())
        return {outcome.name: outcome for outcome in report.outcomes}

    def counts(self):
        """What was asked, leaving out what was not."""
        return {name: count for name, count in self.tell("counts").items() if count and name != "ok"}

    def close(self):
        for transport in self.transports:
            transport.close()
        self.practice.close()
        gc.collect()  # a socket left open would show here as a ResourceWarning


@pytest.fixture
def start(tmp_path):
    benches = []

    def start(scenario="reference-page"):
        benches.append(Bench(scenario, tmp_path))
        return benches[-1]

    yield start
    for bench in benches:
        bench.close()


@pytest.fixture
def bench(start):
    return start()
