"""What a look at the host says of a write: right after it, or later because nobody knows how it ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from operator import or_

from gatepost.endpoints.configuration.change_set import descriptor_key
from gatepost.endpoints.configuration.endpoint_state import DescriptorState, EndpointState
from gatepost.endpoints.configuration.journal_entry import JournalEntry
from gatepost.endpoints.configuration.report import Outcome, WriteOutcome
from gatepost.endpoints.moments import moment_of
from gatepost.endpoints.text import NOTHING, Text, text

# How long a host may still be carrying out a write that it was sent. Assumed; no document says it.
STILL_UNDER_WAY = timedelta(seconds=120)


class Found(Enum):
    """What the host shows, compared with the states before and after a write. PARTLY: some descriptors are as after."""

    AFTER = "after"
    BEFORE = "before"
    PARTLY = "partly"
    OTHER = "other"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Look:
    """What a reading of the host showed; ``remark`` is what else there is to say of it."""

    found: Found
    remark: Text = NOTHING


def look_at(now: EndpointState, before: EndpointState, after: EndpointState) -> Look:
    """Compare an endpoint with what it was and what was to be written."""
    if now.means(after):
        return Look(Found.AFTER)
    if now.means(before):
        return Look(Found.BEFORE)
    places = [_places(state) for state in (now, before, after)]
    if now.enabled != after.enabled or places[0] != places[1] or places[0] != places[2]:
        return Look(Found.OTHER)
    written = [_same(here, there) for here, there in zip(now.descriptors, after.descriptors, strict=True)]
    as_before = [_same(here, there) for here, there in zip(now.descriptors, before.descriptors, strict=True)]
    if not all(map(or_, written, as_before)):
        return Look(Found.OTHER)
    return Look(Found.PARTLY, _descriptors(after, written, as_before))


def may_be_under_way(entry: JournalEntry, found: Found, now: datetime) -> bool:
    """Tell whether it is too early to say that the write was not carried out. A time far ahead is no reason to wait."""
    started = moment_of(entry.started_at)
    waiting = found in (Found.BEFORE, Found.PARTLY)
    return waiting and started is not None and abs(now - started) < STILL_UNDER_WAY


def settled(entry: JournalEntry, look: Look) -> WriteOutcome:
    """Return what is known of a write after the host was read again, and no more than that."""
    outcome, message = _SAID[look.found]
    said = text("{message} {remark}", message=message, remark=look.remark) if look.remark is not NOTHING else message
    return WriteOutcome(entry.subject, outcome, said, fulfilled=outcome is Outcome.CHANGED)


def under_way(entry: JournalEntry) -> WriteOutcome:
    """Return what is said of a write that may still be carried out."""
    said = text("The host still shows the state before, but the write may be under way. Check again in two minutes.")
    return WriteOutcome(entry.subject, Outcome.UNKNOWN, said)


def _places(state: EndpointState) -> list[tuple[str, str]]:
    return [(descriptor.resource.lower(), descriptor.uri.lower()) for descriptor in state.descriptors]


def _same(one: DescriptorState, other: DescriptorState) -> bool:
    return descriptor_key(one.sddl) == descriptor_key(other.sddl)


def _descriptors(after: EndpointState, written: list[bool], as_before: list[bool]) -> Text:
    """Name each descriptor that was to change, written or not."""
    rows = list(zip(after.descriptors, written, as_before, strict=True))
    done = [d.uri or d.resource for d, is_written, was in rows if is_written and not was]
    missing = [d.uri or d.resource for d, is_written, _ in rows if not is_written]
    return text("Changed: {done}. Not changed: {missing}.", done=", ".join(done), missing=", ".join(missing))


_SAID: dict[Found, tuple[Outcome, Text]] = {
    Found.AFTER: (Outcome.CHANGED, text("Checked: the host shows the change.")),
    Found.BEFORE: (
        Outcome.UNCHANGED,
        text("Checked: the host shows the state before. It wasn't applied, or it was reverted since."),
    ),
    Found.PARTLY: (Outcome.PARTLY, text("Checked: the host shows a part of the change.")),
    Found.OTHER: (
        Outcome.UNKNOWN,
        text("Checked: the host shows neither the state before nor the change. It was changed again since."),
    ),
    Found.GONE: (Outcome.UNKNOWN, text("Checked: it is no longer on the host.")),
}
