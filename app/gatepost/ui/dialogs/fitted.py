"""A dialog that stays within its screen and is worked by keyboard as the window is."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog
from typing_extensions import override

from gatepost.ui.dialogs.screen import fit_to_screen
from gatepost.ui.widgets.focus_order import move_focus, press_focused


class FittedDialog(QDialog):
    """Opens no larger than its screen. Tab follows the order of reading, and Enter presses the focused button.

    ``has_help``: F1 opens the page of the docs that is about it.
    """

    has_help = True

    @override
    def setVisible(self, visible: bool) -> None:
        if visible and not self.isVisible():
            self._fit()  # before it is shown: a window that is resized while it is being mapped can jump
        super().setVisible(visible)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return move_focus(self, forward=next)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_focused(self, event):
            super().keyPressEvent(event)

    def _fit(self) -> None:
        fit_to_screen(self)
