"""Snapshots of hosts: saved to a file, and opened from one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gatepost.backend.files.snapshot_file import SavedSnapshot
from gatepost.backend.files.snapshots import SUFFIX, Snapshots, read_snapshot, suggested_name, write_snapshot
from gatepost.jobs.job import T
from gatepost.jobs.runner import JobRunner
from gatepost.session.open_hosts import OpenHosts
from gatepost.session.snapshot_source import offline_session
from gatepost.ui.dialogs.files import LANE, FileSaver, FileToSave, ask_what_to_open
from gatepost.ui.dialogs.message import show_problem
from gatepost.ui.dialogs.opening import open_dialog
from gatepost.ui.widgets.actions import Actions

if TYPE_CHECKING:
    from gatepost.backend.check.results import HostCheck


class SnapshotController(QObject):
    """Saves the host that is shown, and opens files, in the background."""

    opened = Signal(object)  # HostSession over a file

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
        self._snapshots = snapshots
        actions.open_snapshot.triggered.connect(self.open)
        actions.save_snapshot.triggered.connect(self.save)

    def save(self) -> None:
        """Ask where to save what the host was like when it was read last."""
        snapshot = self._hosts.current.snapshot if self._hosts.current is not None else None
        if snapshot is None:
            return
        kinds = {self.tr("Snapshots"): SUFFIX.lstrip(".")}
        write = partial(write_snapshot, saved=SavedSnapshot(snapshot))
        name = f"{suggested_name(snapshot)}{SUFFIX}"
        self._saver.ask(FileToSave(self.tr("Save snapshot"), name, kinds, write), self._window)

    def open(self) -> None:
        """Ask for a file, and add the host that it holds to the list; a host check is shown."""
        from gatepost.backend.opened_file import read_opened_file  # the first window needs nothing of it

        self._ask(read_opened_file, self._open, self._window)

    def _open(self, path: Path, content: SavedSnapshot | HostCheck) -> None:
        if isinstance(content, SavedSnapshot):
            self.opened.emit(offline_session(path, content, self._runner))
            return
        from gatepost.ui.files.host_check_dialog import HostCheckDialog

        open_dialog(HostCheckDialog(path, content, self._window))

    def ask(self, read: Callable[[Path, SavedSnapshot], None], parent: QWidget) -> None:
        """Ask for a file, and hand on what it holds; one that is no snapshot is said to be."""
        self._ask(read_snapshot, read, parent)

    def _ask(self, load: Callable[[Path], T], read: Callable[[Path, T], None], parent: QWidget) -> None:
        def chosen(path: Path) -> None:
            self._saver.last_folder = path.parent
            job = self._runner.submit(LANE, lambda _: load(path))
            job.then(partial(read, path), partial(show_problem, parent))

        kinds = [
            self.tr("Snapshots and registry exports (*{suffix} *.json *.reg)").format(suffix=SUFFIX),
            self.tr("All files (*)"),
        ]
        ask_what_to_open(parent, self.tr("Open snapshot"), self._open_folder(), kinds, chosen)

    def _open_folder(self) -> Path:
        """Where the last file was; before there was one, where snapshots are kept."""
        kept = self._snapshots.folder
        return self._saver.last_folder or (kept if kept.is_dir() else self._saver.documents)
