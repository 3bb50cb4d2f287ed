"""What went wrong apart from any host, and what to do about it."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from gatepost.endpoints.errors import HostError
from gatepost.models.plain import visible
from gatepost.models.sentences import shown
from gatepost.ui.widgets.plain_widgets import SignLabel, foot, head, plain_label, stack
from gatepost.ui.widgets.sized_dialog import SizedDialog


class ProblemDialog(SizedDialog):
    """Cause, next step, and details for whoever wants them. Use ``open()``."""

    def __init__(self, error: HostError, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Gatepost"))
        self.title_label = plain_label(shown(error.summary), "dialogTitle")
        self.next_label = plain_label(shown(error.next_step))
        self.details_label = plain_label(visible(error.details), "muted")
        self.details_label.setVisible(bool(error.details))
        self.close_button = QPushButton(self.tr("&Close"))
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        stack(
            self,
            head(SignLabel("alert-circle-outline", "deny"), self.title_label, self.next_label, self.details_label),
            foot([], [self.close_button]),
        )
        self.close_button.setFocus()
