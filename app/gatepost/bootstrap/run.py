"""Running the program: with its window, for one picture, or as a self-test."""

from __future__ import annotations

import argparse
import json
import logging
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler, qVersion
from PySide6.QtWidgets import QApplication

from gatepost import __version__
from gatepost.assets import resource_path
from gatepost.backend.connect.connections import ConnectRequest
from gatepost.backend.connect.windows import this_platform
from gatepost.backend.files.folders import Folders, user_folders
from gatepost.bootstrap.application import Application, open_practice_host, set_up_logging
from gatepost.bootstrap.language import install_translator
from gatepost.bootstrap.plain_output import say
from gatepost.bootstrap.practice_process import PracticeProcess
from gatepost.endpoints.errors import HostError
from gatepost.session.host_session import Activity, HostSession
from gatepost.ui.main_window import MainWindow
from gatepost.ui.widgets import theme

PICTURE_SECONDS = 60
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def run(child: PracticeProcess | None, requests: tuple[ConnectRequest, ...], options: argparse.Namespace) -> int:
    """Show the window with its hosts until it is closed, or long enough for a picture."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Gatepost")
    folders = user_folders()
    set_up_logging(folders)
    qInstallMessageHandler(_log_qt_message)
    application = Application(
        folders,
        read_only=options.read_only,
        theme=options.theme,
        connect_seconds=options.timeout,
        computer=this_platform(),
    )
    theme.choose(app, theme.DARK_BY_NAME[application.preferences.theme])
    install_translator(app, application.preferences.settings.language)
    window = application.main_window()
    theme.apply(app, theme.DARK_BY_NAME[application.preferences.theme])
    picture = _Picture(window, options.screenshot) if options.screenshot else None
    if picture is None:
        from gatepost.ui.settings.crash_dialog import install_excepthook

        install_excepthook(window)
    if child is not None:
        window.open_session(application.practice_session(child.scenario, child))
    if window.connecting is not None:
        for request in requests:
            window.connecting.connect_to(request)
    if picture is not None:
        picture.watch()
    window.show()
    app.exec()
    application.close()
    return picture.status if picture is not None else 0


def _log_qt_message(kind: QtMsgType, _: QMessageLogContext, message: str) -> None:
    """Qt's own complaints belong in the log, but for those about what a screenless platform cannot do."""
    if not message.startswith("This plugin does not support"):
        logging.getLogger("qt").log(_LEVELS.get(kind, logging.WARNING), message)


class _Picture:
    """Saves the window once every host has been read and its accounts named."""

    def __init__(self, window: MainWindow, target: Path) -> None:
        self._window, self._target = window, target
        self.status = 1
        self._done = False
        self._sessions: list[HostSession] = []

    def watch(self) -> None:
        """Wait for the hosts that are being opened now."""
        self._sessions = [session for session in self._window.sessions if not session.untouched]
        for session in self._sessions:
            session.changed.connect(self._on_changed)
        QTimer.singleShot(PICTURE_SECONDS * 1000, self._give_up)

    def _on_changed(self) -> None:
        if self._done:
            return
        failed = next((session for session in self._sessions if session.error is not None), None)
        if failed is not None:
            self._fail(str(failed.error))
        elif self._all_read():
            QTimer.singleShot(0, self._save)

    def _all_read(self) -> bool:
        return all(s.snapshot is not None and s.activity is Activity.NOTHING for s in self._sessions)

    def _save(self) -> None:
        if self._done or not self._all_read():  # names are being asked for
            return
        self._done = True
        QApplication.processEvents()  # layouts and row heights that wait for the event loop
        if self._window.grab().save(str(self._target)):
            self.status = 0
            QApplication.quit()
        else:
            self._fail(f"the picture cannot be saved as {self._target}")

    def _give_up(self) -> None:
        if self._done:
            return
        self._fail(f"not every host was read within {PICTURE_SECONDS} seconds")

    def _fail(self, why: str) -> None:
        self._done = True
        say(why)
        QApplication.quit()


def selftest(child: PracticeProcess) -> int:
    """Check resources, Qt and a round trip to the practice host; print one JSON object."""
    from gatepost.work import WorkContext

    app = QApplication(sys.argv[:1])
    report: dict[str, object] = {"version": __version__, "qt": qVersion(), "python": sys.version.split()[0]}
    with tempfile.TemporaryDirectory(prefix="gatepost-") as folder:
        application = Application(Folders(Path(folder), Path(folder)))
        try:
            report["icon"] = resource_path("icons", "gatepost.svg").is_file()
            host = open_practice_host(child, application.journal)
            report["endpoints"] = len(host.list(WorkContext()).configurations)
            host.close()
            report["ok"] = bool(report["icon"] and report["endpoints"])
        except (HostError, FileNotFoundError) as error:
            report.update(ok=False, problem=str(error))
        finally:
            application.close()
    app.quit()
    sys.stdout.write(json.dumps(report) + "\n")
    return 0 if report["ok"] else 1
