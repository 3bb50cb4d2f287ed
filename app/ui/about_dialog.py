"""Versions, and the licences of what this program is built on."""

from __future__ import annotations

import platform
from importlib import metadata

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from app import __version__
from app.ui.icons import icon

# What we use directly; their own dependencies are named in their metadata.
LIBRARIES = (
    "PySide6-Essentials", "shiboken6", "pywinrm", "requests", "requests_ntlm", "pyspnego", "cryptography", "lxml",
    "keyring", "platformdirs", "QtAwesome", "QtPy", "typing_extensions",
)  # fmt: skip


def library_line(name: str) -> str:
    """Return name, version and licence of an installed library, or that it is not installed."""
    try:
        found = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return f"{name}: not installed"
    given = [value for field in ("License-Expression", "License") for value in found.get_all(field) or []]
    licence = _classified(found.get_all("Classifier") or []) or next(iter(given), "")
    first_line = (licence or "see its own pages").strip().splitlines()[0]
    return f"{found['Name']} {found['Version']}: {first_line}"


def _classified(classifiers: list[str]) -> str:
    return ", ".join(c.rpartition(" :: ")[2] for c in classifiers if c.startswith("License ::"))


class AboutDialog(QDialog):
    """Who we are and what we stand on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Gatepost"))
        title = QLabel(self.tr("Gatepost {version}").format(version=__version__))
        title.setObjectName("dialogTitle")
        title.setTextFormat(Qt.TextFormat.PlainText)
        lines = [
            f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}",
            "",
            self.tr("Gatepost is under the MIT licence. It uses:"),
            *(library_line(name) for name in LIBRARIES),
            self.tr("Qt is under the LGPL version 3; its source is at code.qt.io."),
            self.tr("Icons: Material Design Icons, Apache License 2.0."),
        ]
        self.words = QPlainTextEdit("\n".join(lines), readOnly=True)
        self.words.setAccessibleName(self.tr("Versions and licences"))
        self.words.setTabChangesFocus(True)
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        sign = QLabel()
        sign.setPixmap(icon("gate", "accent").pixmap(34, 34))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.addWidget(sign)
        layout.addWidget(title)
        layout.addWidget(self.words, 1)
        layout.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)
        self.resize(620, 440)
