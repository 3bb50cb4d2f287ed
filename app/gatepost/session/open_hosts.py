"""The open hosts, and their rows in the list."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QMetaObject, QObject, Signal

from gatepost.models.host_list import HostListModel, HostRow, HostState
from gatepost.models.window_text import shown
from gatepost.session.host_session import HostSession
from gatepost.session.session_state import EVERYTHING, Change, SessionState
from gatepost.work import Progress

_ROW_STATES = {
    SessionState.UNREAD: HostState.WAITING,
    SessionState.READING: HostState.READING,
    SessionState.RESOLVING: HostState.READY,
    SessionState.READY: HostState.READY,
    SessionState.FAILED: HostState.FAILED,
    SessionState.WRITING: HostState.READING,  # a write ends with reading what came of it
    SessionState.VERIFYING: HostState.READING,
}


class OpenHosts(QObject):
    """Owns one session for each host, and knows which of them is shown."""

    changed = Signal(object)  # Change: of the one that is shown, or everything where that is another one
    progressed = Signal(object)  # Progress of the one that is shown
    applied = Signal(object)  # ApplyReport
    refused = Signal(object)  # tuple[Skipped, ...]: what an edit could not be made on

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.model = HostListModel(self)
        self.current: HostSession | None = None
        self._sessions: dict[str, HostSession] = {}
        self._connections: dict[str, tuple[QMetaObject.Connection, ...]] = {}  # to the signals of each

    @property
    def sessions(self) -> list[HostSession]:
        """In the order in which they were opened."""
        return list(self._sessions.values())

    def find(self, key: str) -> HostSession | None:
        """Return the session of a host, None while it is not open."""
        return self._sessions.get(key)

    def add(self, session: HostSession) -> None:
        """Take in a host that is not open yet."""
        self._sessions[session.key] = session
        self._connections[session.key] = (
            session.changed.connect(partial(self._on_changed, session)),
            session.progressed.connect(partial(self._on_progressed, session)),
            session.applied.connect(self.applied),
            session.refused.connect(self.refused),
        )
        self.model.add(HostRow(session.key, session.name, session.kind, problem=shown(session.explanation)))

    def show(self, key: str | None) -> HostSession | None:
        """Make another session the one that is shown; return it."""
        self.current = self.find(key) if key is not None else None
        self.changed.emit(EVERYTHING)
        return self.current

    def close(self, session: HostSession) -> bool:
        """Disconnect a host and take it out. False until a write to it has been reported: then it stays."""
        if session.state.is_finishing:
            return False
        for connection in self._connections.pop(session.key):
            QObject.disconnect(connection)
        session.cancel()
        session.close()
        del self._sessions[session.key]
        self.model.remove(session.key)
        if session is self.current:  # the list has shown no other one instead
            self.show(None)
        return True

    def disconnect_all(self) -> None:
        """Let go of every host, at the end of the program."""
        for session in self._sessions.values():
            session.close()

    def _on_changed(self, session: HostSession, change: Change) -> None:
        if change & (Change.ACTIVITY | Change.SNAPSHOT | Change.ERROR):
            self._update_row(session)
        if session is self.current:
            self.changed.emit(change)

    def _update_row(self, session: HostSession) -> None:
        self.model.update(
            session.key,
            state=_ROW_STATES[session.state],
            endpoints=len(session.snapshot.configurations) if session.snapshot else None,
            problem=shown(session.error.summary) if session.error else "",
        )

    def _on_progressed(self, session: HostSession, progress: Progress) -> None:
        if session is self.current:
            self.progressed.emit(progress)
