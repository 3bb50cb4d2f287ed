"""Effective access: whether an account can open a session here from one origin, with the entry that decides.

And the host's own answer beside the computed one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum

from gatepost.endpoints.access.tokens import EVERY_TOKEN, AccountToken, Origin
from gatepost.endpoints.configuration.access_mode import EXECUTE
from gatepost.endpoints.configuration.endpoint import Endpoint, Governing, is_inferred
from gatepost.endpoints.entry_text import entry_text
from gatepost.endpoints.text import ENDPOINTS, NOTHING, Text
from gatepost.security import (
    INTERACTIVE,
    NETWORK,
    NO_ACCOUNTS,
    Accounts,
    HostDomains,
    SecurityDescriptor,
    Sid,
    TooComplexError,
    TruthValue,
    dacl_entries,
    read_in_domains,
)
from gatepost.security.access_check import AccessBounds, AccessDecision, RightReason, access_bounds
from gatepost.security.conditions.needs import needs_of_text
from gatepost.security.deciding_entries import limiting_aces


class Verdict(Enum):
    """From no to yes. UNKNOWN: it depends on a claim, a device or a domain that is not known here.

    NO_UNLESS and YES_UNLESS: not all groups of the account are known, and one of them may be allowed, or denied.
    """

    NO = "no"
    NO_UNLESS = "no, unless one of its groups allows it"
    UNKNOWN = "unknown"
    YES_UNLESS = "yes, unless one of its groups is denied"
    YES = "yes"

    @property
    def answer(self) -> TruthValue:
        """Yes or no, as far as the account is known."""
        return _ANSWERS[self]


_FROM_NO_TO_YES = list(Verdict)
_ANSWERS = {
    Verdict.NO: TruthValue.FALSE,
    Verdict.NO_UNLESS: TruthValue.FALSE,
    Verdict.UNKNOWN: TruthValue.UNKNOWN,
    Verdict.YES_UNLESS: TruthValue.TRUE,
    Verdict.YES: TruthValue.TRUE,
}
_VERDICTS = {TruthValue.TRUE: Verdict.YES, TruthValue.FALSE: Verdict.NO, TruthValue.UNKNOWN: Verdict.UNKNOWN}


@dataclass(frozen=True, slots=True)
class Deciding:
    """The entry that decides: 0-based position in the DACL of a Security node (0-based; None: of RootSDDL)."""

    descriptor_index: int | None
    index: int


@dataclass(frozen=True, slots=True)
class AccessAnswer:
    """Effective access of one account: the verdict, and what decides it.

    ``blocked_by`` is what stops it outside the list of permissions; ``why`` and ``deciding`` then tell what the list
    would say. ``note`` is said beside an answer that rests on something inferred.
    """

    origin: Origin
    verdict: Verdict
    why: Text
    deciding: Deciding | None = None
    blocked_by: Text = NOTHING
    note: Text = NOTHING


def effective_access(
    endpoint: Endpoint, account_token: AccountToken, origin: Origin, accounts: Accounts = NO_ACCOUNTS
) -> AccessAnswer:
    """Decide for one account and one origin: each of the governing descriptors has to allow.

    winrs runs commands without any endpoint: RootSDDL alone decides there.
    """
    governing = (Governing(None, endpoint.root_sddl),) if origin is Origin.WINRS else endpoint.governing
    answers = [_of_descriptor(each, endpoint.domains, account_token, origin, accounts) for each in governing]
    answer = min(answers, key=lambda each: _FROM_NO_TO_YES.index(each.verdict))
    if origin is Origin.WINRS:
        return answer
    note = NOTHING
    if is_inferred(endpoint.configuration):
        note = ENDPOINTS.tr(
            "The endpoint's descriptors differ. Gatepost assumes that the most specific one decides; this hasn't been "
            "confirmed on a real host."
        )
    if endpoint.enabled:
        return replace(answer, note=note)
    return replace(answer, verdict=Verdict.NO, blocked_by=ENDPOINTS.tr("The endpoint is disabled."), note=note)


def _of_descriptor(
    governing: Governing, domains: HostDomains, account_token: AccountToken, origin: Origin, accounts: Accounts
) -> AccessAnswer:
    descriptor = read_in_domains(governing.sddl, domains)
    if descriptor is None:
        return AccessAnswer(origin, Verdict.UNKNOWN, ENDPOINTS.tr("The descriptor can't be read."))
    try:
        verdict, right = _decided(descriptor, account_token, origin)
    except TooComplexError:
        return AccessAnswer(
            origin, Verdict.UNKNOWN, ENDPOINTS.tr("The permissions are too complex to evaluate completely.")
        )
    if verdict.answer is not TruthValue.FALSE and limiting_aces(descriptor.sacl):
        return AccessAnswer(origin, Verdict.UNKNOWN, _said_of(governing, _LIMITED))
    deciding = Deciding(governing.descriptor_index, right.entry.index) if right.entry is not None else None
    return AccessAnswer(origin, verdict, _why(right, verdict, governing, accounts), deciding)


def _decided(
    descriptor: SecurityDescriptor, account_token: AccountToken, origin: Origin
) -> tuple[Verdict, AccessDecision]:
    """The verdict, and what decided on Execute: of an account in part unknown, the entry that could change it."""
    bounds = access_bounds(descriptor, replace(account_token, groups_known=True).token(origin), EXECUTE)
    verdict = _VERDICTS[bounds.granted]
    if account_token.groups_known or verdict is Verdict.UNKNOWN:
        return verdict, _deciding_right(bounds)
    any_groups = access_bounds(descriptor, account_token.token(origin), EXECUTE)
    if verdict is Verdict.NO and any_groups.most.granted:
        return Verdict.NO_UNLESS, any_groups.most
    if verdict is Verdict.YES and not any_groups.least.granted:
        return Verdict.YES_UNLESS, any_groups.least
    return verdict, _deciding_right(bounds)


def _deciding_right(bounds: AccessBounds) -> AccessDecision:
    """What decided on Execute. Where the bounds differ, the open entry that makes the difference."""
    least, most = bounds.least, bounds.most
    if bounds.granted is not TruthValue.UNKNOWN:
        return least
    first = [right for right in (least, most) if right.entry is not None]
    return min(first, key=lambda right: right.entry.index if right.entry is not None else 0)


def _why(right: AccessDecision, verdict: Verdict, governing: Governing, accounts: Accounts) -> Text:
    if right.entry is None:
        sentence = _WITHOUT_ENTRY.get(right.why, _ONLY_ON_A_CONDITION if right.skipped else _NO_ENTRY)
        if verdict is Verdict.NO_UNLESS:  # there is no DACL either, but for the label
            sentence = _WITHOUT_ENTRY[RightReason.LABEL]
        return _said_of(governing, sentence)
    entry = entry_text(right.entry.ace, accounts)
    return _said_of(governing, _BY_ENTRY[verdict].filled(number=right.entry.index + 1, entry=entry))


def _said_of(governing: Governing, sentence: Text) -> Text:
    return ENDPOINTS.tr("RootSDDL: {said}", said=sentence) if governing.descriptor_index is None else sentence


_NO_ENTRY = ENDPOINTS.tr("No entry allows Execute(Invoke) to this account.")
_LIMITED = ENDPOINTS.tr(
    "The DACL allows it or might, but the SACL has a process trust label, a central access policy or an access filter: only "
    "the host can tell."
)
_ONLY_ON_A_CONDITION = ENDPOINTS.tr(
    "No applicable entry allows Execute(Invoke). One entry would, but its condition isn't met."
)
_WITHOUT_ENTRY = {
    RightReason.NO_DACL: ENDPOINTS.tr("There is no DACL, so anyone has access."),
    RightReason.LABEL: ENDPOINTS.tr(
        "The mandatory label denies accounts with a lower integrity level. Only administrators have a high one."
    ),
}
_BY_ENTRY = {
    Verdict.YES: ENDPOINTS.tr("Allowed by entry {number}: {entry}"),
    Verdict.NO: ENDPOINTS.tr("Denied by entry {number}: {entry}"),
    Verdict.UNKNOWN: ENDPOINTS.tr("Depends on whether entry {number} applies, which only the host can tell: {entry}"),
    Verdict.NO_UNLESS: ENDPOINTS.tr(
        "Not all groups of the account are known. Entry {number} would allow members of its group: {entry}"
    ),
    Verdict.YES_UNLESS: ENDPOINTS.tr(
        "Not all groups of the account are known. Entry {number} would deny members of its group: {entry}"
    ),
}


def named_principals(endpoints: Iterable[Endpoint]) -> tuple[Sid, ...]:
    """Return the principals that the descriptors of endpoints name: in order, conditions included, each once.

    Those that every token or its logon carries are left out.
    """
    sids: dict[Sid, None] = {}
    everywhere = dict.fromkeys((sddl, endpoint.domains) for endpoint in endpoints for sddl in endpoint.sddls)
    for sddl, domains in everywhere:
        for ace in dacl_entries(sddl, domains):
            if ace.is_allow or ace.is_deny:
                sids |= dict.fromkeys((ace.sid, *sorted(needs_of_text(ace.condition or "").groups, key=str)))
    return tuple(sid for sid in sids if sid not in EVERY_TOKEN | {NETWORK, INTERACTIVE})


@dataclass(frozen=True, slots=True)
class SessionTestResult:
    """Result of opening a real session. UNKNOWN: the host said neither yes nor no.

    ``left_open`` is said where a session may have stayed open on the host.
    """

    verdict: Verdict
    said: Text
    left_open: Text = NOTHING


def compared(proof: Verdict, computed: Verdict) -> Text:
    """Say whether the host and the computation agree, and what a difference may mean."""
    if TruthValue.UNKNOWN in (proof.answer, computed.answer):
        return ENDPOINTS.tr("The answers can't be compared: one is neither yes nor no.")
    if proof.answer is computed.answer:
        return ENDPOINTS.tr("The computed answer is the same.")
    if proof is Verdict.YES:
        return ENDPOINTS.tr(
            "The computed answer is no. Your account might be in a group that isn't known here, or the host might "
            "have changed since it was read. Refresh to compare again."
        )
    return ENDPOINTS.tr(
        "The computed answer is yes. A Deny might apply to one of your groups that isn't known here, the host might "
        "have changed since it was read, or something other than the permissions prevents the session."
    )
