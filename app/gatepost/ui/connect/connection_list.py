"""The list of saved and recent hosts, as the connect dialog changes it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from gatepost.backend.connect.addresses import HostAddress
from gatepost.backend.connect.connections import Connection, ConnectionHistory
from gatepost.jobs.job import Job
from gatepost.session.saved_connection_jobs import SavedConnectionJobs


class ConnectionList(QObject):
    """Every change is made in the background; ``changed`` tells when the list is as the file has it."""

    changed = Signal()
    failed = Signal(object)  # HostError: the list could not be changed

    def __init__(self, saved: SavedConnectionJobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._saved = saved
        self.known: ConnectionHistory = saved.known()

    def find(self, address: HostAddress) -> Connection | None:
        """Return the saved connection of a host; None for a new one."""
        return self.known.find(address.key)

    def keep(self, connection: Connection, *, saved: bool) -> None:
        """Keep a host in the list whatever comes after it, or have it drop off some day."""
        self._do(self._saved.keep(replace(self._stored(connection), saved=saved)))

    def pin(self, connection: Connection, fingerprint: str) -> Job[None]:
        """Trust one certificate for a host, or with "" none any more."""
        return self._do(self._saved.keep(replace(self._stored(connection), pinned_fingerprint=fingerprint)))

    def forget(self, connection: Connection) -> None:
        """Take a host out of the list, with its password and its trusted certificate."""
        self._do(self._saved.forget(self._stored(connection)))

    def forget_password(self, connection: Connection) -> None:
        """Drop the remembered password."""
        self._do(self._saved.forget_password(self._stored(connection)))

    def _stored(self, connection: Connection) -> Connection:
        """Return what the list holds; for a host that is not in it, what is typed, without a promise of a password."""
        stored = (c for c in self.known.connections if c.key == connection.key)
        return next(stored, replace(connection, remember=False))

    def _do(self, job: Job[None]) -> Job[None]:
        return job.then(self._on_done, self.failed.emit)

    def _on_done(self, _: None) -> None:
        self.known = self._saved.known()
        self.changed.emit()
