"""Reporting of unexpected exceptions: logged, and shown in a dialog."""

from __future__ import annotations

import logging
import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from gatepost.endpoints.text import WINDOW
from gatepost.models.roles import Tone
from gatepost.models.window_text import shown, visible
from gatepost.ui.dialogs.fitted import FittedDialog
from gatepost.ui.dialogs.layout import dialog_buttons, dialog_header, dialog_layout
from gatepost.ui.settings.crash_report import details
from gatepost.ui.widgets.plain_widgets import SignLabel, code_view, copy_button, plain_label, push_button

log = logging.getLogger(__name__)


class CrashDialog(FittedDialog):
    """Says that something went wrong in the program, with details to copy. Use ``open()``."""

    def __init__(self, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Unexpected error"))
        self.details = code_view(self.tr("Details of the error"))
        self.details.setPlainText(visible(details))
        self.copy_button = copy_button(self.tr("Cop&y details"), self.details.toPlainText)
        self.close_button = push_button(self.tr("&Close"), self.accept, is_default=True)
        advice = self.tr(
            "This is an error in Gatepost, not on a host. If a change was being applied, refresh the host to check its "
            "state."
        )
        send = self.tr(
            "Include the details when you report the error (Help > Report a problem). Gatepost removes the passwords it "
            "recognizes; check the details before you share them."
        )
        title = plain_label(self.tr("Unexpected error in Gatepost"), "dialogTitle")
        self.more_label = plain_label(name="muted")
        self.more_label.hide()
        dialog_layout(
            self,
            dialog_header(
                SignLabel("bug-outline", Tone.DENY), title, plain_label(advice), plain_label(send, "muted"), spacing=6
            ),
            self.details,
            self.more_label,
            dialog_buttons([self.copy_button], [self.close_button]),
        )
        self.resize(680, 420)
        self.close_button.setFocus()

    def show_more(self, count: int) -> None:
        """Tell how many other errors came while this one is shown."""
        more = WINDOW.tr("%n more error is in the log.", "%n more errors are in the log.", count)
        self.more_label.setText(shown(more))
        self.more_label.show()


class CrashReporter(QObject):
    """Handles uncaught exceptions of every thread: logs them there and shows them in the GUI thread."""

    _crashed = Signal(str)

    def __init__(self, window: QWidget | None) -> None:
        """``window`` owns the dialogs."""
        super().__init__(window)
        self.dialog: CrashDialog | None = None
        self._more = 0  # errors since the one that is shown
        self._window = window
        self._before, self._thread_before = sys.excepthook, threading.excepthook
        self._crashed.connect(self._show, Qt.ConnectionType.QueuedConnection)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        in_gui_thread = threading.current_thread() is threading.main_thread()
        if in_gui_thread and not issubclass(kind, Exception):  # Ctrl+C and the like: the program ends as usual
            self._before(kind, error, trace)
            return
        self._take(error)
        if self._before is not sys.__excepthook__:  # a test's, a debugger's; Python's own would print secrets
            self._before(kind, error, trace)

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if isinstance(args.exc_value, Exception):
            self._take(args.exc_value)
        if self._thread_before is not threading.__excepthook__:
            self._thread_before(args)

    def _take(self, error: BaseException) -> None:
        report = details(error)
        log.error("unexpected error\n%s", report)
        if sys.stderr is not None:
            sys.stderr.write(f"gatepost: unexpected error\n{report}\n")
        self._crashed.emit(report)

    def _show(self, report: str) -> None:
        if self.dialog is not None:  # the first error is the one that explains
            self._more += 1
            self.dialog.show_more(self._more)
            return
        self.dialog = CrashDialog(report, self._window)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.finished.connect(self._forget)
        self.dialog.open()

    def _forget(self) -> None:
        self.dialog, self._more = None, 0
