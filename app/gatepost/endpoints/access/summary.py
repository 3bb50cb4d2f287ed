"""Summary of access, in one line: the principals that are let in over the network and locally."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from gatepost.endpoints.access.candidate_tokens import CandidateTokens
from gatepost.endpoints.access.deciding_lists import DecidingLists
from gatepost.endpoints.access.tokens import EVERY_TOKEN, Origin
from gatepost.endpoints.configuration.endpoint import Endpoint
from gatepost.endpoints.text import ENDPOINTS, Text, listed
from gatepost.security import EVERYONE, INTERACTIVE, NETWORK, Accounts, Sid, StepBudget, TooComplexError
from gatepost.security.deciding_entries import DecidingEntry
from gatepost.security.sid import Sids

_MOST_NAMED = 20  # principals in a sentence


@dataclass(frozen=True, slots=True)
class AccessSummary:
    """Principals with which a token gets in that carries nothing else but what every token carries.

    ``anyone`` stands for a descriptor without a DACL, ``unknown`` for one that cannot be read. Of ``network`` and
    ``local``, ``network_conditional`` and ``local_conditional`` are those who get in that way only if a condition
    holds, of an entry or of the token's level, only outside Users, or only together with another one of them.
    ``others_denied``: some Deny for another account or group, or one under a condition, may stop those whom it fits, or an
    Allow asks that they aren't members of a group.
    ``complete`` False: the descriptors are too complex to evaluate completely; there may be others.
    """

    network: tuple[Sid, ...] = ()
    local: tuple[Sid, ...] = ()
    anyone: bool = False
    unknown: bool = False
    network_conditional: frozenset[Sid] = frozenset()
    local_conditional: frozenset[Sid] = frozenset()
    others_denied: bool = False
    complete: bool = True

    def admitted(self, origin: Origin) -> tuple[Sid, ...]:
        """Who gets in that way."""
        return self.local if origin is Origin.LOOPBACK else self.network

    @property
    def unconditional(self) -> tuple[Sid, ...]:
        """Who gets in without a condition, over the network or locally."""
        network = (sid for sid in self.network if sid not in self.network_conditional)
        local = (sid for sid in self.local if sid not in self.local_conditional)
        return tuple(dict.fromkeys(chain(network, local)))

    def admits_nobody(self, origin: Origin) -> bool:
        """Whether it is certain that no one gets in that way."""
        return self.complete and not (self.admitted(origin) or self.anyone or self.unknown)


def access_summary(endpoint: Endpoint) -> AccessSummary:
    """Return who is let in over the network and locally; nobody where the endpoint is disabled."""
    return _access_summary(DecidingLists.of(endpoint, Origin.NETWORK), DecidingLists.of(endpoint, Origin.LOOPBACK))


@lru_cache(maxsize=4096)
def _access_summary(network: DecidingLists, local: DecidingLists) -> AccessSummary:
    if network.unreadable:
        return AccessSummary(unknown=True)
    if network.open_to_anyone:
        return AccessSummary(anyone=True)
    by_network, by_local = _SummarySearch(network), _SummarySearch(local)
    by_network.run()
    by_local.run()
    return AccessSummary(
        tuple(by_network.found),
        tuple(by_local.found),
        network_conditional=by_network.conditional,
        local_conditional=by_local.conditional,
        others_denied=any(
            _may_stop(entry) for each in chain(network.lists, local.lists) for entry in each.entries or ()
        ),
        complete=by_network.complete and by_local.complete,
    )


class _SummarySearch:
    """Search for the principals that are admitted from one origin; ``found`` tells whether unconditionally."""

    def __init__(self, lists: DecidingLists) -> None:
        self._lists = lists
        self._budget = StepBudget()
        self.found: dict[Sid, bool] = {}
        self.complete = not lists.too_complex

    @property
    def conditional(self) -> frozenset[Sid]:
        """Those of ``found`` who are admitted only on a condition."""
        return frozenset(sid for sid, plainly in self.found.items() if not plainly)

    def run(self) -> None:
        """Fill ``found``, as far as the budget goes."""
        try:
            tokens = CandidateTokens(self._lists.lists, self._lists.origin, self._budget, guests_in_groups=True)
            for sids in tokens.allow_principals(self._lists.lists):
                self._try(tokens, sids)
        except TooComplexError:
            self.complete = False

    def _try(self, tokens: CandidateTokens, sids: Sids) -> None:
        if len(sids) > 1 and any(sid in self.found for sid in sids):
            return  # fewer are enough
        admitted = self._lists.admit(sids | EVERY_TOKEN, budget=self._budget)
        if admitted or self._on_a_condition(tokens, sids):
            needed = sids - EVERY_TOKEN  # of several, each gets in only together with the others
            for sid in sorted(sids, key=str) or [EVERYONE]:
                plainly = admitted and needed <= {sid} and not self._lists.limits
                self.found[sid] = plainly or self.found.get(sid, False)

    def _on_a_condition(self, tokens: CandidateTokens, sids: Sids) -> bool:
        supplements = tokens.supplements(sids)
        admitted = any(
            self._lists.admit(base | sids | more, supplements.favorable, self._budget)
            for more in supplements.groups
            for base in tokens.bases(sids)
        )
        self.complete = self.complete and (admitted or supplements.groups_sufficient)
        return admitted


def _may_stop(entry: DecidingEntry) -> bool:
    """Whether the entry denies accounts that a principal by itself doesn't name, or asks that they lack a group."""
    if entry.allow:
        return bool(entry.needs.groups) and not (entry.needs.claims or entry.needs.only_memberships)
    return entry.condition is not None or entry.sid not in (EVERYONE, NETWORK, INTERACTIVE)


def opens_when_enabled(endpoint: Endpoint) -> bool:
    """Whether anyone could come in over the network once the endpoint is enabled; True where that cannot be told."""
    return not access_summary(endpoint.when_enabled).admits_nobody(Origin.NETWORK)


def summary_text(entrants: AccessSummary, accounts: Accounts) -> Text:
    """Say who gets in, in one line."""
    if entrants.anyone:
        return ENDPOINTS.tr("Anyone can open a session: there is no DACL.")
    if entrants.unknown:
        return ENDPOINTS.tr("Who has access isn't known: a descriptor can't be read.")
    named = bool(entrants.network or entrants.local)
    if not entrants.complete and not named:
        return ENDPOINTS.tr("Who has access isn't known: the permissions are too complex to evaluate completely.")
    network = _people(entrants.network, entrants.network_conditional, accounts)
    local = _people(entrants.local, entrants.local_conditional, accounts)
    if not entrants.complete:
        return ENDPOINTS.tr(
            "Too complex to evaluate completely, so there may be others. Over the network: {network}. Locally: {local}.",
            network=network,
            local=local,
        )
    if entrants.others_denied and named:
        return ENDPOINTS.tr(
            "Unless another entry or a condition keeps them out: over the network, {network}; locally, {local}.",
            network=network,
            local=local,
        )
    return ENDPOINTS.tr("Over the network: {network}. Locally: {local}.", network=network, local=local)


def _people(sids: tuple[Sid, ...], conditional: frozenset[Sid], accounts: Accounts) -> Text:
    if not sids:
        return ENDPOINTS.tr("no one")
    people = [person(accounts.short_name_of(sid), on_condition=sid in conditional) for sid in sids[:_MOST_NAMED]]
    if len(sids) > _MOST_NAMED:
        people.append(ENDPOINTS.tr("%n other", "%n others", len(sids) - _MOST_NAMED))
    return listed(people)


def person(name: str, *, on_condition: bool) -> str | Text:
    """Say who has access, and whether only on a condition."""
    return ENDPOINTS.tr("{account} (conditional)", account=name) if on_condition else name
