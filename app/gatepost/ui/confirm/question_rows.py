"""The last rows of a question: the host's name typed by hand, the reason or ticket, and the button that does it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from gatepost.models.plain import one_line
from gatepost.ui.widgets.plain_widgets import (
    SteadyLineEdit,
    access_keys,
    plain_label,
    set_tip,
    with_access_key,
)

MAX_REASON = 500


class HostNameCheck(QWidget):
    """The host's name, for what one click should not do: says why, and asks for the name. Nothing is asked while it is hidden."""

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


class ReasonRow(QWidget):
    """The reason or ticket, Cancel, and the button. ``cancel`` is the default: Enter anywhere in the dialog leaves everything as it is."""

    def __init__(self) -> None:
        super().__init__()
        self.edit = SteadyLineEdit()
        self.edit.setMaxLength(MAX_REASON)
        self.edit.setPlaceholderText(self.tr("Optional; saved in History"))
        self.edit.setAccessibleName(self.tr("Reason or ticket"))
        self._label = QLabel(self.tr("Reaso&n or ticket"))
        self._label.setBuddy(self.edit)
        self.cancel = QPushButton(self.tr("&Cancel"))
        self.cancel.setDefault(True)
        self.confirm = QPushButton()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._label)
        layout.addWidget(self.edit, 1)
        layout.addStretch(0)
        layout.addWidget(self.cancel)
        layout.addWidget(self.confirm)

    def reason(self) -> str:
        """Return what was given, without space around it."""
        return one_line(self.edit.text().strip())

    def show_verb(self, verb: str, full: str) -> None:
        """Name the button that does it: in brief to see, in full to hear."""
        self.confirm.setText(with_access_key(verb, access_keys(self._label.text(), self.cancel.text())))
        set_tip(self.confirm, full)

    def set_danger(self, is_dangerous: bool) -> None:  # noqa: FBT001 - one word is enough
        """Color the button by whether it takes something away."""
        self.confirm.setProperty("tone", "danger" if is_dangerous else "primary")
        self.confirm.style().polish(self.confirm)

    def set_asking(self, *, asks: bool) -> None:
        """Show all of it, or only a way out of what is there to read."""
        for widget in (self._label, self.edit, self.confirm):
            widget.setVisible(asks)
        self.cancel.setText(self.tr("&Cancel") if asks else self.tr("&Close"))
