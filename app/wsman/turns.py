"""Who computes: many threads wait for their hosts at a time, but few of them work.

Python runs one thread at a time. Of 64 that all have an answer to unseal, the window's own thread would wait for each.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

_AT_A_TIME = 2


class Turns:
    """Turns to compute; whoever waits for the network gives its turn up meanwhile."""

    def __init__(self, at_a_time: int = _AT_A_TIME) -> None:
        self._free = threading.Semaphore(at_a_time)
        self._mine = threading.local()

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Wait for a turn, and have it."""
        self._take()
        try:
            yield
        finally:
            self._give_up()

    @contextmanager
    def given_up(self) -> Iterator[None]:
        """Let others compute, and have the turn back afterwards; nothing for a thread that has none."""
        if not getattr(self._mine, "held", False):
            yield
            return
        self._give_up()
        try:
            yield
        finally:
            self._take()

    def _take(self) -> None:
        self._free.acquire()
        self._mine.held = True

    def _give_up(self) -> None:
        self._mine.held = False
        self._free.release()


TURNS = Turns()
"""Those of this process."""
