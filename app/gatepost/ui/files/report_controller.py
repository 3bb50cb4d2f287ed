"""Reports on hosts, saved to a file: what the window has read, and the services around it, asked for when it is saved."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gatepost.backend.host.host import Host
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.errors import HostError, Result
from gatepost.endpoints.text import WINDOW
from gatepost.models.window_text import shown
from gatepost.session.host_session import HostSession
from gatepost.session.open_hosts import OpenHosts
from gatepost.session.session_state import SessionState
from gatepost.ui.dialogs.files import FileSaver, FileToSave
from gatepost.ui.widgets.actions import Actions
from gatepost.work import WorkContext

if TYPE_CHECKING:  # the first window needs none of it
    from gatepost.endpoints.host.exposure import RemainingExposure

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


class ReportController(QObject):
    """Saves the review of the host that is shown, or of all."""

    def __init__(self, saver: FileSaver, hosts: OpenHosts, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._saver = saver
        actions.report.triggered.connect(lambda: self.save([hosts.current] if hosts.current else []))
        actions.report_all.triggered.connect(lambda: self.save(hosts.sessions))

    def save(self, sessions: Sequence[HostSession]) -> None:
        """Ask where to save the review of these hosts; those that could not be read are named in it."""
        from gatepost.backend.reports.file import FORMS  # the first window needs nothing of them

        readings = report_readings(sessions)
        name = readings[0].name if len(readings) == 1 else shown(WINDOW.tr("%n host", "%n hosts", len(readings)))
        kinds = {self._report_words(suffix): suffix.lstrip(".") for suffix in FORMS}
        write = partial(write_readings, readings=readings)
        self._saver.ask(FileToSave(self.tr("Save report"), f"{_safe(name)}-report.html", kinds, write), self._window)

    def _report_words(self, suffix: str) -> str:
        labels = {".html": self.tr("Web page for reading and printing"), ".csv": self.tr("CSV for spreadsheets")}
        return labels.get(suffix, self.tr("JSON for programs"))


def _safe(name: str) -> str:
    return "".join(c if c.isalnum() or c in "-_." else "_" for c in name)[:60].strip("._") or "host"
