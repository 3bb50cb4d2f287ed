"""Threads that compute one after the other instead of over one another.

Python runs one thread at a time, and whoever calls into C may find another one running when it comes back. Dozens of
threads that read a host each would pass the interpreter round at every call, which costs more than what they do in
between, and would keep the window from its turn. So they queue here, and give way while they wait for a host.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

_turn = threading.Lock()


class _Mine(threading.local):
    computing = False  # whether this thread is in ``computing``
    held = False  # whether it has the turn just now


_mine = _Mine()


@contextmanager
def computing() -> Iterator[None]:
    """Hold the turn, and wait for it first. Whatever may block in there belongs into ``waiting``.

    Not for the thread of the window, and not within itself.
    """
    _mine.computing = True
    resume()
    try:
        yield
    finally:
        _mine.computing = False
        _give_way()


@contextmanager
def waiting() -> Iterator[None]:
    """Let others compute. Does nothing in a thread that does not hold the turn."""
    _give_way()
    try:
        yield
    finally:
        resume()


def resume() -> None:
    """Take the turn back before ``waiting`` ends, because the wait is over."""
    if _mine.computing and not _mine.held:
        _turn.acquire()
        _mine.held = True


def _give_way() -> None:
    if _mine.held:
        _mine.held = False
        _turn.release()
