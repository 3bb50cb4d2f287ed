"""Change set of drafts: applies the pending changes."""

from __future__ import annotations

from collections.abc import Iterable

from gatepost.endpoints.changes import powershell
from gatepost.endpoints.changes.draft import Draft
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.text import ENDPOINTS, Text
from gatepost.endpoints.writes.change_set import ActionKind, ChangeSet, EndpointChange, Skipped


def draft_change_set(snapshot: HostSnapshot, drafts: Iterable[Draft], skipped: tuple[Skipped, ...] = ()) -> ChangeSet:
    """Return the change that makes the host what the drafts say. ``skipped`` are drafts that cannot be sent, with why."""
    edits = [draft for draft in drafts if draft.is_edit]
    changes = tuple(EndpointChange(snapshot.endpoint_with(d.original), d.edited) for d in edits)
    return ChangeSet(
        action=ActionKind.PERMISSIONS,
        verb=_verb([draft.name for draft in edits] or [s.name for s in skipped]),
        host=snapshot.host,
        changes=changes,
        skipped=skipped,
        powershell=powershell.set_descriptors(
            [(d.name, tuple(n.sddl for n in d.edited.security_nodes)) for d in edits]
        ),
    )


def _verb(names: list[str]) -> Text:
    if len(names) == 1:
        return ENDPOINTS.tr("Change permissions of {name}", name=names[0])
    return ENDPOINTS.tr("Change permissions of %n endpoint", "Change permissions of %n endpoints", len(names))
