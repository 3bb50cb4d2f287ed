"""What is asked of a host after its table is shown: names of accounts, missing libraries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from gatepost.backend.host.account_naming import AccountNaming, name_accounts
from gatepost.backend.host.host import Host
from gatepost.endpoints.configuration.session_configuration import Family
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.models.endpoints.endpoint_row import EndpointRow
from gatepost.session.reading import HostUpdate, Update
from gatepost.session.session_state import Change
from gatepost.work import WorkContext

_NAMES_AT_ONCE = 25  # accounts named before the table shows them


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One thing to ask about ``snapshot``; ``change`` is what the answer changes."""

    change: Change
    snapshot: HostSnapshot
    ask: Callable[[HostSnapshot, Host, WorkContext], Update]

    def run(self, rows: tuple[EndpointRow, ...], host: Host, context: WorkContext) -> HostUpdate:
        """Ask the host, in its lane, and work out the rows with what it answers; ``rows`` are those so far."""
        return HostUpdate.work_out(self.ask(self.snapshot, host, context), self.snapshot, rows, context)


class FollowUps:
    """What is still to be asked, a little at a time. What the host could not name once is not asked again."""

    def __init__(self) -> None:
        self._naming = AccountNaming()
        self._libraries_known = False

    def begin(self) -> None:
        """Start again, after another reading."""
        self._libraries_known = False

    def ask_names_again(self) -> None:
        """Forget which names were asked for: the host was kept from answering."""
        self._naming.ask_again()

    def next(self, snapshot: HostSnapshot) -> FollowUp | None:
        """Return what to ask next, None where nothing is left: names first, then the libraries of PowerShell 6 and above."""
        sids = self._naming.next_sids(snapshot, _NAMES_AT_ONCE)
        if sids:
            return FollowUp(Change.NAMES, snapshot, partial(name_accounts, sids))
        files = sorted({c.filename for c in snapshot.configurations if c.family is Family.POWERSHELL})
        if self._libraries_known or not files:
            return None
        self._libraries_known = True
        return FollowUp(Change.SNAPSHOT, snapshot, partial(_missing_files, files))


def _missing_files(files: list[str], snapshot: HostSnapshot, host: Host, context: WorkContext) -> Update:
    """Ask which of these libraries are gone."""
    missing = host.reader.missing_files(files, context)
    return lambda read: read if read.missing_files == missing else replace(read, missing_files=missing)
