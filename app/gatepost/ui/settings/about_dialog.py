"""About dialog: versions and licenses."""

from __future__ import annotations

import platform
import re
from dataclasses import dataclass
from importlib import metadata

from PySide6.QtCore import qVersion
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLabel, QWidget

from gatepost import __version__
from gatepost.assets import resource_path
from gatepost.endpoints.text import WINDOW
from gatepost.models.window_text import one_line, shown
from gatepost.ui.dialogs.fitted import FittedDialog
from gatepost.ui.dialogs.layout import dialog_buttons, dialog_header, dialog_layout
from gatepost.ui.widgets.plain_widgets import code_view, copy_button, plain_label, push_button

DISTRIBUTION = "gatepost"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_LONGEST_LICENSE = 60  # some packages put the whole text where its name belongs


@dataclass(frozen=True, slots=True)
class Component:
    """A package in use: its name, version and license as it declares them."""

    name: str
    version: str
    license: str


def components(distribution: str = DISTRIBUTION) -> tuple[Component, ...]:
    """Return what ``distribution`` depends on, near or far, by name; only what is installed."""
    by_name: dict[str, Component] = {}
    waiting = _requirements(distribution)
    while waiting:
        name = waiting.pop()
        key = _key(name)
        if key in by_name:
            continue
        try:
            data = metadata.metadata(name)
        except metadata.PackageNotFoundError:
            continue
        by_name[key] = Component(data["Name"], data["Version"], _license(data))
        waiting += _requirements(name)
    return tuple(by_name[key] for key in sorted(by_name))


def _requirements(distribution: str) -> list[str]:
    """The names a distribution requires, those of its extras left out."""
    try:
        required = metadata.requires(distribution) or []
    except metadata.PackageNotFoundError:
        return []
    return [m[0] for r in required if "extra ==" not in r and (m := _NAME.match(r))]


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _license(data: metadata.PackageMetadata) -> str:
    """The license's name: the SPDX expression, else the short text, else the classifier."""
    declared = data.get_all("License-Expression") or data.get_all("License") or []
    short = [d for d in declared if d and "\n" not in d and len(d) <= _LONGEST_LICENSE and d != "UNKNOWN"]
    if short:
        return str(short[0])
    classifiers = [c for c in data.get_all("Classifier") or [] if c.startswith("License ::")]
    return ", ".join(c.rpartition(" :: ")[2] for c in classifiers) or "see the package"


def versions() -> str:
    """Return the versions that matter in a report, one line each."""
    lines = [f"Gatepost {__version__}", f"Python {platform.python_version()}", f"Qt {qVersion()}"]
    for name in ("PySide6-Essentials", "pywinrm", "lxml"):
        try:
            lines.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:  # a frozen build may carry no metadata
            lines.append(shown(WINDOW.tr("{name}, version unknown", name=name)))
    return "\n".join(lines)


def licenses() -> str:
    """Return the licenses of everything that comes along."""
    lines = [one_line(f"{c.name} {c.version}: {c.license}") for c in components()]
    lines += [shown(WINDOW.tr("Material Design Icons: Apache License 2.0")), shown(WINDOW.tr("Python: PSF License"))]
    note = WINDOW.tr(
        "Qt and PySide6 are used under the GNU Lesser General Public License, version 3. They are linked "
        "dynamically: you can replace them with your own versions."
    )
    return "\n".join([*lines, "", shown(note)])


class AboutDialog(FittedDialog):
    """Versions and third-party licenses, as plain text to copy. Use ``open()``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Gatepost"))
        self.text = code_view(self.tr("Versions and licenses"))
        third_party = self.tr("Third-party licenses")
        self.text.setPlainText(f"{versions()}\n\n{third_party}\n{licenses()}")
        self.copy_button = copy_button(self.tr("Cop&y"), self.text.toPlainText)
        self.close_button = push_button(self.tr("&Close"), self.accept, is_default=True)
        sign = QLabel()
        sign.setPixmap(QIcon(str(resource_path("icons", "gatepost.svg"))).pixmap(40, 40))
        title = plain_label(self.tr("Gatepost {version}").format(version=__version__), "dialogTitle")
        purpose = self.tr("Manages permissions of PowerShell session configurations on this computer and remote hosts")
        dialog_layout(
            self,
            dialog_header(sign, title, plain_label(purpose, "muted")),
            self.text,
            dialog_buttons([self.copy_button], [self.close_button]),
        )
        self.resize(620, 480)
        self.close_button.setFocus()
