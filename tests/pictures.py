"""Pictures of every page, tab and dialog: ``python -m tests.pictures FOLDER [WIDTH HEIGHT]``, light and dark.

``python -m tests.pictures --docs`` draws those of the README and the docs into resources/pictures.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from gatepost.backend.connect.credentials import Credentials
from gatepost.backend.files.folders import Folders
from gatepost.bootstrap.application import Application
from gatepost.session.session_state import Activity
from gatepost.ui.widgets import theme

ROOT = Path(__file__).resolve().parent.parent
SECONDS = 30
# Actions that open a dialog, by the name of the picture.
DIALOGS = {
    "confirm-disable": "disable", "confirm-enable": "enable", "connect": "connect", "grant": "grant",
    "explain": "explain", "compare": "compare", "find": "find_everywhere", "settings": "settings", "about": "about",
    "history": "history", "host-list": "open_list",
}  # fmt: skip


def wait(done: Callable[[], bool]) -> None:
    """Process events until something is so."""
    end = time.monotonic() + SECONDS
    while not done() and time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.01)
    for _ in range(5):
        QApplication.processEvents()


class Album:
    """One window on a practice host, drawn part by part."""

    def __init__(self, scenario: str, size: tuple[int, int]) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="gatepost-pictures-")
        folders = Folders(Path(self._folder.name), Path(self._folder.name))
        self.application = Application(folders, credentials=Credentials(lambda: None))
        self.window = self.application.main_window()
        self.window.resize(*size)
        self.window.show()
        self.session = self.application.practice_session(scenario)
        self.window.hosts.open(self.session)
        self.settle()

    def settle(self) -> None:
        wait(lambda: self.session.snapshot is not None and self.session.activity is Activity.NOTHING)

    def save(self, widget: QWidget, target: Path) -> None:
        target.parent.mkdir(parents=True, exist_ok=True)
        wait(lambda: True)
        widget.grab().save(str(target))
        sys.stdout.write(f"{target}\n")

    def draw_all(self, folder: Path) -> None:
        """Draw every page, every tab of an endpoint, and every dialog."""
        pages, tabs = self.window.pages, self.window.details.tabs
        for number in range(pages.count()):
            pages.setCurrentIndex(number)
            self.settle()
            wait(lambda: not self.session.busy)
            self.save(self.window, folder / f"page-{number + 1}-{_file_name(pages.tabText(number))}.png")
        pages.setCurrentIndex(0)
        for number in range(tabs.count()):
            tabs.setCurrentIndex(number)
            self.save(self.window, folder / f"tab-{number + 1}-{_file_name(tabs.tabText(number))}.png")
        tabs.setCurrentIndex(0)
        for name, action in DIALOGS.items():
            self.draw_dialog(action, folder / f"dialog-{name}.png")

    def draw_dialog(self, action: str, target: Path) -> None:
        """Trigger an action of the window and draw what it opens."""
        before = set(QApplication.topLevelWidgets())
        getattr(self.window.actions_, action).trigger()
        wait(lambda: bool(self._opened(before)))
        end = time.monotonic() + 1.5
        wait(lambda: time.monotonic() > end)  # what a dialog asks the host for
        for opened in self._opened(before):
            self.save(opened, target)
            opened.close()
        wait(lambda: True)

    def _opened(self, before: set[QWidget]) -> list[QWidget]:
        fresh = [widget for widget in QApplication.topLevelWidgets() if widget not in before and widget.isVisible()]
        return [widget for widget in fresh if isinstance(widget, QDialog) or widget.windowTitle()]

    def close(self) -> None:
        self.window.close()
        self.application.close()
        self._folder.cleanup()


def _file_name(title: str) -> str:
    return title.lower().replace(" ", "-").replace("&", "")


def draw_docs() -> None:
    """Draw the pictures of the README and the docs."""
    app = QApplication.instance() or QApplication([])
    pictures = ROOT / "resources" / "pictures"
    for scenario, dark, name, action in (
        ("windows-server", False, "window-light.png", ""),
        ("windows-server", False, "confirm-light.png", "disable"),
        ("hard-cases", True, "hard-cases-dark.png", ""),
    ):
        theme.apply(app, dark=dark)
        album = Album(scenario, (1280, 720))
        if action:
            album.draw_dialog(action, pictures / name)
        else:
            album.save(album.window, pictures / name)
        album.close()


def main(arguments: list[str]) -> int:
    """Draw what was asked for."""
    app = QApplication([])
    if arguments == ["--docs"]:
        draw_docs()
        return 0
    if len(arguments) not in (1, 3):
        sys.stdout.write(f"{__doc__}\n")
        return 2
    size = (int(arguments[1]), int(arguments[2])) if len(arguments) == 3 else (1280, 720)
    for dark, name in ((False, "light"), (True, "dark")):
        theme.apply(app, dark=dark)
        for scenario in ("windows-server", "hard-cases"):
            album = Album(scenario, size)
            album.draw_all(Path(arguments[0]) / name / scenario)
            album.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
