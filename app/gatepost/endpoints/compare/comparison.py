"""Two snapshots side by side: which endpoints are the same, and where the others differ.

Endpoints are paired by name, descriptors by their URIs, entries by SID.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from gatepost.endpoints.compare.differences import Difference, descriptor_differences, endpoint_differences
from gatepost.endpoints.configuration.access_mode import AccessReading
from gatepost.endpoints.configuration.endpoint import Endpoint
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.configuration.snapshot import HostSnapshot


class Likeness(Enum):
    """How the two sides of one endpoint stand to each other."""

    SAME = "same"
    DIFFERENT = "different"
    ONLY_LEFT = "only left"
    ONLY_RIGHT = "only right"


@dataclass(frozen=True, slots=True)
class EndpointComparison:
    """One endpoint on both sides, or on the one that has it."""

    name: str
    likeness: Likeness
    left: SessionConfiguration | None
    right: SessionConfiguration | None
    left_mode: AccessReading | None
    right_mode: AccessReading | None
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything about two snapshots; ``root`` holds the differences of RootSDDL."""

    left: HostSnapshot
    right: HostSnapshot
    endpoints: tuple[EndpointComparison, ...]
    root: tuple[Difference, ...]

    def count(self, likeness: Likeness) -> int:
        """Return how many endpoints are alike in that way."""
        return sum(e.likeness is likeness for e in self.endpoints)


def compare(left: HostSnapshot, right: HostSnapshot, ignore_order: bool = False) -> Comparison:
    """Compare two snapshots. ``ignore_order``: entries in another order make no difference, whatever that changes."""
    rows = [
        _compare_endpoint(l_side, r_side, ignore_order) for l_side, r_side in _pairs(left.endpoints, right.endpoints)
    ]
    roots = left.root_sddl, right.root_sddl
    root = tuple(descriptor_differences("RootSDDL", *roots, ignore_order)) if all(roots) else ()  # "" is not known
    return Comparison(left, right, tuple(rows), root)


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


def _compare_endpoint(left: Endpoint | None, right: Endpoint | None, ignore_order: bool) -> EndpointComparison:
    found: tuple[Difference, ...] = ()
    if left is not None and right is not None:
        found = tuple(endpoint_differences(left.configuration, right.configuration, ignore_order))
        likeness = Likeness.DIFFERENT if found else Likeness.SAME
    else:
        likeness = Likeness.ONLY_LEFT if right is None else Likeness.ONLY_RIGHT
    either = left or right
    assert either is not None
    return EndpointComparison(
        either.name,
        likeness,
        left.configuration if left else None,
        right.configuration if right else None,
        left.reading if left else None,
        right.reading if right else None,
        found,
    )
