"""Compute slots: one thread computes at a time; the others queue while they don't wait for a host.

Python runs one thread at a time, and a thread that calls into C may find another one running when it comes back. Dozens of
threads that read a host each would pass the interpreter around at every call, which costs more than what they do in
between. The window suffers most: each call from Qt into Python, hundreds for one picture, then waits until one of them gives way.

Measured with the 200 hosts of tests/bench/test_bench_many_hosts.py on 2 cores, all others equal: with a semaphore of 2 the
window stood still for 116 ms (median of the rounds), with one lock for 65 ms, and reading took no longer.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

SLOT_TIMEOUT = 1.0
"""Seconds that a thread waits for the slot. Then it goes on without it: a host whose configuration takes long to
understand does not keep the others from theirs."""

_slot = threading.Lock()


class _Mine(threading.local):
    has_slot = False  # whether this thread has the slot


_mine = _Mine()


@contextmanager
def computing() -> Iterator[None]:
    """Hold the slot, and wait for it first. Whatever may block in there belongs in ``waiting``.

    Not for the thread of the window: it would wait for the others.
    """
    if _mine.has_slot:
        yield
        return
    _take()
    try:
        yield
    finally:
        _give()


@contextmanager
def waiting() -> Iterator[None]:
    """Let others compute. Does nothing in a thread that does not hold the slot."""
    if not _mine.has_slot:
        yield
        return
    _give()
    try:
        yield
    finally:
        _take()


def _take() -> None:
    _mine.has_slot = _slot.acquire(timeout=SLOT_TIMEOUT)


def _give() -> None:
    if _mine.has_slot:
        _mine.has_slot = False
        _slot.release()
