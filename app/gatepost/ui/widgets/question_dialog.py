"""A question with one way on; Cancel is what Enter and Escape do."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from gatepost.ui.widgets.plain_widgets import ElidedLabel, SignLabel, foot, head, plain_label, stack
from gatepost.ui.widgets.sized_dialog import SizedDialog


class QuestionDialog(SizedDialog):
    """``accepted`` is the way on; ``verb`` is what its button says. Use ``open()``."""

    def __init__(self, title: str, consequence: str, verb: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        heading = ElidedLabel("dialogTitle")
        heading.setText(title)
        self.cancel_button = QPushButton(self.tr("&Cancel"))
        self.cancel_button.setDefault(True)
        self.confirm_button = QPushButton(verb)
        self.confirm_button.setAutoDefault(False)
        self.confirm_button.setProperty("tone", "danger")
        self.cancel_button.clicked.connect(self.reject)
        self.confirm_button.clicked.connect(self.accept)
        stack(
            self,
            head(SignLabel("help-circle-outline", "warning"), heading, plain_label(consequence)),
            foot([], [self.cancel_button, self.confirm_button]),
        )
        self.cancel_button.setFocus()
