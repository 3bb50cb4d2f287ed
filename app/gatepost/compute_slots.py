"""How many threads compute at the same time.

Python runs one thread at a time, and whoever calls into C may find another one running when it comes back. Dozens of
threads that read a host each would pass the interpreter around at every call, which costs more than what they do in
between, and would keep the window from its turn. So a few compute, and the others queue while they do not wait for a host.

Measured with tests/bench/test_bench_many_hosts.py, 200 hosts on 2 cores: with 1 or 2 slots the longest stall of the window
is half of that with 4, at the same time for all hosts. With 2, a host whose configuration takes long to understand does not
keep the others from theirs.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

_slots = threading.BoundedSemaphore(2)


class _Mine(threading.local):
    held = False  # whether this thread has a slot


_mine = _Mine()


@contextmanager
def computing() -> Iterator[None]:
    """Hold a slot, and wait for it first. Whatever may block in there belongs in ``waiting``.

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
    """Let others compute. Does nothing in a thread that does not hold a slot."""
    if not _mine.held:
        yield
        return
    _give()
    try:
        yield
    finally:
        _take()


def _take() -> None:
    _slots.acquire()
    _mine.held = True


def _give() -> None:
    _mine.held = False
    _slots.release()
