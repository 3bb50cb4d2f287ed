"""Threads that compute one after the other instead of over one another.

Python runs one thread at a time, and whoever calls into C may find another one running when it comes back. Dozens of
threads that read a host each would pass the interpreter round at every call, which costs more than what they do in
between, and would keep the window from its turn. So they queue here, and give way while they wait for a host.

Order is all that this gives, and nobody relies on being alone: who has waited for a moment goes on all the same, so that
a host whose configuration takes long to understand does not keep the others from theirs.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

_PATIENCE = 0.2  # seconds

_turn = threading.Lock()


class _Mine(threading.local):
    held = False  # whether this thread has the turn


_mine = _Mine()


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
    _mine.held = _turn.acquire(timeout=_PATIENCE)


def _give() -> None:
    if _mine.held:
        _mine.held = False
        _turn.release()
