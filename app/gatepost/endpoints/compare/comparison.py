"""Comparison of two snapshots: which endpoints are the same, and where the others differ.

Endpoints are paired by name, descriptors by their URIs, entries by SID.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from itertools import groupby

from gatepost.endpoints.compare.spelling import respelled, respelled_state
from gatepost.endpoints.configuration.endpoint import Endpoint
from gatepost.endpoints.configuration.endpoint_state import EndpointState
from gatepost.endpoints.configuration.session_configuration import SecurityNode, SessionConfiguration
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.writes.differences import (
    ENDPOINT,
    DescriptorPlace,
    DifferenceRow,
    Part,
    Value,
    by_place,
    changed_entries,
    descriptor_rows,
    rows,
)
from gatepost.endpoints.writes.read_back import ADDED_ON_WRITE, attribute_value

_ROOT = DescriptorPlace("rootsddl", "")
_ORDERS = (Part.ORDER, Part.AUDIT_ORDER)
_DEFAULTS = {name.lower(): value for name, value in ADDED_ON_WRITE.items()}
_IDENTITY = {"name", "enabled"}  # compared by themselves


class ComparisonState(Enum):
    """Whether one endpoint is the same on both sides of a comparison."""

    SAME = "same"
    DIFFERENT = "different"
    ONLY_LEFT = "only left"
    ONLY_RIGHT = "only right"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: a row, or two for an entry whose rights have changed.

    The left side is the state before, the right side the one after.
    """

    rows: tuple[DifferenceRow, ...]

    @property
    def part(self) -> Part:
        """What it is about."""
        return self.rows[0].part

    @property
    def left(self) -> Value | None:
        """What the left side has, None where that is nothing."""
        return next((row.before for row in self.rows if row.before is not None), None)

    @property
    def right(self) -> Value | None:
        """What the right side has, None where that is nothing."""
        return next((row.after for row in self.rows if row.after is not None), None)


@dataclass(frozen=True, slots=True)
class EndpointComparison:
    """One endpoint on both sides, or on the one that has it."""

    name: str
    state: ComparisonState
    left: Endpoint | None
    right: Endpoint | None
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Comparison of two snapshots; ``root`` holds the differences of RootSDDL."""

    left: HostSnapshot
    right: HostSnapshot
    endpoints: tuple[EndpointComparison, ...]
    root: tuple[Difference, ...]

    def count(self, state: ComparisonState) -> int:
        """Return how many endpoints are alike in that way."""
        return sum(e.state is state for e in self.endpoints)


def compare(left: HostSnapshot, right: HostSnapshot, *, ignore_order: bool = False) -> Comparison:
    """Compare two snapshots. ``ignore_order``: entries in another order make no difference, whatever that changes."""
    endpoints = [
        _compare_endpoint(*pair, ignore_order=ignore_order) for pair in _pairs(left.endpoints, right.endpoints)
    ]
    root: tuple[Difference, ...] = ()
    if left.root_sddl and right.root_sddl:  # "" is not known
        own = respelled(left.root_sddl, left.accounts.domains, right.root_sddl, right.accounts.domains)
        root_rows = descriptor_rows(_ROOT, own, right.root_sddl)
        root = _differences(root_rows, ignore_order=ignore_order)
    return Comparison(left, right, tuple(endpoints), root)


def state_for(left: SessionConfiguration, right: SessionConfiguration) -> EndpointState:
    """Return the left side's state as the right side's document would hold it, with the places that are there."""
    own, other = by_place(EndpointState.of(left)), by_place(EndpointState.of(right))
    order = [place for place in other if place in own] + [place for place in own if place not in other]
    text = dict(right.attributes).get("Enabled", "") if left.enabled == right.enabled else str(left.enabled).lower()
    nodes = tuple(_moved(own[place], other.get(place), right.bare_resources) for place in order)
    return EndpointState(left.enabled, text, nodes)


def _moved(node: SecurityNode, other: SecurityNode | None, bare: tuple[str, ...]) -> SecurityNode:
    """The descriptor of a node in the other's place, or on the only resource that has none so far."""
    if other is not None:
        return replace(other, sddl=node.sddl)
    return SecurityNode(bare[0], bare[0], "", node.sddl) if len(bare) == 1 else node


def _pairs(
    left: tuple[Endpoint, ...], right: tuple[Endpoint, ...]
) -> Iterator[tuple[Endpoint | None, Endpoint | None]]:
    """Pair endpoints by exact name, those left over without regard to case; the order is that of the left side."""
    partner: dict[int, Endpoint] = {}
    free = list(right)
    keys: tuple[Callable[[Endpoint], str], ...] = (lambda c: c.name, lambda c: c.name.lower())
    for key in keys:
        by_key: defaultdict[str, deque[Endpoint]] = defaultdict(deque)
        for endpoint in free:
            by_key[key(endpoint)].append(endpoint)
        for number, endpoint in enumerate(left):
            if number not in partner and by_key[key(endpoint)]:
                partner[number] = by_key[key(endpoint)].popleft()
        taken = {id(c) for c in partner.values()}
        free = [c for c in free if id(c) not in taken]
    yield from ((endpoint, partner.get(number)) for number, endpoint in enumerate(left))
    yield from ((None, endpoint) for endpoint in free)


def _compare_endpoint(left: Endpoint | None, right: Endpoint | None, *, ignore_order: bool) -> EndpointComparison:
    if left is None or right is None:
        only = left or right
        assert only is not None
        return EndpointComparison(
            only.name, ComparisonState.ONLY_LEFT if left else ComparisonState.ONLY_RIGHT, left, right
        )
    own, other = state_for(left.configuration, right.configuration), EndpointState.of(right.configuration)
    own = respelled_state(own, left.domains, other, right.domains)
    differing = [*rows(own, other), *setting_rows(left.configuration, right.configuration)]
    differences = _differences(differing, ignore_order=ignore_order)
    state = ComparisonState.DIFFERENT if differences else ComparisonState.SAME
    return EndpointComparison(left.name, state, left, right, differences)


def _differences(rows: Iterable[DifferenceRow], *, ignore_order: bool) -> tuple[Difference, ...]:
    kept = (row for row in rows if not (ignore_order and row.part in _ORDERS))
    groups = groupby(kept, key=lambda row: (row.place, row.part))
    return tuple(difference for (_, part), group in groups for difference in _of_part(part, list(group)))


def _of_part(part: Part, group: list[DifferenceRow]) -> Iterator[Difference]:
    if part not in (Part.ENTRY, Part.AUDIT_ENTRY):
        yield from (Difference((row,)) for row in group)
        return
    by_entry = {row.entry: row for row in group if row.entry is not None}
    only_right = [entry for entry, row in by_entry.items() if row.before is None]
    only_left = [entry for entry, row in by_entry.items() if row.after is None]
    for right, left in changed_entries(only_right, only_left):  # in the order of the left side
        yield Difference(tuple(by_entry[each] for each in (left, right) if each is not None))


def setting_rows(left: SessionConfiguration, right: SessionConfiguration) -> Iterator[DifferenceRow]:
    """Return the settings that differ; what a host rewrites without changing its meaning makes no difference."""
    for prefix, l_values, r_values in (
        ("", _attributes(left), _attributes(right)),
        ("InitializationParameters/", left.parameters, right.parameters),
        ("Quotas/", left.quotas, right.quotas),
    ):
        yield from _rows(prefix, l_values, r_values)


def _attributes(configuration: SessionConfiguration) -> tuple[tuple[str, str], ...]:
    return tuple((k, v) for k, v in configuration.attributes if k.lower() not in _IDENTITY)


def _rows(prefix: str, left: Iterable[tuple[str, str]], right: Iterable[tuple[str, str]]) -> Iterator[DifferenceRow]:
    l_values, r_values = _by_name(left), _by_name(right)
    for key in dict.fromkeys([*l_values, *r_values]):
        default = _DEFAULTS.get(key) if not prefix else None
        name, l_value = l_values.get(key, (None, default))
        other_name, r_value = r_values.get(key, (None, default))
        if _comparable(prefix + key, l_value) != _comparable(prefix + key, r_value):
            yield DifferenceRow(Part.SETTING, ENDPOINT, l_value, r_value, name=prefix + (name or other_name or ""))


def _by_name(values: Iterable[tuple[str, str]]) -> dict[str, tuple[str, str]]:
    return {name.lower(): (name, value) for name, value in values}


def _comparable(name: str, value: str | None) -> str | None:
    if value is None:
        return None
    return value.lower() if value.lower() in ("true", "false") else attribute_value(name, value)
