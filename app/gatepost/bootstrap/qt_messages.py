"""Qt's own messages, redirected to the log; one about nothing that the user could see or change is dropped."""

from __future__ import annotations

import logging

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

# The platform without a screen says this of every window whose least size is set.
_NOISE = "This plugin does not support propagateSizeHints()"
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def log_qt_messages() -> None:
    """Log what Qt says from now on; where no log is set up, warnings and errors go to standard error."""
    qInstallMessageHandler(_log)


def _log(kind: QtMsgType, _: QMessageLogContext, message: str) -> None:
    if message != _NOISE:
        logging.getLogger("qt").log(_LEVELS.get(kind, logging.WARNING), message)
