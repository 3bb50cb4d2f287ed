"""Where this program keeps its files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Folders:
    """``data`` holds everything that a person may want to keep or to look at, ``logs`` the rotating log."""

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
    def settings(self) -> Path:
        """The file of settings."""
        return self.data / "settings.json"

    @property
    def snapshots(self) -> Path:
        """The folder of snapshots; whoever saves the first one makes it."""
        return self.data / "snapshots"

    @property
    def log(self) -> Path:
        """The newest log file."""
        return self.logs / "gatepost.log"


def user_folders() -> Folders:
    """Return the folder that the system gives to this user's programs, and the one in it for the log."""
    import platformdirs  # 10 ms that the first window does not need

    data = Path(platformdirs.user_data_path("Gatepost", appauthor=False))
    return Folders(data, data / "log")
