"""The planned change as code, in the form that is chosen; to copy or to save."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from gatepost.backend.files.atomic_write import save_file
from gatepost.endpoints.export import CODE_FORMS, CodeForm, file_content
from gatepost.endpoints.writes.change_set import ChangeSet
from gatepost.models.plain import visible
from gatepost.models.sentences import shown
from gatepost.ui.confirm.details_page import DetailsPage
from gatepost.ui.dialogs.saver import FileSaver, FileToSave
from gatepost.ui.widgets.plain_widgets import ChoiceBox, IconButton, code_view, copy_button

_SIDE = 230  # pixels


class CodePage(DetailsPage):
    """Forms that have nothing to say of a change are not offered for it."""

    def __init__(self, files: FileSaver) -> None:
        super().__init__()
        self._files = files
        self.form_box = ChoiceBox()
        self.form_box.setAccessibleName(self.tr("Script format"))
        self.form_box.setFixedWidth(_SIDE)
        self.view = code_view(self.tr("The change as a script"))
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

    @override
    def as_text(self) -> str:
        return self.view.toPlainText()

    @override
    def show_change(self, change_set: ChangeSet) -> None:
        """Show another change in the form that was chosen last."""
        self._change_set = change_set
        chosen = self.form_box.currentText()
        self.form_box.blockSignals(True)
        self.form_box.clear()
        for form in CODE_FORMS:
            if form.applies(change_set):
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
        if isinstance(form, CodeForm) and self._change_set is not None:
            kinds = {shown(form.title): form.suffix.lstrip(".")}
            content = file_content(form, self._change_set)
            write = partial(save_file, content=content, private=False)
            self._files.ask(FileToSave(self.tr("Save script"), f"gatepost{form.suffix}", kinds, write), self)
