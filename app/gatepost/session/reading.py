"""Reading of a host, with the rows of its table worked out in the same worker thread."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from gatepost.compute_slots import computing
from gatepost.endpoints.configuration.accounts import unnamed_sids
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.models.endpoints.endpoint_row import EndpointRow, endpoint_row
from gatepost.security import NO_ACCOUNTS, stopping_evaluation
from gatepost.session.host_source import HostSource
from gatepost.work import WorkContext

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class WithRows(Generic[_T]):
    """What was read of a host, and the rows of the table with it: as long as they are held, the window has them at once."""

    value: _T
    rows: tuple[EndpointRow, ...]


def read_host(source: HostSource, known: HostSnapshot | None, context: WorkContext) -> WithRows[HostSnapshot]:
    """Open a host and read it, in its lane; ``known`` is what was read before."""
    source.open(context)
    with computing():
        snapshot = source.read_snapshot(context)
        return WithRows(snapshot, work_out_rows(with_what_is_known(snapshot, known), context))


def with_what_is_known(snapshot: HostSnapshot, known: HostSnapshot | None) -> HostSnapshot:
    """Return a reading with the names and the missing libraries of an earlier one, until they are asked for again."""
    if known is None:
        return snapshot
    accounts = known.accounts if snapshot.accounts == NO_ACCOUNTS else snapshot.accounts  # a file has names of its own
    return replace(snapshot, accounts=accounts, missing_files=known.missing_files)


def work_out_rows(snapshot: HostSnapshot, context: WorkContext) -> tuple[EndpointRow, ...]:
    """Work the rows out in a worker thread: for hundreds of endpoints the window would stand still.

    Raises:
        Cancelled: cancellation was asked for, between two rows or in the middle of one.
    """
    rows: list[EndpointRow] = []
    with stopping_evaluation(context.token.check):
        for endpoint in snapshot.endpoints:
            context.token.check()
            rows.append(endpoint_row(endpoint, snapshot.accounts))
    unnamed_sids(snapshot)
    return tuple(rows)
