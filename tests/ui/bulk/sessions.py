"""Sessions of one practice host under several names, as rows of the host list have them."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from gatepost.backend.host.host import Host
from gatepost.backend.journal.journal import Journal
from gatepost.endpoints.host_kind import HostKind
from gatepost.jobs.runner import JobRunner
from gatepost.session.host_session import HostSession
from gatepost.session.reading import HostConnection
from gatepost.wsman.login.remote import connect
from gatepost.wsman.login.target import RemoteTarget
from tests.jobs.manual_runner import ManualRunner
from tests.practice.host_process import PracticeProcess


def session_of(
    host: PracticeProcess, journal: Journal, runner: JobRunner, key: str, name: str, kind: HostKind = HostKind.REMOTE
) -> HostSession:
    """Make a session that is not read yet."""

    def opened(_: object) -> Host:
        target = RemoteTarget("ntlm", *host.account(), host.url)
        return Host(connect(target), journal, key=key, name=name, kind=kind)

    return HostSession(key, name, kind, HostConnection(opened), runner)


class ReadSessions:
    """Makes sessions that are read, and answer one after the other with ``runner``."""

    def __init__(self, host: PracticeProcess, folder: Path) -> None:
        self.runner = ManualRunner()
        self._made: list[HostSession] = []
        self._make = partial(session_of, host, Journal(folder / "journal.db"), self.runner)

    def make(self, key: str, name: str, kind: HostKind = HostKind.REMOTE) -> HostSession:
        session = self._make(key, name, kind)
        self._made.append(session)
        session.load()
        self.runner.run_all()
        assert session.snapshot is not None
        return session

    def close(self) -> None:
        for session in self._made:
            session.close()
