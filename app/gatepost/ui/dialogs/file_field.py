"""A field for the path of a file, with a button that chooses one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from gatepost.ui.widgets.boxes import Grow, hbox
from gatepost.ui.widgets.plain_widgets import push_button

_MAX_PATH = 4096


class FileField(QWidget):
    """``name`` is what the file is, for those who do not see it."""

    changed = Signal()

    def __init__(self, name: str, kinds: str, placeholder: str = "") -> None:
        super().__init__()
        self._name = name
        self._kinds = kinds
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
        chooser = QFileDialog(self, self._name, self.path, self._kinds)
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # As the system writes it: Qt has slashes everywhere.
        chooser.fileSelected.connect(lambda name: self.edit.setText(str(Path(name))))
        chooser.open()
