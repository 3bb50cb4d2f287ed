"""Names for the SIDs of a host, asked for once the table is there, so that nobody waits for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from gatepost.backend.host.host import Host
from gatepost.endpoints.configuration.accounts import unnamed_sids
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.models.endpoints.table import endpoint_row
from gatepost.work import WorkContext

_NAMES_AT_ONCE = 25  # accounts named before the table shows them


class AccountNaming:
    """Which SIDs are still to be named. What the host could not name once is not asked again."""

    def __init__(self) -> None:
        self._asked: set[str] = set()

    def next_sids(self, snapshot: HostSnapshot) -> tuple[str, ...]:
        """Return the next few SIDs without a name, and remember that they were asked for."""
        sids = tuple(sid for sid in unnamed_sids(snapshot) if sid not in self._asked)[:_NAMES_AT_ONCE]
        self._asked |= set(sids)
        return sids

    def ask_again(self) -> None:
        """Forget what was asked for: the host was kept from answering."""
        self._asked.clear()


def read_names(snapshot: HostSnapshot, sids: tuple[str, ...], host: Host, context: WorkContext) -> Mapping[str, str]:
    """Ask a host for the names of accounts, in its lane."""
    names = host.account_names(sids, context)
    work_out_rows(replace(snapshot, accounts=snapshot.accounts.with_names(names)))
    return names


def work_out_rows(snapshot: HostSnapshot) -> None:
    """Work the rows out where nobody waits: for hundreds of endpoints the window would stand still."""
    for endpoint in snapshot.endpoints:
        endpoint_row(endpoint, snapshot.accounts)
    unnamed_sids(snapshot)
