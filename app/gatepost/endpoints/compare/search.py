"""Search over all hosts that have been read: Deny entries, endpoints that a principal can open, findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from gatepost.endpoints.access.effective_access import Verdict, effective_access
from gatepost.endpoints.access.findings import Severity, findings
from gatepost.endpoints.access.tokens import SESSION_ORIGINS, AccountToken, Origin, usual_groups
from gatepost.endpoints.configuration.endpoint import Endpoint
from gatepost.endpoints.configuration.principal import meant_by
from gatepost.endpoints.configuration.snapshot import HostIdentity, HostSnapshot
from gatepost.endpoints.entry_text import entry_text
from gatepost.endpoints.text import ENDPOINTS, Text
from gatepost.endpoints.visible import one_line
from gatepost.security import Accounts, Ace, Sid, dacl_entries, well_known_name
from gatepost.security.sid import sid_from_sddl

ROOT_SDDL = "RootSDDL"


class SearchKind(Enum):
    """Kind of a search."""

    DENIES = "denies"
    ENTRIES = "entries"
    CAN_OPEN = "can open"
    FINDINGS = "findings"


@dataclass(frozen=True, slots=True)
class Query:
    """``words`` all have to be in a hit, in any case; of CAN_OPEN they are the principal, by name, SID or alias."""

    kind: SearchKind
    words: str = ""


class HitMeaning(Enum):
    """Meaning of a hit."""

    ALLOW = auto()
    DENY = auto()
    WARNING = auto()  # or it is not known
    NEUTRAL = auto()


@dataclass(frozen=True, slots=True)
class Hit:
    """One search result. ``endpoint`` is "" for RootSDDL.

    ``other_names`` are searched and not shown: what English calls the principal, its SID, and the accounts that an alias
    may stand for where its domain is not known. ``entry_position`` is where the entry stands: the number of its
    descriptor and its number in the list, both from 0.
    """

    host: HostIdentity
    endpoint: str
    what: Text
    entry: Text
    meaning: HitMeaning
    other_names: str = ""
    entry_position: tuple[int, int] | None = None


def search_steps(
    snapshot: HostSnapshot, query: Query, elsewhere: tuple[Sid, ...] = (), to_text: Callable[[Text], str] = str
) -> Iterator[tuple[Hit, ...]]:
    """Give what one host holds of it, one endpoint at a step, for callers that must not be away for long.

    CAN_OPEN takes the principal for an account, and for a group at once. In what other groups it is isn't known
    here: where one of them may let it in, the hit says so. ``elsewhere`` is whom other hosts take the words for, which
    counts where this host has not named them: an account without an entry of its own gets in by one for everybody.
    ``to_text`` is how the window shows a text: words are looked for in that and in English.
    """
    kind = query.kind
    if kind is SearchKind.CAN_OPEN:
        sids = principals(snapshot, query.words) or elsewhere
        for endpoint in snapshot.endpoints:
            yield tuple(_can_open(snapshot, endpoint, sids))
        return
    words = one_line(query.words).lower().split()
    for endpoint in snapshot.endpoints:
        if kind is SearchKind.FINDINGS:
            yield _with_words(_findings(snapshot, endpoint), words, to_text)
        else:
            yield _with_words(_entries(snapshot, endpoint.name, endpoint.configuration.sddls, kind), words, to_text)
    if kind is not SearchKind.FINDINGS:
        yield _with_words(_entries(snapshot, "", [snapshot.root_sddl], kind), words, to_text)


def principals(snapshot: HostSnapshot, typed: str) -> tuple[Sid, ...]:
    """Return whom the words mean on one host, as far as it has named its accounts."""
    accounts = snapshot.accounts
    principals_meant = meant_by(typed, accounts) if typed.strip() else ()
    return tuple(dict.fromkeys(accounts.resolved(sid_from_sddl(each.sid)) for each in principals_meant))


def _with_words(hits: Iterable[Hit], words: list[str], to_text: Callable[[Text], str]) -> tuple[Hit, ...]:
    if not words:
        return tuple(hits)

    def line(hit: Hit) -> str:
        shown = f"{to_text(hit.what)} {to_text(hit.entry)}" if to_text is not str else ""
        return f"{hit.host.name} {hit.endpoint} {hit.what} {hit.entry} {hit.other_names} {shown}"

    return tuple(hit for hit in hits if all(word in one_line(line(hit)).lower() for word in words))


def _entries(snapshot: HostSnapshot, endpoint: str, sddls: Iterable[str], kind: SearchKind) -> Iterator[Hit]:
    for descriptor_index, sddl in enumerate(sddls):
        for number, ace in enumerate(dacl_entries(sddl)):
            if ace.is_deny or kind is SearchKind.ENTRIES:
                yield _entry(snapshot, endpoint, ace, (descriptor_index, number))


def _entry(snapshot: HostSnapshot, endpoint: str, ace: Ace, entry_position: tuple[int, int]) -> Hit:
    if ace.is_deny:
        what, meaning = ENDPOINTS.tr("Deny"), HitMeaning.DENY
    elif ace.is_allow:
        what, meaning = ENDPOINTS.tr("Allow"), HitMeaning.ALLOW
    else:
        what, meaning = ENDPOINTS.tr("Other entry"), HitMeaning.NEUTRAL
    entry = entry_text(ace, snapshot.accounts)
    return Hit(snapshot.host, endpoint, what, entry, meaning, _other_names(ace.sid, snapshot.accounts), entry_position)


def _other_names(sid: Sid, accounts: Accounts) -> str:
    return " ".join((well_known_name(sid) or "", str(accounts.resolved(sid)), *accounts.possible_names(sid)))


def _can_open(snapshot: HostSnapshot, endpoint: Endpoint, sids: Iterable[Sid]) -> Iterator[Hit]:
    for sid in sids:
        account_token = AccountToken(usual_groups(sid) | {sid}, user=sid, groups_known=False)
        for origin in SESSION_ORIGINS:
            answer = effective_access(endpoint, account_token, origin, snapshot.accounts)
            if answer.verdict is not Verdict.NO:
                what, meaning = _how_sure(answer.verdict, origin)
                entry = answer.deciding
                entry_position = (
                    (entry.descriptor_index, entry.index)
                    if entry is not None and entry.descriptor_index is not None
                    else None
                )
                yield Hit(snapshot.host, endpoint.name, what, answer.why, meaning, entry_position=entry_position)


def _how_sure(verdict: Verdict, origin: Origin) -> tuple[Text, HitMeaning]:
    """What is said of an account that can open an endpoint, or might."""
    match verdict:
        case Verdict.YES:
            return origin.words, HitMeaning.ALLOW
        case Verdict.YES_UNLESS:
            return ENDPOINTS.tr("{way}, unless one of its groups is denied", way=origin.words), HitMeaning.ALLOW
        case Verdict.NO_UNLESS:
            return ENDPOINTS.tr("{way}: no, unless one of its groups is allowed", way=origin.words), HitMeaning.NEUTRAL
        case _:
            return ENDPOINTS.tr("{way}: not known", way=origin.words), HitMeaning.WARNING


def _findings(snapshot: HostSnapshot, endpoint: Endpoint) -> Iterator[Hit]:
    for finding in findings(endpoint, snapshot.accounts):
        warns = finding.severity is Severity.WARNING
        what = ENDPOINTS.tr("Warning") if warns else ENDPOINTS.tr("Information")
        meaning = HitMeaning.WARNING if warns else HitMeaning.NEUTRAL
        yield Hit(snapshot.host, endpoint.name, what, finding.text, meaning)
