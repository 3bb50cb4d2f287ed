"""State of an open host, and the signals that tell of its changes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum, auto

from PySide6.QtCore import QObject, Signal

from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.host_kind import HostKind
from gatepost.models.endpoints.drafts import Drafts
from gatepost.security import NO_ACCOUNTS, Accounts
from gatepost.session.change import Change


class Activity(Enum):
    """What a session is doing."""

    NOTHING = auto()
    READING = auto()
    NAMING = auto()
    WRITING = auto()


class SessionState(QObject):
    """One open host as views see it. ``changed`` is told once for all that has changed at the same time."""

    changed = Signal(object)  # Change: all that is new since the last time

    def __init__(self, key: str, name: str, kind: HostKind, *, read_only: bool) -> None:
        super().__init__()
        self.key = key
        self.name = name
        self.kind = kind
        self.read_only = read_only
        self._always_read_only = read_only
        self.snapshot: HostSnapshot | None = None
        self.error: HostError | None = None
        self.drafts = Drafts(self)
        self.drafts.changed.connect(self._on_drafts_changed)
        self.activity = Activity.NOTHING
        self._pending = Change(0)
        self._is_batching = False  # whether ``changed`` waits for the end of a block

    @property
    def accounts(self) -> Accounts:
        """The accounts that the host has named so far."""
        return self.snapshot.accounts if self.snapshot is not None else NO_ACCOUNTS

    @property
    def busy(self) -> bool:
        """Whether the table may be about to change: no write is taken meanwhile."""
        return self.activity in (Activity.READING, Activity.WRITING)

    @property
    def ready(self) -> bool:
        """Whether what was read holds, so that a change of it can be asked for."""
        return self.snapshot is not None and self.error is None and not self.busy

    @property
    def untouched(self) -> bool:
        """Whether nothing was ever tried."""
        return self.activity is Activity.NOTHING and self.snapshot is None and self.error is None

    @property
    def over_network(self) -> bool:
        """Whether the account that is connected comes over the network."""
        return self.kind is not HostKind.THIS_COMPUTER

    def lock(self, *, read_only: bool) -> None:
        """Take every way to write away, or give it back where the host itself is not to be read only."""
        self.read_only = read_only or self._always_read_only
        self._notify(Change.ACCESS)

    def _notify(self, change: Change) -> None:
        self._pending |= change
        if self._pending and not self._is_batching:
            pending, self._pending = self._pending, Change(0)
            self.changed.emit(pending)

    @contextmanager
    def _batched_changes(self) -> Iterator[None]:
        """Tell of everything that changes in a block once, at its end."""
        self._is_batching = True
        try:
            yield
        finally:
            self._is_batching = False
            self._notify(Change(0))

    def _on_drafts_changed(self) -> None:
        self._notify(Change.DRAFTS)
