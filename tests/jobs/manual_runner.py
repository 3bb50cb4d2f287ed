"""A runner for tests of loading states: nothing runs until the test says so, and then in the calling thread."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any

from gatepost.jobs.job import Job, T
from gatepost.jobs.listener import report_bug
from gatepost.work import WorkContext


class ManualRunner:
    """Holds jobs back."""

    def __init__(self) -> None:
        self.pending: deque[Job[Any]] = deque()

    def submit(self, lane: str, work: Callable[[WorkContext], T], *, writes: bool = False) -> Job[T]:
        """Keep the work until ``run_next``."""
        job = Job(lane, work, writes=writes)
        self.pending.append(job)
        return job

    def run_next(self) -> Job[Any]:
        """Run the oldest job here and now."""
        job = self.pending.popleft()
        if not job.is_finished:
            job.end(job.run(job.report, report_bug))
        return job

    def run_all(self) -> None:
        """Run jobs until none is left."""
        while self.pending:
            self.run_next()
