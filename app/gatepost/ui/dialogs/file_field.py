"""Field for the path of a file, with a button to choose it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from gatepost.ui.dialogs.files import ask_what_to_open
from gatepost.ui.widgets.boxes import Grow, hbox
from gatepost.ui.widgets.plain_widgets import push_button

_MAX_PATH = 4096


class FileField(QWidget):
    """``name`` is what the file is, for those who do not see it."""

    changed = Signal()

    def __init__(self, name: str, kinds: str, placeholder: str = "") -> None:
        super().__init__()
        self._name = name
        self._kinds = kinds.split(";;")
        self.edit = QLineEdit()
        self.edit.setMaxLength(_MAX_PATH)
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(placeholder)
        self.button = push_button(self.tr("Choose..."), self._on_clicked)
        self.button.setAccessibleName(self.tr("Choose: {name}").format(name=name))
        hbox(Grow(self.edit), self.button, on=self)
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self.changed)

    @property
    def path(self) -> str:
        """What is typed or was chosen."""
        return self.edit.text().strip()

    def _on_clicked(self) -> None:
        before = Path(self.path) if self.path else None
        ask_what_to_open(self, self._name, before, self._kinds, lambda path: self.edit.setText(str(path)))
