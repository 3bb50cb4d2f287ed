"""One background job, as the GUI thread sees it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, Generic, TypeVar

from gatepost.jobs.listener import call_listener, report_bug
from gatepost.work import Cancelled, CancelToken, ExpectedError, Progress, WorkContext

T = TypeVar("T")


class JobState(Enum):
    """State of a job."""

    QUEUED = auto()
    RUNNING = auto()
    SUCCEEDED = auto()
    FAILED = auto()  # with an ExpectedError
    CRASHED = auto()  # with a bug, which has been reported
    CANCELLED = auto()


@dataclass(frozen=True, slots=True)
class JobOutcome:
    """How a job ended; ``value`` is the result of one that succeeded, and the ExpectedError of one that failed."""

    state: JobState
    value: Any = None


class Job(Generic[T]):
    """Background work for one lane. ``then`` is the way to hear of its end; everything is told in the GUI thread."""

    def __init__(
        self,
        lane: str,
        work: Callable[[WorkContext], T],
        on_end: Callable[[Job[T]], object] | None = None,
        *,
        writes: bool = False,
    ) -> None:
        """``on_end`` is called after the listeners, whatever they did. Once begun, a job that ``writes`` runs to its end."""
        self.lane = lane
        self.state = JobState.QUEUED
        self._work = work
        self._writes = writes
        self._on_end = on_end
        self._at_end: list[Mapping[JobState, Callable[..., object] | None]] = []  # what each listener wants called
        self._progressed: list[Callable[[Progress], object]] = []
        self._token = CancelToken()
        self._lock = threading.Lock()
        self._started = False  # by a worker

    @property
    def is_finished(self) -> bool:
        """Whether the job has ended, in whatever way."""
        return self.state not in (JobState.QUEUED, JobState.RUNNING)

    def then(
        self,
        done: Callable[[T], object] | None = None,
        failed: Callable[[Any], object] | None = None,
        *,
        cancelled: Callable[[], object] | None = None,
        crashed: Callable[[], object] | None = None,
        progressed: Callable[[Progress], object] | None = None,
    ) -> Job[T]:
        """Have one of four called at the end: ``done`` with the result, ``failed`` with the ExpectedError, or another.

        To be called before the job has ended. A failure for which no listener gives ``failed`` is a bug: it is reported,
        and the job has crashed. As with a signal, a method of a QObject that is deleted by then is not called.
        """
        self._at_end.append(
            {
                JobState.SUCCEEDED: done,
                JobState.FAILED: failed,
                JobState.CANCELLED: cancelled,
                JobState.CRASHED: crashed,
            }
        )
        if progressed is not None:
            self._progressed.append(progressed)
        return self

    def cancel(self) -> bool:
        """Stop the job now. False for a write that a worker has taken: it will end by itself and report."""
        if self.is_finished:
            return True
        with self._lock:  # decides against the worker, not against the last event that was processed here
            if self._writes and self._started:
                return False
            self._token.cancel()
        self.end(JobOutcome(JobState.CANCELLED))  # the late result of an abandoned read is dropped
        return True

    def run(self, progressed: Callable[[Progress], None], report: Callable[[BaseException], None]) -> JobOutcome:
        """Do the work, in the worker's thread, and return how it ended.

        ``report`` is told of a bug here, while its traceback is its own.
        """
        try:
            with self._lock:
                self._token.raise_if_cancelled()
                self._started = True
                self.state = JobState.RUNNING
            return JobOutcome(JobState.SUCCEEDED, self._work(WorkContext(self._token, progressed)))
        except Cancelled:
            return JobOutcome(JobState.CANCELLED)
        except ExpectedError as error:
            return JobOutcome(JobState.FAILED, error)
        except BaseException as error:  # noqa: BLE001 - SystemExit, too: it must not end the thread, and stall the lane
            report(error)
            return JobOutcome(JobState.CRASHED)

    def report(self, progress: Progress) -> None:
        """Pass progress on, unless the job is over."""
        if not self.is_finished:
            for listener in self._progressed:
                call_listener(listener, progress)

    def end(self, outcome: JobOutcome) -> None:
        """Settle the job and tell its listeners; a second call does nothing."""
        if self.is_finished:
            return
        listeners, self._at_end, self._progressed = self._at_end, [], []
        if outcome.state is JobState.FAILED and not any(at_end[JobState.FAILED] for at_end in listeners):
            report_bug(outcome.value)
            outcome = JobOutcome(JobState.CRASHED)
        self.state = outcome.state
        values = (outcome.value,) if self.state in (JobState.SUCCEEDED, JobState.FAILED) else ()
        for at_end in listeners:
            call_listener(at_end[self.state], *values)
        if self._on_end is not None:
            self._on_end(self)
