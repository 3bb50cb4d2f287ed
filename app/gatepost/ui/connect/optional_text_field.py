"""A text that few connections need: a check box, and the field once it is checked."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit

from gatepost.ui.connect.form_grid import FormGrid


class OptionalField(QObject):
    """``usual`` is what the field begins with when the box is checked."""

    changed = Signal()

    def __init__(self, question: str, label: str, placeholder: str, usual: str = "") -> None:
        super().__init__()
        self._label = label
        self._usual = usual
        self.box = QCheckBox(question)
        self.edit = QLineEdit()
        self.edit.setAccessibleName(label)
        self.edit.setPlaceholderText(placeholder)
        self.box.toggled.connect(self._on_toggled)
        self.edit.textChanged.connect(self.changed)

    def add_to(self, form: FormGrid) -> None:
        """Add the row of the field; where the box stands is the form's business."""
        self._form = form
        form.add_row(self._label, self.edit)
        form.show_row(self.edit, shown=False)

    def text(self) -> str:
        """Return what is typed; "" while the box is not checked."""
        return self.edit.text().strip() if self.box.isChecked() else ""

    def fill(self, text: str) -> None:
        """Show a text; "" unchecks the box."""
        self.box.setChecked(bool(text))
        self.edit.setText(text)

    def _on_toggled(self, on: bool) -> None:  # noqa: FBT001 - a slot
        self._form.show_row(self.edit, shown=on)
        if on and not self.edit.text():
            self.edit.setText(self._usual)
        self.changed.emit()
