"""Naming the accounts of one host, a few at a time: which SIDs to ask for next, and asking."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from gatepost.backend.host.host import Host
from gatepost.endpoints.configuration.principal import named_sids
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.security import ADMINISTRATORS, Sid, well_known_name
from gatepost.security.sid import FOREST_ALIASES
from gatepost.work import WorkContext

MOST_NAMES = 500  # of one host, a request each; the others stay SIDs
# Some languages have the English name for one of them: Dutch says Administrators and Gebruikers.
TELLING_LANGUAGE = (str(ADMINISTRATORS), "S-1-5-32-545")
_ENGLISH = {sid: well_known_name(Sid.parse(sid)) for sid in TELLING_LANGUAGE}


class AccountNaming:
    """Which SIDs of a host to ask for next. What the host could not name once is not asked again."""

    def __init__(self) -> None:
        self._asked: set[str] = set()
        self._unnamed: tuple[str, ...] = ()
        self._not_looked_at: Iterator[str] = iter(())
        self._worked_out_for: tuple[object, ...] = ()

    def next_sids(self, snapshot: HostSnapshot, at_once: int) -> tuple[str, ...]:
        """Return the next few SIDs without a name, and remember that they were asked for."""
        self._look_for_others(snapshot)
        budget = max(0, min(at_once, MOST_NAMES - len(self._asked)))
        sids = tuple(islice((sid for sid in self._not_looked_at if self._is_to_ask(sid, snapshot)), budget))
        self._asked |= set(sids)
        return sids

    def left(self, snapshot: HostSnapshot) -> int:
        """Return how many SIDs without a name were not asked for."""
        self._look_for_others(snapshot)
        return sum(self._is_to_ask(sid, snapshot) for sid in self._unnamed)

    def ask_again(self) -> None:
        """Forget which SIDs were asked for: the host was kept from answering."""
        self._asked.clear()
        self._not_looked_at = iter(self._unnamed)

    def _is_to_ask(self, sid: str, snapshot: HostSnapshot) -> bool:
        return sid not in snapshot.accounts and sid not in self._asked

    def _look_for_others(self, snapshot: HostSnapshot) -> None:
        """Go through the descriptors again only where that may give others: not for each few names that have come."""
        names, domains = snapshot.accounts.names, snapshot.accounts.domains
        read = (snapshot.root_sddl, domains, *map(names.get, TELLING_LANGUAGE), snapshot.configurations)
        if read != self._worked_out_for:
            self._worked_out_for = read
            self._unnamed = unnamed_sids(snapshot)
            self._not_looked_at = iter(self._unnamed)


def with_domains(snapshot: HostSnapshot, host: Host) -> HostSnapshot:
    """Ask for the domains where the host has aliases of them."""
    if not asks_for_domains(snapshot):
        return snapshot
    return replace(snapshot, accounts=replace(snapshot.accounts, domains=host.principals.domains()))


def name_accounts(
    sids: Sequence[str], snapshot: HostSnapshot, host: Host, context: WorkContext
) -> Callable[[HostSnapshot], HostSnapshot]:
    """Ask for names, and where Administrators is among the SIDs, as in the first request of a host, for the domains before.

    Returns what puts the answers into a snapshot, which may have learned something else meanwhile.
    """
    domains = (with_domains(snapshot, host) if str(ADMINISTRATORS) in sids else snapshot).accounts.domains
    names = host.principals.names(sids, context)
    return lambda read: replace(read, accounts=replace(read.accounts.with_names(names), domains=domains))


def unnamed_sids(snapshot: HostSnapshot) -> tuple[str, ...]:
    """Return the SIDs in the descriptors, conditions and RootSDDL included, that have no name yet, each once, in order.

    Administrators and Users tell whether the host speaks English. Where it does not, it is asked for the well-known ones
    too.
    """
    unnamed: dict[str, None] = dict.fromkeys(TELLING_LANGUAGE)
    sids = [sid for sddl in _sddls(snapshot) for sid in named_sids(sddl)]
    names = snapshot.accounts.names
    speaks_english = all(names.get(sid, english) == english for sid, english in _ENGLISH.items())
    for sid in sids:
        resolved = snapshot.accounts.resolved(sid)
        if resolved.alias is None and resolved.sub_authorities and not (speaks_english and well_known_name(resolved)):
            unnamed[str(resolved)] = None
    return tuple(sid for sid in unnamed if sid not in snapshot.accounts)


def asks_for_domains(snapshot: HostSnapshot) -> bool:
    """Whether a descriptor names an account of the host, or of its domain, by an alias whose domain is not known."""
    domains = snapshot.accounts.domains
    aliases = {sid for sddl in _sddls(snapshot) for sid in named_sids(sddl) if sid.alias is not None}
    return any(domains.of(sid) is None and sid.alias not in FOREST_ALIASES for sid in aliases)


def _sddls(snapshot: HostSnapshot) -> Iterable[str]:
    own = (sddl for endpoint in snapshot.endpoints for sddl in endpoint.sddls)
    return dict.fromkeys([*own, snapshot.root_sddl])
