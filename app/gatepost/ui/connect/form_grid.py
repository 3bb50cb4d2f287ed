"""Fields with their labels, one below the other; a row can be hidden, and takes no room then."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from gatepost.ui.widgets.fields import PlainEdit
from gatepost.ui.widgets.plain_widgets import label_for


class FormGrid(QGridLayout):
    """Two columns. A label's letter leads to its field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        if parent is None:
            super().__init__()
        else:
            super().__init__(parent)
        self._labels: dict[QWidget, QLabel] = {}
        self.setContentsMargins(0, 0, 0, 0)
        self.setHorizontalSpacing(14)
        self.setVerticalSpacing(10)
        self.setColumnStretch(1, 1)

    def add_row(self, text: str, field: QWidget, buddy: QWidget | None = None) -> None:
        """Add a field; ``buddy`` is the part of it that the label's letter leads to. Beside words, the label is at their first line."""
        label = label_for(buddy or field, text)
        row = len(self._labels)
        self._labels[field] = label
        self.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop if isinstance(field, QLabel) else Qt.AlignmentFlag(0))
        self.addWidget(field, row, 1)

    def show_row(self, field: QWidget, *, shown: bool) -> None:
        """Show a field and its label, or neither."""
        field.setVisible(shown)
        self._labels[field].setVisible(shown)


class OptionalField(QObject):
    """``usual`` is what the field begins with when the box is checked."""

    changed = Signal()

    def __init__(self, question: str, label: str, placeholder: str, longest: int, usual: str = "") -> None:
        super().__init__()
        self._label = label
        self._usual = usual
        self.box = QCheckBox(question)
        self.edit = PlainEdit(label, placeholder, longest)
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
