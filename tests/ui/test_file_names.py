"""Names of files are shown as the system writes them."""

from __future__ import annotations

from pathlib import PureWindowsPath

import pytest
from PySide6.QtWidgets import QFileDialog

from gatepost.ui.dialogs import files
from gatepost.ui.dialogs.file_field import FileField


@pytest.fixture
def on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "Path", PureWindowsPath)


def test_a_file_that_was_chosen(qtbot, on_windows, monkeypatch):
    field = FileField("Authorities", "PEM (*.pem)")
    qtbot.addWidget(field)
    monkeypatch.setattr(QFileDialog, "open", lambda _: None)
    field.button.click()
    (chooser,) = field.findChildren(QFileDialog)
    chooser.fileSelected.emit("C:/Users/jo/ca.pem")
    assert field.path == r"C:\Users\jo\ca.pem"
