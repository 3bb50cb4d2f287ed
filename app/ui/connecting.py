"""From a wish for a host to a session: asks for it, and remembers how each one was reached."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.backend.connections import Connection, ConnectRequest
from app.ui.connector import Connector


class Connecting(QObject):
    """Opens the connect dialog, and makes sessions of what it gives."""

    session_made = Signal(object)  # HostSession, in place of any other of that host

    def __init__(self, connector: Connector, window: QWidget) -> None:
        super().__init__(window)
        self._connector = connector
        self._window = window
        self._connections: dict[str, Connection] = {}

    def ask(self, key: str = "") -> None:
        """Ask for a host; ``key`` is one whose fields are filled in."""
        from app.ui.connect_dialog import ConnectDialog

        dialog = ConnectDialog(self._connector, self._connections.get(key), self._window)
        dialog.connect_requested.connect(self.connect_to)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def connect_to(self, request: ConnectRequest) -> None:
        """Make a session without asking."""
        session = self._connector.session(request)
        self._connections[session.key] = request.connection
        self.session_made.emit(session)
