"""Bounded wait for a call that cannot be interrupted, such as name lookup or a domain controller."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, wait
from typing import TypeVar

from gatepost.interruptible import POLL_SECONDS, Stopped

_T = TypeVar("_T")


def wait_for(call: Callable[[], _T], seconds: float, stopped: Stopped) -> _T:
    """Return what ``call`` returns, or raise what it raises: for a name lookup or a domain controller.

    Raises:
        TimeoutError: it takes longer than ``seconds``.
        ConnectionAbortedError: ``stopped`` said so.
    """
    outcome: Future[_T] = Future()

    def run() -> None:
        try:
            outcome.set_result(call())
        except BaseException as error:  # noqa: BLE001 - raised again in the thread that waits
            outcome.set_exception(error)

    # Once the wait is over, the thread ends by itself, later.
    threading.Thread(target=run, name="bounded-wait", daemon=True).start()
    deadline = time.monotonic() + seconds
    while not wait((outcome,), min(POLL_SECONDS, max(deadline - time.monotonic(), 0))).done:
        if stopped():
            raise ConnectionAbortedError("given up")
        if time.monotonic() >= deadline:
            raise TimeoutError("timed out")
    return outcome.result()
