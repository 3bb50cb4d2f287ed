"""Opening the hosts that the user asks for, as a session or for a connection test."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import TYPE_CHECKING

from gatepost.backend.connect.connections import ConnectRequest
from gatepost.backend.files.settings import Settings
from gatepost.backend.host.host import Host
from gatepost.backend.journal.journal import Journal
from gatepost.endpoints.host_kind import HostKind
from gatepost.jobs.job import Job
from gatepost.jobs.runner import JobRunner
from gatepost.session.host_session import HostSession
from gatepost.session.reading import HostConnection
from gatepost.work import WorkContext
from gatepost.wsman.login.attempts import LoginAttempts

if TYPE_CHECKING:  # what comes of a question that a first window does not ask
    from gatepost.backend.connect.connection_test import StepResult


class HostOpener:
    """Opens hosts of requests. A password that one of them has rejected is not tried again until the user types it."""

    def __init__(
        self,
        journal: Journal,
        runner: JobRunner,
        password: Callable[[ConnectRequest], str],
        settings: Callable[[], Settings],
    ) -> None:
        """``password`` is asked in a worker; ``settings`` gives those in force whenever a host is opened."""
        self._journal = journal
        self._runner = runner
        self._password = password
        self._settings = settings
        self._attempts = LoginAttempts()
        self._tests = count()

    def session(self, request: ConnectRequest) -> HostSession:
        """Make a session that is not read yet."""

        def opened(_: WorkContext) -> Host:
            from gatepost.backend.connect.open_host import open_host  # no practice host needs the ways to log on

            return open_host(
                request.connection, self._password(request), self._journal, self._settings(), attempts=self._attempts
            )

        connection = request.connection
        return HostSession(
            connection.key,
            connection.address.label,
            HostKind.REMOTE,
            HostConnection(opened),
            self._runner,
            read_only=connection.read_only,
        )

    def run_connection_test(self, request: ConnectRequest) -> Job[tuple[StepResult, ...]]:
        """Test a connection in the background."""

        def tried(context: WorkContext) -> tuple[StepResult, ...]:
            from gatepost.backend.connect.connection_test import ConnectionTest

            return ConnectionTest(
                request.connection, self._password(request), context, self._settings(), attempts=self._attempts
            ).run()

        return self._runner.submit(f"test {next(self._tests)}", tried)  # beside the host's own lane

    def allow_retry(self, request: ConnectRequest) -> None:
        """Note that the user has typed this account and password: they may be tried although they were rejected."""
        connection = request.connection
        self._attempts.forget(connection.user, request.password, connection.address.url)
