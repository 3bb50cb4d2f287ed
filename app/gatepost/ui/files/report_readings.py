"""What a report says of open hosts: what the window has read, and the services around it, asked for when it is saved."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from gatepost.backend.host.host import Host
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.errors import HostError, Result
from gatepost.endpoints.host.exposure import RemainingExposure
from gatepost.endpoints.text import WINDOW
from gatepost.session.host_session import HostSession
from gatepost.session.session_state import SessionState
from gatepost.work import WorkContext

SECONDS = 30.0  # for the answers of all hosts together; a report without them is still one


class ExposureInReport:
    """The service, listeners, firewall and policies of one host, asked for in its lane from now on."""

    def __init__(self, session: HostSession) -> None:
        self._answered = threading.Event()
        self._reading: RemainingExposure | None = None
        ready = session.snapshot is not None and session.error is None
        job = session.run_read(self._ask) if ready else None
        self._is_asked = job is not None  # a file is not, nor a host that could not be read
        if job is not None:
            job.then(cancelled=self._answered.set)  # before it could ask

    def wait(self, seconds: float) -> Result[RemainingExposure] | None:
        """Return the answer, in a worker, or why there is none in time; None where the host is not asked."""
        if not self._is_asked:
            return None
        self._answered.wait(seconds)
        return self._reading or HostError(
            WINDOW.tr("Not read before the report was saved."),
            WINDOW.tr("Refresh the host, then save the report again."),
        )

    def _ask(self, host: Host, context: WorkContext) -> None:
        try:
            self._reading = host.reader.exposure(context)
        finally:
            self._answered.set()


@dataclass(frozen=True, slots=True)
class ReportReading:
    """What is known of a host when a report is asked for."""

    name: str
    snapshot: HostSnapshot | None
    error: HostError | None
    exposure: ExposureInReport


def report_readings(sessions: Sequence[HostSession]) -> list[ReportReading]:
    """Begin to ask; hosts that nobody has tried to read are left out."""
    tried = [session for session in sessions if session.state is not SessionState.UNREAD]
    return [ReportReading(each.name, each.snapshot, each.error, ExposureInReport(each)) for each in tried]


def write_readings(path: Path, readings: Sequence[ReportReading]) -> None:
    """Write the report, in a worker.

    Raises:
        HostError: the file cannot be written.
    """
    from gatepost.backend.reports.file import write_report
    from gatepost.backend.reports.review import Review, ReviewedHost, reviewed_host

    hosts: list[ReviewedHost] = []
    end = time.monotonic() + SECONDS
    for reading in readings:
        if reading.error is not None:
            hosts.append(ReviewedHost(reading.name, problem=str(reading.error)))
        elif reading.snapshot is not None:
            hosts.append(reviewed_host(reading.snapshot, reading.exposure.wait(max(0.0, end - time.monotonic()))))
    write_report(path, Review(tuple(hosts)))
