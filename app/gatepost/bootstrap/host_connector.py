"""Real hosts for the window: sessions, remembered passwords, and the list of known hosts."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from typing_extensions import override

from gatepost.backend.connect.connections import Connection, ConnectionStore, ConnectRequest, KnownConnections
from gatepost.backend.connect.credentials import Credentials
from gatepost.backend.connect.password_names import PasswordNames
from gatepost.backend.connect.remembered_hosts import RememberedHosts
from gatepost.backend.connect.this_computer import ThisComputer
from gatepost.backend.files.settings import Settings
from gatepost.backend.host.host import Host
from gatepost.backend.journal.journal import Journal
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.host_kind import HostKind
from gatepost.endpoints.text import Text
from gatepost.jobs.job import Job, JobKind
from gatepost.jobs.runner import JobRunner
from gatepost.session.connector import Connector
from gatepost.session.host_session import HostSession
from gatepost.session.host_source import HostConnection
from gatepost.work import WorkContext
from gatepost.wsman.login.attempts import LoginAttempts

if TYPE_CHECKING:
    from gatepost.backend.connect.check_connection import StepResult
    from gatepost.backend.connect.host_names import HostNames

log = logging.getLogger(__name__)

_KEEPING = "connections"  # the lane of the file and of the keyring
_READING_FILES = "files"  # the lane of files that the user has chosen
_ELEVATING = "elevation"  # the lane of questions that Windows asks


class HostConnector(Connector):
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
        self._remembered = RememberedHosts(
            ConnectionStore(path), credentials, PasswordNames(path.with_name("passwords.json"))
        )
        self._journal = journal
        self._runner = runner
        self._credentials = credentials
        self._computer = computer
        self._settings = settings
        self._attempts = LoginAttempts()
        self._tests = count()

    @override
    def known(self) -> KnownConnections:
        return self._remembered.load()

    @override
    def session(self, request: ConnectRequest) -> HostSession:
        def opened(_: WorkContext) -> Host:
            from gatepost.backend.connect.open_host import open_host  # no practice host needs the ways to log on

            return open_host(
                request.connection,
                self._remembered.password(request),
                self._journal,
                self._settings(),
                attempts=self._attempts,
            )

        connection = request.connection
        session = HostSession(
            connection.key,
            connection.address.label,
            HostKind.REMOTE,
            HostConnection(opened),
            self._runner,
            read_only=connection.read_only,
        )
        session.first_read.connect(partial(self._note, request))
        return session

    @override
    def this_computer_session(self) -> HostSession:
        computer = self._computer
        name = QCoreApplication.translate("MainWindow", "This computer")
        source = HostConnection(lambda _: computer.open())
        return HostSession(
            computer.key, name, HostKind.THIS_COMPUTER, source, self._runner, explanation=computer.explanation
        )

    @override
    def start_winrm(self) -> Job[None]:
        return self._runner.submit(_ELEVATING, lambda _: self._computer.start_winrm(), kind=JobKind.WRITE)

    @override
    def restart_as_administrator(self) -> Job[None]:
        return self._runner.submit(_ELEVATING, lambda _: self._computer.restart_as_administrator())

    @override
    def host_names(self, path: Path) -> Job[HostNames]:
        from gatepost.backend.connect.host_names import read_host_file

        return self._runner.submit(_READING_FILES, lambda _: read_host_file(path))

    @override
    def try_out(self, request: ConnectRequest) -> Job[tuple[StepResult, ...]]:
        def tried(context: WorkContext) -> tuple[StepResult, ...]:
            from gatepost.backend.connect.check_connection import try_connection

            return try_connection(
                request.connection,
                self._remembered.password(request),
                context,
                self._settings(),
                attempts=self._attempts,
            )

        return self._runner.submit(f"test {next(self._tests)}", tried)  # beside the host's own lane

    @override
    def allow_retry(self, request: ConnectRequest) -> None:
        connection = request.connection
        self._attempts.forget(connection.user, request.password, connection.address.url)

    @override
    def protect(self, connection: Connection) -> Job[None]:
        return self._change(partial(self._remembered.protect, connection)).then(
            failed=partial(_log_failure, connection)
        )

    @override
    def keep(self, connection: Connection) -> Job[None]:
        return self._change(partial(self._remembered.keep, connection))

    @override
    def forget(self, connection: Connection) -> Job[None]:
        return self._change(partial(self._remembered.forget, connection))

    @override
    def forget_password(self, connection: Connection) -> Job[None]:
        return self._change(partial(self._remembered.forget_password, connection))

    @override
    def usual_proxy(self) -> str:
        return self._settings().proxy

    @override
    def limitation(self) -> Job[Text]:
        return self._runner.submit(_KEEPING, lambda _: self._credentials.limitation())

    def _note(self, request: ConnectRequest) -> None:
        """A host that was read is one worth finding again, and its password one worth remembering."""
        job = self._change(partial(self._remembered.connected, request))
        job.then(failed=partial(_log_failure, request.connection))

    def _change(self, change: Callable[[], None]) -> Job[None]:
        return self._runner.submit(_KEEPING, lambda _: change(), kind=JobKind.WRITE)


def _log_failure(connection: Connection, error: HostError) -> None:
    log.warning("%s could not be noted: %s", connection.key, error)
