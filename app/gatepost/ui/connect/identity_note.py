"""Says what a host gets without proving its identity, and offers what has it prove that first."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gatepost.endpoints.text import Text
from gatepost.models.sentences import shown
from gatepost.ui.widgets.boxes import STRETCH, beside, vbox
from gatepost.ui.widgets.plain_widgets import plain_label, push_button


class IdentityNote(QWidget):
    """A warning and two ways out of it."""

    https_requested = Signal()
    kerberos_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.label = plain_label("", "warning")
        self.https_button = push_button(self.tr("Use HTTPS"), self.https_requested)
        self.kerberos_button = push_button(self.tr("Use Kerberos"), self.kerberos_requested)
        vbox(self.label, beside(self.https_button, self.kerberos_button, STRETCH), on=self, spacing=6)

    def say(self, exposed: Text) -> None:
        """Show what whoever answers would get."""
        words = shown(exposed)
        self.label.setText(words)
        self.label.setAccessibleName(words)
