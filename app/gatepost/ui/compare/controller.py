"""Files that come from the window or go into it: snapshots, comparisons, reports."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QWidget

from gatepost.backend.check.files import read_document
from gatepost.backend.check.results import HostCheck
from gatepost.backend.files.snapshot_file import SavedSnapshot
from gatepost.backend.files.snapshots import SUFFIX, Snapshots, read_snapshot, suggested_name, write_snapshot
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.errors import HostError
from gatepost.jobs.job import Job, JobKind, T
from gatepost.jobs.runner import JobRunner
from gatepost.models.plain import one_line
from gatepost.session.host_session import HostSession
from gatepost.session.offline_session import OfflineSession
from gatepost.ui.widgets.dialogs import open_dialog
from gatepost.ui.widgets.file_dialogs import ask_what_to_open, ask_where_to_save
from gatepost.ui.widgets.problem_dialog import ProblemDialog

_LANE = "files"


class Documents(QObject):
    """Reads and writes files in the background, and says how it went."""

    opened = Signal(object)  # OfflineSession
    make_like_requested = Signal(object, object)  # HostSession, ChangeSet
    done = Signal(str)  # what was saved, in words

    def __init__(self, window: QWidget, runner: JobRunner, snapshots: Snapshots) -> None:
        """``snapshots`` holds those that are taken before a host is written to."""
        super().__init__(window)
        self._window = window
        self._runner = runner
        self.snapshots = snapshots
        self._documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        self._folder: Path | None = None  # where the last file was

    def save_snapshot(self, session: HostSession) -> None:
        """Ask where to save what a host was like when it was read last."""
        snapshot = session.snapshot
        if snapshot is None:
            return
        suggested = (self._folder or self._documents) / f"{suggested_name(snapshot)}{SUFFIX}"
        kinds = {self.tr("Snapshots"): SUFFIX.lstrip(".")}
        saved = SavedSnapshot(snapshot)
        ask_where_to_save(
            self._window,
            self.tr("Save snapshot"),
            suggested,
            kinds,
            lambda path: self._write(path, partial(write_snapshot, path, saved)),
        )

    def open_snapshot(self) -> None:
        """Ask for a file, and add the host that it holds to the list; a host check is shown."""
        self._ask(read_document, self._open, self._window)

    def _open(self, path: Path, found: SavedSnapshot | HostCheck) -> None:
        if isinstance(found, SavedSnapshot):
            self.opened.emit(OfflineSession(path, found, self._runner))
            return
        from gatepost.ui.compare.host_check_dialog import HostCheckDialog

        open_dialog(HostCheckDialog(path, found, self._window))

    def ask_for_snapshot(self, read: Callable[[Path, SavedSnapshot], None], parent: QWidget) -> None:
        """Ask for a file, and hand on what it holds; one that is no snapshot is said to be."""
        self._ask(read_snapshot, read, parent)

    def _ask(self, load: Callable[[Path], T], read: Callable[[Path, T], None], parent: QWidget) -> None:
        def chosen(path: Path) -> None:
            self._folder = path.parent
            job = self._runner.submit(_LANE, lambda _: load(path))
            job.then(partial(read, path), partial(self._show_problem, parent))

        kinds = [
            self.tr("Snapshots and registry exports (*{suffix} *.json *.reg)").format(suffix=SUFFIX),
            self.tr("All files (*)"),
        ]
        ask_what_to_open(parent, self.tr("Open snapshot"), self._open_folder(), kinds, chosen)

    def _open_folder(self) -> Path:
        """Where the last file was; before there was one, where snapshots are kept."""
        return self._folder or (self.snapshots.folder if self.snapshots.folder.is_dir() else self._documents)

    def compare(self, sessions: Sequence[HostSession], current: HostSession | None) -> None:
        """Show two hosts or snapshots side by side."""
        from gatepost.ui.compare.dialog import CompareDialog

        dialog = CompareDialog(sessions, current, self.ask_for_snapshot, self._run, self._window)
        dialog.make_like_requested.connect(self.make_like_requested)
        open_dialog(dialog)

    def _run(self, work: Callable[[], T]) -> Job[T]:
        return self._runner.submit(_LANE, lambda _: work())

    def save_report(self, sessions: Sequence[HostSession]) -> None:
        """Ask where to save the review of these hosts; those that could not be read are named in it."""
        from gatepost.backend.reports.file import FORMS  # the first window needs nothing of it

        readings = [_Reading(s.name, s.snapshot, s.error) for s in sessions if not s.untouched]
        name = readings[0].name if len(readings) == 1 else self.tr("{count} hosts").format(count=len(readings))
        kinds = {self._report_words(suffix): suffix.lstrip(".") for suffix in FORMS}
        ask_where_to_save(
            self._window,
            self.tr("Save report"),
            (self._folder or self._documents) / f"{_safe(name)}-report.html",
            kinds,
            lambda path: self._write(path, partial(_write_report, path, readings)),
        )

    def _report_words(self, suffix: str) -> str:
        match suffix:
            case ".html":
                return self.tr("Web page, to read and print")
            case ".csv":
                return self.tr("Table, for spreadsheets")
            case _:
                return self.tr("JSON, for programs")

    def _write(self, path: Path, write: Callable[[], None]) -> None:
        self._folder = path.parent
        said = self.tr("Saved as {path}").format(path=one_line(str(path)))
        job = self._runner.submit(_LANE, lambda _: write(), kind=JobKind.WRITE)
        job.then(lambda _: self.done.emit(said), partial(self._show_problem, self._window))

    def _show_problem(self, parent: QWidget, error: HostError) -> None:
        open_dialog(ProblemDialog(error, parent))


@dataclass(frozen=True, slots=True)
class _Reading:
    """What is known of a host when a report is asked for."""

    name: str
    snapshot: HostSnapshot | None
    error: HostError | None


def _write_report(path: Path, readings: Sequence[_Reading]) -> None:
    from gatepost.backend.reports.file import write_report
    from gatepost.endpoints.compare.review import ReviewedHost, failed_host, review, reviewed_host

    hosts: list[ReviewedHost] = []
    for reading in readings:
        if reading.error is not None:
            hosts.append(failed_host(reading.name, reading.error))
        elif reading.snapshot is not None:
            hosts.append(reviewed_host(reading.snapshot))
    write_report(path, review(tuple(hosts)))


def _safe(name: str) -> str:
    return "".join(c if c.isalnum() or c in "-_." else "_" for c in name)[:60].strip("._") or "host"
