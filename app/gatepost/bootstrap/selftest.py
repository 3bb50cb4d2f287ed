"""``gatepost --selftest``: checks whether this installation works, from its icons to a conversation with a host."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QSize, Qt, qVersion
from PySide6.QtGui import QColor, QFontDatabase, QIcon, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from gatepost.assets import resource_path
from gatepost.backend.files.folders import Folders
from gatepost.bootstrap.application import Application
from gatepost.bootstrap.logging_setup import log_qt_messages
from gatepost.bootstrap.picture import Picture
from gatepost.bootstrap.practice_process import PracticeProcess
from gatepost.bootstrap.selftest_report import TimeLimit, print_report
from gatepost.ui.widgets import theme
from gatepost.ui.widgets.icons import icon

_SIDE = 64  # pixels
_LEAST_COLORS = 8  # a window that was drawn has more


def selftest(child: PracticeProcess, limit: TimeLimit) -> int:
    """Build the main window on the practice host, draw it, and print what was found as one JSON object."""
    limit.step("starting Qt")
    log_qt_messages()
    application = QApplication(sys.argv[:1])
    report: dict[str, object] = {"qt": qVersion()}
    problems: list[str] = []

    def unexpected(kind: type[BaseException], error: BaseException, _: TracebackType | None) -> None:
        problems.append(f"{kind.__name__}: {error}")
        QCoreApplication.quit()

    before, sys.excepthook = sys.excepthook, unexpected  # in a slot or a virtual method Qt goes on
    try:
        _check(application, child, report, problems, limit)
    except Exception as error:  # noqa: BLE001 - whatever it is, this installation does not work
        problems.append(f"{type(error).__name__}: {error}")
    finally:
        sys.excepthook = before
    limit.reported()
    return print_report(report, problems)


def _check(
    app: QApplication, child: PracticeProcess, report: dict[str, object], problems: list[str], limit: TimeLimit
) -> None:
    with tempfile.TemporaryDirectory(prefix="gatepost-", ignore_cleanup_errors=True) as folder:
        application = Application(Folders(Path(folder), Path(folder)))
        try:
            limit.step("building the window")
            theme.choose(app, dark=None)
            window = application.main_window()
            theme.apply(app, dark=None)
            session = application.practice_session(child.scenario, child)
            window.hosts.open(session)
            picture = Picture(window, _window_problem)
            picture.watch()
            window.show()
            limit.step("reading the practice host and drawing the window")
            app.exec()
            limit.step("drawing icons and text")
            report["endpoints"] = len(session.snapshot.configurations) if session.snapshot is not None else 0
            failed_checks = [picture.problem, *_drawing_problems()]
            problems += [problem for problem in failed_checks if problem]
            limit.step("closing the window")
            window.close()
        finally:
            limit.step("ending the practice host and background work")
            application.close()


def _drawing_problems() -> list[str]:
    """What of the things that a window is made of cannot be drawn here."""
    pictures = {
        "the program's icon": QIcon(str(resource_path("icons", "gatepost.svg"))).pixmap(QSize(_SIDE, _SIDE)).toImage(),
        "the icons of the buttons": icon("refresh").pixmap(QSize(_SIDE, _SIDE)).toImage(),
        "text": _text(),
    }
    return [f"{name} cannot be drawn" for name, picture in pictures.items() if _is_blank(picture)]


def _text() -> QImage:
    picture = QImage(4 * _SIDE, _SIDE, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    if QFontDatabase.families():
        painter = QPainter(picture)
        painter.setPen(QColor(Qt.GlobalColor.black))
        painter.drawText(picture.rect(), Qt.AlignmentFlag.AlignCenter, "Gatepost")
        painter.end()
    return picture


def _is_blank(picture: QImage) -> bool:
    return picture.isNull() or len(_colors(picture)) < 2


def _window_problem(picture: QPixmap) -> str:
    return "" if len(_colors(picture.toImage())) >= _LEAST_COLORS else "the window was not drawn"


def _colors(picture: QImage) -> set[int]:
    return {picture.pixel(x, y) for x in range(0, picture.width(), 3) for y in range(0, picture.height(), 3)}
