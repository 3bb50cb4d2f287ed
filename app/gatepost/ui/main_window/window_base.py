"""Base of the window: its keys, what is dropped on it, and how its parts are laid out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QMainWindow, QWidget
from typing_extensions import override

from gatepost.ui.hosts.host_list_controller import may_be_list
from gatepost.ui.widgets.boxes import Grow, vbox
from gatepost.ui.widgets.focus_order import move_focus, press_focused
from gatepost.ui.widgets.splitter import GripSplitter


class WindowBase(QMainWindow):
    """Tab follows the order of reading, Enter presses the focused button, and lists of hosts can be dropped."""

    list_dropped = Signal(object)  # QMimeData

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return move_focus(self, forward=next)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_focused(self, event):
            super().keyPressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.setAccepted(may_be_list(event.mimeData()))

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.setAccepted(may_be_list(event.mimeData()))

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.list_dropped.emit(event.mimeData())


_WIDTHS = (180, 1100)  # pixels, to begin with


def central_frame(hosts: QWidget, banner: QWidget, pages: QWidget) -> QFrame:
    """Return the widget that fills the window between the tool bar and the status bar."""
    right = QWidget()
    vbox(banner, Grow(pages), on=right, spacing=6)
    across = GripSplitter(Qt.Orientation.Horizontal)
    across.setObjectName("hosts")
    across.addWidget(hosts)
    across.addWidget(right)
    across.setSizes(_WIDTHS)
    across.setStretchFactor(1, 1)
    frame = QFrame()
    frame.setObjectName("page")
    vbox(across, on=frame, margins=(12, 8, 12, 6))
    return frame
