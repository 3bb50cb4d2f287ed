"""State of an open host, and flags for what of it has changed: views repaint what they name, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import Enum, Flag, auto


class SessionState(Enum):
    """State of a session. What was read before stays while the host is read again, or where that failed."""

    UNREAD = auto()  # nothing was ever tried
    READING = auto()
    RESOLVING = auto()  # read; names of accounts and missing libraries are still being asked for
    READY = auto()
    FAILED = auto()
    WRITING = auto()
    VERIFYING = auto()  # read again after a write, which shows what came of it

    @property
    def is_busy(self) -> bool:
        """Whether the table may be about to change: no write is taken meanwhile."""
        return self in (SessionState.READING, SessionState.WRITING, SessionState.VERIFYING)

    @property
    def is_ready(self) -> bool:
        """Whether what was read holds, so that a change of it can be asked for."""
        return self in (SessionState.READY, SessionState.RESOLVING)

    @property
    def is_finishing(self) -> bool:
        """Whether a write goes on, which nothing stops, the reading after it included."""
        return self in (SessionState.WRITING, SessionState.VERIFYING)

    @property
    def is_cancellable(self) -> bool:
        """Whether something goes on that may be stopped."""
        return self in (SessionState.READING, SessionState.RESOLVING)

    @property
    def is_at_rest(self) -> bool:
        """Whether nothing goes on."""
        return self in (SessionState.UNREAD, SessionState.READY, SessionState.FAILED)


class Change(Flag):
    """The parts of a session that views ask for."""

    ACTIVITY = auto()  # what it is doing
    SNAPSHOT = auto()  # another reading of the host
    ERROR = auto()  # what went wrong, or that nothing did
    NAMES = auto()  # names of accounts, the endpoints being the same
    PENDING = auto()  # pending changes, conflicts, what can be undone
    ACCESS = auto()  # whether it may be written to


EVERYTHING = ~Change(0)
"""As when another session is shown."""


class ChangeBatch:
    """Tells of changes, and of everything that changes in a block once, at its end."""

    def __init__(self, listener: Callable[[Change], object]) -> None:
        self._listener = listener
        self._deferred = Change(0)
        self._is_open = False

    def defer(self, change: Change) -> None:
        """Have a change told with the next one."""
        self._deferred |= change

    def emit(self, change: Change = Change(0)) -> None:  # noqa: B008 - a constant
        """Tell of a change and of what is held, or hold it until the end of the block."""
        self._deferred |= change
        if self._deferred and not self._is_open:
            deferred, self._deferred = self._deferred, Change(0)
            self._listener(deferred)

    @contextmanager
    def batched(self) -> Iterator[None]:
        """Hold all changes of a block until its end; a block in a block belongs to it."""
        outer, self._is_open = self._is_open, True
        try:
            yield
        finally:
            self._is_open = outer
            self.emit()
