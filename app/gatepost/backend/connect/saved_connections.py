"""Saved hosts and the keyring, changed together: no password outlives its host.

A keyring can't list what it holds, and a list of hosts can be lost: the names of the passwords are in a file of their own.
"""

from __future__ import annotations

from dataclasses import asdict, replace

from gatepost.backend.connect.connections import Connection, ConnectionHistory, ConnectionStore, ConnectRequest
from gatepost.backend.connect.credentials import Credentials
from gatepost.backend.connect.password_names import PasswordNames
from gatepost.backend.connect.protections import Protection


class SavedConnections:
    """Saved hosts with their passwords. Call it from a worker: a keyring may ask the user something.

    What keeps or forgets anything raises HostError where a file cannot be written.
    """

    def __init__(self, store: ConnectionStore, credentials: Credentials, names: PasswordNames) -> None:
        self._store = store
        self._credentials = credentials
        self._names = names

    def load(self) -> ConnectionHistory:
        """Return the hosts that were connected to, newest first."""
        return self._store.load()

    def password(self, request: ConnectRequest) -> str:
        """Return the password that was typed, else the remembered one, else ""."""
        return request.password or self._credentials.recall(request.connection)

    def connected(self, request: ConnectRequest) -> None:
        """Keep a host that was read, and its password where that was asked for."""
        connection = request.connection
        known = self._store.load().find(connection.key)
        protection = known.protection if known is not None else Protection()  # may have changed since the request
        self.keep(replace(connection, **asdict(protection)))
        if connection.remember and request.password:  # after the host: without it nobody would know of the password
            self._credentials.remember(connection, request.password)

    def protect(self, connection: Connection) -> None:
        """Save what protects a host, before anything is sent to it."""
        self._store.protect(connection)

    def keep(self, connection: Connection) -> None:
        """Put a host first in the list, with what protects it."""
        self._note_names()  # before a host drops off
        self._store.note(connection)
        self._drop_passwords()

    def forget(self, connection: Connection) -> None:
        """Take a host out of the list, with its password and what protects it."""
        self._note_names()
        self._store.forget(connection.key)
        self._drop_passwords()

    def forget_password(self, connection: Connection) -> None:
        """Drop the remembered password of a host."""
        self.keep(replace(connection, remember=False))

    def _note_names(self) -> tuple[str, ...]:
        """Note under which names passwords are kept. Returns those that no host in the list stands for any more."""
        return self._names.settle(self._wanted)

    def _wanted(self) -> frozenset[str] | None:
        remembering = self._store.remembering()
        return frozenset(map(Credentials.name, remembering)) if remembering is not None else None

    def _drop_passwords(self) -> None:
        """Drop the passwords of hosts that are gone, also of those in a list that was damaged."""
        gone = [name for name in self._note_names() if self._credentials.forget(name)]
        if gone:
            self._names.remove(gone)
