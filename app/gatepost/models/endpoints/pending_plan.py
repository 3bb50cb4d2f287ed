"""Plan of an action together with the pending changes that it covers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from gatepost.endpoints.changes.draft import Draft, DraftMisfitError
from gatepost.endpoints.changes.rebase import Plan, planned_on_drafts, rebased
from gatepost.endpoints.configuration.endpoint_state import EndpointState
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.writes.change_set import ChangeSet
from gatepost.endpoints.writes.differences import DifferenceRow, rows
from gatepost.models.endpoints.drafts import Drafts

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
    remaining: tuple[tuple[str, tuple[DifferenceRow, ...] | None], ...]
    """What the first few keep pending: now, after the action, and with it on top; None where they can't be combined."""


@dataclass(frozen=True, slots=True)
class PendingEdits:
    """The pending changes of a host at one moment. ``typing`` also names endpoints with text that cannot be read yet."""

    drafts: Mapping[str, Draft]
    typing: frozenset[str]
    held_back: frozenset[str]

    @classmethod
    def of(cls, drafts: Drafts) -> PendingEdits:
        """Return those of a host as they are now."""
        names = frozenset(drafts.drafted_or_typing)
        held_back = frozenset(name for name in names if drafts.reason_held_back(name))
        return cls({draft.name: draft for draft in drafts.drafts}, names, held_back)


NO_EDITS = PendingEdits({}, frozenset(), frozenset())


def plan_with_pending(plan: Plan, snapshot: HostSnapshot, pending: PendingEdits, choice: PendingChoice) -> PendingPlan:
    """Return the change set of an action as chosen, and what becomes of the pending changes."""
    change_set = plan(snapshot)
    names = tuple(change.name for change in change_set.changes if change.name in pending.typing)
    can_apply = not pending.held_back.intersection(names)
    if names and can_apply and choice is PendingChoice.APPLY:
        change_set = planned_on_drafts(plan, snapshot, {name: each.edited for name, each in pending.drafts.items()})
    remaining = _remaining(change_set, names, pending.drafts) if choice is PendingChoice.KEEP else ()
    return PendingPlan(change_set, names, can_apply, remaining)


def _remaining(
    change_set: ChangeSet, names: tuple[str, ...], drafts: Mapping[str, Draft]
) -> tuple[tuple[str, tuple[DifferenceRow, ...] | None], ...]:
    changes = {change.name: change for change in change_set.changes}
    found: list[tuple[str, tuple[DifferenceRow, ...] | None]] = []
    for name in names[:MOST_COMPARED]:
        draft, change = drafts.get(name), changes[name]
        if draft is None:
            continue
        try:
            wanted = change.after.with_sddls(rebased(draft.original, draft.edited, change.after))
        except (DraftMisfitError, ValueError):
            found.append((name, None))
        else:
            found.append((name, rows(*map(EndpointState.of, (change.before, change.after, wanted)))))
    return tuple(found)
