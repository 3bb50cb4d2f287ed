"""One piece of work in the lane of a host."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from gatepost.endpoints.errors import HostError
from gatepost.jobs.job import JobKind
from gatepost.session.session_state import SessionState
from gatepost.work import WorkContext

_T = TypeVar("_T")


def nothing(_: object = None) -> None:
    """Take an outcome that changes nothing."""


@dataclass(frozen=True, slots=True)
class LaneTask(Generic[_T]):
    """The work, the state of the session meanwhile, and who takes what comes of it."""

    state: SessionState
    work: Callable[[WorkContext], _T]
    done: Callable[[_T], None]
    failed: Callable[[HostError], None] | None = None  # None: a failure is a bug
    broken: Callable[[], None] = nothing  # after a bug

    @property
    def kind(self) -> JobKind:
        """Whether it may be abandoned."""
        return JobKind.WRITE if self.state is SessionState.WRITING else JobKind.READ
