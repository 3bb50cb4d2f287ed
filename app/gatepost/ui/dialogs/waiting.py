"""Waiting for a worker thread, with a dialog in front of the window where that takes longer than a moment."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from gatepost.jobs.job import Job
from gatepost.models.roles import Tone
from gatepost.session.evaluator import Evaluator
from gatepost.ui.dialogs.fitted import SizedDialog
from gatepost.ui.dialogs.layout import dialog_buttons, dialog_header, dialog_layout
from gatepost.ui.dialogs.opening import open_dialog
from gatepost.ui.widgets.plain_widgets import SignLabel, plain_label, push_button

_T = TypeVar("_T")
_UNSEEN = 400  # milliseconds that the window is kept as it is before something says why


class WaitDialog(SizedDialog):
    """Stands in front of the window until something has been worked out or read. Rejected: the user has canceled.

    It takes the input of the window from the start, and is seen only once that has lasted: it would flash at every click.
    """

    has_help = False

    def __init__(self, parent: QWidget | None = None, title: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Gatepost"))
        self.title_label = plain_label(title or self.tr("Evaluating the change..."), "dialogTitle")
        self.cancel_button = push_button(self.tr("&Cancel"), self.reject, is_default=True)
        dialog_layout(
            self,
            dialog_header(SignLabel("lan-check", Tone.MUTED), self.title_label),
            dialog_buttons([], [self.cancel_button]),
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        QTimer.singleShot(_UNSEEN, self, self._appear)

    def end(self, *_: object) -> None:
        """Go away, unless the user has canceled: what was waited for is there, or never will be."""
        if self.isVisible():
            self.accept()

    def _appear(self) -> None:
        if self.isVisible():
            self.hide()
            self.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, False)
            self.open()


def work_out(evaluator: Evaluator, work: Callable[[], _T], done: Callable[[_T], object], parent: QWidget) -> None:
    """Have ``done`` called with what ``work`` gives: at once if it is there in a moment, else once it is, or never.

    Until then a dialog keeps the window as it is. Its Cancel reaches the work.
    """
    waiting: list[WaitDialog] = []
    ended = False

    def take(value: _T) -> None:
        nonlocal ended
        ended = True
        end()
        done(value)

    def end() -> None:
        for dialog in waiting:
            dialog.end()

    evaluator.evaluate(work, take, crashed=end, cancelled=end)
    if not ended:
        waiting.append(WaitDialog(parent))
        waiting[0].rejected.connect(lambda: evaluator.cancel())  # noqa: PLW0108 - Qt holds no evaluator, but this
        open_dialog(waiting[0])


def wait_for_job(job: Job[Any], title: str, parent: QWidget) -> None:
    """Keep the window as it is until a job has ended; Cancel stops it."""
    dialog = WaitDialog(parent, title)
    dialog.rejected.connect(job.cancel)
    job.then(dialog.end, dialog.end, cancelled=dialog.end, crashed=dialog.end)
    open_dialog(dialog)
