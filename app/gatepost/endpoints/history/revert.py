"""Reverting endpoints to what the journal says they were: at once where nothing has changed since, else row by row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from gatepost.endpoints.changes import powershell
from gatepost.endpoints.compare.spelling import respelled_change
from gatepost.endpoints.configuration.endpoint_state import EndpointState, StateError
from gatepost.endpoints.configuration.plugin_document import DocumentError
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.text import ENDPOINTS, Text
from gatepost.endpoints.writes.action_text import recalled_action
from gatepost.endpoints.writes.change_set import ActionKind, ChangeSet, EndpointChange, Skipped
from gatepost.endpoints.writes.differences import ThreeWayRow, three_way_rows
from gatepost.endpoints.writes.journal_entry import JournalEntry, Lineage
from gatepost.endpoints.writes.merge import merged
from gatepost.endpoints.writes.restore_document import MisfitError, with_state


class RevertState(Enum):
    """State of the host, compared with what was written."""

    AS_WRITTEN = "as written"
    AS_BEFORE = "as before"
    CHANGED_SINCE = "changed since"


@dataclass(frozen=True, slots=True)
class EndpointRevert:
    """One endpoint as it was, as it was written, and as it is; ``rows`` is everything that is not as it was.

    It is a merge: ``ours`` is what was, ``base`` what was written, ``theirs`` what is now.
    """

    configuration: SessionConfiguration
    was: EndpointState
    wrote: EndpointState
    now: EndpointState
    rows: tuple[ThreeWayRow, ...]

    @property
    def name(self) -> str:
        """The endpoint's name."""
        return self.configuration.name

    @property
    def state(self) -> RevertState:
        """How the host's state stands to what was written."""
        if self.now.means(self.was):
            return RevertState.AS_BEFORE
        return RevertState.AS_WRITTEN if self.now.means(self.wrote) else RevertState.CHANGED_SINCE


@dataclass(frozen=True, slots=True)
class RevertPlan:
    """Plan of reverting a group of writes."""

    verb: Text
    lineage: Lineage
    snapshot: HostSnapshot
    comparisons: tuple[EndpointRevert, ...]
    skipped: tuple[Skipped, ...]

    @property
    def needs_choice(self) -> bool:
        """Whether an endpoint was changed since: the user has to choose the rows."""
        return any(c.state is RevertState.CHANGED_SINCE for c in self.comparisons)


def plan_revert(entries: Iterable[JournalEntry], snapshot: HostSnapshot) -> RevertPlan:
    """Compare the writes of one action, oldest first and at least one, with what the host has now.

    An endpoint that was written twice is compared from before the first write to after the last.
    """
    reverts: list[EndpointRevert] = []
    skipped: list[Skipped] = []
    entries = tuple(entries)
    for name in dict.fromkeys(entry.subject for entry in entries):
        of_name = [entry for entry in entries if entry.subject == name]
        configuration = snapshot.configuration(name)
        if configuration is None:
            skipped.append(
                Skipped(name, ENDPOINTS.tr("It no longer exists on the host, so there is nothing to revert."))
            )
            continue
        try:
            was, wrote = map(EndpointState.from_json, (of_name[0].before, of_name[-1].after))
        except StateError as error:
            skipped.append(Skipped(name, ENDPOINTS.tr("Its History entry can't be read: {error}", error=error)))
            continue
        now = EndpointState.of(configuration)
        was, wrote = respelled_change(was, wrote, now, snapshot.accounts.domains)
        reverts.append(EndpointRevert(configuration, was, wrote, now, three_way_rows(wrote, was, now)))
    verb, lineage = revert_verb(entries)
    return RevertPlan(verb, lineage, snapshot, tuple(reverts), tuple(skipped))


def revert_change_set(plan: RevertPlan, excluded: Mapping[str, frozenset[ThreeWayRow]] | None = None) -> ChangeSet:
    """Return the change that takes everything back but the rows that are ``excluded`` as they are, by endpoint."""
    changes: list[EndpointChange] = []
    skipped = list(plan.skipped)
    for comparison in plan.comparisons:
        try:
            after = _after(comparison, (excluded or {}).get(comparison.name, frozenset()))
        except (MisfitError, DocumentError) as error:
            reason = ENDPOINTS.tr("Can't revert: the endpoint's resources have changed. ({error})", error=error)
            skipped.append(Skipped(comparison.name, reason))
            continue
        changes.append(_change(comparison, after, plan.snapshot))
    return ChangeSet(
        action=ActionKind.REVERT,
        verb=plan.verb,
        host=plan.snapshot.host,
        changes=tuple(changes),
        skipped=tuple(skipped),
        powershell=_powershell([change for change in changes if change.is_change]),
        lineage=plan.lineage,
    )


def _powershell(changes: list[EndpointChange]) -> str:
    configurations = [change.after for change in changes if change.changes_descriptors]
    lines = [powershell.set_enabled(c.name, enabled=c.after.enabled) for c in changes if c.changes_enabled]
    return "\n".join([powershell.set_descriptors(configurations), *lines])


def _after(comparison: EndpointRevert, excluded: frozenset[ThreeWayRow]) -> SessionConfiguration:
    if comparison.state is RevertState.AS_BEFORE:
        return comparison.configuration
    taken = [row for row in comparison.rows if row not in excluded]
    if not taken:
        return comparison.configuration
    return with_state(comparison.configuration, merged(comparison.was, comparison.now, comparison.rows, taken))


def _change(comparison: EndpointRevert, after: SessionConfiguration, snapshot: HostSnapshot) -> EndpointChange:
    return EndpointChange(snapshot.endpoint_with(comparison.configuration), after)


def revert_verb(entries: tuple[JournalEntry, ...]) -> tuple[Text, Lineage]:
    """Return the name of reverting an action, and what it comes from: reverting a revert reapplies the action."""
    first = entries[0]
    if first.reverts:
        return ENDPOINTS.tr("Reapply: {action}", action=recalled_action(first.action)), Lineage(first.action)
    return ENDPOINTS.tr("Revert: {action}", action=recalled_action(first.action)), Lineage(first.action, first.batch)
