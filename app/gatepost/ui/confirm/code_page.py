"""The planned change as code, in the form that is chosen; to copy or to save."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gatepost.backend.files.files import replace_file
from gatepost.endpoints.configuration.change_set import ChangeSet
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.export import CODE_FORMS, CodeForm, file_content
from gatepost.endpoints.text import text
from gatepost.models.plain import visible
from gatepost.models.sentences import shown
from gatepost.ui.widgets.dialogs import open_dialog
from gatepost.ui.widgets.file_dialogs import ask_where_to_save
from gatepost.ui.widgets.plain_widgets import ChoiceBox, IconButton, code_view, copy_button
from gatepost.ui.widgets.problem_dialog import ProblemDialog

_SIDE = 230  # pixels


class CodePage(QWidget):
    """Forms that have nothing to say of a change are not offered for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form_box = ChoiceBox()
        self.form_box.setAccessibleName(self.tr("Form of the code"))
        self.form_box.setFixedWidth(_SIDE)
        self.view = code_view(self.tr("The change as code"))
        self.copy_button = copy_button(self.tr("Cop&y"), self.view)
        self.save_button = IconButton("content-save-outline", self.tr("Sa&ve..."))
        self.save_button.clicked.connect(self._on_save_clicked)
        self._change_set: ChangeSet | None = None
        self.form_box.currentIndexChanged.connect(self._show)
        side = QVBoxLayout()
        for widget in (self.form_box, self.copy_button, self.save_button):
            side.addWidget(widget)
        side.addStretch()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view, 1)
        layout.addLayout(side)

    def stops(self) -> list[QWidget]:
        """Return what Tab reaches here, in its order."""
        return [self.view, self.form_box, self.copy_button, self.save_button]

    def show_change(self, change_set: ChangeSet) -> None:
        """Show another change in the form that was chosen last."""
        self._change_set = change_set
        chosen = self.form_box.currentText()
        self.form_box.blockSignals(True)
        self.form_box.clear()
        for form in CODE_FORMS:
            if form.make(change_set):
                self.form_box.addItem(shown(form.title), form)
        self.form_box.setCurrentIndex(max(0, self.form_box.findText(chosen)))
        self.form_box.blockSignals(False)
        self._show()

    def _show(self) -> None:
        form = self.form_box.currentData()
        if isinstance(form, CodeForm) and self._change_set is not None:
            self.view.setPlainText(visible(form.make(self._change_set)))

    def _on_save_clicked(self) -> None:
        form = self.form_box.currentData()
        if isinstance(form, CodeForm):
            folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
            suggested = Path(folder) / f"gatepost{form.suffix}"
            kinds = {shown(form.title): form.suffix.lstrip(".")}
            ask_where_to_save(self, self.tr("Save code"), suggested, kinds, self._save)

    def _save(self, path: Path) -> None:
        form = self.form_box.currentData()
        if not isinstance(form, CodeForm) or self._change_set is None:
            return
        try:
            replace_file(path, file_content(form, self._change_set), private=False)
        except OSError as error:
            problem = HostError(
                text("The code cannot be saved as {path}.", path=path),
                text("Free some space or choose another folder."),
                details=f"{type(error).__name__}: {error}",
            )
            open_dialog(ProblemDialog(problem, self))
