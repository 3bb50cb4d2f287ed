"""Source of a session: the host itself, or a file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from typing_extensions import override

from gatepost.backend.host.host import Host
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.work import Cancelled, WorkContext

_T = TypeVar("_T")
Opener = Callable[[WorkContext], Host]


class HostSource(Protocol):
    """Interface of a source. ``open`` and ``read_snapshot`` are called in the host's lane."""

    @property
    def host(self) -> Host | None:
        """The host, while it is open."""

    def open(self, context: WorkContext) -> None:
        """Make ready for reading."""

    def read_snapshot(self, context: WorkContext) -> HostSnapshot:
        """Read everything that is shown of the host."""

    def close(self) -> None:
        """Let go of it, for good."""

    def banner(self) -> str:
        """Return what is always to be said of it; "" for nothing."""


class HostConnection(HostSource):
    """A host that is opened when it is first read, and again after it has ended."""

    def __init__(self, opener: Opener, is_alive: Callable[[], bool] = lambda: True) -> None:
        """``is_alive`` False makes the next reading open the host again, as for a practice host that has ended."""
        self._opener = opener
        self._is_alive = is_alive
        self._host: Host | None = None
        self._closed = False

    @property
    @override
    def host(self) -> Host | None:
        return None if self._closed else self._host

    @override
    def open(self, context: WorkContext) -> None:
        if self._host is not None and not self._is_alive():
            self._host.close()
            self._host = None
        if self._host is None:
            self._host = self._opener(context)  # may take its time: a keyring asks its user
        if self._closed:
            self._host.close()
            raise Cancelled

    @override
    def read_snapshot(self, context: WorkContext) -> HostSnapshot:
        assert self._host is not None
        return stoppable(self._host, Host.read_snapshot)(context)

    @override
    def close(self) -> None:
        self._closed = True
        if self._host is not None:
            self._host.close()

    @override
    def banner(self) -> str:
        return ""


def stoppable(host: Host, work: Callable[[Host, WorkContext], _T]) -> Callable[[WorkContext], _T]:
    """Reading that ends as soon as it is cancelled, so that the lane is free for what comes next."""

    def run(context: WorkContext) -> _T:
        with context.token.stopping(host.interrupt):
            return work(host, context)

    return run
