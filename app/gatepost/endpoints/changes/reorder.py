"""Moves that "reorder canonically" would make, and why."""

from __future__ import annotations

from dataclasses import dataclass

from gatepost.endpoints.changes.edit import EntryList, entries_at, sort_entries
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.text import ENDPOINTS, Text
from gatepost.security import Ace
from gatepost.security.edit.entries import ListKind


@dataclass(frozen=True, slots=True)
class EntryMove:
    """An entry that changes its 0-based position, and why."""

    ace: Ace
    before: int
    after: int
    why: Text


def moves(configuration: SessionConfiguration, place: EntryList) -> tuple[EntryMove, ...]:
    """Return the entries that have to move, in their new order; those that only make room are left out.

    Raises:
        SddlError: the descriptor cannot be read.
    """
    step = sort_entries(configuration, place)
    if not step.edited:
        return ()
    old, new = entries_at(configuration, place), entries_at(step.edited[0], place)
    places: dict[Ace, list[int]] = {}
    for number, ace in enumerate(old):
        places.setdefault(ace, []).append(number)
    moved = []
    for after, ace in enumerate(new):
        before = places[ace].pop(0)
        why = _why(old, before, place.kind)
        if why:
            moved.append(EntryMove(ace, before, after, why))
    return tuple(moved)


def _why(aces: tuple[Ace, ...], number: int, kind: ListKind) -> Text | None:
    """Why the entry may not stand behind those before it; None where it may."""
    ace, before = aces[number], aces[:number]
    if ace.is_inherited:
        return None
    if any(other.is_inherited for other in before):
        return ENDPOINTS.tr("Explicit entries come before inherited ones.")
    if kind is ListKind.DACL and ace.is_deny and any(not other.is_deny for other in before):
        return ENDPOINTS.tr(
            "Deny entries come before Allow entries; after an Allow, a Deny has no effect on those it allows."
        )
    if kind is ListKind.DACL and ace.is_allow and any(not (other.is_deny or other.is_allow) for other in before):
        return ENDPOINTS.tr("Entries that neither allow nor deny come last.")
    return None
