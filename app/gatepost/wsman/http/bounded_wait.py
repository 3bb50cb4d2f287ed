"""Bounded waits for calls that cannot be interrupted, such as name lookup or a domain controller."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, wait
from typing import Any, TypeVar

from gatepost.interruptible import POLL_SECONDS, Stopped
from gatepost.wsman.host_urls import is_address

_T = TypeVar("_T")


def wait_for(call: Callable[[], _T], seconds: float, stopped: Stopped) -> _T:
    """Return what ``call`` returns, or raise what it raises.

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


def look_up(host: str, port: int, seconds: float, stopped: Stopped) -> list[tuple[Any, ...]]:
    """The network addresses of a name, as ``socket.getaddrinfo`` gives them.

    Raises:
        OSError: the name is not known, or nobody says so in time.
        ConnectionAbortedError: ``stopped`` said so.
    """

    def ask() -> list[tuple[Any, ...]]:
        return list(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))

    return ask() if is_address(host.partition("%")[0]) else wait_for(ask, seconds, stopped)
