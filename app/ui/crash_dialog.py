"""The last resort: an error nobody foresaw is logged and shown, with details that hold no secret."""

from __future__ import annotations

import logging
import platform
import re
import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, qVersion
from PySide6.QtWidgets import QWidget

from app import __version__
from app.ui.details_dialog import DetailsDialog

log = logging.getLogger(__name__)

_SECRETS = re.compile(
    r"(?i)((?:runaspassword|password|passwd|pwd|secret|token|authorization)[\"']?\s*[:=]\s*)"
    r"(\"[^\"]*\"|'[^']*'|(?:basic|negotiate|ntlm|bearer)\s+\S+|[^\s,;)]+)"
)


def scrubbed(details: str) -> str:
    """Return the text without anything that looks like a password or an Authorization header."""
    return _SECRETS.sub(r"\1***", details)


def crash_details(error: BaseException) -> str:
    """Return versions and stack, scrubbed; no local variables are in it."""
    versions = f"Gatepost {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
    return scrubbed(f"{versions}\n\n{''.join(traceback.format_exception(error))}")


class CrashDialog(DetailsDialog):
    """Says that something went wrong in the program itself, and how to tell its makers."""

    def __init__(self, details: str, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("CrashDialog", "Gatepost has run into an error of its own.")
        sentences = [
            QCoreApplication.translate(
                "CrashDialog",
                "A change that was being written has gone on or failed by itself: refresh to see what the host holds.",
            ),
            QCoreApplication.translate("CrashDialog", "Please copy the details into a report. They hold no passwords."),
        ]
        super().__init__(title, sentences, details, unfolded=True, parent=parent)


class CrashReporter(QObject):
    """Takes unexpected exceptions from any thread to the log and to one dialog in the GUI thread."""

    _caught = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._open: CrashDialog | None = None
        self._caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def report(self, error: BaseException) -> None:
        """Log the error and show it as soon as the event loop turns."""
        details = crash_details(error)
        log.error("unexpected error\n%s", details)
        self._caught.emit(details)

    def _show(self, details: str) -> None:
        if self._open is not None:
            return  # one at a time: errors that follow are in the log
        self._open = CrashDialog(details, self._window)
        self._open.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._open.finished.connect(self._forget)
        self._open.open()

    def _forget(self) -> None:
        self._open = None


def install_excepthook(window: QWidget) -> CrashReporter:
    """Report exceptions that nobody caught, of the GUI thread and of others."""
    reporter = CrashReporter(window)

    def in_main(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            reporter.report(error)

    def in_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            reporter.report(args.exc_value)

    sys.excepthook = in_main
    threading.excepthook = in_thread
    return reporter
