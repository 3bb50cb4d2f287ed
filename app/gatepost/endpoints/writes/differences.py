"""Differences between states of an endpoint, row by row: what comparing, reverting and aligning work with.

A row has a value in each of two states. Where something was changed on two sides, it has that of their base as well.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache
from types import MappingProxyType

from gatepost.endpoints.configuration.endpoint_state import EndpointState
from gatepost.endpoints.configuration.session_configuration import SecurityNode
from gatepost.security import Ace, Acl, SecurityDescriptor, Sid, read_descriptor


class Part(Enum):
    """Part of an endpoint that differs, in the order of the rows.

    Entries come before the flags of their list: as long as it has entries, a list that was not there before cannot go.
    """

    ENABLED = "enabled"
    DESCRIPTOR = "descriptor"
    OWNER = "owner"
    GROUP = "group"
    ENTRY = "entry"
    AUDIT_ENTRY = "audit entry"
    ACCESS_LIST = "flags of the DACL"
    AUDIT_LIST = "flags of the SACL"
    ORDER = "order of the entries"
    AUDIT_ORDER = "order of the audit entries"
    SETTING = "setting"


_RANK = {part: rank for rank, part in enumerate(Part)}
_ORDERED = {Part.ORDER: Part.ENTRY, Part.AUDIT_ORDER: Part.AUDIT_ENTRY}


@dataclass(frozen=True, slots=True)
class DescriptorPlace:
    """Place of a descriptor: resource and URI in lower case; ``copy`` counts those of the same two from 0."""

    resource: str
    uri: str
    copy: int = 0


ENDPOINT = DescriptorPlace("", "")  # the endpoint itself


@dataclass(frozen=True, slots=True)
class ListFlags:
    """The settings of an ACL besides its entries."""

    protected: bool
    auto_inherit_req: bool
    auto_inherited: bool
    is_null: bool

    @classmethod
    def of(cls, acl: Acl) -> ListFlags:
        """Return those of a list."""
        return cls(acl.protected, acl.auto_inherit_req, acl.auto_inherited, acl.is_null)

    @property
    def letters(self) -> str:
        """The flags as SDDL writes them."""
        flags = (("P", self.protected), ("AR", self.auto_inherit_req), ("AI", self.auto_inherited))
        return "".join(word for word, is_set in flags if is_set)


@dataclass(frozen=True, slots=True)
class NumberedAce:
    """An entry; ``copy`` counts equal ones from 0."""

    ace: Ace
    copy: int = 0


EntryOrder = tuple[NumberedAce, ...]
# By part: Enabled; owner and group; flags of a list; an entry; their order; SDDL or the text of a setting.
Value = bool | Sid | ListFlags | NumberedAce | EntryOrder | str
FactKey = tuple[Part, NumberedAce | None]
Facts = Mapping[FactKey, Value]


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """One thing in which two states differ. ``before`` and ``after`` are None where it is absent.

    ``name`` is that of a setting, "" for everything else.
    """

    part: Part
    place: DescriptorPlace
    before: Value | None
    after: Value | None
    name: str = field(default="", kw_only=True)

    @property
    def entry(self) -> NumberedAce | None:
        """The entry that has come or gone, None for another row."""
        either = self.after if self.before is None else self.before
        return either if isinstance(either, NumberedAce) else None


@dataclass(frozen=True, slots=True)
class ThreeWayRow(DifferenceRow):
    """One thing in which ``theirs``, what the host has, differs from ``ours``, what it would be given."""

    base: Value | None  # what both come from

    @property
    def ours(self) -> Value | None:
        """What the host would be given."""
        return self.before

    @property
    def theirs(self) -> Value | None:
        """What the host has."""
        return self.after

    @property
    def is_unchanged(self) -> bool:
        """Whether the host still has what both come from."""
        return self.base == self.theirs


def rows(before: EndpointState, after: EndpointState) -> tuple[DifferenceRow, ...]:
    """Return everything in which two states differ: the endpoint itself first, then each descriptor."""
    differing = [DifferenceRow(Part.ENABLED, ENDPOINT, before.enabled, after.enabled)]
    for place, old, new in paired_nodes(before, after):
        differing += descriptor_rows(place, *(node.sddl if node else None for node in (old, new)))
    return tuple(row for row in differing if row.before != row.after)


def three_way_rows(base: EndpointState, ours: EndpointState, theirs: EndpointState) -> tuple[ThreeWayRow, ...]:
    """Return everything in which ``theirs`` differs from ``ours``, with what the ``base`` of both has."""
    sddls = {place: node.sddl for place, node in by_place(base).items()}
    return tuple(
        ThreeWayRow(row.part, row.place, row.before, row.after, _value_in(base, sddls.get(row.place), row))
        for row in rows(ours, theirs)
    )


def _value_in(state: EndpointState, sddl: str | None, row: DifferenceRow) -> Value | None:
    facts = _facts(sddl) or {}
    match row.part:
        case Part.ENABLED:
            return state.enabled
        case Part.DESCRIPTOR:
            return sddl
        case Part.ORDER | Part.AUDIT_ORDER if isinstance(row.before, tuple):
            return _order(row.part, facts, {(_ORDERED[row.part], entry) for entry in row.before})
    return facts.get((row.part, row.entry))


def paired_nodes(
    before: EndpointState, after: EndpointState
) -> Iterator[tuple[DescriptorPlace, SecurityNode | None, SecurityNode | None]]:
    """Return the descriptors of two states in pairs; None where one of them has nothing in that place."""
    old, new = by_place(before), by_place(after)
    for place in dict.fromkeys([*old, *new]):
        yield place, old.get(place), new.get(place)


def by_place(state: EndpointState) -> dict[DescriptorPlace, SecurityNode]:
    """Return the descriptors with their places, in document order."""
    counts: Counter[tuple[str, str]] = Counter()
    nodes: dict[DescriptorPlace, SecurityNode] = {}
    for node in state.descriptors:
        key = (node.resource_uri.lower(), node.uri.lower())
        nodes[DescriptorPlace(*key, counts[key])] = node
        counts[key] += 1
    return nodes


def numbered(aces: Iterable[Ace]) -> list[NumberedAce]:
    """Return the entries so that equal ones can be told apart."""
    counts: Counter[Ace] = Counter()
    entries: list[NumberedAce] = []
    for ace in aces:
        entries.append(NumberedAce(ace, counts[ace]))
        counts[ace] += 1
    return entries


def changed_entries(
    going: Iterable[NumberedAce], coming: Iterable[NumberedAce]
) -> list[tuple[NumberedAce | None, NumberedAce | None]]:
    """Pair the entries that go with those that come: one of the same account and the same kind has changed.

    The pairs are in the order of ``coming``; those without a partner that go are last.
    """
    waiting: defaultdict[object, deque[NumberedAce]] = defaultdict(deque)
    for entry in going:
        waiting[_topic(entry.ace)].append(entry)
    pairs: list[tuple[NumberedAce | None, NumberedAce | None]] = []
    for entry in coming:
        partners = waiting[_topic(entry.ace)]
        pairs.append((partners.popleft() if partners else None, entry))
    return [*pairs, *((entry, None) for entries in waiting.values() for entry in entries)]


def _topic(ace: Ace) -> object:
    return ace.sid, ace.is_allow, ace.is_deny, ace.is_inherited


def descriptor_rows(place: DescriptorPlace, before: str | None, after: str | None) -> list[DifferenceRow]:
    """Return the differences of one descriptor, given as SDDL, None where it is absent."""
    old, new = _facts(before), _facts(after)
    if old is None or new is None:  # new, gone, or beyond reading: it can be taken or left as a whole only
        return [DifferenceRow(Part.DESCRIPTOR, place, before, after)] if before != after else []
    if old is new:  # the same text
        return []
    keys = sorted(dict.fromkeys([*old, *new]), key=lambda key: _RANK[key[0]])
    differing = [DifferenceRow(key[0], place, old.get(key), new.get(key)) for key in keys]
    differing += [DifferenceRow(part, place, _order(part, old, new), _order(part, new, old)) for part in _ORDERED]
    return [row for row in differing if row.before != row.after]


def _order(part: Part, facts: Facts, others: Container[FactKey]) -> EntryOrder:
    """The entries of a list that are among others as well, in its order."""
    return tuple(key[1] for key in facts if key[0] is _ORDERED[part] and key[1] is not None and key in others)


@lru_cache(maxsize=1024)  # of a change of many endpoints, each of which is asked several times what it does
def _facts(sddl: str | None) -> Facts | None:
    """Return what can differ in a descriptor, the entries in their order; None where it is absent or beyond reading."""
    descriptor = None if sddl is None else read_descriptor(sddl)
    return None if descriptor is None else MappingProxyType(dict(_facts_of(descriptor)))


def _facts_of(descriptor: SecurityDescriptor) -> Iterator[tuple[FactKey, Value]]:
    for part, sid in ((Part.OWNER, descriptor.owner), (Part.GROUP, descriptor.group)):
        if sid is not None:
            yield (part, None), sid
    lists = (
        (Part.ACCESS_LIST, Part.ENTRY, descriptor.dacl),
        (Part.AUDIT_LIST, Part.AUDIT_ENTRY, descriptor.sacl),
    )
    for part, entry_part, acl in lists:
        if acl is not None:
            yield (part, None), ListFlags.of(acl)
            yield from (((entry_part, entry), entry) for entry in numbered(acl.aces))
