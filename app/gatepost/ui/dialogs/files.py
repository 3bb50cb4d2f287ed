"""Asking for a file, and saving one in the background."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from gatepost.endpoints.errors import HostError
from gatepost.jobs.runner import JobRunner
from gatepost.models.window_text import one_line
from gatepost.ui.dialogs.message import show_problem
from gatepost.ui.dialogs.opening import open_dialog
from gatepost.work import WorkContext

LANE = "files"


def ask_what_to_open(
    parent: QWidget, title: str, folder: Path | None, filters: list[str], chosen: Callable[[Path], None]
) -> None:
    """Ask for a file to read; without a folder, where Qt was last. Nothing waits for the answer."""
    dialog = QFileDialog(parent, title, str(folder or ""))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(filters)
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    open_dialog(dialog)


@dataclass(frozen=True, slots=True)
class FileToSave:
    """``name`` is suggested; ``kinds`` maps words for a kind of file to its suffix, without a leading dot.

    ``write`` is called in the background with the path, and raises HostError where the file cannot be written.
    """

    title: str
    name: str
    kinds: Mapping[str, str]
    write: Callable[[Path], object]


class FileSaver(QObject):
    """Remembers the folder of the last file, for all that save or open one."""

    saved = Signal(str, object)  # in words, and its Path, for whoever does not tell it in a place of its own

    def __init__(self, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self.documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        self.last_folder: Path | None = None

    def ask(
        self,
        file: FileToSave,
        parent: QWidget,
        saved: Callable[[Path], object] | None = None,
        failed: Callable[[HostError], object] | None = None,
    ) -> None:
        """Ask where, then write. ``saved`` and ``failed`` replace the status line and the dialog."""
        dialog = QFileDialog(parent, file.title, str(self.last_folder or self.documents))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        suffixes = {f"{label} (*.{suffix})": suffix for label, suffix in file.kinds.items()}
        dialog.setNameFilters(list(suffixes))
        dialog.setDefaultSuffix(next(iter(suffixes.values())))
        dialog.filterSelected.connect(lambda name: dialog.setDefaultSuffix(suffixes.get(name, "")))
        dialog.selectFile(file.name)

        def write(name: str) -> None:
            path = Path(name)
            self.last_folder = path.parent
            job = self._runner.submit(LANE, partial(_written, file, path), writes=True)
            job.then(saved or self._tell, failed or partial(show_problem, parent))

        dialog.fileSelected.connect(write)
        open_dialog(dialog)

    def _tell(self, path: Path) -> None:
        self.saved.emit(self.tr("Saved as {path}").format(path=one_line(str(path))), path)


def _written(file: FileToSave, path: Path, _: WorkContext) -> Path:
    file.write(path)
    return path
