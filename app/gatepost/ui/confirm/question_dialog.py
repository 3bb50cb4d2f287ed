"""Base of the questions before a change: the reason or ticket, and the button that does it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gatepost.models.roles import Tone
from gatepost.models.window_text import one_line
from gatepost.ui.confirm.host_name_check import HostNameCheck, NoEnterLineEdit
from gatepost.ui.dialogs.fitted import SizedDialog
from gatepost.ui.widgets.boxes import STRETCH, Grow, hbox, vbox
from gatepost.ui.widgets.plain_widgets import (
    ElidedLabel,
    SignLabel,
    access_keys,
    label_for,
    push_button,
    set_style_property,
    set_tip,
    with_access_key,
)

MAX_REASON = 500


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
        """Return the layout of what stands below everything else."""
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
