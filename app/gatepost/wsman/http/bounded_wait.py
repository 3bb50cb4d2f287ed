"""Waiting for what cannot be interrupted, such as a name server or a domain controller, no longer than is wanted."""

from __future__ import annotations

import ipaddress
import socket
import threading
import time
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from gatepost.interruptible import POLL_SECONDS, Stopped

_T = TypeVar("_T")


class _Work(Generic[_T]):
    """A call in a thread of its own. Where nobody waits any more, the thread ends by itself, in its own time."""

    def __init__(self, call: Callable[[], _T]) -> None:
        self._call = call
        self._error: BaseException | None = None
        self._result: _T
        self.done = threading.Event()
        threading.Thread(target=self._run, name="bounded-wait", daemon=True).start()

    def _run(self) -> None:
        try:
            self._result = self._call()
        except BaseException as error:  # noqa: BLE001 - raised again in the thread that waits
            self._error = error
        self.done.set()

    def outcome(self) -> _T:
        if self._error is not None:
            raise self._error
        return self._result


def wait_for(call: Callable[[], _T], seconds: float, stopped: Stopped) -> _T:
    """Return what ``call`` returns, or raise what it raises.

    Raises:
        TimeoutError: it takes longer than ``seconds``.
        ConnectionAbortedError: ``stopped`` said so.
    """
    deadline = time.monotonic() + seconds
    work = _Work(call)
    while not work.done.wait(min(POLL_SECONDS, max(deadline - time.monotonic(), 0))):
        if stopped():
            raise ConnectionAbortedError("given up")
        if time.monotonic() >= deadline:
            raise TimeoutError("timed out")
    return work.outcome()


def look_up(host: str, port: int, seconds: float, stopped: Stopped) -> list[tuple[Any, ...]]:
    """The network addresses of a name, as ``socket.getaddrinfo`` gives them.

    Raises:
        OSError: the name is not known, or nobody says so in time.
        ConnectionAbortedError: ``stopped`` said so.
    """

    def ask() -> list[tuple[Any, ...]]:
        return list(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))

    try:
        ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return wait_for(ask, seconds, stopped)
    return ask()
