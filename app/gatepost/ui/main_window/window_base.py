"""Base of the window: keys, and files that are dropped on it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow
from typing_extensions import override

from gatepost.ui.connect.host_lists import HostLists
from gatepost.ui.widgets.focus_order import move_focus, press_focused


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
        event.setAccepted(HostLists.takes(event.mimeData()))

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.setAccepted(HostLists.takes(event.mimeData()))

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.list_dropped.emit(event.mimeData())
