"""Log files of the program. Each line stays one plain line, whatever a host has put into it."""

from __future__ import annotations

import contextlib
import logging
import logging.handlers
import os
from io import TextIOWrapper

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from typing_extensions import override

from gatepost.backend.files.atomic_write import make_private_folder
from gatepost.backend.files.folders import Folders
from gatepost.endpoints.visible import one_line, visible

_KEPT_LOGS = 12
# The platform without a screen says this of every window whose least size is set: nothing that the user could change.
_NOISE = "This plugin does not support propagateSizeHints()"
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def set_up_logging(folders: Folders) -> None:
    """Write warnings and errors to a rotating file; without one, to nowhere: logging never stops the program.

    What Python itself warns of (``warnings``) is among them.
    """
    try:
        make_private_folder(folders.logs)
        for old in folders.all_logs()[:-_KEPT_LOGS]:
            with contextlib.suppress(OSError):  # of a program that still runs
                old.unlink()
        handler: logging.Handler = _PrivateLogFile(
            folders.log, maxBytes=512 * 1024, backupCount=3, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(_PlainFormatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(handler)
    logging.getLogger("gatepost").setLevel(logging.INFO)
    logging.captureWarnings(capture=True)


def log_qt_messages() -> None:
    """Log what Qt says from now on; where no log is set up, warnings and errors go to standard error."""
    qInstallMessageHandler(_log)


def _log(kind: QtMsgType, _: QMessageLogContext, message: str) -> None:
    if message != _NOISE:
        logging.getLogger("qt").log(_LEVELS.get(kind, logging.WARNING), message)


class _PrivateLogFile(logging.handlers.RotatingFileHandler):
    """A log that is for its owner alone, where the system has such permissions; those it is rotated to as well."""

    @override
    def _open(self) -> TextIOWrapper:
        return open(
            self.baseFilename,
            "a",
            encoding=self.encoding,
            errors=self.errors,
            opener=lambda path, flags: os.open(path, flags, 0o600),
        )


class _PlainFormatter(logging.Formatter):
    """One line for a message, then its traceback; control and bidirectional characters are written out."""

    @override
    def formatMessage(self, record: logging.LogRecord) -> str:
        record.message = one_line(record.message)
        return super().formatMessage(record)

    @override
    def format(self, record: logging.LogRecord) -> str:
        return visible(super().format(record))
