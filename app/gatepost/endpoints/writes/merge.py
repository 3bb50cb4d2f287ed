"""Merging two states of an endpoint: what was chosen as before, and everything else as after."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from gatepost.endpoints.configuration.endpoint_state import EndpointState
from gatepost.endpoints.configuration.session_configuration import SecurityNode
from gatepost.endpoints.writes.differences import (
    DescriptorPlace,
    DifferenceRow,
    NumberedAce,
    Part,
    changed_entries,
    descriptor_rows,
    numbered,
    paired_nodes,
)
from gatepost.security import Acl, SecurityDescriptor

Rows = Collection[DifferenceRow]


def merged(before: EndpointState, after: EndpointState, differences: Rows, taken: Rows) -> EndpointState:
    """Return ``after`` with the ``taken`` rows of ``differences`` as before; with all, ``before`` byte for byte.

    Raises:
        SddlError: a descriptor that has to be written holds an entry without a text form.
    """
    if len(taken) == len(differences):
        return before
    state = after
    if any(row.part is Part.ENABLED for row in taken):
        state = replace(state, enabled=before.enabled, enabled_text=before.enabled_text)
    by_place: defaultdict[DescriptorPlace, list[DifferenceRow]] = defaultdict(list)
    for row in taken:
        by_place[row.place].append(row)
    nodes = [_merged_at(old, new, by_place[place]) for place, new, old in paired_nodes(after, before)]
    return replace(state, descriptors=tuple(node for node in nodes if node is not None))


def _merged_at(
    old: SecurityNode | None, new: SecurityNode | None, here: Sequence[DifferenceRow]
) -> SecurityNode | None:
    if any(row.part is Part.DESCRIPTOR for row in here):
        return old
    if not here or old is None or new is None:
        return new
    whole = len(here) == len(descriptor_rows(here[0].place, old.sddl, new.sddl))
    return replace(new, sddl=old.sddl if whole else _merged_sddl(old.sddl, new.sddl, here))


def _merged_sddl(before: str, after: str, taken: Sequence[DifferenceRow]) -> str:
    old, new = SecurityDescriptor.from_sddl(before), SecurityDescriptor.from_sddl(after)
    parts = {row.part for row in taken}
    if Part.OWNER in parts:
        new = new.with_owner(old.owner)
    if Part.GROUP in parts:
        new = new.with_group(old.group)
    if parts & {Part.ACCESS_LIST, Part.ENTRY, Part.ORDER}:
        entries = _merged_entries(
            old.dacl, new.dacl, [r for r in taken if r.part is Part.ENTRY], order=Part.ORDER in parts
        )
        new = new.with_dacl(_framed(old.dacl if Part.ACCESS_LIST in parts else new.dacl, entries))
    if parts & {Part.AUDIT_LIST, Part.AUDIT_ENTRY, Part.AUDIT_ORDER}:
        audits = [r for r in taken if r.part is Part.AUDIT_ENTRY]
        entries = _merged_entries(old.sacl, new.sacl, audits, order=Part.AUDIT_ORDER in parts)
        new = new.with_sacl(_framed(old.sacl if Part.AUDIT_LIST in parts else new.sacl, entries))
    return new.to_sddl()


def _framed(frame: Acl | None, entries: list[NumberedAce]) -> Acl | None:
    """A list with the flags of ``frame``; without one, or with a null one, only as long as there is no entry."""
    aces = tuple(entry.ace for entry in entries)
    if frame is None:
        return Acl(aces) if aces else None
    return frame.with_aces(aces) if aces or not frame.is_null else frame


def _merged_entries(old: Acl | None, new: Acl | None, taken: list[DifferenceRow], *, order: bool) -> list[NumberedAce]:
    before, now = (numbered(acl.aces if acl is not None else ()) for acl in (old, new))
    before_entries, present = frozenset(before), frozenset(now)
    chosen = {row.entry for row in taken}
    going = [entry for entry in now if entry in chosen and entry not in before_entries]
    coming = [entry for entry in before if entry in chosen and entry not in present]
    pairs = changed_entries(going, coming)
    gone = {replaced for replaced, entry in pairs if entry is None}
    kept = [entry for entry in now if entry not in gone]
    merged_entries = _put_back({entry: replaced for replaced, entry in pairs if entry is not None}, before, kept)
    if not order:
        return merged_entries
    remaining = frozenset(merged_entries)
    in_order = iter([entry for entry in before if entry in remaining])
    return [next(in_order) if entry in before_entries else entry for entry in merged_entries]


def _put_back(
    coming: Mapping[NumberedAce, NumberedAce | None], before: list[NumberedAce], kept: list[NumberedAce]
) -> list[NumberedAce]:
    """Put each entry that comes in the place of the one that it changes back, or behind what stood before it.

    What is allowed again never goes in front of a Deny that was added on the host.
    """
    entries = list(dict.fromkeys([*kept, *before]))
    number_of = {entry: number for number, entry in enumerate(entries)}
    # Numbers compare fast: with all 1,800 entries that a list can hold, 0.1 s, and 2 s if entries were searched for.
    order = list(range(len(kept)))
    before_entries, present = frozenset(before), set(kept)
    denies = [entry for entry in kept if entry.ace.is_deny and entry not in before_entries]
    earlier = None
    for entry in before:
        if entry in coming:
            replaced = coming[entry]
            if replaced is None:
                at = order.index(number_of[earlier]) + 1 if earlier is not None else 0
                order.insert(at, number_of[entry])
            else:
                at = order.index(number_of[replaced])
                order[at] = number_of[entry]
                present.remove(replaced)
            present.add(entry)
            while denies and denies[-1] not in present:
                denies.pop()
            if denies and not entry.ace.is_deny and at < (last := order.index(number_of[denies[-1]])):
                order.insert(last, order.pop(at))
        if entry in present:
            earlier = entry
    return [entries[number] for number in order]
