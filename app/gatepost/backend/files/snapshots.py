"""Folder of snapshots, and reading snapshot files."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

from gatepost.backend.files.atomic_write import make_private_folder, save_file, unsaved
from gatepost.backend.files.registry_export import is_registry_export, load_registry_export
from gatepost.backend.files.snapshot_file import MAX_OCTETS, SavedSnapshot, dump, load
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.text import BACKEND

SUFFIX = ".snapshot.json"
_MAX_NAME = 60


class Snapshots:
    """The folder of snapshots that are taken before a host is written to."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, snapshot: HostSnapshot) -> Path:
        """Save a snapshot under a name of its own.

        Raises:
            HostError: it cannot be saved; whatever it was to precede must not be done.
        """
        try:
            make_private_folder(self.folder)
        except OSError as error:
            raise unsaved(self.folder, error) from error
        name = suggested_name(snapshot)
        path, number = self.folder / f"{name}{SUFFIX}", 1
        while path.exists():
            number += 1
            path = self.folder / f"{name}-{number}{SUFFIX}"
        write_snapshot(path, SavedSnapshot(snapshot))
        return path


def suggested_name(snapshot: HostSnapshot) -> str:
    """Return a name for the file, without suffix, that every file system takes: the host and when it was read."""
    host = re.sub(r"[^A-Za-z0-9._-]+", "_", snapshot.host.name)[:_MAX_NAME].strip("._") or "host"
    return f"{host}-{re.sub('[^0-9T]', '', snapshot.read_at.partition('+')[0])}".rstrip("-")


def write_snapshot(path: Path, saved: SavedSnapshot) -> None:
    """Save a snapshot; what was at ``path`` is replaced as a whole or not at all.

    Raises:
        HostError: the file cannot be written.
    """
    save_file(path, dump(saved))


def read_snapshot(path: Path) -> SavedSnapshot:
    """Read a snapshot or a registry export, whichever the file holds.

    Raises:
        HostError: the file cannot be read, or is neither.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MAX_OCTETS + 1)
            changed = datetime.fromtimestamp(path.stat().st_mtime, UTC).isoformat(timespec="seconds")
    except OSError as error:
        raise HostError(
            BACKEND.tr("Can't read the file ({path}).", path=path),
            BACKEND.tr("Check that it still exists and that you have permission to read it."),
            details=f"{type(error).__name__}: {error}",
        ) from error
    if is_registry_export(content):
        return load_registry_export(content, path.stem, changed)
    return load(content)
