"""Fields with their labels, one below the other; a row can be hidden, and takes no room then."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget


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

    def add_row(self, words: str, field: QWidget, buddy: QWidget | None = None) -> None:
        """Add a field; ``buddy`` is the part of it that the label's letter leads to."""
        label = QLabel(words)
        label.setBuddy(buddy or field)
        row = len(self._labels)
        self._labels[field] = label
        self.addWidget(label, row, 0)
        self.addWidget(field, row, 1)

    def show_row(self, field: QWidget, *, shown: bool) -> None:
        """Show a field and its label, or neither."""
        field.setVisible(shown)
        self._labels[field].setVisible(shown)


def beside(*widgets: QWidget, stretched: QWidget | None = None) -> QWidget:
    """Return a field made of several, side by side; ``stretched`` takes the room that is left, else nothing does."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(10)
    for widget in widgets:
        layout.addWidget(widget, int(widget is stretched))
    if stretched is None:
        layout.addStretch()
    return row
