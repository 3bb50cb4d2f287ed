"""Message dialog: a sign, a title, text, and buttons."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gatepost.endpoints.errors import HostError
from gatepost.endpoints.text import WINDOW
from gatepost.models.roles import Tone
from gatepost.models.window_text import one_line, shown, visible
from gatepost.ui.dialogs.fitted import SizedDialog
from gatepost.ui.dialogs.layout import dialog_buttons, dialog_header, dialog_layout
from gatepost.ui.dialogs.opening import open_dialog
from gatepost.ui.widgets.plain_widgets import SignLabel, plain_label, push_button, set_text_or_hide


class MessageDialog(SizedDialog):
    """Accepted: the verb is to be done. Show it with ``open_dialog``."""

    more_chosen = Signal()

    def __init__(
        self,
        sign: SignLabel,
        title: str,
        text: str,
        dismiss: str,
        parent: QWidget | None = None,
        *,
        verb: str = "",
        is_dangerous: bool = False,
        details: str = "",
        more: str = "",
    ) -> None:
        """``verb`` is what can be done about it, "" for nothing; ``dismiss`` is what Enter and Escape do.

        ``is_dangerous``: the verb cannot be taken back. ``more`` is another way out, which closes the dialog as well.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Gatepost"))
        self.title_label = plain_label(one_line(title), "dialogTitle")
        self.text_label = plain_label(visible(text))
        self.details_label = plain_label(name="muted")
        set_text_or_hide(self.details_label, visible(details))
        self.dismiss_button = push_button(dismiss, self.reject, is_default=True)
        self.verb_button = push_button(verb, self.accept, tone="danger" if is_dangerous else "")
        self.verb_button.setVisible(bool(verb))
        self.more_button = push_button(more, self.reject)
        self.more_button.clicked.connect(self.more_chosen)
        self.more_button.setVisible(bool(more))
        dialog_layout(
            self,
            dialog_header(sign, self.title_label, self.text_label, self.details_label, spacing=6),
            dialog_buttons([self.more_button], [self.dismiss_button, self.verb_button]),
        )
        self.dismiss_button.setFocus()


def question(title: str, consequence: str, verb: str, parent: QWidget | None = None) -> MessageDialog:
    """Return a question with one way on, which cannot be taken back."""
    dismiss = shown(WINDOW.tr("&Cancel"))
    sign = SignLabel("help-circle-outline", Tone.WARNING)
    return MessageDialog(sign, title, consequence, dismiss, parent, verb=verb, is_dangerous=True)


def notice(title: str, text: str, verb: str, parent: QWidget | None = None) -> MessageDialog:
    """Return something to know, and at most one thing that can be done about it here."""
    return MessageDialog(SignLabel("alert-outline", Tone.WARNING), title, text, _close(), parent, verb=verb)


def problem(error: HostError, parent: QWidget | None = None) -> MessageDialog:
    """Return what went wrong apart from any host, what to do about it, and details."""
    title, text = shown(error.summary), shown(error.next_step)
    sign = SignLabel("alert-circle-outline", Tone.DENY)
    return MessageDialog(sign, title, text, _close(), parent, details=error.details)


def show_problem(parent: QWidget, error: HostError) -> None:
    """Open a dialog about what went wrong."""
    open_dialog(problem(error, parent))


def _close() -> str:
    return shown(WINDOW.tr("&Close"))
