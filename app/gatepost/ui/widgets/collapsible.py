"""Collapsible parts: a line that unfolds, and the details of an error."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from gatepost.models.roles import Tone
from gatepost.models.window_text import visible
from gatepost.ui.widgets.boxes import STRETCH, Grow, hbox, vbox
from gatepost.ui.widgets.icons import icon
from gatepost.ui.widgets.plain_widgets import ElidedLabel, IconButton, code_view, copy_button

_INDENT = 23  # pixels: where the words of other lines begin
_DETAILS_WIDTH, _DETAILS_HEIGHT = 560, 112  # pixels


class CollapseButton(IconButton):
    """Unfolds something as long as it is checked, which its arrow shows."""

    def __init__(self, title: str) -> None:
        super().__init__("chevron-right", title)
        self.setCheckable(True)
        self.toggled.connect(self._turn)

    def _turn(self, unfolded: bool) -> None:  # noqa: FBT001 - a slot
        self.setIcon(icon("chevron-down" if unfolded else "chevron-right", Tone.MUTED))


class Collapsible(QWidget):
    """Holds a widget folded away, which a listener of ``unfolded`` makes. Without anything to unfold it is plain text."""

    unfolded = Signal(bool)

    def __init__(self, title: str) -> None:
        super().__init__()
        self._inside: QWidget | None = None
        self.button = CollapseButton(title)
        self.button.setObjectName("fold")
        self.button.toggled.connect(self._on_toggled)
        self.brief = ElidedLabel("muted")
        self.brief.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.brief.setMinimumHeight(self.button.sizeHint().height())
        self._opens = True
        self._column = vbox(hbox(self.button, Grow(self.brief), spacing=8), on=self, spacing=6)

    def put_inside(self, inside: QWidget) -> None:
        """Hold a widget, which is seen where the line is unfolded."""
        inside.setVisible(False)  # it has no parent yet, and would be a window
        self._inside = inside
        self._column.addWidget(inside)
        self._show_inside()

    @property
    def is_unfolded(self) -> bool:
        """Whether the rest is shown."""
        return self.button.isChecked()

    def unfold(self) -> None:
        """Show the rest."""
        self.button.setChecked(True)

    def show_line(self, line: str, brief: str, *, opens: bool = True) -> None:
        """Show other words; ``opens`` False: there is nothing behind them."""
        self.button.setText(line)
        self.brief.setText(brief)
        self.button.setVisible(opens)
        self.brief.setContentsMargins(0 if opens else _INDENT, 0, 0, 0)
        self._opens = opens
        self._show_inside()

    def _on_toggled(self, unfolded: bool) -> None:  # noqa: FBT001 - a slot
        self._show_inside()
        self.unfolded.emit(unfolded)

    def _show_inside(self) -> None:
        if self._inside is not None:
            self._inside.setVisible(self._opens and self.is_unfolded)


class FoldedDetails(QWidget):
    """A button that unfolds a text, and one that copies it; nothing at all where there is no text."""

    def __init__(self) -> None:
        super().__init__()
        self.view = code_view(self.tr("Details"))
        self.view.setFixedHeight(_DETAILS_HEIGHT)
        self.view.hide()
        self.fold = CollapseButton(self.tr("&Details"))
        self.fold.toggled.connect(self.view.setVisible)
        self.copy = copy_button(self.tr("Co&py details"), self.view.toPlainText)
        buttons = hbox(STRETCH, self.fold, self.copy, STRETCH, spacing=10)
        vbox(buttons, self.view, on=self)
        self.setFixedWidth(_DETAILS_WIDTH)

    def show_details(self, details: str, *, unfolded: bool = False) -> None:
        """Offer a text; ``unfolded`` shows it at once. The same text again stays as the reader has it."""
        text = visible(details)
        if text != self.view.toPlainText():
            self.view.setPlainText(text)
            self.fold.setChecked(unfolded)
        self.setVisible(bool(details))
