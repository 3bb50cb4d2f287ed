"""Reading of a host, from the host itself or a file, with the rows of its table worked out in the same worker thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol, TypeVar

from typing_extensions import override

from gatepost.backend.host.account_naming import unnamed_sids
from gatepost.backend.host.host import Host
from gatepost.compute_slots import computing
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.text import WINDOW
from gatepost.models.endpoints.endpoint_row import EndpointRow, endpoint_rows
from gatepost.security import NO_ACCOUNTS, stopping_evaluation
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


Update = Callable[[HostSnapshot], HostSnapshot]
"""Puts what was read into what is known of the host, which may have learned something else meanwhile."""


@dataclass(frozen=True, slots=True)
class HostUpdate:
    """What was read of a host, put into ``known``, with the rows of the table."""

    update: Update
    known: HostSnapshot
    snapshot: HostSnapshot
    rows: tuple[EndpointRow, ...]

    @classmethod
    def work_out(
        cls, update: Update, known: HostSnapshot, rows: tuple[EndpointRow, ...], context: WorkContext
    ) -> HostUpdate:
        """Work the rows out in a worker thread: for hundreds of endpoints the window would stand still.

        ``rows`` are those of ``known``; what they say of an endpoint that has not changed isn't worked out again.

        Raises:
            Cancelled: cancellation was asked for, between two rows or in the middle of one.
        """
        snapshot, made = update(known), list[EndpointRow]()
        with stopping_evaluation(context.token.raise_if_cancelled):
            for row in endpoint_rows(snapshot, rows):
                context.token.raise_if_cancelled()
                made.append(row)
        unnamed_sids(snapshot)  # the window asks for them next, and then the SIDs of each descriptor are remembered
        return cls(update, known, snapshot, tuple(made))

    def put_into(self, now: HostSnapshot | None) -> HostUpdate:
        """Return the same for what is known now, at once: little has been learned meanwhile."""
        if now is None or now is self.known:
            return self
        snapshot = self.update(now)
        return replace(self, known=now, snapshot=snapshot, rows=tuple(endpoint_rows(snapshot, self.rows)))


CANCELED = HostError(WINDOW.tr("Reading was canceled."), WINDOW.tr("Refresh to try again."))


def crash_error(host: str) -> HostError:
    """Return what is shown where a bug, which has been reported, has ended the reading of a host."""
    unexpected = WINDOW.tr("Unexpected error in Gatepost while reading {host}.", host=host)
    return HostError(unexpected, WINDOW.tr("Refresh to try again."))


def read_host(
    source: HostSource, known: HostSnapshot | None, rows: tuple[EndpointRow, ...], context: WorkContext
) -> HostUpdate:
    """Open a host and read it, in its lane; ``known`` is what was read before, with its rows."""
    source.open(context)
    with computing():
        snapshot = source.read_snapshot(context)
        return HostUpdate.work_out(partial(with_what_is_known, snapshot), known or snapshot, rows, context)


def with_what_is_known(snapshot: HostSnapshot, known: HostSnapshot) -> HostSnapshot:
    """Return a reading with the names and the missing libraries of an earlier one, until they are asked for again."""
    accounts = known.accounts if snapshot.accounts == NO_ACCOUNTS else snapshot.accounts  # a file has names of its own
    return replace(snapshot, accounts=accounts, missing_files=known.missing_files)
