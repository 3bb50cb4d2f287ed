"""One piece of background work and its life, seen from the GUI thread."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from enum import Enum, auto
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from gatepost.work import Cancelled, CancelToken, Progress, WorkContext

log = logging.getLogger(__name__)

Work = Callable[[WorkContext], Any]


class JobKind(Enum):
    """Whether a job may be abandoned."""

    READ = auto()  # its result may be dropped
    WRITE = auto()  # changes a host: once started it runs to its end


class JobState(Enum):
    """Where a job stands."""

    QUEUED = auto()
    RUNNING = auto()
    SUCCEEDED = auto()
    FAILED = auto()
    CANCELLED = auto()


class JobListener(Protocol):
    """Hears of a job in place of its signals, which cost too much where hundreds of jobs end at the same time."""

    def job_progressed(self, progress: Progress) -> None:
        """Called in the GUI thread, as ``job_ended`` is."""

    def job_ended(self, job: Job) -> None:
        """Called once, and then ``job_progressed`` never again."""


class Job(QObject):
    """Background work for one lane. All its signals come in the GUI thread, ``finished`` last and once."""

    progressed = Signal(object)  # Progress
    succeeded = Signal(object)  # what the work returned
    failed = Signal(object)  # the Exception
    cancelled = Signal()
    finished = Signal()

    def __init__(
        self,
        lane: str,
        work: Work,
        kind: JobKind,
        parent: QObject | None = None,
        *,
        listener: JobListener | None = None,
        on_end: Callable[[Job], None] = lambda _: None,
    ) -> None:
        """``listener`` is told instead of emitting signals; ``on_end`` is called last."""
        super().__init__(parent)
        self._listener = listener
        self._on_end = on_end
        self.payload: object = None
        """What the work returned, or the exception that it ended with."""
        self.lane = lane
        self.kind = kind
        self.state = JobState.QUEUED
        self._work = work
        self._token = CancelToken()
        self._claim = threading.Lock()
        self._taken = False

    @property
    def done(self) -> bool:
        """Whether the job has ended, in whatever way."""
        return self.state not in (JobState.QUEUED, JobState.RUNNING)

    def cancel(self) -> bool:
        """Stop the job now. False for a write that a worker has taken: it will end by itself and report."""
        if self.done:
            return True
        with self._claim:  # decides against the worker, not against the last event that was processed here
            if self.kind is JobKind.WRITE and self._taken:
                return False
            self._token.cancel()
        self.end(JobState.CANCELLED)  # the late result of an abandoned read is dropped
        return True

    def run(self, report: Callable[[Progress], None]) -> tuple[JobState, object]:
        """Do the work, in the worker's thread; return how it ended and what came of it."""
        try:
            with self._claim:
                self._token.check()
                self._taken = True
                self.state = JobState.RUNNING
            return JobState.SUCCEEDED, self._work(WorkContext(self._token, report))
        except Cancelled:
            return JobState.CANCELLED, None
        except Exception as error:
            log.debug("job in lane %s failed", self.lane, exc_info=True)
            return JobState.FAILED, error

    def report(self, progress: Progress) -> None:
        """Pass progress on, unless the job is over."""
        if self.done:
            return
        if self._listener is not None:
            self._listener.job_progressed(progress)
        else:
            self.progressed.emit(progress)

    def end(self, state: JobState, payload: object = None) -> None:
        """Settle the job; a second call does nothing."""
        if self.done:
            return
        self.state, self.payload = state, payload
        try:
            if self._listener is not None:
                self._listener.job_ended(self)
            else:
                self._emit_end()
        finally:
            self._on_end(self)

    def _emit_end(self) -> None:
        if self.state is JobState.SUCCEEDED:
            self.succeeded.emit(self.payload)
        elif self.state is JobState.FAILED:
            self.failed.emit(self.payload)
        else:
            self.cancelled.emit()
        self.finished.emit()
