"""Protections of each host (pinned certificate, required security), in a file of their own that never drops entries.

The file is JSON with a schema version, with one entry for each host. What another version has put into it stays in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from gatepost.backend.files.json_file import JsonFile, Wording
from gatepost.endpoints.text import BACKEND

_WORDING = Wording(
    damaged=BACKEND.tr(
        "Can't read the trusted certificates and read-only settings. Restore this file, then restart Gatepost: {path}"
    ),
    unavailable=BACKEND.tr(
        "Can't read the trusted certificates and read-only settings at the moment ({why}). Try again: {path}"
    ),
    newer=BACKEND.tr(
        "The trusted certificates and read-only settings were saved by a newer version of Gatepost. Use "
        "that version: {path}"
    ),
    unsaved=BACKEND.tr(
        "Can't save the trusted certificates and read-only settings in {path}. Check the disk and your permissions."
    ),
)


@dataclass(frozen=True, slots=True)
class Protection:
    """Protection of one host; the defaults add nothing to what holds for every host.

    ``pinned_fingerprint`` is the SHA-256 fingerprint of the only certificate that is accepted, ``ca_file`` a file
    with the only certificate authorities that are trusted. ``read_only``: nothing is ever written to the host.
    ``kerberos_or_https_only``: nobody logs on without the host having proved its identity.
    """

    pinned_fingerprint: str = ""
    ca_file: str = ""
    read_only: bool = False
    kerberos_or_https_only: bool = False


_NONE = Protection()
FIELDS = tuple(each.name for each in fields(Protection))


def protection_in(entry: Mapping[str, Any]) -> Protection:
    """Return what an entry of a file says; what is absent or of another type is the default."""
    values = {name: entry[name] for name in FIELDS if type(entry.get(name)) is type(getattr(_NONE, name))}
    return Protection(**values)


class ProtectionStore:
    """The file, by ``HostAddress.key``. It is read again for every change, so that several windows may share it."""

    def __init__(self, path: Path) -> None:
        self._file = JsonFile(path, _WORDING, lambda document: _is_valid(document.get("hosts", {})))

    def load(self) -> dict[str, Protection]:
        """Return the hosts that are protected.

        Raises:
            Unreadable: the file is damaged, or of a newer version.
        """
        entries: dict[str, Any] = self._file.read().get("hosts", {})
        return {key: protection for key, entry in entries.items() if (protection := protection_in(entry)) != _NONE}

    def save(self, changes: Mapping[str, Protection]) -> None:
        """Save what protects some hosts. A damaged file is set aside under another name.

        Raises:
            HostError: the file cannot be written.
        """

        def edit(document: dict[str, Any]) -> None:
            entries = document.setdefault("hosts", {})
            for key, protection in changes.items():
                entries[key] = entries.get(key, {}) | asdict(protection)

        self._file.change(edit)

    def remove(self, key: str) -> None:
        """Take a host out.

        Raises:
            HostError: the file cannot be written.
        """
        self._file.change(lambda document: document.get("hosts", {}).pop(key, None))


def _is_valid(entries: object) -> bool:
    """A value of another type may be a protection that would be lost without a word: the file counts as damaged."""
    return isinstance(entries, dict) and all(
        isinstance(entry, dict)
        and all(type(entry[name]) is type(getattr(_NONE, name)) for name in FIELDS if name in entry)
        for entry in entries.values()
    )
