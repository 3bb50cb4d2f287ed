"""What lives as long as the program, and how its parts are wired."""

from __future__ import annotations

import logging
import logging.handlers
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from app.assets import resource_path
from app.bootstrap.practice_process import PracticeProcess
from app.endpoints.errors import HostError

if TYPE_CHECKING:  # Qt and the client load while the practice host starts
    from app.backend.credentials import Credentials
    from app.backend.folders import Folders
    from app.backend.host import Host
    from app.backend.journal import Journal
    from app.backend.windows import Platform
    from app.ui.host_session import HostSession
    from app.ui.main_window import MainWindow
    from app.work import WorkContext

log = logging.getLogger(__name__)

DEFAULT_SCENARIO = "reference-page"


def scenarios() -> tuple[str, ...]:
    """Return the names of the practice scenarios, the default one first."""
    names = sorted(path.stem for path in resource_path("practice").glob("*.json"))
    return tuple(sorted(names, key=lambda name: name != DEFAULT_SCENARIO))


class Application:
    """Everything that lives as long as the program."""

    def __init__(
        self,
        folders: Folders,
        *,
        read_only: bool = False,
        theme: str | None = None,
        credentials: Credentials | None = None,
        computer: Platform | None = None,
    ) -> None:
        """``theme`` is in force for this run, whatever is set; ``computer`` is Windows, where there is one."""
        from app.backend.credentials import Credentials
        from app.backend.journal import Journal
        from app.backend.this_computer import ThisComputer
        from app.bootstrap.connections import Connections
        from app.bootstrap.language import languages
        from app.jobs.runner import ThreadRunner
        from app.ui.preferences import Preferences

        self.folders = folders
        self.journal = Journal(folders.journal)
        self.runner = ThreadRunner()
        self.preferences = Preferences(folders, self.runner, theme=theme, languages=languages())
        here = ThisComputer(self.journal, computer, sys.argv[1:])
        self.connections = Connections(
            folders.connections,
            self.journal,
            self.runner,
            credentials or Credentials(),
            here,
            lambda: self.preferences.settings,
        )
        self._read_only = read_only
        self._kept_days = 0
        self.preferences.changed.connect(self._shorten_journal)
        self._children: list[PracticeProcess] = []
        self._sessions: list[HostSession] = []

    def main_window(self) -> MainWindow:
        """Build the window, with no host open yet."""
        from app.backend.snapshots import Snapshots
        from app.ui.documents import Documents
        from app.ui.journal_source import JournalSource
        from app.ui.main_window import MainWindow

        snapshots = Snapshots(self.folders.snapshots)
        window = MainWindow(
            self.practice_session,
            scenarios(),
            connector=self.connections,
            preferences=self.preferences,
            documents=lambda window: Documents(window, self.runner, snapshots),
            journal=JournalSource(self.journal, self.runner),
            read_only=self._read_only,
            locked=self._read_only,
        )
        window.session_closed.connect(self._forget)
        self._shorten_journal()
        return window

    def _shorten_journal(self) -> None:
        """Delete what was to be kept no longer; a journal that cannot be changed is said before the next write."""
        days = self.preferences.settings.journal_days
        if days and days != self._kept_days:
            self.runner.submit("journal", lambda _: self.journal.delete_older_than(days)).failed.connect(_complain)
        self._kept_days = days

    def _forget(self, session: HostSession) -> None:
        self._sessions = [other for other in self._sessions if other is not session]
        self.connections.closed(session)

    def practice_session(self, scenario: str, child: PracticeProcess | None = None) -> HostSession:
        """Make a session for a practice host; ``child`` is one that has been started already."""
        from app.ui.host_session import HostSession

        started: list[PracticeProcess] = [child] if child else []
        self._children += started

        def opened(_: WorkContext) -> Host:
            if not started or not started[-1].is_alive():
                started.append(PracticeProcess(scenario))
                self._children.append(started[-1])
            return open_practice_host(started[-1], self.journal)

        def is_alive() -> bool:
            return bool(started) and started[-1].is_alive()

        session = HostSession(f"practice:{scenario}", scenario, opened, self.runner, practice=True, is_alive=is_alive)
        self._sessions.append(session)
        return session

    def close(self) -> bool:
        """End background work, connections and child processes. False if a write is still running."""
        finished = self.runner.shutdown()
        for session in self._sessions:
            session.close()
        self.connections.close()
        for child in self._children:
            child.close()
        return finished


def open_practice_host(child: PracticeProcess, journal: Journal) -> Host:
    """Connect to a practice host, as its administrator, once it listens.

    Raises:
        HostError: it did not start.
    """
    from app.backend.host import Host
    from app.wsman.remote import RemoteTarget, connect

    info = child.info()
    target = RemoteTarget(info.url, "ntlm", info.user, info.password)
    return Host(connect(target), journal, key=f"practice:{child.scenario}", name=info.host, practice=True)


def _complain(error: Exception) -> None:
    if not isinstance(error, HostError):
        raise error
    log.warning("the journal could not be shortened: %s", error)


def set_up_logging(log: Path) -> None:
    """Write warnings and errors to a rotating file; without one, to nowhere: logging never stops the program."""
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = logging.handlers.RotatingFileHandler(
            log, maxBytes=512 * 1024, backupCount=3, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(handler)
    logging.getLogger("app").setLevel(logging.INFO)
