"""The pages of a confirmation's details: the change as a script, and the descriptors as text."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from gatepost.backend.files.atomic_write import save_file
from gatepost.endpoints.export import CODE_FORMS, CodeForm, file_content
from gatepost.endpoints.writes.change_set import ChangeSet
from gatepost.models.plain import visible
from gatepost.models.roles import Tone
from gatepost.models.sentences import shown
from gatepost.ui.confirm.rows import Piece, sddl_pieces
from gatepost.ui.dialogs.saver import FileSaver, FileToSave
from gatepost.ui.widgets.plain_widgets import ChoiceBox, IconButton, code_view, copy_button
from gatepost.ui.widgets.theme import colors


class DetailsPage(QWidget):
    """One view of a planned change. It is filled when it comes to sight: with many endpoints that takes its time."""

    def show_change(self, change_set: ChangeSet) -> None:
        """Show another change."""
        raise NotImplementedError

    def as_text(self) -> str:
        """Return what the page says."""
        raise NotImplementedError


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


class SddlPage(DetailsPage):
    """Text to read and to copy."""

    def __init__(self) -> None:
        super().__init__()
        self._pieces: list[Piece] = []
        self.view = code_view(self.tr("SDDL before and after"))
        self.copy_button = copy_button(self.tr("Cop&y"), self.view)
        side = QVBoxLayout()
        side.addWidget(self.copy_button)
        side.addStretch()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view, 1)
        layout.addLayout(side)

    @override
    def show_change(self, change_set: ChangeSet) -> None:
        self._pieces = sddl_pieces(change_set) or [Piece(self.tr("No descriptor changes."), Tone.MUTED)]
        self._write()

    @override
    def as_text(self) -> str:
        return self.view.toPlainText()

    def _write(self) -> None:
        self.view.clear()
        cursor = self.view.textCursor()
        cursor.beginEditBlock()
        for piece in self._pieces:
            look = QTextCharFormat()
            look.setForeground(QColor(getattr(colors(), piece.tone)))
            look.setFontWeight(QFont.Weight.Bold if piece.bold else QFont.Weight.Normal)
            cursor.insertText(piece.text, look)
        cursor.endEditBlock()
        self.view.moveCursor(QTextCursor.MoveOperation.Start)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "view"):
            self._write()
