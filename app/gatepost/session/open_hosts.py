"""The hosts that are open, and the rows of the list that tell of them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from gatepost.models.host_list import HostListModel, HostRow, HostState
from gatepost.models.sentences import shown
from gatepost.session.change import EVERYTHING, Change
from gatepost.session.host_session import HostSession
from gatepost.session.session_state import Activity
from gatepost.work import Progress


class OpenHosts(QObject):
    """Owns one session for each host, and knows which of them is shown."""

    changed = Signal(object)  # Change: of the one that is shown, or everything where that is another one
    progressed = Signal(object)  # Progress of the one that is shown
    applied = Signal(object)  # ApplyReport

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.model = HostListModel(self)
        self.current: HostSession | None = None
        self._sessions: dict[str, HostSession] = {}

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
        session.changed.connect(partial(self._on_changed, session))
        session.progressed.connect(partial(self._on_progressed, session))
        session.applied.connect(self.applied)
        self.model.add(HostRow(session.key, session.name, session.kind, problem=shown(session.explanation)))

    def show(self, key: str | None) -> HostSession | None:
        """Make another session the one that is shown; return it."""
        self.current = self.find(key) if key is not None else None
        self.changed.emit(EVERYTHING)
        return self.current

    def close(self, session: HostSession) -> bool:
        """Disconnect a host and take it out. False while it is being written to: then it stays."""
        if session.activity is Activity.WRITING:
            return False
        session.changed.disconnect()
        session.cancel()
        session.close()
        del self._sessions[session.key]
        self.model.remove(session.key)
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
        busy = HostState.READING  # for a write as well, which ends with reading what came of it
        states = {Activity.READING: busy, Activity.WRITING: busy}
        ended = HostState.FAILED if session.error else HostState.READY if session.snapshot else HostState.WAITING
        self.model.update(
            session.key,
            state=states.get(session.activity, ended),
            endpoints=len(session.snapshot.configurations) if session.snapshot else None,
            problem=shown(session.error.summary) if session.error else "",
        )

    def _on_progressed(self, session: HostSession, progress: Progress) -> None:
        if session is self.current:
            self.progressed.emit(progress)
