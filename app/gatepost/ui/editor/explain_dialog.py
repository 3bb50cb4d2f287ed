"""Dialog that explains any SDDL."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from gatepost.endpoints.changes.pasted_sddl import without_console_layout
from gatepost.jobs.runner import JobRunner
from gatepost.security import Accounts, SddlError
from gatepost.session.evaluator import Evaluator
from gatepost.ui.dialogs.fitted import FittedDialog
from gatepost.ui.dialogs.layout import dialog_buttons, dialog_layout
from gatepost.ui.editor.sddl_view import SddlView, read_whole
from gatepost.ui.editor.validated_text import LONG_TEXT
from gatepost.ui.widgets.plain_widgets import plain_label, push_button


class ExplainDialog(FittedDialog):
    """Starts with what the clipboard holds, where that is SDDL."""

    def __init__(self, accounts: Accounts, runner: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Explain SDDL"))
        self.view = SddlView(self.tr("SDDL"), runner, may_be_empty=True)
        self._accounts = accounts
        self._start_with(QGuiApplication.clipboard().text(), runner)
        self.close_button = push_button(self.tr("&Close"), self.reject, is_default=True)
        about = plain_label(self.tr("Paste or type a security descriptor. It is explained as you type."))
        layout = dialog_layout(self, about, self.view, dialog_buttons([], [self.close_button]))
        layout.setStretch(1, 1)
        self.resize(900, 420)
        self.view.setFocus()

    def _start_with(self, text: str, runner: JobRunner) -> None:
        if len(text) > LONG_TEXT:
            Evaluator(runner).evaluate(partial(_sddl_in, text), self._begin, partial(self._begin, ""))
        else:
            self._begin(_sddl_in(text))

    def _begin(self, text: str) -> None:
        if text and not self.view.sddl.text:  # nothing has been typed in the meantime
            self.view.enter_sddl(text, self._accounts)


def _sddl_in(text: str) -> str:
    """Return the text where it is SDDL, with or without what a console put into it."""
    try:
        read_whole(without_console_layout(text))
    except SddlError as error:
        return text if error.account_name else ""
    return text
