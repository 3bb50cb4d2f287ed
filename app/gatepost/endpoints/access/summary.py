"""Who can open a session, in one line: the principals that are let in from the network and on the host itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from gatepost.endpoints.access.candidate_tokens import DecidingEntry, Lists, assumptions, memberships, openers
from gatepost.endpoints.access.tokens import EVERY_TOKEN, Origin
from gatepost.endpoints.configuration.endpoint import Endpoint
from gatepost.endpoints.text import Text, text
from gatepost.security import INTERACTIVE, NETWORK, Accounts, Sid


@dataclass(frozen=True, slots=True)
class Entrants:
    """Principals with which a token gets in that carries nothing else but what every token carries.

    ``anyone`` stands for a descriptor without a DACL, ``unknown`` for one that cannot be read; ``conditional``
    are those who get in only if a condition holds. ``others_denied``: some Deny for another account or group, or one
    under a condition, may stop whoever it fits.
    """

    network: tuple[Sid, ...] = ()
    local: tuple[Sid, ...] = ()
    anyone: bool = False
    unknown: bool = False
    conditional: frozenset[Sid] = frozenset()
    others_denied: bool = False

    def by(self, origin: Origin) -> tuple[Sid, ...]:
        """Who gets in that way."""
        return self.local if origin is Origin.LOOPBACK else self.network

    def nobody(self, origin: Origin) -> bool:
        """Whether it is certain that no one gets in that way."""
        return not (self.by(origin) or self.anyone or self.unknown)


def who_gets_in(endpoint: Endpoint) -> Entrants:
    """Return who is let in from the network and locally; nobody where the endpoint is disabled."""
    return _who(Lists.of(endpoint, Origin.NETWORK), Lists.of(endpoint, Origin.LOOPBACK))


@lru_cache(maxsize=4096)
def _who(network: Lists, local: Lists) -> Entrants:
    if network.unreadable:
        return Entrants(unknown=True)
    if network.open_to_anyone:
        return Entrants(anyone=True)
    by_network, by_local = _entrants(network), _entrants(local)
    plain = {sid for found in (by_network, by_local) for sid, plainly in found.items() if plainly}
    return Entrants(
        tuple(by_network),
        tuple(by_local),
        conditional=frozenset({*by_network, *by_local} - plain),
        others_denied=any(
            _may_stop(entry) for lists in (network, local) for entry in chain(*filter(None, lists.lists))
        ),
    )


def _entrants(lists: Lists) -> dict[Sid, bool]:
    """Who gets in, and whether without any condition that has to hold."""
    tries = [(more, assumed) for more in memberships(lists.lists) for assumed in assumptions(lists.lists)]
    found: dict[Sid, bool] = {}
    for sids in openers(lists.lists):
        plainly = lists.admit(sids)
        if plainly or any(lists.admit(sids | more, assumed) for more, assumed in tries):
            found |= {sid: plainly or found.get(sid, False) for sid in sids}
    return found


def _may_stop(entry: DecidingEntry) -> bool:
    """Whether the entry denies somebody of whom a principal by itself says nothing."""
    if entry.allow:
        return False
    return entry.condition is not None or entry.sid not in (NETWORK, INTERACTIVE, *EVERY_TOKEN)


def opens_when_enabled(endpoint: Endpoint) -> bool:
    """Whether somebody could come in from the network once the endpoint is enabled; True where that cannot be told."""
    return not who_gets_in(endpoint.when_enabled).nobody(Origin.NETWORK)


def sentence(entrants: Entrants, accounts: Accounts) -> Text:
    """Say who gets in, in one line."""
    if entrants.anyone:
        return text("Anyone can open a session: there is no list of permissions.")
    if entrants.unknown:
        return text("Who gets in cannot be told: a descriptor cannot be read.")
    but = (
        " Unless another entry denies them." if entrants.others_denied and (entrants.network or entrants.local) else ""
    )
    return text(
        "Network: {network}. On the host: {local}." + but,
        network=_people(entrants.network, entrants.conditional, accounts),
        local=_people(entrants.local, entrants.conditional, accounts),
    )


def _people(sids: tuple[Sid, ...], conditional: frozenset[Sid], accounts: Accounts) -> str:
    people = [accounts.short_name_of(sid) + (" (on a condition)" if sid in conditional else "") for sid in sids]
    return ", ".join(people) or "no one"
