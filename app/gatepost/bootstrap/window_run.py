"""Running the program with its window, or for one picture of it."""

from __future__ import annotations

import argparse
import gc
import sys
import tempfile
from functools import partial
from pathlib import Path

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from gatepost.backend.connect.connections import ConnectRequest
from gatepost.backend.connect.this_computer import this_platform
from gatepost.backend.files.folders import user_folders
from gatepost.bootstrap.application import Application
from gatepost.bootstrap.language import install_translator
from gatepost.bootstrap.logging_setup import log_qt_messages, set_up_logging
from gatepost.bootstrap.picture import PICTURE_SIZE, Picture
from gatepost.bootstrap.practice_process import PracticeProcess
from gatepost.bootstrap.streams import say
from gatepost.ui.widgets import theme


def run_window(child: PracticeProcess | None, requests: tuple[ConnectRequest, ...], options: argparse.Namespace) -> int:
    """Show the window with its hosts until it is closed, or long enough for a picture."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Gatepost")
    folders = user_folders()
    set_up_logging(folders)
    log_qt_messages()
    application = Application(
        folders,
        read_only=options.read_only,
        theme=options.theme,
        connect_seconds=options.timeout,
        computer=this_platform(),
    )
    theme.choose(app, dark=theme.DARK_BY_NAME[application.preferences.theme])
    install_translator(app, application.preferences.settings.language)
    no_layout = tempfile.TemporaryDirectory(prefix="gatepost-")  # a picture neither shows nor changes how one works
    window = application.main_window(Path(no_layout.name) / "window.ini" if options.screenshot else None)
    theme.apply(app, dark=theme.DARK_BY_NAME[application.preferences.theme])
    picture = Picture(window, partial(_saved, options.screenshot)) if options.screenshot else None
    if picture is None:
        from gatepost.ui.settings.crash_dialog import CrashReporter

        CrashReporter(window)
    if child is not None:
        window.hosts.open(application.practice_session(child.scenario, child))
    for request in requests:
        window.connecting.connect_to(request)
    if picture is not None:
        picture.watch()
    window.show()
    if picture is not None:
        window.resize(PICTURE_SIZE)
    gc.freeze()  # what is there by now stays: looking through it again and again would make the window pause
    gc.enable()
    app.exec()
    application.close()
    no_layout.cleanup()
    if picture is None or not picture.problem:
        return 0
    say(picture.problem)
    return 1


def _saved(target: Path, picture: QPixmap) -> str:
    return "" if picture.save(str(target)) else f"the picture cannot be saved as {target}"
