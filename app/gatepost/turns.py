"""Threads that compute one after the other instead of over one another.

Python runs one thread at a time, and whoever calls into C may find another one running when it comes back. Dozens of
threads that read a host each would pass the interpreter round at every call, which costs more than what they do in
between, and would keep the window from its turn. So they queue here, and give way while they wait for a host.

Order is all that this gives, and nobody relies on being alone: where the turn has not been passed on for a moment, the
others go on all the same, so that a host whose configuration takes long to understand does not keep them from theirs.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

_PATIENCE = 0.2  # seconds


class _Mine(threading.local):
    held = False  # whether this thread has the turn


class _Turn:
    """Whose turn it is; ``taken`` counts, and is changed by whoever has it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._taken = 0

    def take(self) -> bool:
        """Wait for the turn. False, without it, where it was not passed on for a moment."""
        before = -1
        while before != self._taken:
            before = self._taken
            if self._lock.acquire(timeout=_PATIENCE):
                self._taken += 1
                return True
        return False

    def pass_on(self) -> None:
        """Let somebody else have it."""
        self._lock.release()


_mine = _Mine()
_turn = _Turn()


@contextmanager
def computing() -> Iterator[None]:
    """Hold the turn, and wait for it first. Whatever may block in there belongs into ``waiting``.

    Not for the thread of the window: it would wait for the others.
    """
    if _mine.held:
        yield
        return
    _take()
    try:
        yield
    finally:
        _give()


@contextmanager
def waiting() -> Iterator[None]:
    """Let others compute. Does nothing in a thread that does not hold the turn."""
    if not _mine.held:
        yield
        return
    _give()
    try:
        yield
    finally:
        _take()


def _take() -> None:
    _mine.held = _turn.take()


def _give() -> None:
    if _mine.held:
        _mine.held = False
        _turn.pass_on()
