"""What every question about a change has: the host's name typed by hand, the reason or ticket, and the button that does it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from gatepost.models.roles import Tone
from gatepost.models.window_text import one_line
from gatepost.ui.dialogs.fitted import SizedDialog
from gatepost.ui.widgets.boxes import STRETCH, Grow, hbox, vbox
from gatepost.ui.widgets.fields import PlainEdit
from gatepost.ui.widgets.plain_widgets import (
    ElidedLabel,
    SignLabel,
    access_keys,
    label_for,
    plain_label,
    push_button,
    set_style_property,
    set_tip,
    with_access_key,
)

MAX_REASON = 500


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


class QuestionDialog(SizedDialog):
    """Asks for a change by its name. ``cancel_button`` is the default: Enter anywhere leaves everything as it is. Use ``open()``."""

    confirmed = Signal(object)  # str: the reason or ticket, may be empty

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.title_label = ElidedLabel("dialogTitle")
        self.host_name = HostNameCheck()
        self.reason_edit = NoEnterLineEdit(
            self.tr("Reason or ticket"), self.tr("Optional; saved in History"), MAX_REASON
        )
        self._reason_label = label_for(self.reason_edit, self.tr("Reaso&n or ticket"))
        self.cancel_button = push_button(self.tr("&Cancel"), self.reject, is_default=True)
        self.confirm_button = push_button("", self._on_confirm_clicked)
        self.host_name.changed.connect(self._allow_confirming)

    def reason(self) -> str:
        """Return what was given as the reason or ticket, without space around it."""
        return one_line(self.reason_edit.text().strip())

    def _show_title(self, title: str) -> None:
        self.setWindowTitle(title)
        self.title_label.setText(title)

    def _rows(self) -> QVBoxLayout:
        """Lay out what stands below everything else."""
        row = hbox(
            self._reason_label, Grow(self.reason_edit), STRETCH, self.cancel_button, self.confirm_button, spacing=10
        )
        return vbox(self.host_name, row, spacing=10)

    def _show_verb(self, verb: str, full: str) -> None:
        """Name the button that does it: in brief to see, in full to hear."""
        taken = access_keys(self._reason_label.text(), self.cancel_button.text())
        self.confirm_button.setText(with_access_key(verb, taken))
        set_tip(self.confirm_button, full)

    def _show_effect(self, sign: SignLabel, *, changes: bool, is_evaluated: bool, takes_access: bool) -> None:
        """Show by ``sign`` and the button what a change does: nothing, not known yet, takes access or might, or neither."""
        if not changes:
            sign.set_sign("equal", Tone.MUTED)
        elif not is_evaluated:
            sign.set_sign("help-circle-outline", Tone.MUTED)
        elif takes_access:
            sign.set_sign("lan-disconnect", Tone.DENY)
        else:
            sign.set_sign("lan-check", Tone.ACCENT)
        self._set_danger(takes_access)

    def _set_danger(self, is_dangerous: bool) -> None:  # noqa: FBT001 - one word is enough
        """Color the button by whether it takes something away."""
        set_style_property(self.confirm_button, "tone", "danger" if is_dangerous else "primary")

    def _set_asking(self, *, asks: bool) -> None:
        """Show the reason and the button, or only a way out of what is there to read."""
        for widget in (self._reason_label, self.reason_edit, self.confirm_button):
            widget.setVisible(asks)
        self.cancel_button.setText(self.tr("&Cancel") if asks else self.tr("&Close"))

    def _focus_first(self) -> None:
        (self.cancel_button if self.host_name.passed() else self.host_name.edit).setFocus()

    def _allow_confirming(self) -> None:
        self.confirm_button.setEnabled(self.host_name.passed())

    def _on_confirm_clicked(self) -> None:
        reason = self.reason()
        self.accept()
        self.confirmed.emit(reason)
