"""Codes and raw text below an error: folded away until somebody wants to look, and easily copied."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gatepost.models.plain import visible
from gatepost.ui.widgets.plain_widgets import IconButton, code_view, copy_button

_WIDTH, _HEIGHT = 560, 112  # pixels


class FoldedDetails(QWidget):
    """A button that unfolds a text, and one that copies it; nothing at all where there is no text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = code_view(self.tr("Details"))
        self.view.setFixedHeight(_HEIGHT)
        self.fold = IconButton("chevron-right", self.tr("&Details"))
        self.fold.setCheckable(True)
        self.fold.toggled.connect(self._show_view)
        self.copy = copy_button(self.tr("Co&py details"), self.view)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addStretch()
        buttons.addWidget(self.fold)
        buttons.addWidget(self.copy)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(buttons)
        column.addWidget(self.view)
        self.setFixedWidth(_WIDTH)
        self._show_view(unfolded=False)

    def show_details(self, details: str, *, unfolded: bool = False) -> None:
        """Offer a text; ``unfolded`` shows it at once. The same text again stays as the reader has it."""
        said = visible(details)
        if said != self.view.toPlainText():
            self.view.setPlainText(said)
            self.fold.setChecked(unfolded)
        self.setVisible(bool(details))

    def _show_view(self, unfolded: bool) -> None:  # noqa: FBT001 - a slot
        self.fold.set_icon("chevron-down" if unfolded else "chevron-right")
        self.view.setVisible(unfolded)
