"""Atomic file writes, also while another program holds the file for a moment."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

from gatepost.endpoints.errors import HostError
from gatepost.endpoints.text import BACKEND

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


OPEN_FILES_BLOCK = sys.platform == "win32"
"""Whether a file that one program has open cannot be read or replaced by others: scanners open files for milliseconds."""
_PATIENCE = 2.0  # seconds
_PAUSE = 0.03
_T = TypeVar("_T")


def when_free(work: Callable[[], _T]) -> _T:
    """Do ``work``, again and again for up to two seconds while another program holds the file.

    Raises:
        OSError: as ``work`` does; a PermissionError is the last one of several where files can be held.
    """
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            return work()
        except PermissionError:
            if not OPEN_FILES_BLOCK or time.monotonic() > deadline:
                raise
        time.sleep(_PAUSE)


def replace_file(path: Path, content: bytes, *, private: bool = True) -> None:
    """Write all of a file or nothing of it; the folder is made where it is missing.

    A ``private`` file is for its owner alone, another one for those whom the system's defaults allow.

    Raises:
        OSError: what was at ``path`` is still there.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{uuid4().hex}.tmp")
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(fresh, flags, 0o600 if private else 0o666), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        when_free(lambda: fresh.replace(path))
    except OSError:
        with contextlib.suppress(PermissionError):  # a scanner looks at it
            fresh.unlink(missing_ok=True)
        raise


def save_file(path: Path, content: bytes, *, private: bool = True) -> None:
    """Write a file that a user has asked for, as ``replace_file`` does.

    Raises:
        HostError: the file cannot be written; what was there before is still there.
    """
    try:
        replace_file(path, content, private=private)
    except OSError as error:
        raise unsaved(path, error) from error


def unsaved(path: Path, error: OSError) -> HostError:
    """Return what to tell of a file or folder that cannot be written."""
    return HostError(
        BACKEND.tr("Can't save {path}.", path=path),
        BACKEND.tr("Free some space or choose another folder."),
        details=f"{type(error).__name__}: {error}",
    )
