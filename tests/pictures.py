"""Pictures of every page, tab and dialog, light and dark: ``python -m tests.pictures FOLDER [WIDTH HEIGHT [LANGUAGE]]``.

Without a size they are drawn for screens of 1280x720, of 1920x1080, and of 1920x1080 at 200 %.
``python -m tests.pictures --docs`` draws those of the README and the docs into resources/pictures, light and dark.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from gatepost.backend.connect.credentials import Credentials
from gatepost.backend.files.folders import Folders
from gatepost.bootstrap.application import Application
from gatepost.bootstrap.language import install_translator
from gatepost.endpoints.changes.rights_action import RightsAction, apply_rights_action
from gatepost.endpoints.configuration.access_mode import EXECUTE
from gatepost.security import REMOTE_MANAGEMENT_USERS
from gatepost.ui.dialogs import fitted
from gatepost.ui.widgets import theme
from tests.every_view import DIALOGS, View, every_view, opened_since
from tests.ui.views import is_reading

ROOT = Path(__file__).resolve().parent.parent
SECONDS = 30
SCREENS = (("1280x720", 1280, 720, "1"), ("1920x1080", 1920, 1080, "1"), ("200-percent", 960, 540, "2"))


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
        wait(lambda: self.session.snapshot is not None and self.session.state.is_at_rest)

    def save(self, widget: QWidget, target: Path) -> None:
        target.parent.mkdir(parents=True, exist_ok=True)
        wait(lambda: True)
        widget.grab().save(str(target))
        sys.stdout.write(f"{target}\n")

    def draw_all(self, folder: Path) -> None:
        """Draw every page, every tab of an endpoint, and every dialog."""
        for view in every_view(self):
            self.draw(view, folder / f"{view.name}.png")

    def draw(self, view: View, target: Path) -> None:
        """Open a view, draw it, and close it where it is a dialog."""
        before = set(QApplication.topLevelWidgets())
        view.open(self)
        if not view.is_dialog:
            self.settle()
            wait(lambda: not self.session.state.is_busy and not is_reading(self.window))
            self.save(self.window, target)
            return
        wait(lambda: bool(opened_since(before)))
        end = time.monotonic() + 1.5
        wait(lambda: time.monotonic() > end)  # what a dialog asks the host for
        for opened in opened_since(before):
            self.save(opened, target)
            opened.close()
        wait(lambda: True)

    def close(self) -> None:
        self.window.close()
        self.window.deleteLater()  # or the next theme would paint it once more
        QApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete)
        self.application.close()
        self._folder.cleanup()


def draw_window(album: Album, target: Path) -> None:
    """Draw the window as it comes."""
    album.save(album.window, target)


def draw_confirmation(album: Album, target: Path) -> None:
    """Draw what Disable remoting asks."""
    album.draw(View("confirm", DIALOGS["confirm-disable"], is_dialog=True), target)


def draw_editor(album: Album, target: Path) -> None:
    """Draw an endpoint with a pending change."""
    snapshot = album.session.snapshot
    assert snapshot is not None
    album.window.panel.select("Test")
    meant = [endpoint for endpoint in snapshot.endpoints if endpoint.name == "Test"]
    step = apply_rights_action(RightsAction.GRANT, meant, REMOTE_MANAGEMENT_USERS, EXECUTE, snapshot.accounts)
    album.session.pending_changes.edit(step)
    album.settle()
    album.window.findChild(QSplitter, "details").setSizes([200, 320])
    album.window.details.permissions.table.scrollToBottom()
    album.save(album.window, target)


# The pictures of the docs by their names: the practice host, and how each is drawn.
DOCS: dict[str, tuple[str, Callable[[Album, Path], None]]] = {
    "window": ("windows-server", draw_window),
    "confirm": ("windows-server", draw_confirmation),
    "editor": ("reference-page", draw_editor),
}


def draw_docs(folder: Path) -> None:
    """Draw the pictures of the README and the docs, each light and dark."""
    app = QApplication.instance() or QApplication([])
    for dark, kind in ((False, "light"), (True, "dark")):
        theme.apply(app, dark=dark)
        for name, (scenario, draw) in DOCS.items():
            album = Album(scenario, (1280, 720))
            draw(album, folder / f"{name}-{kind}.png")
            album.close()


def draw_every_screen(folder: Path) -> int:
    """Draw all for one screen after the other, each in a process of its own: Qt reads its scale only once."""
    ended = [
        subprocess.run(
            [sys.executable, "-m", "tests.pictures", str(folder / name), str(width), str(height)],
            env={**os.environ, "QT_SCALE_FACTOR": scale},
            check=False,
        ).returncode
        for name, width, height, scale in SCREENS
    ]
    return max(ended)


def main(arguments: list[str]) -> int:
    """Draw what was asked for."""
    if len(arguments) == 1 and arguments != ["--docs"]:
        return draw_every_screen(Path(arguments[0]))
    app = QApplication([])
    if arguments == ["--docs"]:
        draw_docs(ROOT / "resources" / "pictures")
        return 0
    if len(arguments) not in (3, 4) or (len(arguments) == 4 and not install_translator(app, arguments[3])):
        sys.stdout.write(f"{__doc__}\n")
        return 2
    size = (int(arguments[1]), int(arguments[2]))
    fitted.available = lambda window: QSize(*size)  # dialogs fit a screen of that size
    for dark, name in ((False, "light"), (True, "dark")):
        theme.apply(app, dark=dark)
        for scenario in ("windows-server", "hard-cases"):
            album = Album(scenario, size)
            album.draw_all(Path(arguments[0]) / name / scenario)
            album.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
