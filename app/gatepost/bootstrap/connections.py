"""Real hosts for the window: sessions, remembered passwords, and the list of hosts of before."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from typing_extensions import override

from gatepost.backend.connect.connections import Connection, ConnectionStore, ConnectRequest, KnownConnections
from gatepost.backend.connect.credentials import Credentials
from gatepost.backend.connect.host_names import HostNames, read_host_file
from gatepost.backend.connect.open_host import StepResult, open_host, try_connection
from gatepost.backend.connect.this_computer import ThisComputer
from gatepost.backend.files.settings import Settings
from gatepost.backend.host.host import Host
from gatepost.backend.journal.journal import Journal
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.text import Text
from gatepost.jobs.job import Job, JobKind
from gatepost.jobs.runner import JobRunner
from gatepost.session.connector import Connector
from gatepost.session.host_session import HostSession
from gatepost.work import WorkContext

log = logging.getLogger(__name__)

_KEEPING = "connections"  # the lane of the file and of the keyring
_READING_FILES = "files"  # the lane of files that the user has chosen
_ELEVATING = "elevation"  # the lane of questions that Windows asks


class Connections(Connector):
    """What the window is given to reach real hosts."""

    def __init__(
        self,
        path: Path,
        journal: Journal,
        runner: JobRunner,
        credentials: Credentials,
        computer: ThisComputer,
        settings: Callable[[], Settings],
    ) -> None:
        """``settings`` gives those in force whenever a host is opened."""
        self._store = ConnectionStore(path)
        self._journal = journal
        self._runner = runner
        self._credentials = credentials
        self._computer = computer
        self._settings = settings
        self._sessions: list[HostSession] = []
        self._tests = count()

    @override
    def known(self) -> KnownConnections:
        return self._store.load()

    @override
    def session(self, request: ConnectRequest) -> HostSession:
        def opened(_: WorkContext) -> Host:
            return open_host(request.connection, self._password(request), self._journal, self._settings())

        connection = request.connection
        session = HostSession(
            connection.key, connection.address.label, opened, self._runner, read_only=connection.read_only
        )
        self._sessions.append(session)
        waiting = [request]

        def note() -> None:
            if session.snapshot is not None and waiting:
                self._note(waiting.pop())

        session.changed.connect(note)
        return session

    @override
    def here(self) -> HostSession:
        computer = self._computer
        name = QCoreApplication.translate("MainWindow", "This computer")
        session = HostSession(
            computer.key, name, lambda _: computer.open(), self._runner, here=True, explanation=computer.explanation
        )
        self._sessions.append(session)
        return session

    @override
    def start_winrm(self) -> Job[None]:
        return self._runner.submit(_ELEVATING, lambda _: self._computer.start_winrm(), kind=JobKind.WRITE)

    @override
    def restart_as_administrator(self) -> Job[None]:
        return self._runner.submit(_ELEVATING, lambda _: self._computer.restart_as_administrator())

    @override
    def host_names(self, path: Path) -> Job[HostNames]:
        return self._runner.submit(_READING_FILES, lambda _: read_host_file(path))

    @override
    def try_out(self, request: ConnectRequest) -> Job[tuple[StepResult, ...]]:
        def tried(context: WorkContext) -> tuple[StepResult, ...]:
            return try_connection(request.connection, self._password(request), context, self._settings())

        return self._runner.submit(f"test {next(self._tests)}", tried)  # beside the host's own lane

    @override
    def keep(self, connection: Connection) -> Job[None]:
        return self._runner.submit(_KEEPING, lambda _: self._store.note(connection), kind=JobKind.WRITE)

    @override
    def forget(self, connection: Connection) -> Job[None]:
        def forgotten(_: WorkContext) -> None:
            self._credentials.forget(connection)
            self._store.forget(connection.key)

        return self._runner.submit(_KEEPING, forgotten, kind=JobKind.WRITE)

    @override
    def forget_password(self, connection: Connection) -> Job[None]:
        def forgotten(_: WorkContext) -> None:
            self._credentials.forget(connection)
            self._store.note(replace(connection, remember=False))

        return self._runner.submit(_KEEPING, forgotten, kind=JobKind.WRITE)

    @override
    def usual_proxy(self) -> str:
        return self._settings().proxy

    @override
    def limitation(self) -> Job[Text]:
        return self._runner.submit(_KEEPING, lambda _: self._credentials.limitation())

    def closed(self, session: HostSession) -> None:
        """Let go of a session that the window has closed."""
        self._sessions = [other for other in self._sessions if other is not session]

    def close(self) -> None:
        """End every connection."""
        for session in self._sessions:
            session.close()

    def _password(self, request: ConnectRequest) -> str:
        return request.password or self._credentials.recall(request.connection)

    def _note(self, request: ConnectRequest) -> None:
        """A host that was read is one worth finding again, and its password one worth remembering."""
        job = self._runner.submit(_KEEPING, lambda _: self._keep(request), kind=JobKind.WRITE)
        job.then(failed=partial(_log_failure, request.connection))

    def _keep(self, request: ConnectRequest) -> None:
        connection = request.connection
        known = self._store.load().find(connection.key)
        if connection.remember and request.password:
            self._credentials.remember(connection, request.password)
        elif known is not None and known.remember and not connection.remember:
            self._credentials.forget(known)
        self._store.note(connection)


def _log_failure(connection: Connection, error: HostError) -> None:
    log.warning("%s could not be noted: %s", connection.key, error)
