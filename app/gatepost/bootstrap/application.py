"""What lives as long as the program, and how its parts are wired."""

from __future__ import annotations

import contextlib
import logging
import logging.handlers
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from gatepost.assets import resource_path
from gatepost.backend.files.folders import DATA_VARIABLE
from gatepost.bootstrap.plain_output import PlainFormatter
from gatepost.bootstrap.practice_process import PracticeProcess
from gatepost.endpoints.errors import HostError

if TYPE_CHECKING:  # Qt and the client load while the practice host starts
    from gatepost.backend.connect.credentials import Credentials
    from gatepost.backend.connect.windows import Platform
    from gatepost.backend.files.folders import Folders
    from gatepost.backend.files.settings import Settings
    from gatepost.backend.host.host import Host
    from gatepost.backend.journal.journal import Journal
    from gatepost.session.host_session import HostSession
    from gatepost.ui.main_window import MainWindow
    from gatepost.work import WorkContext

log = logging.getLogger(__name__)

_KEPT_LOGS = 12
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
        connect_seconds: int | None = None,
        credentials: Credentials | None = None,
        computer: Platform | None = None,
    ) -> None:
        """``theme`` and ``connect_seconds`` are in force for this run, whatever is set; ``computer`` is Windows, where there is one."""
        from gatepost.backend.connect.credentials import Credentials
        from gatepost.backend.connect.this_computer import ThisComputer
        from gatepost.backend.journal.journal import Journal
        from gatepost.bootstrap.connections import Connections
        from gatepost.bootstrap.language import languages
        from gatepost.jobs.runner import ThreadRunner
        from gatepost.ui.settings.preferences import Preferences

        self.folders = folders
        self.journal = Journal(folders.journal)
        self.runner = ThreadRunner()
        self.preferences = Preferences(folders, self.runner, theme=theme, languages=languages())
        here = ThisComputer(self.journal, computer, restart_arguments(sys.argv[1:], folders))
        self.connections = Connections(
            folders.connections,
            self.journal,
            self.runner,
            credentials or Credentials(),
            here,
            self._settings,
        )
        self._read_only = read_only
        self._connect_seconds = connect_seconds
        self._kept_days = 0
        self.preferences.changed.connect(self._shorten_journal)
        self._children: list[PracticeProcess] = []
        self._sessions: list[HostSession] = []

    def _settings(self) -> Settings:
        """Return what is in force, for every host that is opened."""
        settings = self.preferences.settings
        return replace(settings, connect_seconds=self._connect_seconds) if self._connect_seconds else settings

    def main_window(self) -> MainWindow:
        """Build the window, with no host open yet."""
        from gatepost.backend.files.snapshots import Snapshots
        from gatepost.session.journal_source import JournalSource
        from gatepost.ui.compare.controller import Documents
        from gatepost.ui.main_window import MainWindow

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
            self.runner.submit("journal", lambda _: self.journal.delete_older_than(days)).then(failed=_log_failure)
        self._kept_days = days

    def _forget(self, session: HostSession) -> None:
        self._sessions = [other for other in self._sessions if other is not session]
        self.connections.closed(session)

    def practice_session(self, scenario: str, child: PracticeProcess | None = None) -> HostSession:
        """Make a session for a practice host; ``child`` is one that has been started already."""
        from gatepost.session.host_session import HostSession

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


def restart_arguments(arguments: Sequence[str], folders: Folders) -> list[str]:
    """Return the arguments for starting this program again in another environment, and folder: as administrator."""
    named = ["--data-folder", str(folders.data)] if os.environ.get(DATA_VARIABLE) else []
    return [*arguments, *named]


def open_practice_host(child: PracticeProcess, journal: Journal) -> Host:
    """Connect to a practice host, as its administrator, once it listens.

    Raises:
        HostError: it did not start.
    """
    from gatepost.backend.host.host import Host
    from gatepost.wsman.login.remote import connect
    from gatepost.wsman.login.target import RemoteTarget

    info = child.info()
    target = RemoteTarget(info.url, "ntlm", info.user, info.password)
    return Host(connect(target), journal, key=f"practice:{child.scenario}", name=info.host, practice=True)


def _log_failure(error: HostError) -> None:
    log.warning("the journal could not be shortened: %s", error)


def set_up_logging(folders: Folders) -> None:
    """Write warnings and errors to a rotating file; without one, to nowhere: logging never stops the program.

    What Python itself warns of (``warnings``) is among them.
    """
    try:
        folders.logs.mkdir(parents=True, exist_ok=True)
        for old in folders.all_logs()[:-_KEPT_LOGS]:
            with contextlib.suppress(OSError):  # of a program that still runs
                old.unlink()
        handler: logging.Handler = logging.handlers.RotatingFileHandler(
            folders.log, maxBytes=512 * 1024, backupCount=3, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(PlainFormatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(handler)
    logging.getLogger("gatepost").setLevel(logging.INFO)
    logging.captureWarnings(capture=True)
