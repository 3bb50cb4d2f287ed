"""Field in which the host's name is typed before the button is enabled."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gatepost.models.window_text import one_line
from gatepost.ui.widgets.boxes import Grow, hbox
from gatepost.ui.widgets.fields import PlainEdit
from gatepost.ui.widgets.plain_widgets import label_for, plain_label


class NoEnterLineEdit(PlainEdit):
    """A field in which Enter means nothing: it neither cancels what was typed nor confirms."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
        else:
            super().keyPressEvent(event)


class HostNameCheck(QWidget):
    """The host's name, for what one click should not do: says why, and asks for the name. Nothing is asked while it is hidden."""

    changed = Signal()  # what was typed is another answer than before, perhaps

    def __init__(self) -> None:
        super().__init__()
        self._host = ""
        self.why = plain_label(name="warning")
        self.edit = NoEnterLineEdit(self.tr("Host name"))
        self.edit.setMinimumWidth(180)
        self.edit.textChanged.connect(self.changed)
        hbox(Grow(self.why), label_for(self.edit, self.tr("&Host name")), self.edit, on=self, spacing=10)
        self.hide()

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
