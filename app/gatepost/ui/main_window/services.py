"""Services that the program hands to its window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from gatepost.backend.files.snapshots import Snapshots
from gatepost.jobs.runner import JobRunner
from gatepost.session.host_opener import HostOpener
from gatepost.session.host_session import HostSession
from gatepost.session.journal_source import JournalSource
from gatepost.session.open_hosts import OpenHosts
from gatepost.session.saved_connection_jobs import SavedConnectionJobs
from gatepost.session.this_computer_control import ThisComputerControl
from gatepost.ui.settings.preferences import Preferences


@dataclass(frozen=True, slots=True)
class WindowServices:
    """``open_practice`` makes a session for one of ``scenarios``. ``read_only``: for this run nothing is written.

    ``layout`` is the file of the window's size, splits and columns.
    """

    open_hosts: OpenHosts
    host_opener: HostOpener
    saved_connections: SavedConnectionJobs
    this_computer: ThisComputerControl
    preferences: Preferences
    snapshots: Snapshots
    journal: JournalSource
    runner: JobRunner
    open_practice: Callable[[str], HostSession]
    scenarios: tuple[str, ...]
    read_only: bool
    layout: Path
