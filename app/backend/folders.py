"""Where this program keeps its files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Folders:
    """``data`` holds the journal, the connections and the snapshots, ``logs`` the rotating log."""

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
    def snapshots(self) -> Path:
        """The folder of what hosts were like before they were written to."""
        return self.data / "snapshots"

    @property
    def log(self) -> Path:
        """The newest log file."""
        return self.logs / "gatepost.log"


def user_folders() -> Folders:
    """Return the folders that the system gives to this user's programs."""
    import platformdirs  # 10 ms that the first window does not need

    return Folders(
        data=Path(platformdirs.user_data_path("Gatepost", appauthor=False)),
        logs=Path(platformdirs.user_log_path("Gatepost", appauthor=False)),
    )
