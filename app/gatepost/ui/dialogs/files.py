"""Asking for a file. Nothing waits for the answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from gatepost.ui.dialogs.opening import open_dialog

Chosen = Callable[[Path], None]


def native(name: str) -> str:
    """The name of a file that Qt gives, as the system writes it: Qt has slashes everywhere."""
    return str(Path(name))


def ask_what_to_open(parent: QWidget, title: str, folder: Path, filters: list[str], chosen: Chosen) -> None:
    """Ask for a file to read."""
    dialog = QFileDialog(parent, title, str(folder))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(filters)
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    open_dialog(dialog)
