"""Reading and changing the saved hosts and their passwords beside the window."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial

from gatepost.backend.connect.connections import Connection, ConnectionHistory, ConnectRequest
from gatepost.backend.connect.credentials import Credentials
from gatepost.backend.connect.saved_connections import SavedConnections
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.text import Text
from gatepost.jobs.job import Job
from gatepost.jobs.runner import JobRunner

log = logging.getLogger(__name__)

_LANE = "connections"  # of the file and of the keyring


class SavedConnectionJobs:
    """Changes the list in the background; these jobs fail with HostError where a file cannot be written."""

    def __init__(self, connections: SavedConnections, credentials: Credentials, runner: JobRunner) -> None:
        self._connections = connections
        self._credentials = credentials
        self._runner = runner

    def known(self) -> ConnectionHistory:
        """Return the hosts that were connected to, newest first."""
        return self._connections.load()

    def protect(self, connection: Connection) -> None:
        """Save what protects a host; a failure is logged."""
        self._change(partial(self._connections.protect, connection)).then(failed=partial(_log_failure, connection))

    def note_connected(self, request: ConnectRequest) -> None:
        """Save a host that was read: it is one worth finding again, and its password one worth remembering.

        A failure is logged.
        """
        job = self._change(partial(self._connections.connected, request))
        job.then(failed=partial(_log_failure, request.connection))

    def keep(self, connection: Connection) -> Job[None]:
        """Put a connection first in the list."""
        return self._change(partial(self._connections.keep, connection))

    def forget(self, connection: Connection) -> Job[None]:
        """Take a host out of the list, with its password."""
        return self._change(partial(self._connections.forget, connection))

    def forget_password(self, connection: Connection) -> Job[None]:
        """Drop the remembered password of a host."""
        return self._change(partial(self._connections.forget_password, connection))

    def limitation(self) -> Job[Text]:
        """Ask what stands in the way of remembering passwords."""
        return self._runner.submit(_LANE, lambda _: self._credentials.limitation())

    def _change(self, change: Callable[[], None]) -> Job[None]:
        return self._runner.submit(_LANE, lambda _: change(), writes=True)


def _log_failure(connection: Connection, error: HostError) -> None:
    log.warning("%s could not be noted: %s", connection.key, error)
