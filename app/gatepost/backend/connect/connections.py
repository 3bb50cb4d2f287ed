"""Hosts that were connected to: where they are and who logged on, newest first. Never a password.

The file is JSON with a schema version. What another version has put into it stays in it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gatepost.backend.connect.addresses import AddressError, HostAddress, parse_address
from gatepost.backend.files.json_file import JsonFile, Unreadable, Wording
from gatepost.backend.files.settings import is_proxy
from gatepost.endpoints.text import NOTHING, Text

MAX_RECENT = 30
_WORDING = Wording(
    damaged="The list of hosts cannot be read and is taken as empty: {path}",
    unavailable="The list of hosts can't be read now ({why}): {path}",
    newer="The list of hosts was written by a newer version and is left alone: {path}",
    unsaved="The list of hosts cannot be saved in {path}.",
)


@dataclass(frozen=True, slots=True)
class Connection:
    """A host, how to get there, and who logs on.

    ``remember``: the password is to be kept. ``saved`` ones never drop off the list. ``read_only``: nothing is ever
    written to this host. ``user`` may be empty for automatic and Kerberos, which then use the current ticket.

    For https, ``ca_file`` holds the only authorities that are believed, and ``pinned_fingerprint`` is the SHA-256 of
    the only certificate that is. ``client_certificate`` and ``client_key`` are files of the authentication
    "certificate"; the password of the connection is then the key's. All files are in PEM. ``proxy`` is an http URL.
    """

    address: HostAddress
    authentication: str
    user: str
    remember: bool = False
    saved: bool = False
    ca_file: str = ""
    pinned_fingerprint: str = ""
    client_certificate: str = ""
    client_key: str = ""
    proxy: str = ""
    read_only: bool = False

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
        self._file = JsonFile(path, _WORDING, lambda document: isinstance(document.get("connections", []), list))

    def load(self) -> KnownConnections:
        """Read the file. One that is missing is empty; a damaged one is empty too, and said to be."""
        try:
            entries = _entries(self._file.read())
        except Unreadable as unreadable:
            return KnownConnections(problem=unreadable.said)
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
        def edit(document: dict[str, Any]) -> None:
            entries = _entries(document)
            old = next((e for e in entries if _key(e) == key), {})
            others = [e for e in entries if e is not old]
            first = [old | _entry(connection)] if connection else []
            document["connections"] = _trimmed(first + others)

        self._file.change(edit)


def _entries(document: dict[str, Any]) -> list[dict[str, Any]]:
    return [entry for entry in document.get("connections", []) if isinstance(entry, dict)]


def _connection(entry: dict[str, Any]) -> Connection | None:
    """Return what an entry describes; None for one that a person cannot have typed."""
    address, authentication, user = entry.get("url"), entry.get("authentication"), entry.get("user")
    if not isinstance(address, str) or not isinstance(authentication, str) or not isinstance(user, str):
        return None
    try:
        parsed = parse_address(address)
    except AddressError:
        return None
    return Connection(
        parsed,
        authentication,
        user,
        remember=entry.get("remember") is True,
        saved=entry.get("saved") is True,
        read_only=entry.get("read_only") is True,
        ca_file=_text(entry.get("ca_file")),
        pinned_fingerprint=_text(entry.get("pinned_fingerprint")),
        client_certificate=_text(entry.get("client_certificate")),
        client_key=_text(entry.get("client_key")),
        proxy=_proxy(entry.get("proxy")),
    )


def _text(written: object) -> str:
    return written if isinstance(written, str) else ""


def _proxy(written: object) -> str:
    """One that cannot be, or that comes with an account, is none."""
    return found if is_proxy(found := _text(written)) else ""


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
        "read_only": connection.read_only,
        "ca_file": connection.ca_file,
        "pinned_fingerprint": connection.pinned_fingerprint,
        "client_certificate": connection.client_certificate,
        "client_key": connection.client_key,
        "proxy": _proxy(connection.proxy),
    }


def _trimmed(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Leave out the oldest of those that nobody saved."""
    recent = [entry for entry in entries if entry.get("saved") is not True]
    dropped = {id(entry) for entry in recent[MAX_RECENT:]}
    return [entry for entry in entries if id(entry) not in dropped]
