"""Making sessions for real hosts, and the saved hosts and passwords behind them."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from gatepost.backend.connect.connections import Connection, ConnectionHistory, ConnectionStore, ConnectRequest
from gatepost.backend.connect.credentials import Credentials
from gatepost.backend.connect.password_names import PasswordNames
from gatepost.backend.connect.saved_connections import SavedConnections
from gatepost.backend.connect.this_computer import ThisComputer
from gatepost.backend.files.settings import Settings
from gatepost.backend.host.host import Host
from gatepost.backend.journal.journal import Journal
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.host_kind import HostKind
from gatepost.endpoints.text import Text
from gatepost.jobs.job import Job, JobKind
from gatepost.jobs.runner import JobRunner
from gatepost.models.sentences import shown
from gatepost.models.window_text import WINDOW
from gatepost.session.host_session import HostSession
from gatepost.session.reading import HostConnection
from gatepost.work import WorkContext
from gatepost.wsman.login.attempts import LoginAttempts

if TYPE_CHECKING:  # what comes of questions that a first window does not ask
    from gatepost.backend.connect.connection_test import StepResult
    from gatepost.backend.connect.host_names import HostNames

log = logging.getLogger(__name__)

_CONNECTIONS_LANE = "connections"  # the lane of the file and of the keyring
_FILES_LANE = "files"  # the lane of files that the user has chosen
_ELEVATION_LANE = "elevation"  # the lane of questions that Windows asks


class Connector:
    """Makes sessions of requests, and holds the list of known hosts."""

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
        self._remembered = SavedConnections(
            ConnectionStore(path), credentials, PasswordNames(path.with_name("passwords.json"))
        )
        self._journal = journal
        self._runner = runner
        self._credentials = credentials
        self._computer = computer
        self._settings = settings
        self._attempts = LoginAttempts()
        self._tests = count()

    def known(self) -> ConnectionHistory:
        """Return the hosts that were connected to, newest first."""
        return self._remembered.load()

    def session(self, request: ConnectRequest) -> HostSession:
        """Make a session that is not read yet; once it is, the host counts as known."""

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

    def this_computer_session(self) -> HostSession:
        """Make a session of this computer that is not read yet."""
        computer = self._computer
        name = shown(WINDOW.tr("This computer"))
        source = HostConnection(lambda _: computer.open())
        return HostSession(
            computer.key, name, HostKind.THIS_COMPUTER, source, self._runner, explanation=computer.explanation
        )

    def start_winrm(self) -> Job[None]:
        """Start WinRM on this computer in the background; the job fails with HostError."""
        return self._runner.submit(_ELEVATION_LANE, lambda _: self._computer.start_winrm(), kind=JobKind.WRITE)

    def restart_as_administrator(self) -> Job[None]:
        """Start this program once more, elevated, in the background; the job fails with HostError."""
        return self._runner.submit(_ELEVATION_LANE, lambda _: self._computer.restart_as_administrator())

    def host_names(self, path: Path) -> Job[HostNames]:
        """Read a list of hosts in the background; the job fails with HostError."""
        from gatepost.backend.connect.host_names import read_host_file

        return self._runner.submit(_FILES_LANE, lambda _: read_host_file(path))

    def run_connection_test(self, request: ConnectRequest) -> Job[tuple[StepResult, ...]]:
        """Test a connection in the background."""

        def tried(context: WorkContext) -> tuple[StepResult, ...]:
            from gatepost.backend.connect.connection_test import run_connection_test

            return run_connection_test(
                request.connection,
                self._remembered.password(request),
                context,
                self._settings(),
                attempts=self._attempts,
            )

        return self._runner.submit(f"test {next(self._tests)}", tried)  # beside the host's own lane

    def allow_retry(self, request: ConnectRequest) -> None:
        """Note that the user has typed this account and password: they may be tried although they were rejected."""
        connection = request.connection
        self._attempts.forget(connection.user, request.password, connection.address.url)

    def protect(self, connection: Connection) -> Job[None]:
        """Save what protects a host, in the background; the job fails with HostError."""
        return self._change(partial(self._remembered.protect, connection)).then(
            failed=partial(_log_failure, connection)
        )

    def keep(self, connection: Connection) -> Job[None]:
        """Put a connection first in the list, in the background; the job fails with HostError."""
        return self._change(partial(self._remembered.keep, connection))

    def forget(self, connection: Connection) -> Job[None]:
        """Take a host out of the list, with its password, in the background; the job fails with HostError."""
        return self._change(partial(self._remembered.forget, connection))

    def forget_password(self, connection: Connection) -> Job[None]:
        """Drop the remembered password of a host, in the background; the job fails with HostError."""
        return self._change(partial(self._remembered.forget_password, connection))

    def usual_proxy(self) -> str:
        """Return the proxy that is offered to a connection; "" for none."""
        return self._settings().proxy

    def limitation(self) -> Job[Text]:
        """Ask in the background what stands in the way of remembering passwords."""
        return self._runner.submit(_CONNECTIONS_LANE, lambda _: self._credentials.limitation())

    def _note(self, request: ConnectRequest) -> None:
        """A host that was read is one worth finding again, and its password one worth remembering."""
        job = self._change(partial(self._remembered.connected, request))
        job.then(failed=partial(_log_failure, request.connection))

    def _change(self, change: Callable[[], None]) -> Job[None]:
        return self._runner.submit(_CONNECTIONS_LANE, lambda _: change(), kind=JobKind.WRITE)


def _log_failure(connection: Connection, error: HostError) -> None:
    log.warning("%s could not be noted: %s", connection.key, error)
