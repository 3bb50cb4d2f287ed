"""Hosts that were connected to: where they are and who logged on, newest first. Never a password.

The file is JSON with a schema version. What another version has put into it stays in it.
"""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.backend.addresses import AddressError, HostAddress, parse_address
from app.backend.files import replace_file
from app.endpoints.errors import HostError
from app.endpoints.text import NOTHING, Text, text

SCHEMA = 1
MAX_RECENT = 30
MAX_OCTETS = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Connection:
    """A host and who logs on. ``remember``: the password is to be kept. ``saved`` ones never drop off the list."""

    address: HostAddress
    authentication: str
    user: str
    remember: bool = False
    saved: bool = False

    @property
    def key(self) -> str:
        """One host has one connection."""
        return self.address.key


@dataclass(frozen=True, slots=True)
class ConnectRequest:
    """What was asked for. An empty password stands for the remembered one."""

    connection: Connection
    password: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class KnownConnections:
    """What the file holds, newest first; ``problem`` says why it could not be read."""

    connections: tuple[Connection, ...] = ()
    problem: Text = NOTHING

    def find(self, key: str) -> Connection | None:
        """Return the connection of a host."""
        return next((c for c in self.connections if c.key == key), None)


class ConnectionStore:
    """The file of connections. It is read again for every change, so that several windows may share it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> KnownConnections:
        """Read the file. One that is missing is empty; a damaged one is empty too, and said to be."""
        try:
            entries = self._entries(self._document())
        except _Damaged as damage:
            return KnownConnections(problem=damage.said)
        found = {c.key: c for c in map(_connection, entries) if c is not None}
        return KnownConnections(tuple(found.values()))

    def note(self, connection: Connection) -> None:
        """Put a connection first. A damaged file is set aside under another name.

        Raises:
            HostError: the file cannot be written.
        """
        self._change(connection.key, connection)

    def forget(self, key: str) -> None:
        """Take a host out.

        Raises:
            HostError: the file cannot be written.
        """
        self._change(key, None)

    def _change(self, key: str, connection: Connection | None) -> None:
        try:
            document = self._document()
            entries = self._entries(document)
        except _Damaged as damage:
            if damage.newer:
                raise HostError(damage.said) from damage
            self._set_aside()
            document, entries = {}, []
        old = next((e for e in entries if _key(e) == key), {})
        others = [e for e in entries if e is not old]
        first = [old | _entry(connection)] if connection else []
        document |= {"schema": SCHEMA, "connections": _trimmed(first + others)}
        self._write(document)

    def _document(self) -> dict[str, Any]:
        try:
            if self._path.stat().st_size > MAX_OCTETS:
                raise _Damaged(self._path)
            document = json.loads(self._path.read_text("utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError) as error:
            raise _Damaged(self._path) from error
        if not isinstance(document, dict):
            raise _Damaged(self._path)
        return document

    def _entries(self, document: dict[str, Any]) -> list[dict[str, Any]]:
        schema = document.get("schema", SCHEMA)
        entries = document.get("connections", [])
        if type(schema) is not int or not isinstance(entries, list):
            raise _Damaged(self._path)
        if schema > SCHEMA:
            raise _Damaged(self._path, newer=True)
        return [entry for entry in entries if isinstance(entry, dict)]

    def _set_aside(self) -> None:
        with contextlib.suppress(OSError):  # then it is overwritten: it could not be read anyway
            self._path.replace(self._path.with_suffix(".damaged"))

    def _write(self, document: dict[str, Any]) -> None:
        try:
            replace_file(self._path, json.dumps(document, indent=1).encode())
        except OSError as error:
            raise HostError(text("The list of hosts cannot be saved in {path}.", path=self._path)) from error


class _Damaged(Exception):
    def __init__(self, path: Path, newer: bool = False) -> None:
        super().__init__(str(path))
        self.newer = newer
        template = (
            "The list of hosts was written by a newer version and is left alone: {path}"
            if newer
            else "The list of hosts cannot be read and is taken as empty: {path}"
        )
        self.said = text(template, path=path)


def _connection(entry: dict[str, Any]) -> Connection | None:
    """Return what an entry describes; None for one that a person cannot have typed."""
    address, authentication, user = entry.get("url"), entry.get("authentication"), entry.get("user")
    if not isinstance(address, str) or not isinstance(authentication, str) or not isinstance(user, str):
        return None
    try:
        parsed = parse_address(address)
    except AddressError:
        return None
    return Connection(parsed, authentication, user, entry.get("remember") is True, entry.get("saved") is True)


def _key(entry: dict[str, Any]) -> str:
    connection = _connection(entry)
    return connection.key if connection else ""


def _entry(connection: Connection) -> dict[str, Any]:
    return {
        "url": connection.address.url,
        "authentication": connection.authentication,
        "user": connection.user,
        "remember": connection.remember,
        "saved": connection.saved,
    }


def _trimmed(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Leave out the oldest of those that nobody saved."""
    recent = [entry for entry in entries if entry.get("saved") is not True]
    dropped = {id(entry) for entry in recent[MAX_RECENT:]}
    return [entry for entry in entries if id(entry) not in dropped]
