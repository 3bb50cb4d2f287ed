"""Reverting endpoints to what the journal says they were: at once where nothing has changed since, else row by row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from gatepost.endpoints.changes import powershell
from gatepost.endpoints.compare.spelling import respelled_change
from gatepost.endpoints.configuration.endpoint import Endpoint
from gatepost.endpoints.configuration.endpoint_state import EndpointState, StateError
from gatepost.endpoints.configuration.plugin_document import DocumentError
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.text import ENDPOINTS, Text
from gatepost.endpoints.writes.action_text import recalled_action
from gatepost.endpoints.writes.change_set import ActionKind, ChangeSet, EndpointChange, Skipped
from gatepost.endpoints.writes.differences import (
    DescriptorPlace,
    DifferenceRow,
    NumberedAce,
    Part,
    ThreeWayRow,
    Value,
    rows,
    three_way_rows,
)
from gatepost.endpoints.writes.journal_entry import JournalEntry, Lineage, SubjectKind
from gatepost.endpoints.writes.merge import merged
from gatepost.endpoints.writes.restore_document import MisfitError, with_state
from gatepost.security import HostDomains

# Part, place, entry and value: what a write has made of one thing.
_Made = tuple[Part, DescriptorPlace, NumberedAce | None, Value | None]


@dataclass(frozen=True)
class EndpointRevert:
    """One endpoint as it is, as it was, and as it was written.

    It is a merge: ``ours`` is what was, ``base`` what was written, ``theirs`` what is now.
    """

    endpoint: Endpoint
    was: EndpointState
    wrote: EndpointState

    @property
    def name(self) -> str:
        """The endpoint's name."""
        return self.endpoint.name

    @property
    def now(self) -> EndpointState:
        """The state that the host holds."""
        return EndpointState.of(self.endpoint.configuration)

    @cached_property
    def rows(self) -> tuple[ThreeWayRow, ...]:
        """Everything that is not as it was."""
        return three_way_rows(self.wrote, self.was, self.now)

    @property
    def changed_since(self) -> bool:
        """Whether the host holds neither what was nor what was written."""
        return not (self.now.means(self.was) or self.now.means(self.wrote))


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
        return any(comparison.changed_since for comparison in self.comparisons)


def plan_revert(entries: Iterable[JournalEntry], snapshot: HostSnapshot) -> RevertPlan:
    """Compare the writes of one action, oldest first and at least one, with what the host has now.

    An endpoint that was written twice is compared from before the first write to after the last.
    """
    reverts: list[EndpointRevert] = []
    skipped: list[Skipped] = []
    entries = tuple(entries)
    for name in dict.fromkeys(entry.subject for entry in entries):
        of_name = [entry for entry in entries if entry.subject == name]
        endpoint = snapshot.endpoint(name)
        if endpoint is None:
            skipped.append(
                Skipped(name, ENDPOINTS.tr("It no longer exists on the host, so there is nothing to revert."))
            )
            continue
        try:
            was, wrote = map(EndpointState.from_json, (of_name[0].before, of_name[-1].after))
        except StateError as error:
            skipped.append(Skipped(name, ENDPOINTS.tr("Its History entry can't be read: {error}", error=error)))
            continue
        now = EndpointState.of(endpoint.configuration)
        was, wrote = respelled_change(was, wrote, now, snapshot.accounts.domains)
        reverts.append(EndpointRevert(endpoint, was, wrote))
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
        changes.append(EndpointChange(comparison.endpoint, after))
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
    taken = [row for row in comparison.rows if row not in excluded]
    if not taken:
        return comparison.endpoint.configuration
    after = merged(comparison.was, comparison.now, comparison.rows, taken)
    return with_state(comparison.endpoint.configuration, after)


def revert_verb(entries: tuple[JournalEntry, ...]) -> tuple[Text, Lineage]:
    """Return the name of reverting an action, and what it comes from: reverting a revert reapplies the action."""
    first = entries[0]
    if first.reverts:
        return ENDPOINTS.tr("Reapply: {action}", action=recalled_action(first.action)), Lineage(first.action)
    return ENDPOINTS.tr("Revert: {action}", action=recalled_action(first.action)), Lineage(first.action, first.batch)


def changes_behind(
    comparison: EndpointRevert, later: Iterable[JournalEntry], domains: HostDomains
) -> tuple[JournalEntry | None, ...]:
    """Return for each row the last write that has made it what it is now; None where another program has, as far as known.

    ``later`` are the writes to the host since the one that is reverted, the oldest first; ``domains`` are the host's.
    """
    last: dict[_Made, JournalEntry] = {}
    for entry in later:
        if entry.kind is SubjectKind.ENDPOINT and entry.subject == comparison.name and entry.may_be_on_host:
            last |= dict.fromkeys(_made_by(entry, comparison, domains), entry)
    return tuple(last.get(_made(row)) for row in comparison.rows)


def _made_by(entry: JournalEntry, comparison: EndpointRevert, domains: HostDomains) -> tuple[_Made, ...]:
    """What a write has made, with principals spelled as the comparison does: as the host now, what is gone as it was."""
    try:
        before, after = EndpointState.from_json(entry.before), EndpointState.from_json(entry.after)
    except StateError:
        return ()
    for state in (comparison.wrote, comparison.was, comparison.now):
        before, after = respelled_change(before, after, state, domains)
    return tuple(map(_made, rows(before, after)))


def _made(row: DifferenceRow) -> _Made:
    return row.part, row.place, row.entry, row.after
