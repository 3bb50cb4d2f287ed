"""Opens, shows, replaces and closes the hosts of the window, and brings back those of the run before.

Saved is which they were, which was shown, and the order of the list; never how they are signed in to.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSettings, Signal

from gatepost.backend.failures.diagnose import rejects_login
from gatepost.endpoints.host_kind import HostKind
from gatepost.models.host_list import HostRow
from gatepost.models.host_order import HostSort
from gatepost.models.roles import ValueRole
from gatepost.session.host_session import HostSession
from gatepost.session.session_state import SessionState
from gatepost.ui.connect.controller import ConnectController
from gatepost.ui.editor.pending_changes_controller import PendingChangesController
from gatepost.ui.hosts.pane import HostPane
from gatepost.ui.main_window.services import WindowServices

_PRACTICE = "practice:"


class HostController(QObject):
    """Keeps the list and what is open in step; this computer is always in it."""

    first_read = Signal()  # the host that is shown has been read for the first time

    def __init__(
        self,
        services: WindowServices,
        pane: HostPane,
        connecting: ConnectController,
        pending: PendingChangesController,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._hosts = services.open_hosts
        self._pane = pane
        self._view = pane.view
        self._connecting = connecting
        self._pending = pending
        self._read_only = False
        self._saved = QSettings(str(services.layout), QSettings.Format.IniFormat)
        self._add(services.this_computer.session())
        self._view.selectionModel().currentChanged.connect(self._on_current_changed)

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
            self._add(self._services.this_computer.session())
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

    def restore(self) -> None:
        """Add the hosts of before unread, and show the one that was shown; what is not known any more is left out.

        Nothing is sent to any of them before the user asks for it.
        """
        keys = _lines(self._saved.value("hosts"))
        remote = {session.key: session for session in self._connecting.restored([k for k in keys if not _scenario(k)])}
        sessions = [remote.get(key) or self._practice(key) for key in keys]
        self.add_unread([each for each in sessions if each is not None], str(self._saved.value("shown", "")))
        sorting = str(self._saved.value("hosts_by", ""))
        self._pane.choose(next((each for each in HostSort if each.value == sorting), HostSort.OPENED))

    def add_unread(self, sessions: Iterable[HostSession], shown: str) -> None:
        """Add hosts without connecting to them; ``shown`` is the key of the one to show, "" for none."""
        for session in sessions:
            if self._hosts.find(session.key) is None:
                self._add(session)
        if shown and self._hosts.current is None:
            self.select(shown)

    def save(self) -> None:
        """Save what ``restore`` brings back; hosts of files are left out."""
        kinds, current = (HostKind.REMOTE, HostKind.PRACTICE), self._hosts.current
        keys = [session.key for session in self._hosts.sessions if session.kind in kinds]
        self._saved.setValue("hosts", "\n".join(keys))
        self._saved.setValue("shown", current.key if current is not None and current.key in keys else "")
        self._saved.setValue("hosts_by", self._view.sort_model.sorting.value)
        self._saved.sync()

    def _practice(self, key: str) -> HostSession | None:
        scenario = _scenario(key)
        return self._services.open_practice(scenario) if scenario in self._services.scenarios else None

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
        session.back_up_before_first_write(self._services.snapshots.keep)
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


def _scenario(key: str) -> str:
    return key.removeprefix(_PRACTICE) if key.startswith(_PRACTICE) else ""


def _lines(value: object) -> list[str]:
    """Return the lines of a text as an INI file holds it, none for anything else; each once."""
    return list(dict.fromkeys(value.splitlines())) if isinstance(value, str) else []
