"""Saved and recent connections: address and account of each, newest first. Never a password.

The file is JSON with a schema version. What another version has put into it stays in it. What protects a host is kept
apart from it, in ``protections.json`` beside it: this list forgets.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from itertools import count
from pathlib import Path
from typing import Any, Final

from gatepost.backend.connect.addresses import AddressError, HostAddress, parse_address
from gatepost.backend.connect.protections import FIELDS, Protection, ProtectionStore, protection_in
from gatepost.backend.files.json_file import JsonFile, Unreadable, Wording
from gatepost.backend.files.settings import is_proxy
from gatepost.endpoints.text import BACKEND, NOTHING, Text
from gatepost.wsman.connection_options import ConnectionOptions

MAX_RECENT = 30
AUTOMATIC: Final = "automatic"
_WORDING = Wording(
    damaged=BACKEND.tr(
        "Can't read the list of hosts, so none are shown. Restore the file or add the hosts again: {path}"
    ),
    unavailable=BACKEND.tr("Can't read the list of hosts at the moment ({why}). Try again: {path}"),
    newer=BACKEND.tr("The list of hosts was saved by a newer version of Gatepost and isn't used: {path}"),
    unsaved=BACKEND.tr("Can't save the list of hosts in {path}."),
)


@dataclass(frozen=True, slots=True)
class Connection(ConnectionOptions):
    """Connection settings of one host.

    ``remember``: the password is to be kept. ``saved`` ones never drop off the list. ``read_only`` and
    ``kerberos_or_https_only`` are those of ``Protection``.
    """

    address: HostAddress
    remember: bool = False
    saved: bool = False
    read_only: bool = False
    kerberos_or_https_only: bool = False

    @property
    def key(self) -> str:
        """One host has one connection."""
        return self.address.key

    @property
    def protection(self) -> Protection:
        """What protects the host."""
        return Protection(**{name: getattr(self, name) for name in FIELDS})


@dataclass(frozen=True, slots=True)
class ConnectRequest:
    """What was asked for. An empty password stands for the remembered one."""

    connection: Connection
    password: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class ConnectionHistory:
    """Contents of the connection files, newest first; ``problem`` says why one of them could not be read.

    ``protected`` are hosts that dropped off the list, with nothing but their protection. ``protections_lost``: what
    protects the hosts could not be read.
    """

    connections: tuple[Connection, ...] = ()
    protected: tuple[Connection, ...] = ()
    problem: Text = NOTHING
    protections_lost: bool = False

    def find(self, key: str) -> Connection | None:
        """Return the connection of a host, or what protects it."""
        return next((c for c in (*self.connections, *self.protected) if c.key == key), None)


class ConnectionStore:
    """The file of connections. It is read again for every change, so that several windows may share it."""

    def __init__(self, path: Path) -> None:
        self._file = JsonFile(path, _WORDING, lambda document: isinstance(document.get("connections", []), list))
        self._protections = ProtectionStore(path.with_name("protections.json"))

    def load(self) -> ConnectionHistory:
        """Read the files. One that is missing is empty; a damaged one is empty too, and said to be."""
        problem, entries, protections, lost = NOTHING, list[dict[str, Any]](), dict[str, Protection](), False
        try:
            entries = _entries(self._file.read())
        except Unreadable as unreadable:
            problem = unreadable.said
        try:
            protections = self._protections.load()
        except Unreadable as unreadable:
            problem, lost = unreadable.said, True
        protections = _of_old_version(entries) | protections
        by_key = {c.key: c for entry in entries if (c := _connection(entry, protections)) is not None}
        gone = [_only_protected(key, protections[key]) for key in protections if key not in by_key]
        return ConnectionHistory(tuple(by_key.values()), tuple(c for c in gone if c is not None), problem, lost)

    def remembering(self) -> tuple[Connection, ...] | None:
        """Return the hosts whose password is to be kept; None while the list cannot be read."""
        try:
            entries = _entries(self._file.read())
        except Unreadable:
            return None
        connections = (_connection(entry, {}) for entry in entries)
        return tuple(connection for connection in connections if connection is not None and connection.remember)

    def note(self, connection: Connection) -> None:
        """Put a connection first, and save what protects its host. A damaged file is set aside under another name.

        Raises:
            HostError: a file cannot be written.
        """
        self.protect(connection)
        self._change(connection.key, connection)

    def protect(self, connection: Connection) -> None:
        """Save what protects the host of a connection, whether it is in the list or not.

        Raises:
            HostError: the file cannot be written.
        """
        self._protect({connection.key: connection.protection})

    def forget(self, key: str) -> None:
        """Take a host out, with what protects it.

        Raises:
            HostError: a file cannot be written.
        """
        self._protect({})
        if key in self._saved_protections():
            self._protections.remove(key)
        self._change(key, None)

    def _protect(self, changes: Mapping[str, Protection]) -> None:
        """Save protections, those first that an old version kept in the list."""
        saved = self._saved_protections()
        moved = self._kept_in_list()
        protections = {key: protection for key, protection in moved.items() if key not in saved} | dict(changes)
        changed = {key: p for key, p in protections.items() if p != saved.get(key, Protection())}
        if changed:
            self._protections.save(changed)

    def _saved_protections(self) -> dict[str, Protection]:
        try:
            return self._protections.load()
        except Unreadable:
            return {}

    def _kept_in_list(self) -> dict[str, Protection]:
        try:
            return _of_old_version(_entries(self._file.read()))
        except Unreadable:
            return {}

    def _change(self, key: str, connection: Connection | None) -> None:
        def edit(document: dict[str, Any]) -> None:
            entries = _entries(document)
            old = next((e for e in entries if _key(e) == key), {})
            others = [e for e in entries if e is not old]
            first = [old | _entry(connection)] if connection else []
            document["connections"] = [_without_protection(e) for e in _kept(first + others)]

        self._file.change(edit)


def _entries(document: dict[str, Any]) -> list[dict[str, Any]]:
    return [entry for entry in document.get("connections", []) if isinstance(entry, dict)]


def _of_old_version(entries: list[dict[str, Any]]) -> dict[str, Protection]:
    """Return what the list itself holds of protections: the first version had no other place."""
    by_key = {_key(entry): protection_in(entry) for entry in entries}
    return {key: protection for key, protection in by_key.items() if key and protection != Protection()}


def _without_protection(entry: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in entry.items() if name not in FIELDS}


def _only_protected(key: str, protection: Protection) -> Connection | None:
    try:
        return Connection(AUTOMATIC, "", parse_address(key), **asdict(protection))
    except AddressError:
        return None


_KEPT = {
    each.name: {"str": str, "bool": bool}[str(each.type)]  # another type has to be read and checked in its own way
    for each in fields(Connection)
    if each.name != "address" and each.name not in FIELDS
}
"""What the list keeps of a connection besides its URL, and of what type that is."""


def _connection(entry: dict[str, Any], protections: Mapping[str, Protection]) -> Connection | None:
    """Return what an entry describes; None for one that a person cannot have typed."""
    kept = {name: entry[name] for name, kind in _KEPT.items() if type(entry.get(name)) is kind}
    if not isinstance(entry.get("url"), str) or not {"authentication", "user"} <= kept.keys():
        return None
    try:
        address = parse_address(entry["url"])
    except AddressError:
        return None
    kept["proxy"] = _proxy(kept.get("proxy", ""))
    return Connection(address=address, **kept | asdict(protections.get(address.key, Protection())))


def _proxy(written: str) -> str:
    """One that cannot be, or that comes with an account, is none."""
    return written if is_proxy(written) else ""


def _key(entry: dict[str, Any]) -> str:
    connection = _connection(entry, {})
    return connection.key if connection else ""


def _entry(connection: Connection) -> dict[str, Any]:
    kept = {name: getattr(connection, name) for name in _KEPT}
    return {"url": connection.address.url, **kept, "proxy": _proxy(connection.proxy)}


def _kept(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Drop the oldest of those that nobody saved, beyond the number that is kept."""
    numbers = count()  # of those that nobody saved
    return [entry for entry in entries if entry.get("saved") is True or next(numbers) < MAX_RECENT]
