"""Opens, shows, replaces and closes the hosts of the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Signal

from gatepost.endpoints.configuration.host_kind import HostKind
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.models.host_list import HostRow
from gatepost.models.roles import ValueRole
from gatepost.session.connector import Connector
from gatepost.session.host_session import HostSession
from gatepost.session.open_hosts import OpenHosts
from gatepost.ui.editor.pending_changes import PendingChangesController
from gatepost.ui.hosts.view import HostView


class HostController(QObject):
    """Keeps the list and what is open in step; this computer is always in it."""

    first_read = Signal()  # the host that is shown has been read for the first time

    def __init__(
        self,
        hosts: OpenHosts,
        view: HostView,
        connector: Connector,
        back_up: Callable[[HostSnapshot], object],
        pending: PendingChangesController,
        parent: QObject,
    ) -> None:
        """``back_up`` saves a snapshot before the first write to its host."""
        super().__init__(parent)
        self._hosts = hosts
        self._view = view
        self._connector = connector
        self._back_up = back_up
        self._pending = pending
        self._read_only = False
        self._add(connector.here())
        view.selectionModel().currentChanged.connect(self._on_current_changed)

    def open(self, session: HostSession) -> None:
        """Add a host, show it, and start reading it; one that is open already is shown."""
        if self._hosts.find(session.key) is None:
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
        """Disconnect a host and take it out of the list. False while it is being written to: then it stays.

        This computer stays in the list, unread.
        """
        if not self._hosts.close(session):
            return False
        if session.kind is HostKind.THIS_COMPUTER:
            self._add(self._connector.here())
        return True

    def close_current(self) -> None:
        """Disconnect the host that is shown; asks first where pending changes would be lost."""
        session = self._hosts.current
        if session is not None and self._pending.leave((session,), partial(self.close, session)):
            self.close(session)

    def refresh(self) -> None:
        """Read the host that is shown again."""
        if self._hosts.current is not None:
            self._hosts.current.load()

    def cancel(self) -> None:
        """Stop reading the host that is shown."""
        if self._hosts.current is not None:
            self._hosts.current.cancel()

    def select(self, key: str) -> bool:
        """Show an open host."""
        number = self._hosts.model.number_of(key)
        if number is None:
            return False
        self._view.setCurrentIndex(self._hosts.model.index(number))
        return True

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
        session = self._hosts.show(row.key if isinstance(row, HostRow) else None)
        if session is not None and session.kind is HostKind.THIS_COMPUTER and session.untouched:
            session.load()
