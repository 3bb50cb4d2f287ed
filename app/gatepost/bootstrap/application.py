"""The application object: everything that lives as long as the program, and how it is wired."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from gatepost.backend.connect.connections import ConnectionStore
from gatepost.backend.connect.credentials import Credentials
from gatepost.backend.connect.password_names import PasswordNames
from gatepost.backend.connect.saved_connections import SavedConnections
from gatepost.backend.connect.this_computer import Platform, ThisComputer
from gatepost.backend.files.folders import DATA_VARIABLE, Folders
from gatepost.backend.files.settings import Settings
from gatepost.backend.files.snapshots import Snapshots
from gatepost.backend.journal.journal import Journal
from gatepost.bootstrap.language import languages
from gatepost.bootstrap.practice_connection import PracticeConnection
from gatepost.bootstrap.practice_process import PracticeProcess, scenarios
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.host_kind import HostKind
from gatepost.jobs.runner import JobRunner
from gatepost.session.host_opener import HostOpener
from gatepost.session.host_session import HostSession
from gatepost.session.journal_source import JournalSource
from gatepost.session.open_hosts import OpenHosts
from gatepost.session.reading import HostConnection
from gatepost.session.saved_connection_jobs import SavedConnectionJobs
from gatepost.session.this_computer_control import ThisComputerControl
from gatepost.ui.main_window.services import WindowServices
from gatepost.ui.main_window.window import MainWindow
from gatepost.ui.settings.preferences import Preferences

log = logging.getLogger(__name__)


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
        self.folders = folders
        self.journal = Journal(folders.journal)
        self.runner = JobRunner()
        self.preferences = Preferences(folders, self.runner, theme=theme, languages=languages())
        here = ThisComputer(self.journal, computer, _restart_arguments(sys.argv[1:], folders))
        self.this_computer = ThisComputerControl(here, self.runner)
        credentials = credentials or Credentials()
        names = PasswordNames(folders.password_names)
        connections = SavedConnections(ConnectionStore(folders.connections), credentials, names)
        self.saved_connections = SavedConnectionJobs(connections, credentials, self.runner)
        self.host_opener = HostOpener(self.journal, self.runner, connections.password, self._settings)
        self._read_only = read_only
        self._connect_seconds = connect_seconds
        self._kept_days = 0
        self.preferences.changed.connect(self._shorten_journal)
        self.open_hosts = OpenHosts()
        self._practice_hosts: list[PracticeConnection] = []

    def _settings(self) -> Settings:
        """Return what is in force, for every host that is opened."""
        settings = self.preferences.settings
        return replace(settings, connect_seconds=self._connect_seconds) if self._connect_seconds else settings

    def main_window(self, layout: Path | None = None) -> MainWindow:
        """Build the window as ``layout``, a file, has it: None for the person's own. Nothing is read from a host yet."""
        window = MainWindow(
            WindowServices(
                open_hosts=self.open_hosts,
                host_opener=self.host_opener,
                saved_connections=self.saved_connections,
                this_computer=self.this_computer,
                preferences=self.preferences,
                snapshots=Snapshots(self.folders.snapshots),
                journal=JournalSource(self.journal, self.runner),
                runner=self.runner,
                open_practice=self.practice_session,
                scenarios=scenarios(),
                read_only=self._read_only,
                layout=layout or self.folders.layout,
            )
        )
        self._shorten_journal()
        return window

    def _shorten_journal(self) -> None:
        """Delete what was to be kept no longer; a journal that cannot be changed is said before the next write."""
        days = self.preferences.settings.journal_days
        if days and days != self._kept_days:
            self.runner.submit("journal", lambda _: self.journal.delete_older_than(days)).then(failed=_log_failure)
        self._kept_days = days

    def practice_session(self, scenario: str, child: PracticeProcess | None = None) -> HostSession:
        """Make a session for a practice host; ``child`` is one that has been started already."""
        host = PracticeConnection(scenario, self.journal, child)
        self._practice_hosts.append(host)
        source = HostConnection(host.open, host.is_alive)
        return HostSession(f"practice:{scenario}", scenario, HostKind.PRACTICE, source, self.runner)

    def close(self) -> bool:
        """End background work, connections and child processes. False if a write is still running."""
        finished = self.runner.shutdown()
        self.open_hosts.disconnect_all()
        for host in self._practice_hosts:
            host.close()
        return finished


def _restart_arguments(arguments: Sequence[str], folders: Folders) -> list[str]:
    """Return the arguments for starting this program again in another environment, and folder: as administrator."""
    named = ["--data-folder", str(folders.data)] if os.environ.get(DATA_VARIABLE) else []
    return [*arguments, *named]


def _log_failure(error: HostError) -> None:
    log.warning("the journal could not be shortened: %s", error)
