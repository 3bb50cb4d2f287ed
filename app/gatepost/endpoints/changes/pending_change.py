"""Pending changes: an endpoint as the host holds it and with the edits, and the change set that applies them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from gatepost.endpoints.changes import powershell
from gatepost.endpoints.compare.spelling import respelled_change
from gatepost.endpoints.configuration.endpoint_state import EndpointState
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.text import ENDPOINTS, Text
from gatepost.endpoints.writes.change_set import ActionKind, ChangeSet, EndpointChange, Skipped
from gatepost.endpoints.writes.differences import three_way_rows
from gatepost.endpoints.writes.merge import merged
from gatepost.security import HostDomains, SddlError

# The wanted descriptors, one for each place in document order; () for none, so that RootSDDL decides.
Sddls = tuple[str, ...]
Plan = Callable[[HostSnapshot], ChangeSet]


@dataclass(frozen=True, slots=True)
class PendingChange:
    """Pending changes of one endpoint: before and after."""

    original: SessionConfiguration
    edited: SessionConfiguration

    @property
    def name(self) -> str:
        """The endpoint's name."""
        return self.original.name

    @property
    def sddls(self) -> Sddls:
        """The wanted descriptors."""
        return self.edited.sddls

    @property
    def is_edit(self) -> bool:
        """Whether there is anything to send."""
        return self.original.security_nodes != self.edited.security_nodes

    def on(self, original: SessionConfiguration) -> PendingChange:
        """Return the same descriptors on another state of the endpoint; worked out only where that is different.

        Raises:
            PendingChangeMisfitError: it has more or fewer places for them.
        """
        if original is self.original:
            return self
        edited = self.edited if original == self.original else with_sddls(original, self.sddls)
        return PendingChange(original, edited)

    def rebased(self, now: SessionConfiguration, domains: HostDomains) -> PendingChange:
        """Return the edits on another state of the endpoint, three-way: what else was changed there stays.

        Where both have changed the same thing, the edit counts. ``domains`` are the host's.

        Raises:
            PendingChangeMisfitError: the two cannot be put together.
        """
        theirs = EndpointState.of(now)
        base, mine = (EndpointState.of(each) for each in (self.original, self.edited))
        base, mine = respelled_change(base, mine, theirs, domains)
        mine = replace(mine, enabled=theirs.enabled, enabled_text=theirs.enabled_text)  # edits are of descriptors alone
        differences = three_way_rows(base, mine, theirs)
        edits = [row for row in differences if row.ours != row.base]
        try:
            sddls = tuple(node.sddl for node in merged(mine, theirs, differences, edits).descriptors)
        except SddlError as error:
            raise PendingChangeMisfitError(f"{now.name}: {error}") from error
        return PendingChange(now, with_sddls(now, sddls))


@dataclass(frozen=True, slots=True)
class EditStep:
    """One edit with its name for undo, and what it changes in each endpoint; those it does not change are left out."""

    label: Text
    changes: tuple[PendingChange, ...] = ()
    refused: tuple[Skipped, ...] = ()

    @property
    def edited(self) -> tuple[SessionConfiguration, ...]:
        """The endpoints as they are after it."""
        return tuple(change.edited for change in self.changes)

    def on(self, originals: Mapping[str, SessionConfiguration]) -> EditStep:
        """Return the step with its changes on the originals of their names, in whatever thread; many take their time.

        One that doesn't fit is refused.
        """
        changes, refused = list[PendingChange](), list(self.refused)
        for change in self.changes:
            try:
                changes.append(change.on(originals.get(change.name, change.original)))
            except PendingChangeMisfitError:
                reason = ENDPOINTS.tr("The endpoint's structure changed on the host, so it isn't edited.")
                refused.append(Skipped(change.name, reason))
        return replace(self, changes=tuple(changes), refused=tuple(refused))


class PendingChangeMisfitError(ValueError):
    """The endpoint can't take the descriptors of the pending change where it has them now. Nothing has changed."""


def with_sddls(original: SessionConfiguration, sddls: Sddls) -> SessionConfiguration:
    """Return the endpoint with these descriptors; the same object where it has them already.

    They go into the places that it has; else one is added to each resource without one; else each resource has one.

    Raises:
        PendingChangeMisfitError: it has more or fewer places for them, or its document would be too large with them.
    """
    if not sddls:
        return original.without_security()
    try:
        for document in _with_places(original, sddls[0]):
            if len(document.security_nodes) == len(sddls):
                return document.with_sddls(sddls)
    except SddlError as error:
        raise PendingChangeMisfitError(f"{original.name}: {error}") from error
    raise PendingChangeMisfitError(f"{original.name} has no place for {len(sddls)} descriptors")


def _with_places(configuration: SessionConfiguration, sddl: str) -> Iterator[SessionConfiguration]:
    yield configuration
    yield configuration.with_security_on_bare_resources(sddl)
    yield configuration.without_security().with_security_on_bare_resources(sddl)  # its own go, and others come


def pending_change_set(
    snapshot: HostSnapshot, pending_changes: Iterable[PendingChange], skipped: tuple[Skipped, ...] = ()
) -> ChangeSet:
    """Return the change that makes the host what the pending changes say.
    ``skipped`` are pending changes that cannot be sent, with why.
    """
    edits = [pending_change for pending_change in pending_changes if pending_change.is_edit]
    changes = tuple(EndpointChange(snapshot.endpoint_with(d.original), d.edited) for d in edits)
    return ChangeSet(
        action=ActionKind.PERMISSIONS,
        verb=_verb([pending_change.name for pending_change in edits] or [s.name for s in skipped]),
        host=snapshot.host,
        changes=changes,
        skipped=skipped,
        powershell=powershell.set_descriptors(pending_change.edited for pending_change in edits),
    )


def _verb(names: list[str]) -> Text:
    if len(names) == 1:
        return ENDPOINTS.tr("Change permissions of {name}", name=names[0])
    return ENDPOINTS.tr("Change permissions of %n endpoint", "Change permissions of %n endpoints", len(names))


def planned_on_pending(plan: Plan, snapshot: HostSnapshot, pending: Mapping[str, PendingChange]) -> ChangeSet:
    """Return the change set of an action that starts from the pending changes instead of what the host holds.

    The endpoints that the action does not cover keep their pending changes.
    """
    configurations = tuple(pending[c.name].edited if c.name in pending else c for c in snapshot.configurations)
    planned = plan(replace(snapshot, configurations=configurations))
    endpoints_now = {endpoint.name: endpoint for endpoint in snapshot.endpoints}
    first = [pending[change.name].edited for change in planned.changes if change.name in pending]
    return replace(
        planned,
        changes=tuple(replace(change, endpoint=endpoints_now[change.name]) for change in planned.changes),
        powershell="\n".join(filter(None, (powershell.set_descriptors(first) if first else "", planned.powershell))),
    )
