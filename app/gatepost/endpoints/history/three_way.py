"""What an endpoint was, what was written, and what is there now: row by row, each to be taken back or left."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import Enum

from gatepost.endpoints.configuration.endpoint_state import DescriptorState, EndpointState
from gatepost.security import Ace, Acl, SecurityDescriptor, read_descriptor


class Part(Enum):
    """What of an endpoint a row is about."""

    ENABLED = "Enabled"
    DESCRIPTOR = "Descriptor"
    OWNER = "Owner"
    GROUP = "Group"
    ACCESS_LIST = "Access list"
    AUDIT_LIST = "Audit list"
    ENTRY = "Entry"
    ORDER = "Order of the entries"
    AUDIT_ENTRY = "Audit entry"
    AUDIT_ORDER = "Order of the audit entries"
    SETTING = "Setting"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a descriptor stands; ``copy`` counts those of one resource and URI from 0."""

    resource: str
    uri: str
    copy: int


ENDPOINT = Place("", "", 0)  # the endpoint itself


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that is not as it was. ``was``, ``wrote`` and ``now`` are None where it is absent.

    ``copy`` counts equal entries from 0.
    """

    part: Part
    place: Place
    was: str | None
    wrote: str | None
    now: str | None
    ace: Ace | None = None
    copy: int = 0

    @property
    def is_ours(self) -> bool:
        """Whether it still is as we wrote it: nobody else has touched it since."""
        return self.wrote == self.now


Entry = tuple[Ace | None, int]  # and which of equal ones, from 0
_Fact = tuple[Part, Ace | None, int]


def rows(was: EndpointState, wrote: EndpointState, now: EndpointState) -> tuple[Row, ...]:
    """Return everything in which ``now`` differs from ``was``, the endpoint itself first, then entry by entry."""
    found = [_row(Part.ENABLED, ENDPOINT, [str(state.enabled).lower() for state in (was, wrote, now)])]
    old, ours, new = (by_place(state) for state in (was, wrote, now))
    for place in dict.fromkeys([*old, *new]):
        found += _rows_at(place, old.get(place), ours.get(place), new.get(place))
    return tuple(row for row in found if row.was != row.now)


def by_place(state: EndpointState) -> dict[Place, DescriptorState]:
    """Return the descriptors with their places, in document order."""
    counts: Counter[tuple[str, str]] = Counter()
    found: dict[Place, DescriptorState] = {}
    for descriptor in state.descriptors:
        key = (descriptor.resource, descriptor.uri)
        found[Place(*key, counts[key])] = descriptor
        counts[key] += 1
    return found


def numbered(acl: Acl | None) -> list[Entry]:
    """Return the entries so that equal ones can be told apart."""
    counts: Counter[Ace] = Counter()
    found: list[Entry] = []
    for ace in acl.aces if acl is not None else ():
        found.append((ace, counts[ace]))
        counts[ace] += 1
    return found


def _rows_at(
    place: Place, was: DescriptorState | None, wrote: DescriptorState | None, now: DescriptorState | None
) -> list[Row]:
    old, ours, new = _read(was), _read(wrote), _read(now)
    if old is None or new is None:  # new, gone, or beyond reading: it can be taken or left as a whole only
        return [_row(Part.DESCRIPTOR, place, [d.sddl if d is not None else None for d in (was, wrote, now)])]
    facts = [_facts(sd) for sd in (old, ours, new)]
    keys = sorted(dict.fromkeys([*facts[0], *facts[2]]), key=lambda key: list(Part).index(key[0]))
    found = [_row(part, place, [f.get((part, ace, copy)) for f in facts], ace, copy) for part, ace, copy in keys]
    for part in (Part.ORDER, Part.AUDIT_ORDER):
        before, between, after = (_entries(sd, part) for sd in (old, ours, new))
        shared = [entry for entry in before if entry in after]
        found.append(_row(part, place, [_order(shared, entries) for entries in (before, between, after)]))
    return found


def _row(part: Part, place: Place, values: list[str | None] | list[str], ace: Ace | None = None, copy: int = 0) -> Row:
    was, wrote, now = values
    return Row(part, place, was, wrote, now, ace, copy)


def _entries(sd: SecurityDescriptor | None, part: Part) -> list[Entry]:
    if sd is None:
        return []
    return numbered(sd.dacl if part is Part.ORDER else sd.sacl)


def _order(shared: list[Entry], entries: list[Entry]) -> str:
    """The entries that are there before and now, by the numbers that they had before, in the order of ``entries``."""
    return " ".join(str(shared.index(entry) + 1) for entry in entries if entry in shared)


def _facts(sd: SecurityDescriptor | None) -> dict[_Fact, str]:
    facts: dict[_Fact, str] = {}
    if sd is None:
        return facts
    for part, sid in ((Part.OWNER, sd.owner), (Part.GROUP, sd.group)):
        if sid is not None:
            facts[part, None, 0] = str(sid)
    lists = ((Part.ACCESS_LIST, Part.ENTRY, sd.dacl), (Part.AUDIT_LIST, Part.AUDIT_ENTRY, sd.sacl))
    for part, entry_part, acl in lists:
        if acl is not None:
            facts[part, None, 0] = _settings(acl)
        for ace, copy in numbered(acl):
            facts[entry_part, ace, copy] = "present"
    return facts


def _settings(acl: Acl) -> str:
    flags = (("P", acl.protected), ("AR", acl.auto_inherit_req), ("AI", acl.auto_inherited), ("null", acl.is_null))
    return " ".join(word for word, is_set in flags if is_set) or "present"


def _read(descriptor: DescriptorState | None) -> SecurityDescriptor | None:
    return read_descriptor(descriptor.sddl) if descriptor is not None else None
