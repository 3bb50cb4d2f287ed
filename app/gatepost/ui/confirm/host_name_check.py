"""The host's name, typed by hand: for what one click should not do."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from gatepost.models.plain import one_line
from gatepost.ui.widgets.plain_widgets import SteadyLineEdit, plain_label


class HostNameCheck(QWidget):
    """Says why, and asks for the name. Nothing is asked while it is hidden."""

    changed = Signal()  # what was typed is another answer than before, perhaps

    def __init__(self) -> None:
        super().__init__()
        self._host = ""
        self.why = plain_label(name="warning")
        self.edit = SteadyLineEdit()
        self.edit.setAccessibleName(self.tr("Host name"))
        self.edit.setMinimumWidth(180)
        self._label = QLabel(self.tr("&Host name"))
        self._label.setBuddy(self.edit)
        self.edit.textChanged.connect(self.changed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.why, 1)
        layout.addWidget(self._label)
        layout.addWidget(self.edit)

    def ask(self, why: str, host: str) -> None:
        """Ask for the name of ``host``; an empty ``why`` asks for nothing."""
        self._host = host
        self.why.setText(why)
        self.edit.clear()
        self.setVisible(bool(why))

    def passed(self) -> bool:
        """Whether the name stands there, in any case, or none is asked for."""
        host = one_line(self._host.strip())  # as it is shown, and as the field writes it
        return self.isHidden() or self.edit.text().strip().casefold() == host.casefold()
