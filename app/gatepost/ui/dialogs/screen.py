"""Window sizes that fit the screen."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

_UNBOUNDED = 16_777_215  # pixels: what Qt takes for no limit
_FRAME = QSize(16, 40)  # pixels: what a window manager draws around a window


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
