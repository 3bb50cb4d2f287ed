"""Can this caller open a session here, this way? Yes, no or unknown, with the entry that decides and what else stops it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from gatepost.endpoints.access.tokens import Caller, Origin
from gatepost.endpoints.configuration.access_mode import EXECUTE
from gatepost.endpoints.configuration.endpoint import Endpoint
from gatepost.endpoints.configuration.governing import Governing, is_inferred
from gatepost.endpoints.text import NOTHING, Text, text
from gatepost.security import (
    NO_ACCOUNTS,
    AccessBounds,
    Accounts,
    Ace,
    RightDecision,
    Why,
    access_bounds,
    ace_text,
    read_descriptor,
)


class Verdict(Enum):
    """UNKNOWN: it depends on a claim, a device or a domain that is not known here."""

    NO = "no"
    UNKNOWN = "unknown"
    YES = "yes"


@dataclass(frozen=True, slots=True)
class Deciding:
    """The entry that decides: 0-based position in the DACL of a Security node (0-based; None: of RootSDDL)."""

    node: int | None
    index: int
    ace: Ace


@dataclass(frozen=True, slots=True)
class AccessAnswer:
    """What comes of a try to get in.

    ``gate`` is what stops it outside the list of permissions; ``why`` and ``deciding`` then tell what the list would
    say. ``caution`` is said beside an answer that rests on something inferred.
    """

    origin: Origin
    verdict: Verdict
    why: Text
    deciding: Deciding | None = None
    gate: Text = NOTHING
    caution: Text = NOTHING


def can_get_in(endpoint: Endpoint, caller: Caller, origin: Origin, accounts: Accounts = NO_ACCOUNTS) -> AccessAnswer:
    """Decide for one caller and one way in. winrs runs commands without any endpoint: RootSDDL alone decides there."""
    if origin is Origin.WINRS:
        return _of_descriptors((Governing(None, endpoint.root_sddl),), caller, origin, accounts)
    answer = _of_descriptors(endpoint.governing, caller, origin, accounts)
    caution = NOTHING
    if is_inferred(endpoint.configuration):
        caution = text(
            "Its descriptors differ. That the most specific one decides is assumed, not confirmed on a host."
        )
    if endpoint.enabled:
        return AccessAnswer(origin, answer.verdict, answer.why, answer.deciding, caution=caution)
    return AccessAnswer(origin, Verdict.NO, answer.why, answer.deciding, text("The endpoint is disabled."), caution)


def _of_descriptors(all_of: tuple[Governing, ...], caller: Caller, origin: Origin, accounts: Accounts) -> AccessAnswer:
    """The worst answer of the descriptors: each of them has to allow."""
    answers = [_of_descriptor(one, caller, origin, accounts) for one in all_of]
    order = [Verdict.NO, Verdict.UNKNOWN, Verdict.YES]
    return min(answers, key=lambda answer: order.index(answer.verdict))


def _of_descriptor(one: Governing, caller: Caller, origin: Origin, accounts: Accounts) -> AccessAnswer:
    descriptor = read_descriptor(one.sddl)
    if descriptor is None:
        return AccessAnswer(origin, Verdict.UNKNOWN, text("The descriptor cannot be read."))
    bounds = access_bounds(descriptor, caller.token(origin), EXECUTE)
    verdict = {True: Verdict.YES, False: Verdict.NO, None: Verdict.UNKNOWN}[bounds.granted]
    right = _deciding_right(bounds)
    deciding = None
    if right.ace is not None and right.index is not None:
        deciding = Deciding(one.node, right.index, right.ace)
    return AccessAnswer(origin, verdict, _why(right, verdict, one, accounts), deciding)


def _deciding_right(bounds: AccessBounds) -> RightDecision:
    """What decided on Execute. Where the bounds differ, the open entry that makes the difference."""
    least, most = bounds.least.rights[0], bounds.most.rights[0]
    if bounds.granted is not None:
        return least
    first = [right for right in (least, most) if right.index is not None]
    return min(first, key=lambda right: right.index or 0)


def _why(right: RightDecision, verdict: Verdict, one: Governing, accounts: Accounts) -> Text:
    where = "RootSDDL: " if one.node is None else ""
    if right.ace is None or right.index is None:
        if right.why is Why.NO_DACL:
            return text(where + "There is no list of permissions, which lets anyone in.")
        if right.skipped:
            return text(where + "No entry that applies allows Execute(Invoke); a condition keeps one out.")
        return text(where + "No entry allows Execute(Invoke) to this caller.")
    said = {
        Verdict.YES: "Entry {number} lets them in. {entry}",
        Verdict.NO: "Entry {number} keeps them out. {entry}",
        Verdict.UNKNOWN: "It depends on whether entry {number} applies, which only the host can tell. {entry}",
    }[verdict]
    return text(where + said, number=right.index + 1, entry=ace_text(right.ace, accounts))
