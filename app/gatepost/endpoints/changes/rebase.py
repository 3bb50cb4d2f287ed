"""Rebasing pending changes on an endpoint that has changed since, three-way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from gatepost.endpoints.changes import powershell
from gatepost.endpoints.changes.pending_change import PendingChangeMisfitError, Sddls
from gatepost.endpoints.compare.spelling import respelled_change
from gatepost.endpoints.configuration.endpoint_state import EndpointState
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.writes.change_set import ChangeSet
from gatepost.endpoints.writes.differences import three_way_rows
from gatepost.endpoints.writes.merge import merged
from gatepost.security import HostDomains, SddlError

Plan = Callable[[HostSnapshot], ChangeSet]


def rebased(
    base: SessionConfiguration, edited: SessionConfiguration, now: SessionConfiguration, domains: HostDomains
) -> Sddls:
    """Return the descriptors of ``now`` with everything in which ``edited`` differs from ``base``.

    Where both have changed the same thing, the edit counts. ``domains`` are the host's.

    Raises:
        PendingChangeMisfitError: the two cannot be put together.
    """
    theirs = EndpointState.of(now)
    before, mine = respelled_change(EndpointState.of(base), EndpointState.of(edited), theirs, domains)
    mine = replace(mine, enabled=theirs.enabled, enabled_text=theirs.enabled_text)  # an edit is of descriptors alone
    differences = three_way_rows(before, mine, theirs)
    edits = [row for row in differences if row.ours != row.base]
    try:
        return tuple(node.sddl for node in merged(mine, theirs, differences, edits).descriptors)
    except SddlError as error:
        raise PendingChangeMisfitError(f"{now.name}: {error}") from error


def planned_on_pending(plan: Plan, snapshot: HostSnapshot, edited: Mapping[str, SessionConfiguration]) -> ChangeSet:
    """Return the change set of an action that starts from the pending changes instead of what the host holds.

    The endpoints that the action does not cover keep their pending changes.
    """
    configurations = tuple(edited.get(c.name, c) for c in snapshot.configurations)
    planned = plan(replace(snapshot, configurations=configurations))
    endpoints_now = {endpoint.name: endpoint for endpoint in snapshot.endpoints}
    first = [edited[change.name] for change in planned.changes if change.name in edited]
    return replace(
        planned,
        changes=tuple(replace(change, endpoint=endpoints_now[change.name]) for change in planned.changes),
        powershell="\n".join(filter(None, (powershell.set_descriptors(first) if first else "", planned.powershell))),
    )
