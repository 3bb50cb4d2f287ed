"""Moves that "reorder canonically" would make, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gatepost.endpoints.changes.permission_edits import EntryList, entries_at, sort_entries
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


def moves(configuration: SessionConfiguration, entry_list: EntryList) -> tuple[EntryMove, ...]:
    """Return the entries that have to move, in their new order; those that only make room are left out.

    Raises:
        SddlError: the descriptor cannot be read.
    """
    step = sort_entries(configuration, entry_list)
    if not step.edited:
        return ()
    old, new = entries_at(configuration, entry_list), entries_at(step.edited[0], entry_list)
    positions: dict[Ace, list[int]] = {}
    for number, ace in enumerate(old):
        positions.setdefault(ace, []).append(number)
    reasons = list(_reasons(old, entry_list.kind))
    for numbers in positions.values():
        numbers.reverse()
    moved = []
    for after, ace in enumerate(new):
        before = positions[ace].pop()
        why = reasons[before]
        if why:
            moved.append(EntryMove(ace, before, after, why))
    return tuple(moved)


def _reasons(aces: Iterable[Ace], kind: ListKind) -> Iterator[Text | None]:
    """Why each entry may not stand behind those before it; None where it may."""
    inherited = other_than_deny = neither = False  # whether one stands before
    for ace in aces:
        if ace.is_inherited:
            yield None
        elif inherited:
            yield ENDPOINTS.tr("Explicit entries come before inherited ones.")
        elif kind is ListKind.DACL and ace.is_deny and other_than_deny:
            yield ENDPOINTS.tr(
                "Deny entries come before Allow entries; after an Allow, a Deny has no effect on the rights "
                "already allowed."
            )
        elif kind is ListKind.DACL and ace.is_allow and neither:
            yield ENDPOINTS.tr("Entries that neither allow nor deny come last.")
        else:
            yield None
        inherited |= ace.is_inherited
        other_than_deny |= not ace.is_deny
        neither |= not (ace.is_deny or ace.is_allow)
