"""Later changes: who changed what is to be reverted; the journal knows of changes made with Gatepost."""

from __future__ import annotations

from collections.abc import Iterable

from gatepost.endpoints.compare.spelling import respelled_change
from gatepost.endpoints.configuration.endpoint_state import EndpointState, StateError
from gatepost.endpoints.history.revert import EndpointRevert
from gatepost.endpoints.history.revert_settings import SettingRow
from gatepost.endpoints.host.setting_state import read_state
from gatepost.endpoints.writes.differences import DescriptorPlace, DifferenceRow, NumberedAce, Part, Value, rows
from gatepost.endpoints.writes.journal_entry import JournalEntry, SubjectKind
from gatepost.security import HostDomains

_Made = tuple[Part, DescriptorPlace, NumberedAce | None, Value | None]


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


def setting_change_behind(row: SettingRow, later: Iterable[JournalEntry]) -> JournalEntry | None:
    """Return the last write that has made a setting what it is now, as ``changes_behind`` does for an endpoint."""
    latest = None
    for entry in later:
        if (entry.kind, entry.subject) == (row.kind, row.subject) and entry.may_be_on_host:
            latest = entry if read_state(row.kind, entry.after) == row.theirs else latest
    return latest


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
