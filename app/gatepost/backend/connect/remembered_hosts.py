"""The list of hosts and the keyring, changed together: no password outlives its host."""

from __future__ import annotations

from dataclasses import asdict, replace

from gatepost.backend.connect.connections import Connection, ConnectionStore, ConnectRequest, KnownConnections
from gatepost.backend.connect.credentials import Credentials
from gatepost.backend.connect.protections import Protection


class RememberedHosts:
    """What is kept of hosts. Call it from a worker: a keyring may ask its user something."""

    def __init__(self, store: ConnectionStore, credentials: Credentials) -> None:
        self._store = store
        self._credentials = credentials

    def load(self) -> KnownConnections:
        """Return the hosts that were connected to, newest first."""
        return self._store.load()

    def password(self, request: ConnectRequest) -> str:
        """Return the password that was typed, else the remembered one, else ""."""
        return request.password or self._credentials.recall(request.connection)

    def connected(self, request: ConnectRequest) -> None:
        """Keep a host that was read, and its password where that was asked for.

        Raises:
            HostError: the list cannot be written.
        """
        connection = request.connection
        known = self._store.load().find(connection.key)
        protection = known.protection if known is not None else Protection()  # may have changed since the request
        same_account = known is not None and Credentials.name(known) == Credentials.name(connection)
        if known is not None and known.remember and not (connection.remember and same_account):
            self._credentials.forget(known)
        if connection.remember and request.password:
            self._credentials.remember(connection, request.password)
        self.keep(replace(connection, **asdict(protection)))

    def protect(self, connection: Connection) -> None:
        """Save what protects a host, before anything is sent to it.

        Raises:
            HostError: it cannot be written.
        """
        self._store.protect(connection)

    def keep(self, connection: Connection) -> None:
        """Put a host first in the list, with what protects it.

        Raises:
            HostError: the list cannot be written.
        """
        for dropped in self._store.note(connection):
            if dropped.remember:
                self._credentials.forget(dropped)

    def forget(self, connection: Connection) -> None:
        """Take a host out of the list, with its password and what protects it.

        Raises:
            HostError: the list cannot be written.
        """
        self._credentials.forget(connection)
        self._store.forget(connection.key)

    def forget_password(self, connection: Connection) -> None:
        """Drop the remembered password of a host.

        Raises:
            HostError: the list cannot be written.
        """
        self._credentials.forget(connection)
        self.keep(replace(connection, remember=False))
