"""``gatepost --report FILE``: the review of hosts without a window and without Qt."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from gatepost.backend.connect.connections import ConnectRequest
from gatepost.backend.connect.credentials import Credentials
from gatepost.backend.connect.open_host import open_host
from gatepost.backend.files.folders import user_folders
from gatepost.backend.files.settings import Settings
from gatepost.backend.host.host import Host
from gatepost.backend.journal.journal import Journal
from gatepost.backend.reports.file import write_report
from gatepost.backend.reports.host_readings import HostReading, Opener, read_hosts
from gatepost.backend.reports.review import Review
from gatepost.bootstrap.practice_connection import open_practice_host
from gatepost.bootstrap.practice_process import PracticeProcess
from gatepost.bootstrap.streams import INTERRUPTED, say
from gatepost.endpoints.errors import HostError
from gatepost.wsman.login.attempts import LoginAttempts

log = logging.getLogger(__name__)


def run_report(
    child: PracticeProcess | None,
    requests: Sequence[ConnectRequest],
    target: Path,
    seconds: float,
    settings: Settings,
) -> int:
    """Read the hosts, each within ``seconds``, and write the report.

    Returns 0, or 1 if a host could not be read in whole or the report not be written, or 130 if it was interrupted.
    """
    logging.lastResort = None  # standard error is for the lines below; a report has no log
    journal, attempts = Journal(user_folders().journal), LoginAttempts()
    hosts: list[tuple[str, Opener]] = []
    if child is not None:
        hosts.append((child.scenario, partial(open_practice_host, child, journal)))
    hosts += [(r.connection.address.label, partial(_open, r, journal, settings, attempts)) for r in requests]
    try:
        readings = read_hosts(hosts, seconds)
    except KeyboardInterrupt:
        say("interrupted; no report was written")
        return INTERRUPTED
    finally:
        if child is not None:
            child.close()
    made = Review(tuple(reading.outcome for reading in readings if reading.outcome is not None))
    _say_what_is_missing(readings)
    is_whole = not made.failed and not any(reading.settings_missing for reading in readings)
    return max(_written(target, made), 0 if is_whole else 1)


def _say_what_is_missing(readings: Sequence[HostReading]) -> None:
    for reading in readings:
        if reading.outcome is not None and reading.outcome.problem:
            say(f"{reading.name}: {reading.outcome.problem}")
        if reading.settings_missing:
            say(f"{reading.name}: its endpoints were read, but not all of its settings; the report says why")
        if reading.not_asked:
            say(f"{reading.name}: {reading.not_asked} accounts are listed by SID; their names were not asked for")


def _written(target: Path, made: Review) -> int:
    try:
        write_report(target, made)
    except HostError as error:
        say(error.on_command_line)
        return 1
    except Exception as error:
        log.exception("the report could not be written")
        say(f"The report could not be written: {type(error).__name__}: {error}")
        return 1
    return 0


def _open(request: ConnectRequest, journal: Journal, settings: Settings, attempts: LoginAttempts) -> Host:
    password = request.password or Credentials().recall(request.connection)
    return open_host(request.connection, password, journal, settings, attempts=attempts)
