"""What is asked of a host once its table is there, so that nobody waits for it: names, libraries, and the rows with them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from gatepost.backend.host.host import Host
from gatepost.endpoints.configuration.accounts import asks_for_domains, unnamed_sids
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.models.endpoints.table import EndpointRow, endpoint_row
from gatepost.security import ADMINISTRATORS, Accounts, stopping_evaluation
from gatepost.work import WorkContext

_T = TypeVar("_T")
_NAMES_AT_ONCE = 25  # accounts named before the table shows them
_MOST_NAMES = 500  # of one host, a request each; the others stay SIDs


class AccountNaming:
    """Queue of SIDs that are still to be named. What the host could not name once is not asked again."""

    def __init__(self) -> None:
        self._asked: set[str] = set()

    def next_sids(self, snapshot: HostSnapshot) -> tuple[str, ...]:
        """Return the next few SIDs without a name, and remember that they were asked for."""
        left = max(0, min(_NAMES_AT_ONCE, _MOST_NAMES - len(self._asked)))
        sids = tuple(sid for sid in unnamed_sids(snapshot) if sid not in self._asked)[:left]
        self._asked |= set(sids)
        return sids

    def ask_again(self) -> None:
        """Forget what was asked for: the host was kept from answering."""
        self._asked.clear()


@dataclass(frozen=True, slots=True)
class WithRows(Generic[_T]):
    """What was read of a host, and the rows of the table with it: as long as they are held, the window has them at once."""

    value: _T
    rows: tuple[EndpointRow, ...]


def read_names(snapshot: HostSnapshot, sids: tuple[str, ...], host: Host, context: WorkContext) -> WithRows[Accounts]:
    """Ask a host for the names of accounts, in its lane, and first of all for its domains where it has aliases of them."""
    accounts = snapshot.accounts.with_names(host.account_names(sids, context))
    if str(ADMINISTRATORS) in sids and asks_for_domains(snapshot):
        accounts = replace(accounts, domains=host.domains())
    return WithRows(accounts, work_out_rows(replace(snapshot, accounts=accounts), context))


def read_missing_files(
    snapshot: HostSnapshot, files: list[str], host: Host, context: WorkContext
) -> WithRows[frozenset[str]]:
    """Ask a host which of these files are gone, in its lane."""
    missing = host.missing_files(files, context)
    return WithRows(missing, work_out_rows(replace(snapshot, missing_files=missing), context))


def work_out_rows(snapshot: HostSnapshot, context: WorkContext) -> tuple[EndpointRow, ...]:
    """Work the rows out where nobody waits: for hundreds of endpoints the window would stand still.

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
