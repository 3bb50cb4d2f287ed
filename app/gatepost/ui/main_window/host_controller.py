"""Opens, shows, replaces and closes the hosts of the window."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Signal

from gatepost.backend.failures.diagnose import rejects_login
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.host_kind import HostKind
from gatepost.models.host_list import HostRow
from gatepost.models.roles import ValueRole
from gatepost.session.host_session import HostSession
from gatepost.session.open_hosts import OpenHosts
from gatepost.session.session_state import SessionState
from gatepost.session.this_computer_control import ThisComputerControl
from gatepost.ui.connect.controller import ConnectController
from gatepost.ui.editor.pending_changes_controller import PendingChangesController
from gatepost.ui.hosts.view import HostView


class HostController(QObject):
    """Keeps the list and what is open in step; this computer is always in it."""

    first_read = Signal()  # the host that is shown has been read for the first time

    def __init__(
        self,
        hosts: OpenHosts,
        view: HostView,
        this_computer: ThisComputerControl,
        connecting: ConnectController,
        back_up: Callable[[HostSnapshot], object],
        pending: PendingChangesController,
        parent: QObject,
    ) -> None:
        """``back_up`` saves a snapshot before the first write to its host."""
        super().__init__(parent)
        self._hosts = hosts
        self._view = view
        self._this_computer = this_computer
        self._connecting = connecting
        self._back_up = back_up
        self._pending = pending
        self._read_only = False
        self._add(this_computer.session())
        view.selectionModel().currentChanged.connect(self._on_current_changed)

    def open(self, session: HostSession) -> None:
        """Add a host, show it, and start reading it; one that is open already is shown.

        One that only stands in the list since the last time has not been read, and gives way.
        """
        old = self._hosts.find(session.key)
        if old is not None and old.state is SessionState.UNREAD and self._hosts.close(old):
            old = None
        if old is None:
            self._add(session)
            session.load()
        self.select(session.key)

    def add(self, session: HostSession) -> None:
        """Add a host beside the one that is shown, in place of one that could not be read, and start reading it."""
        old = self._hosts.find(session.key)
        if old is None or self.close(old):
            self._add(session)
            session.load()

    def replace(self, session: HostSession) -> None:
        """Show a host through another session than before, unless something is being written to it."""
        old = self._hosts.find(session.key)
        if old is not None and not self._pending.leave((old,), partial(self.replace, session)):
            return
        if old is None or self.close(old):
            self.open(session)
        else:
            self.select(session.key)

    def close(self, session: HostSession) -> bool:
        """Disconnect a host and take it out of the list. False until a write to it has been reported: then it stays.

        This computer stays in the list, unread.
        """
        if not self._hosts.close(session):
            return False
        if session.kind is HostKind.THIS_COMPUTER:
            self._add(self._this_computer.session())
        return True

    def close_selected(self) -> None:
        """Disconnect the selected hosts; asks first where pending changes would be lost."""
        self._close_all(self._selected())

    def close_all(self) -> None:
        """Disconnect every host; asks first where pending changes would be lost."""
        self._close_all(tuple(self._hosts.sessions))

    def _close_all(self, sessions: tuple[HostSession, ...]) -> None:
        open_ones = tuple(session for session in sessions if session.is_closable)
        if self._pending.leave(open_ones, partial(self._close_all, open_ones)):
            for session in open_ones:
                self.close(session)

    def restore(self, sessions: Iterable[HostSession], shown: str) -> None:
        """Add hosts without connecting to them; ``shown`` is the key of the one to show, "" for none."""
        for session in sessions:
            if self._hosts.find(session.key) is None:
                self._add(session)
        if shown and self._hosts.current is None:
            self.select(shown)

    def read_current(self) -> None:
        """Read the host that is shown, which asks for its password where it was not kept."""
        if self._hosts.current is not None:
            self._connecting.load(self._hosts.current)

    def refresh(self) -> None:
        """Read the selected hosts again. Of those that need a password, only the one that is shown asks for it."""
        for session in self._selected():
            if session is self._hosts.current or not self._connecting.asks_to_sign_in(session):
                self._connecting.load(session)

    def retry_failed(self) -> None:
        """Read every host again that could not be read. What was rejected is not sent again: it has to be typed again."""
        for session in self._hosts.sessions:
            if session.error is not None and not rejects_login(session.error):
                session.load()

    def _selected(self) -> tuple[HostSession, ...]:
        """Return the selected hosts, the one that is shown in any case."""
        keys = dict.fromkeys(self._view.selected_keys())
        current = self._hosts.current
        if current is not None:
            keys[current.key] = None
        sessions = [self._hosts.find(key) for key in keys]
        return tuple(session for session in sessions if session is not None)

    def cancel(self) -> None:
        """Stop reading the host that is shown."""
        if self._hosts.current is not None:
            self._hosts.current.cancel()

    def select(self, key: str) -> bool:
        """Show an open host."""
        return self._view.show_host(key)

    def lock(self, *, read_only: bool) -> None:
        """Take every way to write away from every host, or give it back."""
        self._read_only = read_only
        for session in self._hosts.sessions:
            session.lock(read_only=read_only)

    def _add(self, session: HostSession) -> None:
        session.lock(read_only=self._read_only)
        session.back_up_before_first_write(self._back_up)
        session.first_read.connect(partial(self._on_first_read, session))
        self._hosts.add(session)

    def _on_first_read(self, session: HostSession) -> None:
        if session is self._hosts.current:
            self.first_read.emit()

    def _on_current_changed(self, index: QModelIndex | QPersistentModelIndex, _: object) -> None:
        row = index.data(ValueRole)
        key = row.key if isinstance(row, HostRow) else None
        self._view.sort_model.keep(key or "")
        session = self._hosts.show(key)
        if session is not None and session.kind is HostKind.THIS_COMPUTER and session.state is SessionState.UNREAD:
            session.load()
