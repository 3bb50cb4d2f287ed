"""State of an open host, and the work in its lane."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Generic, TypeVar

from gatepost.endpoints.errors import HostError
from gatepost.jobs.job import JobKind
from gatepost.work import WorkContext

_T = TypeVar("_T")


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


def nothing(_: object) -> None:
    """Take a failure that changes nothing."""


@dataclass(frozen=True, slots=True)
class LaneTask(Generic[_T]):
    """One piece of work in the lane of a host, with the state of the session meanwhile and the callbacks of ``Job.then``."""

    state: SessionState
    work: Callable[[WorkContext], _T]
    done: Callable[[_T], None]
    failed: Callable[[HostError], None] | None = None  # None: a failure is a bug
    cancelled: Callable[[], None] | None = None
    crashed: Callable[[], None] | None = None

    @property
    def kind(self) -> JobKind:
        """Whether it may be abandoned."""
        return JobKind.WRITE if self.state is SessionState.WRITING else JobKind.READ
