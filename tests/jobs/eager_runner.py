"""A runner for tests that need no waiting: the work is done in the calling thread, before ``submit`` returns."""

from __future__ import annotations

from collections.abc import Callable

from gatepost.jobs.job import Job, T
from gatepost.jobs.listener import report_bug
from gatepost.work import WorkContext


class EagerRunner:
    """Does everything at once."""

    def submit(self, lane: str, work: Callable[[WorkContext], T], *, writes: bool = False) -> Job[T]:
        """Run the work here and now."""
        job = Job(lane, work, writes=writes)
        job.end(job.run(job.report, report_bug))
        return job
