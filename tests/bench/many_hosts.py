"""200 simulated hosts in a process of their own, and the sessions of the window on them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from gatepost.backend.host.host import Host
from gatepost.backend.journal.journal import Journal
from gatepost.endpoints.host_kind import HostKind
from gatepost.jobs.runner import JobRunner
from gatepost.session.host_session import HostSession
from gatepost.session.reading import HostConnection
from gatepost.wsman.login.remote import connect
from gatepost.wsman.login.target import RemoteTarget

HOSTS, LATENCY = 200, 0.05  # seconds to each answer


class Server:
    """The simulated hosts, in a process of their own."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.bench.many_hosts_server", str(HOSTS), str(LATENCY)]
        root = Path(__file__).resolve().parents[2]
        self._process = subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        told = self._line()
        self.ports: list[int] = told["ports"]
        self.account = (str(told["user"]), str(told["password"]))

    def asked(self) -> dict[str, int]:
        """What has reached the hosts since the last time."""
        assert self._process.stdin is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        return {name: count for name, count in self._line().items() if count}

    def close(self) -> None:
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.kill()
        self._process.wait(10)

    def _line(self) -> dict:
        assert self._process.stdout is not None
        return json.loads(self._process.stdout.readline())


def session(server: Server, port: int, journal: Journal, runner: JobRunner) -> HostSession:
    def opened(_context: object) -> Host:
        # Patient: 200 logins at once on a busy machine are to be measured, not to fail.
        target = RemoteTarget("ntlm", *server.account, f"http://127.0.0.1:{port}/wsman", connect_timeout=60)
        return Host(connect(target), journal, key=f"host:{port}", name=f"srv{port}")

    return HostSession(f"host:{port}", f"srv{port}", HostKind.REMOTE, HostConnection(opened), runner)
