"""What is asked of a host after its table is shown: names of accounts, missing libraries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from gatepost.backend.host.host import Host
from gatepost.endpoints.configuration.accounts import TELLING_LANGUAGE, asks_for_domains, unnamed_sids
from gatepost.endpoints.configuration.session_configuration import Family, SessionConfiguration
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.models.endpoints.endpoint_row import EndpointRow
from gatepost.security import ADMINISTRATORS
from gatepost.session.change import Change
from gatepost.session.reading import HostUpdate, Update
from gatepost.work import WorkContext

_NAMES_AT_ONCE = 25  # accounts named before the table shows them
_MOST_NAMES = 500  # of one host, a request each; the others stay SIDs


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
        self._asked: set[str] = set()
        self._unnamed: tuple[str, ...] = ()
        self._configurations: tuple[SessionConfiguration, ...] = ()
        self._worked_out_for: tuple[object, ...] = ()
        self._libraries_known = False

    def begin(self) -> None:
        """Start again, after another reading."""
        self._libraries_known = False

    def ask_names_again(self) -> None:
        """Forget which names were asked for: the host was kept from answering."""
        self._asked.clear()

    def next(self, snapshot: HostSnapshot) -> FollowUp | None:
        """Return what to ask next, None where nothing is left: names first, then the libraries of PowerShell 6 and above."""
        sids = self.next_sids(snapshot)
        if sids:
            return FollowUp(Change.NAMES, snapshot, partial(_names, sids))
        files = sorted({c.filename for c in snapshot.configurations if c.family is Family.POWERSHELL})
        if self._libraries_known or not files:
            return None
        self._libraries_known = True
        return FollowUp(Change.SNAPSHOT, snapshot, partial(_missing_files, files))

    def next_sids(self, snapshot: HostSnapshot) -> tuple[str, ...]:
        """Return the next few SIDs without a name, and remember that they were asked for."""
        budget = max(0, min(_NAMES_AT_ONCE, _MOST_NAMES - len(self._asked)))
        sids = tuple(sid for sid in self._without_name(snapshot) if sid not in self._asked)[:budget]
        self._asked |= set(sids)
        return sids

    def _without_name(self, snapshot: HostSnapshot) -> tuple[str, ...]:
        """Go through the descriptors again only where that may give others: not for each few names that have come."""
        names, domains = snapshot.accounts.names, snapshot.accounts.domains
        read = (snapshot.root_sddl, domains, *map(names.get, TELLING_LANGUAGE))
        if read != self._worked_out_for or snapshot.configurations != self._configurations:
            self._worked_out_for, self._configurations = read, snapshot.configurations
            self._unnamed = unnamed_sids(snapshot)
        return tuple(sid for sid in self._unnamed if sid not in snapshot.accounts)


def _names(sids: tuple[str, ...], snapshot: HostSnapshot, host: Host, context: WorkContext) -> Update:
    """Ask for names, and first of all for the domains where the host has aliases of them."""
    names = host.account_names(sids, context)
    first = str(ADMINISTRATORS) in sids and asks_for_domains(snapshot)
    domains = host.domains() if first else snapshot.accounts.domains
    return lambda read: replace(read, accounts=replace(read.accounts.with_names(names), domains=domains))


def _missing_files(files: list[str], snapshot: HostSnapshot, host: Host, context: WorkContext) -> Update:
    """Ask which of these libraries are gone."""
    missing = host.missing_files(files, context)
    return lambda read: read if read.missing_files == missing else replace(read, missing_files=missing)
