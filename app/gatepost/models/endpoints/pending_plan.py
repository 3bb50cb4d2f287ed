"""Plan of an action together with the pending changes that it covers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from gatepost.endpoints.changes.pending_change import PendingChange, Plan, planned_on_pending
from gatepost.endpoints.configuration.endpoint_state import EndpointState
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.writes.change_set import ChangeSet
from gatepost.endpoints.writes.differences import ThreeWayRow, three_way_rows
from gatepost.models.endpoints.pending_changes import PendingChanges
from gatepost.security import HostDomains

MOST_COMPARED = 6  # endpoints


class PendingChoice(Enum):
    """What to do with pending changes that an action meets."""

    KEEP = "keep"
    APPLY = "apply"
    DISCARD = "discard"


@dataclass(frozen=True, slots=True)
class PendingPlan:
    """``names`` are the endpoints that are covered; ``can_apply`` is False where one of them is held back."""

    change_set: ChangeSet
    names: tuple[str, ...]
    can_apply: bool
    remaining: tuple[tuple[str, tuple[ThreeWayRow, ...] | None], ...]
    """What the first few keep pending, on top of what the action makes (``base``); None where they can't be combined."""


@dataclass(frozen=True, slots=True)
class PendingState:
    """The pending changes of a host at one moment. ``typing`` also names endpoints with text that cannot be read yet."""

    pending_changes: Mapping[str, PendingChange]
    typing: frozenset[str]
    held_back: frozenset[str]

    @classmethod
    def of(cls, pending_changes: PendingChanges) -> PendingState:
        """Return those of a host as they are now."""
        names = frozenset(pending_changes.pending_or_typing)
        held_back = frozenset(name for name in names if pending_changes.reason_held_back(name))
        return cls(
            {pending_change.name: pending_change for pending_change in pending_changes.pending_changes},
            names,
            held_back,
        )


NOTHING_PENDING = PendingState({}, frozenset(), frozenset())


def plan_with_pending(plan: Plan, snapshot: HostSnapshot, pending: PendingState, choice: PendingChoice) -> PendingPlan:
    """Return the change set of an action as chosen, and what becomes of the pending changes."""
    change_set = plan(snapshot)
    names = tuple(change.name for change in change_set.changes if change.name in pending.typing)
    can_apply = not pending.held_back.intersection(names)
    if names and can_apply and choice is PendingChoice.APPLY:
        change_set = planned_on_pending(plan, snapshot, pending.pending_changes)
    remaining = (
        _remaining(change_set, names, pending.pending_changes, snapshot.accounts.domains)
        if choice is PendingChoice.KEEP
        else ()
    )
    return PendingPlan(change_set, names, can_apply, remaining)


def _remaining(
    change_set: ChangeSet, names: tuple[str, ...], pending_changes: Mapping[str, PendingChange], domains: HostDomains
) -> tuple[tuple[str, tuple[ThreeWayRow, ...] | None], ...]:
    changes = {change.name: change for change in change_set.changes}
    states: list[tuple[str, tuple[ThreeWayRow, ...] | None]] = []
    for name in names[:MOST_COMPARED]:
        pending_change, change = pending_changes.get(name), changes[name]
        if pending_change is None:
            continue
        try:
            combined = pending_change.rebased(change.after, domains).edited
        except ValueError:
            states.append((name, None))
        else:
            states.append((name, three_way_rows(*map(EndpointState.of, (change.after, combined, change.before)))))
    return tuple(states)
