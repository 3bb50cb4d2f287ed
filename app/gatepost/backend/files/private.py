"""Files and folders that nobody but their owner may read, where the system has such permissions (not on Windows)."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path

_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def make_private_folder(path: Path) -> None:
    """Make a folder where it is missing, and take what others may do with it away, unless it has another owner.

    Raises:
        OSError: it cannot be made.
    """
    path.mkdir(parents=True, exist_ok=True, mode=0o700)
    _close_to_others(path)


def make_private(path: Path) -> None:
    """Make a file and its folder where they are missing, and take what others may do with either away.

    A file or folder of another owner stays as it is.

    Raises:
        OSError: one of them cannot be made.
    """
    make_private_folder(path.parent)
    with contextlib.suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    _close_to_others(path)


def _close_to_others(path: Path) -> None:
    mode = stat.S_IMODE(path.stat().st_mode)
    if mode & _OTHERS:
        with contextlib.suppress(PermissionError):
            path.chmod(mode & ~_OTHERS)
