"""The descriptors before and after a change; what came and what went stands out by color and weight."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from gatepost.endpoints.writes.change_set import ChangeSet
from gatepost.models.tone import Tone
from gatepost.ui.confirm.details_page import DetailsPage
from gatepost.ui.confirm.rows import Piece, sddl_pieces
from gatepost.ui.widgets.plain_widgets import code_view, copy_button
from gatepost.ui.widgets.theme import colors


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
