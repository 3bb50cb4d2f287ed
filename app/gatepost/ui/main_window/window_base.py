"""Base of the window: its keys, what is dropped on it, how its parts are laid out, and its title and banner."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QMainWindow, QWidget
from typing_extensions import override

from gatepost.endpoints.host_kind import HostKind
from gatepost.endpoints.text import WINDOW
from gatepost.models.window_text import one_line, shown
from gatepost.session.host_session import HostSession
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


def window_title(session: HostSession | None) -> str:
    """Return the host, the account, and whether anything can be changed: the task bar tells windows apart by it."""
    if session is None or session.snapshot is None:
        return "Gatepost" if session is None else f"{one_line(session.name)} - Gatepost"
    host = session.snapshot.host
    if session.kind is HostKind.FILE:
        title = WINDOW.tr("{host} (file) - Gatepost")
    elif session.read_only:
        title = WINDOW.tr("{host} as {account} (read-only) - Gatepost")
    else:
        title = WINDOW.tr("{host} as {account} - Gatepost")
    return shown(title.filled(host=host.name, account=host.account))


def banner_text(session: HostSession | None, problem: str, *, closing: bool) -> str:
    """Return what has to be known of the window as a whole, "" for nothing. ``problem`` is one of the settings."""
    if closing:
        return shown(WINDOW.tr("Applying a change. Gatepost will close when it's done."))
    if problem or session is None:
        return problem
    if session.kind is HostKind.PRACTICE:
        return shown(WINDOW.tr("Practice host: a simulated Windows server. You can change anything."))
    return session.banner()
