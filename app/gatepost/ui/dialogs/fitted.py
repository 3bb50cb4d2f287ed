"""Dialogs that stay within their screen and are worked by keyboard as the window is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from gatepost.ui.widgets.focus_order import move_focus, press_focused

_UNBOUNDED = 16_777_215  # pixels: what Qt takes for no limit
_FRAME = QSize(16, 40)  # pixels: what a window manager draws around a window
_LEAST_WIDTH = 560  # pixels


def available(window: QWidget) -> QSize:
    """Return the size of the screen that a window opens on, without task bars, in device-independent pixels."""
    if QGuiApplication.platformName() == "offscreen":  # its screen of 800 by 800 stands for none
        return QSize(_UNBOUNDED, _UNBOUNDED)
    parent = window.parentWidget()
    return (parent.window() if parent is not None else window).screen().availableGeometry().size()


def room_for(window: QWidget) -> QSize:
    """Return the largest size that a window may have on the screen it opens on."""
    return available(window) - _FRAME


def fit_to_screen(window: QWidget) -> None:
    """Make a window that is larger than its screen as large as that."""
    window.resize(window.size().boundedTo(room_for(window)))


def keep_on_screen(window: QWidget) -> None:
    """Move a window up that has grown over the lower edge of its screen."""
    screen, frame = window.screen().availableGeometry(), window.frameGeometry()
    over = min(frame.bottom() - screen.bottom(), frame.top() - screen.top())
    if over > 0 and QGuiApplication.platformName() != "offscreen":
        window.move(window.x(), window.y() - over)


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


class SizedDialog(FittedDialog):
    """As wide as it was made, at least 560 pixels, as high as its layout wants to be at that width, within the screen."""

    @override
    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest and self.isVisible():
            self._fit()
            keep_on_screen(self)
        return handled

    @override
    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.activate()
            limits = room_for(self)
            width = min(max(self.width(), _LEAST_WIDTH), limits.width())
            self.resize(width, min(layout.totalHeightForWidth(width), limits.height()))
