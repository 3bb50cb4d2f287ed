"""Worker threads for background jobs, one lane for each host.

Worker threads touch exactly one Qt object: they emit ``JobRunner._posted``, which is delivered
queued in the GUI thread.
"""

from __future__ import annotations

import queue
import threading
import time
from collections import deque
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Qt, QTimer, Signal, Slot

from gatepost.jobs.chunked_work import run_slice
from gatepost.jobs.job import Job, JobOutcome, T
from gatepost.jobs.listener import report_bug
from gatepost.work import Progress, WorkContext

MAX_THREADS = 64
PROGRESS_INTERVAL_MS = 50
"""Milliseconds in which only the latest progress of each job is passed on."""


class JobRunner(QObject):
    """Lanes on at most 64 daemon threads: the jobs of one lane never overlap, lanes run in parallel."""

    _posted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._calls: deque[Callable[[], None]] = deque()  # for the GUI thread, in their order
        self._progress: dict[Job[Any], Progress] = {}  # the latest of each job that has not been passed on
        self._progress_timer = QTimer(self, singleShot=True, interval=PROGRESS_INTERVAL_MS)
        self._progress_timer.timeout.connect(self._pass_on)
        self._drain_posted = False  # whether ``_posted`` is on its way
        self._drain_timer = QTimer(self, interval=0)
        self._drain_timer.timeout.connect(self._drain)
        self._ready: queue.SimpleQueue[Job[Any] | None] = queue.SimpleQueue()
        self._waiting: dict[str, deque[Job[Any]]] = {}  # a lane is in here while one of its jobs is with the workers
        self._threads: list[threading.Thread] = []
        self._gate = threading.Lock()  # held around every emit, so that none is in flight once muted
        self._muted = False
        self._live: set[Job[Any]] = set()
        self._in_workers = 0
        self._closed = False
        self._posted.connect(self._drain, Qt.ConnectionType.QueuedConnection)

    def submit(self, lane: str, work: Callable[[WorkContext], T], *, writes: bool = False) -> Job[T]:
        """Queue work behind the other work of its lane. Once begun, it runs to its end if it ``writes``; if not, it may be abandoned.

        Raises:
            RuntimeError: after shutdown.
        """
        if self._closed:
            raise RuntimeError("the runner is shut down")
        job = Job(lane, work, self._live.discard, writes=writes)
        self._live.add(job)
        if lane in self._waiting:
            self._waiting[lane].append(job)
        else:
            self._waiting[lane] = deque()
            self._hand_over(job)
        return job

    def shutdown(self, grace_s: float = 30.0) -> bool:
        """Drop queued work, abandon reads, wait for writes. Returns False if a write is still running.

        Afterward no worker touches Qt: a daemon thread that the interpreter ends inside ``emit()`` takes
        the process down with it.
        """
        self._closed = True
        for job in list(self._live):
            job.cancel()
        deadline = time.monotonic() + grace_s
        while self._live and time.monotonic() < deadline:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents, 50)
            time.sleep(0.005)  # it returns at once when there is no event
        with self._gate:
            self._muted = True
        for _ in self._threads:
            self._ready.put(None)
        stop = time.monotonic() + 1.0  # polite work ends here; a read stuck in recv() stays behind, harmless
        for thread in self._threads:
            thread.join(max(0.0, stop - time.monotonic()))
        return not self._live

    def _hand_over(self, job: Job[Any]) -> None:
        self._in_workers += 1
        if self._in_workers > len(self._threads) and len(self._threads) < MAX_THREADS:
            thread = threading.Thread(target=self._worker, name=f"lane-worker-{len(self._threads)}", daemon=True)
            self._threads.append(thread)
            thread.start()
        self._ready.put(job)

    def _worker(self) -> None:
        while (job := self._ready.get()) is not None:
            outcome = job.run(partial(self._report, job), self._report_bug)
            self._post(partial(self._settle, job, outcome))
            del job, outcome

    def _report_bug(self, error: BaseException) -> None:
        with self._gate:
            if not self._muted:
                report_bug(error)

    def _report(self, job: Job[Any], progress: Progress) -> None:
        with self._gate:
            first = not self._progress
            self._progress[job] = progress
        if first:
            self._post(self._progress_timer.start)

    def _pass_on(self) -> None:
        with self._gate:
            latest, self._progress = self._progress, {}
        for job, progress in latest.items():
            job.report(progress)

    def _post(self, call: Callable[[], None]) -> None:
        with self._gate:
            if self._muted:
                return
            self._calls.append(call)
            if not self._drain_posted:
                self._drain_posted = True
                self._posted.emit()

    @Slot()
    def _drain(self) -> None:
        """Make calls for a moment; the rest waits for its turn behind what the user does."""
        run_slice(iter(self._next_call, None))

    def _next_call(self) -> Callable[[], None] | None:
        with self._gate:
            call = self._calls.popleft() if self._calls else None
            self._drain_posted = call is not None
        if call is None:
            self._drain_timer.stop()
        elif not self._drain_timer.isActive():
            self._drain_timer.start()  # before the call, which may raise, or run an event loop of its own
        return call

    def _settle(self, job: Job[Any], outcome: JobOutcome) -> None:
        self._in_workers -= 1
        self._next_of(job.lane)
        job.end(outcome)

    def _next_of(self, lane: str) -> None:
        waiting = self._waiting[lane]
        while waiting and waiting[0].is_finished:  # cancelled while it waited
            waiting.popleft()
        if waiting:
            self._hand_over(waiting.popleft())
        else:
            del self._waiting[lane]
