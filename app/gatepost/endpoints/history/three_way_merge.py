"""Putting back what was chosen of an endpoint, and leaving everything else as it is now."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from gatepost.endpoints.configuration.endpoint_state import DescriptorState, EndpointState
from gatepost.endpoints.history.three_way import Entry, Part, Place, Row, by_place, numbered
from gatepost.security import Ace, Acl, SecurityDescriptor


def merged(was: EndpointState, now: EndpointState, found: Collection[Row], taken: Collection[Row]) -> EndpointState:
    """Return ``now`` with the ``taken`` rows of ``found`` as they were; with all of them, ``was`` byte for byte."""
    if len(taken) == len(found):
        return was
    state = now
    if any(row.part is Part.ENABLED for row in taken):
        state = replace(state, enabled=was.enabled, enabled_text=was.enabled_text)
    old, new = by_place(was), by_place(now)
    merged_ones = [_merged_at(place, old.get(place), new.get(place), taken) for place in dict.fromkeys([*new, *old])]
    return replace(state, descriptors=tuple(d for d in merged_ones if d is not None))


def _merged_at(
    place: Place, old: DescriptorState | None, new: DescriptorState | None, taken: Iterable[Row]
) -> DescriptorState | None:
    here = [row for row in taken if row.place == place]
    if any(row.part is Part.DESCRIPTOR for row in here):
        return old
    if not here or old is None or new is None:
        return new
    return replace(new, sddl=_merged_sddl(old.sddl, new.sddl, here))


def _merged_sddl(was: str, now: str, taken: list[Row]) -> str:
    old = SecurityDescriptor.from_sddl(was)
    new = SecurityDescriptor.from_sddl(now)
    parts = {row.part for row in taken}
    if Part.OWNER in parts:
        new = new.with_owner(old.owner)
    if Part.GROUP in parts:
        new = new.with_group(old.group)
    if parts & {Part.ACCESS_LIST, Part.ENTRY, Part.ORDER}:
        kept = _merged_entries(old.dacl, new.dacl, [r for r in taken if r.part is Part.ENTRY], Part.ORDER in parts)
        new = new.with_dacl(_framed(old.dacl if Part.ACCESS_LIST in parts else new.dacl, kept))
    if parts & {Part.AUDIT_LIST, Part.AUDIT_ENTRY, Part.AUDIT_ORDER}:
        audits = [r for r in taken if r.part is Part.AUDIT_ENTRY]
        kept = _merged_entries(old.sacl, new.sacl, audits, Part.AUDIT_ORDER in parts)
        new = new.with_sacl(_framed(old.sacl if Part.AUDIT_LIST in parts else new.sacl, kept))
    return new.to_sddl()


def _framed(frame: Acl | None, aces: list[Ace]) -> Acl | None:
    """A list with the flags of ``frame``; without one, or with a null one, only as long as there is no entry."""
    if frame is None:
        return Acl(tuple(aces)) if aces else None
    return frame.with_aces(aces) if aces or not frame.is_null else frame


def _merged_entries(old: Acl | None, new: Acl | None, taken: list[Row], order: bool) -> list[Ace]:
    before, kept = numbered(old), numbered(new)
    for row in taken:
        entry = (row.ace, row.copy)
        if row.was is None:
            kept.remove(entry)
        else:
            kept.insert(_position(entry, before, kept), entry)
    if order:
        sorted_ = iter([entry for entry in before if entry in kept])
        kept = [next(sorted_) if entry in before else entry for entry in kept]
    return [ace for ace, _ in kept if ace is not None]


def _position(entry: Entry, before: list[Entry], kept: list[Entry]) -> int:
    """Behind what stood before it. What is allowed again never goes in front of a Deny that somebody has added."""
    earlier = [e for e in before[: before.index(entry)] if e in kept]
    position = kept.index(earlier[-1]) + 1 if earlier else 0
    ace = entry[0]
    if ace is not None and ace.is_deny:
        return position
    foreign = [kept.index(e) + 1 for e in kept if e not in before and e[0] is not None and e[0].is_deny]
    return max([position, *foreign])
