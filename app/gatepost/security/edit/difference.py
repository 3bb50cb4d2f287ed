"""What changed between two descriptors, entry by entry."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass
from enum import Enum

from gatepost.security.ace import Ace
from gatepost.security.acl import Acl
from gatepost.security.descriptor import SecurityDescriptor
from gatepost.security.sid import Sid


class ChangeKind(Enum):
    """What happened to an entry."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class AceChange:
    """One entry that is not what or where it was; positions are 0-based, None on the side where there is none."""

    kind: ChangeKind
    before: Ace | None
    after: Ace | None
    position_before: int | None
    position_after: int | None


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed; empty when the two mean the same.

    ``flags`` names the parts whose other settings differ: ``owner``, ``group``, ``DACL`` or ``SACL`` (present, null,
    protected, inherited).
    """

    dacl: tuple[AceChange, ...]
    sacl: tuple[AceChange, ...]
    flags: tuple[str, ...]

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return bool(self.dacl or self.sacl or self.flags)


def difference(before: SecurityDescriptor, after: SecurityDescriptor) -> Difference:
    """Compare two descriptors.

    An entry counts as changed when an entry of the same kind and the same SID was removed and another added. Of entries
    in another order, the fewest possible count as moved.
    """
    flags = []
    sids: tuple[tuple[str, Sid | None, Sid | None], ...] = (
        ("owner", before.owner, after.owner),
        ("group", before.group, after.group),
    )
    flags += [name for name, old, new in sids if old != new]
    if _settings(before.dacl) != _settings(after.dacl):
        flags.append("DACL")
    if _settings(before.sacl) != _settings(after.sacl):
        flags.append("SACL")
    return Difference(compare_acls(before.dacl, after.dacl), compare_acls(before.sacl, after.sacl), tuple(flags))


def _settings(acl: Acl | None) -> tuple[bool, ...] | None:
    return None if acl is None else (acl.protected, acl.auto_inherit_req, acl.auto_inherited, acl.is_null)


def compare_acls(before: Acl | None, after: Acl | None) -> tuple[AceChange, ...]:
    """What happened to the entries, in the order of the new list, removed ones first."""
    old = before.aces if before is not None else ()
    new = after.aces if after is not None else ()
    pairs, removed, added = _same(old, new)
    changed = _changed(old, new, removed, added)
    still = _longest_rising([position for _, position in pairs])
    changes = [AceChange(ChangeKind.REMOVED, old[index], None, index, None) for index in removed]
    others = [AceChange(ChangeKind.ADDED, None, new[index], None, index) for index in added]
    others += [AceChange(ChangeKind.CHANGED, old[a], new[b], a, b) for a, b in changed]
    others += [AceChange(ChangeKind.MOVED, old[a], new[b], a, b) for a, b in pairs if b not in still]
    return tuple(changes + sorted(others, key=lambda change: change.position_after or 0))


def _same(old: tuple[Ace, ...], new: tuple[Ace, ...]) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    """Pairs of equal entries in the order of the old list, and what is left over on either side."""
    places: defaultdict[Ace, list[int]] = defaultdict(list)
    for index in range(len(new) - 1, -1, -1):
        places[new[index]].append(index)
    pairs, removed = [], []
    for index, ace in enumerate(old):
        if places.get(ace):
            pairs.append((index, places[ace].pop()))
        else:
            removed.append(index)
    taken = {position for _, position in pairs}
    return pairs, removed, [index for index in range(len(new)) if index not in taken]


def _changed(old: tuple[Ace, ...], new: tuple[Ace, ...], removed: list[int], added: list[int]) -> list[tuple[int, int]]:
    """Pairs of what was removed and added for one SID in one sense; they leave the two lists."""
    counts = Counter(_topic(new[index]) for index in added)
    waiting: defaultdict[object, list[int]] = defaultdict(list)
    for index in reversed(added):
        waiting[_topic(new[index])].append(index)
    pairs = []
    for index in list(removed):
        topic = _topic(old[index])
        if counts[topic]:
            counts[topic] -= 1
            pairs.append((index, waiting[topic].pop()))
    gone, come = {a for a, _ in pairs}, {b for _, b in pairs}
    removed[:] = [index for index in removed if index not in gone]
    added[:] = [index for index in added if index not in come]
    return pairs


def _topic(ace: Ace) -> object:
    return ace.sid, ace.is_allow, ace.is_deny, ace.is_inherited


def _longest_rising(positions: list[int]) -> set[int]:
    """The positions of a longest rising subsequence: the entries that stayed in order."""
    ends: list[int] = []
    lengths = []
    for position in positions:
        place = bisect_left(ends, position)
        ends[place : place + 1] = [position]
        lengths.append(place)
    kept: set[int] = set()
    wanted = len(ends) - 1
    for position, length in zip(reversed(positions), reversed(lengths), strict=True):
        if length == wanted:
            kept.add(position)
            wanted -= 1
    return kept
