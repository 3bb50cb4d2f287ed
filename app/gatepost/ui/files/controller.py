"""Files that come from the window or go into it: snapshots, comparisons, reports."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from gatepost.backend.files.snapshot_file import SavedSnapshot
from gatepost.backend.files.snapshots import SUFFIX, Snapshots, read_snapshot, suggested_name, write_snapshot
from gatepost.endpoints.errors import HostError
from gatepost.jobs.job import Job, T
from gatepost.jobs.runner import JobRunner
from gatepost.models.sentences import shown
from gatepost.models.window_text import WINDOW
from gatepost.session.host_session import HostSession
from gatepost.session.offline_session import offline_session
from gatepost.session.open_hosts import OpenHosts
from gatepost.session.session_state import SessionState
from gatepost.ui.dialogs.files import ask_what_to_open
from gatepost.ui.dialogs.message import problem
from gatepost.ui.dialogs.opening import open_dialog
from gatepost.ui.dialogs.saver import LANE, FileSaver, FileToSave
from gatepost.ui.files.report_readings import report_readings, write_readings
from gatepost.ui.widgets.actions import Actions

if TYPE_CHECKING:
    from gatepost.backend.check.results import HostCheck
    from gatepost.ui.files.compare_dialog import CompareDialog


class FileController(QObject):
    """Reads and writes files in the background, and says how it went."""

    opened = Signal(object)  # HostSession over a file
    align_requested = Signal(object, object)  # HostSession, ChangeSet

    def __init__(
        self,
        runner: JobRunner,
        saver: FileSaver,
        snapshots: Snapshots,
        hosts: OpenHosts,
        actions: Actions,
        window: QWidget,
    ) -> None:
        """``snapshots`` holds those that are taken before a host is written to."""
        super().__init__(window)
        self._window = window
        self._runner = runner
        self._saver = saver
        self._hosts = hosts
        self._actions = actions
        self._snapshots = snapshots
        self._comparison: CompareDialog | None = None
        for change in (hosts.model.dataChanged, hosts.model.rowsInserted, hosts.model.rowsRemoved):
            change.connect(self._renew_comparison)
        actions.open_snapshot.triggered.connect(self.open_snapshot)
        actions.save_snapshot.triggered.connect(self.save_snapshot)
        actions.compare.triggered.connect(self.compare)
        actions.report.triggered.connect(lambda: self.save_report([hosts.current] if hosts.current else []))
        actions.report_all.triggered.connect(lambda: self.save_report(hosts.sessions))

    def enable_actions(self) -> None:
        """Let those be chosen for which there is something to save or to compare."""
        current, read = self._hosts.current, [s for s in self._hosts.sessions if s.snapshot is not None]
        self._actions.save_snapshot.setEnabled(current in read)
        self._actions.compare.setEnabled(bool(read))
        self._actions.report.setEnabled(current is not None and current.state is not SessionState.UNREAD)
        self._actions.report_all.setEnabled(bool(read))

    def save_snapshot(self) -> None:
        """Ask where to save what the host was like when it was read last."""
        snapshot = self._hosts.current.snapshot if self._hosts.current is not None else None
        if snapshot is None:
            return
        kinds = {self.tr("Snapshots"): SUFFIX.lstrip(".")}
        write = partial(write_snapshot, saved=SavedSnapshot(snapshot))
        name = f"{suggested_name(snapshot)}{SUFFIX}"
        self._saver.ask(FileToSave(self.tr("Save snapshot"), name, kinds, write), self._window)

    def open_snapshot(self) -> None:
        """Ask for a file, and add the host that it holds to the list; a host check is shown."""
        from gatepost.backend.check.document import read_document  # the first window needs nothing of it

        self._ask(read_document, self._open, self._window)

    def _open(self, path: Path, found: SavedSnapshot | HostCheck) -> None:
        if isinstance(found, SavedSnapshot):
            self.opened.emit(offline_session(path, found, self._runner))
            return
        from gatepost.ui.files.host_check_dialog import HostCheckDialog

        open_dialog(HostCheckDialog(path, found, self._window))

    def ask_for_snapshot(self, read: Callable[[Path, SavedSnapshot], None], parent: QWidget) -> None:
        """Ask for a file, and hand on what it holds; one that is no snapshot is said to be."""
        self._ask(read_snapshot, read, parent)

    def _ask(self, load: Callable[[Path], T], read: Callable[[Path, T], None], parent: QWidget) -> None:
        def chosen(path: Path) -> None:
            self._saver.last_folder = path.parent
            job = self._runner.submit(LANE, lambda _: load(path))
            job.then(partial(read, path), partial(self._show_problem, parent))

        kinds = [
            self.tr("Snapshots and registry exports (*{suffix} *.json *.reg)").format(suffix=SUFFIX),
            self.tr("All files (*)"),
        ]
        ask_what_to_open(parent, self.tr("Open snapshot"), self._open_folder(), kinds, chosen)

    def _open_folder(self) -> Path:
        """Where the last file was; before there was one, where snapshots are kept."""
        kept = self._snapshots.folder
        return self._saver.last_folder or (kept if kept.is_dir() else self._saver.documents)

    def compare(self) -> None:
        """Show two hosts or snapshots side by side."""
        from gatepost.ui.files.compare_dialog import CompareDialog

        if self._comparison is None:
            sessions, current = self._hosts.sessions, self._hosts.current
            dialog = CompareDialog(sessions, current, self.ask_for_snapshot, self._run, self._window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.align_requested.connect(self.align_requested)
            dialog.destroyed.connect(self._forget_comparison)
            self._comparison = dialog
        self._comparison.show()
        self._comparison.raise_()
        self._comparison.activateWindow()

    def _forget_comparison(self) -> None:
        self._comparison = None

    def _renew_comparison(self) -> None:
        if self._comparison is not None:
            self._comparison.show_sessions(self._hosts.sessions)

    def _run(self, work: Callable[[], T]) -> Job[T]:
        return self._runner.submit(LANE, lambda _: work())

    def save_report(self, sessions: Sequence[HostSession]) -> None:
        """Ask where to save the review of these hosts; those that could not be read are named in it."""
        from gatepost.backend.reports.file import FORMS  # the first window needs nothing of it

        readings = report_readings(sessions)
        name = readings[0].name if len(readings) == 1 else shown(WINDOW.tr("%n host", "%n hosts", len(readings)))
        kinds = {self._report_words(suffix): suffix.lstrip(".") for suffix in FORMS}
        write = partial(write_readings, readings=readings)
        self._saver.ask(FileToSave(self.tr("Save report"), f"{_safe(name)}-report.html", kinds, write), self._window)

    def _report_words(self, suffix: str) -> str:
        match suffix:
            case ".html":
                return self.tr("Web page for reading and printing")
            case ".csv":
                return self.tr("CSV for spreadsheets")
            case _:
                return self.tr("JSON for programs")

    def _show_problem(self, parent: QWidget, error: HostError) -> None:
        open_dialog(problem(error, parent))


def _safe(name: str) -> str:
    return "".join(c if c.isalnum() or c in "-_." else "_" for c in name)[:60].strip("._") or "host"
