"""Folders of the program's files."""

from __future__ import annotations

import contextlib
import os
import sys
from dataclasses import dataclass
from pathlib import Path

DATA_VARIABLE = "GATEPOST_DATA"
PORTABLE_FOLDER = "GatepostData"


@dataclass(frozen=True, slots=True)
class Folders:
    """Paths: ``data`` for everything that the user may want to keep or look at, ``logs`` for the logs."""

    data: Path
    logs: Path

    @property
    def journal(self) -> Path:
        """The journal's file."""
        return self.data / "journal.sqlite3"

    @property
    def connections(self) -> Path:
        """The file of hosts that were connected to."""
        return self.data / "connections.json"

    @property
    def password_names(self) -> Path:
        """The file of names under which the system's keyring keeps passwords; it holds none of them."""
        return self.data / "passwords.json"

    @property
    def settings(self) -> Path:
        """The file of settings."""
        return self.data / "settings.json"

    @property
    def layout(self) -> Path:
        """The file of the window's size, splits and columns."""
        return self.data / "window.ini"

    @property
    def snapshots(self) -> Path:
        """The folder of snapshots; saving the first one makes it."""
        return self.data / "snapshots"

    @property
    def log(self) -> Path:
        """The log of this process: one that another process has open could not be rotated on Windows."""
        return self.logs / f"gatepost-{os.getpid()}.log"

    def all_logs(self) -> list[Path]:
        """Return the logs of this and earlier runs, those written last at the end."""
        with contextlib.suppress(OSError):
            return sorted(self.logs.glob("gatepost*.log*"), key=lambda path: path.stat().st_mtime)
        return []


def user_folders() -> Folders:
    """Return the folder for everything that is kept, and the one in it for the log.

    It is the one that GATEPOST_DATA names; else GatepostData beside the program, where that is a frozen one with such
    a folder; else the one that the system gives to this user's programs.
    """
    data = _named() or _portable() or _of_the_user()
    return Folders(data, data / "log")


def _named() -> Path | None:
    named = os.environ.get(DATA_VARIABLE, "")
    return Path(named).absolute() if named else None


def _portable() -> Path | None:
    beside = Path(sys.executable).parent / PORTABLE_FOLDER
    return beside if getattr(sys, "frozen", False) and beside.is_dir() else None


def _of_the_user() -> Path:
    import platformdirs  # 10 ms that the first window does not need

    return Path(platformdirs.user_data_path("Gatepost", appauthor=False))
