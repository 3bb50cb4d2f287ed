"""What unfolds: a line with what it is about in brief, and the codes and raw text below an error."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from gatepost.models.plain import visible
from gatepost.ui.widgets.boxes import STRETCH, Grow, hbox, vbox
from gatepost.ui.widgets.plain_widgets import ElidedLabel, IconButton, code_view, copy_button

_INDENT = 23  # pixels: where the words of other lines begin
_DETAILS_WIDTH, _DETAILS_HEIGHT = 560, 112  # pixels


class Fold(QWidget):
    """Holds a widget folded away. Where there is nothing to unfold, its line is plain text."""

    unfolded = Signal(bool)

    def __init__(self, words: str, inside: QWidget) -> None:
        super().__init__()
        self.inside = inside
        self.button = IconButton("chevron-right", words)
        self.button.setObjectName("fold")
        self.button.setCheckable(True)
        self.button.toggled.connect(self._show_inside)
        self.brief = ElidedLabel("muted")
        self.brief.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.brief.setMinimumHeight(self.button.sizeHint().height())
        line = hbox(self.button, Grow(self.brief), spacing=8)
        vbox(line, inside, on=self, spacing=6)
        inside.hide()

    @property
    def is_unfolded(self) -> bool:
        """Whether the rest is shown."""
        return self.button.isChecked()

    def unfold(self) -> None:
        """Show the rest."""
        self.button.setChecked(True)

    def show_line(self, words: str, brief: str, *, opens: bool = True) -> None:
        """Show other words; ``opens`` False: there is nothing behind them."""
        self.button.setText(words)
        self.brief.setText(brief)
        self.button.setVisible(opens)
        self.brief.setContentsMargins(0 if opens else _INDENT, 0, 0, 0)
        self.inside.setVisible(opens and self.is_unfolded)

    def _show_inside(self, unfolded: bool) -> None:  # noqa: FBT001 - a slot
        self.button.set_icon("chevron-down" if unfolded else "chevron-right")
        self.inside.setVisible(unfolded)
        self.unfolded.emit(unfolded)


class FoldedDetails(QWidget):
    """A button that unfolds a text, and one that copies it; nothing at all where there is no text."""

    def __init__(self) -> None:
        super().__init__()
        self.view = code_view(self.tr("Details"))
        self.view.setFixedHeight(_DETAILS_HEIGHT)
        self.fold = IconButton("chevron-right", self.tr("&Details"))
        self.fold.setCheckable(True)
        self.fold.toggled.connect(self._show_view)
        self.copy = copy_button(self.tr("Co&py details"), self.view)
        buttons = hbox(STRETCH, self.fold, self.copy, STRETCH, spacing=10)
        vbox(buttons, self.view, on=self)
        self.setFixedWidth(_DETAILS_WIDTH)
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
