"""Opening a file of any kind: a snapshot, a registry export, or a host check."""

from __future__ import annotations

from pathlib import Path

from gatepost.backend.check.results import FORMAT, HostCheck, read_check
from gatepost.backend.files.snapshot_file import SavedSnapshot
from gatepost.backend.files.snapshots import read_snapshot

_BEGINNING = 200  # octets in which the format of a host check is named


def read_opened_file(path: Path) -> SavedSnapshot | HostCheck:
    """Read whichever the file holds.

    Raises:
        HostError: the file cannot be read, or is none of them.
    """
    try:
        with path.open("rb") as file:
            is_check = FORMAT.encode() in file.read(_BEGINNING)
        if is_check:
            return read_check(path.read_bytes())
    except OSError:
        pass  # what is said of that is the same for every file
    return read_snapshot(path)
