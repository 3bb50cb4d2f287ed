"""Something to know, what to do next, and at most one thing that can be done about it here."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from gatepost.models.plain import one_line, visible
from gatepost.ui.widgets.plain_widgets import SignLabel, foot, head, plain_label, stack
from gatepost.ui.widgets.sized_dialog import SizedDialog


class NoticeDialog(SizedDialog):
    """Accepted: the thing that ``verb`` names is to be done; without a verb there is nothing but Close. Use ``open()``."""

    def __init__(self, summary: str, next_step: str, verb: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Gatepost"))
        self.summary_label = plain_label(one_line(summary), "dialogTitle")
        self.next_step_label = plain_label(visible(next_step))
        self.close_button = QPushButton(self.tr("&Close"))
        self.close_button.clicked.connect(self.reject)
        self.verb_button = QPushButton(verb)
        self.verb_button.clicked.connect(self.accept)
        self.verb_button.setVisible(bool(verb))
        self.close_button.setDefault(True)
        sign = SignLabel("alert-outline", "warning")
        stack(
            self,
            head(sign, self.summary_label, self.next_step_label, spacing=6),
            foot([], [self.close_button, self.verb_button]),
        )
        self.close_button.setFocus()
