"""Search in a worker thread that delivers its hits while it goes on."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from gatepost.jobs.job import Job
from gatepost.jobs.runner import JobRunner
from gatepost.security import stopping_evaluation
from gatepost.work import WorkContext

_BATCH = 0.05  # seconds of work in the background before the window hears of what was found
_T = TypeVar("_T")


class BackgroundSearch(QObject):
    """Does ``steps`` in a worker, and tells in between what they have found. ``stop`` ends it in the middle of a step."""

    found = Signal(object)  # what the steps since the last time have given, one after the other, as a list
    ended = Signal()
    crashed = Signal()  # in place of ``ended``: a bug, which has been reported

    def __init__(self, steps: Iterable[Iterable[_T]], runner: JobRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._steps = iter(steps)
        self._runner = runner
        self._job: Job[tuple[list[_T], bool]] | None = None
        self._go_on()

    @property
    def running(self) -> bool:
        """Whether there may be more to find."""
        return self._job is not None

    def stop(self) -> None:
        """Leave the rest undone; nothing is told any more."""
        job, self._job = self._job, None
        if job is not None:
            job.cancel()

    def _go_on(self) -> None:
        work = partial(_next_batch, self._steps)
        self._job = self._runner.submit(f"search {id(self)}", work).then(self._on_found, crashed=self._on_crashed)

    def _on_found(self, batch: tuple[list[_T], bool]) -> None:
        hits, done = batch
        if hits:
            self.found.emit(hits)
        if self._job is None:  # stopped by a listener
            return
        if not done:
            self._go_on()
            return
        self._job = None
        self.ended.emit()

    def _on_crashed(self) -> None:
        self._job = None
        self.crashed.emit()


def _next_batch(steps: Iterator[Iterable[_T]], context: WorkContext) -> tuple[list[_T], bool]:
    """Do steps for a moment; return what they give, and whether none is left."""
    results: list[Iterable[_T]] = []
    until = time.monotonic() + _BATCH
    with stopping_evaluation(context.token.raise_if_cancelled):
        for step in steps:
            context.token.raise_if_cancelled()
            results.append(step)
            if time.monotonic() >= until:
                return list(chain.from_iterable(results)), False
    return list(chain.from_iterable(results)), True
