"""Evaluating descriptors in a worker thread, so that no document of a host can block the window."""

from __future__ import annotations

from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

from gatepost.endpoints.text import WINDOW
from gatepost.jobs.job import Job
from gatepost.jobs.runner import JobRunner
from gatepost.security import stopping_evaluation
from gatepost.work import WorkContext

_T = TypeVar("_T")
# Seconds that the window waits, less than a frame, so that an answer that takes no longer is there without a flicker.
SYNC_WAIT_SECONDS = 0.015
CRASHED = WINDOW.tr("Unexpected error in Gatepost: this couldn't be evaluated.")


class Evaluator:
    """Works out one thing at a time; what is asked for next takes the place of what is still being worked out."""

    def __init__(self, runner: JobRunner) -> None:
        self._runner = runner
        self._job: Job[Any] | None = None

    def evaluate(
        self,
        work: Callable[[], _T],
        done: Callable[[_T], object],
        crashed: Callable[[], object],
        cancelled: Callable[[], object] | None = None,
    ) -> None:
        """Have ``done`` called with the outcome in the GUI thread: at once if it is there in a moment, else later.

        In its place ``crashed`` is called after a bug, which has been reported, and ``cancelled`` after ``cancel``.
        """
        values = SimpleQueue[_T]()

        def put() -> _T:
            value = work()
            values.put(value)
            return value

        job = self._submit(put)
        try:
            value = values.get(timeout=SYNC_WAIT_SECONDS)
        except Empty:
            self._job = job.then(done, cancelled=cancelled, crashed=crashed)
        else:
            done(value)

    def evaluate_later(
        self, work: Callable[[], _T], done: Callable[[_T], object], crashed: Callable[[], object]
    ) -> None:
        """As ``evaluate``, for what is known to take longer: the window does not wait at all."""
        self._job = self._submit(work).then(done, crashed=crashed)

    def _submit(self, work: Callable[[], _T]) -> Job[_T]:
        self.cancel()

        def run(context: WorkContext) -> _T:
            with stopping_evaluation(context.token.raise_if_cancelled):
                return work()

        return self._runner.submit(f"evaluation {id(run)}", run)

    def cancel(self) -> None:
        """Stop what is being worked out; its result is dropped."""
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
