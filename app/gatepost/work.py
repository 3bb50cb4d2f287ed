"""Cancel token, progress and expected errors of background work. Free of Qt.

How work is stopped, from the Cancel button down:

1. ``Job.cancel`` (jobs/job.py) cancels the job's ``CancelToken``.
2. Work that goes from step to step calls ``WorkContext.progress`` in between, which raises ``Cancelled``. An evaluation
   that is long in itself calls ``CancelToken.raise_if_cancelled`` every few thousand comparisons
   (security/step_budget.py).
3. Work that waits for a host has ``CancelToken.stopping`` call ``Host.interrupt`` in the thread that cancels
   (``stoppable`` in session/reading.py). That wakes the socket, or makes true what its wait looks at a few times a
   second (``Stopped`` in interruptible.py); the wait ends in a ``ConnectionAbortedError``, and the job in ``Cancelled``.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass


class ExpectedError(Exception):
    """A failure that was foreseen, and is shown where it happened. Whatever else work raises is a bug."""


class Cancelled(Exception):
    """Work stopped because its token was cancelled."""


@dataclass(frozen=True, slots=True)
class Progress:
    """``done`` of ``total`` steps; ``total`` is None while the amount is unknown."""

    done: int
    total: int | None = None


class CancelToken:
    """A thread-safe flag that work looks at between round trips."""

    def __init__(self) -> None:
        self._event = threading.Event()
        self._gate = threading.Lock()
        self._stops: list[Callable[[], None]] = []

    def cancel(self) -> None:
        """Ask the work to stop at its next check, and what it waits for at once."""
        with self._gate:
            self._event.set()
            for stop in self._stops:
                stop()

    @contextmanager
    def stopping(self, stop: Callable[[], None]) -> Iterator[None]:
        """While this lasts, ``stop`` is called in the thread that cancels; once it is over, never any more.

        Raises:
            Cancelled: cancellation was asked for before.
        """
        with self._gate:
            self.raise_if_cancelled()
            self._stops.append(stop)
        try:
            yield
        finally:
            with self._gate:
                self._stops.remove(stop)

    @property
    def cancelled(self) -> bool:
        """Whether cancellation was asked for."""
        return self._event.is_set()

    def raise_if_cancelled(self) -> None:
        """Raise Cancelled if cancellation was asked for."""
        if self._event.is_set():
            raise Cancelled


def _unheard(_: Progress) -> None:
    return None


class WorkContext:
    """What work sees of the outside. Without arguments: never cancelled, progress goes nowhere."""

    def __init__(self, token: CancelToken | None = None, report: Callable[[Progress], None] = _unheard) -> None:
        self.token = token or CancelToken()
        self._report = report

    def progress(self, done: int, total: int | None = None) -> None:
        """Check the token, then tell how far the work has come.

        Raises:
            Cancelled: cancellation was asked for.
        """
        self.token.raise_if_cancelled()
        self._report(Progress(done, total))
