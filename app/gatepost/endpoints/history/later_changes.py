"""Later changes: who changed what is to be reverted; the journal knows of changes made with Gatepost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gatepost.endpoints.configuration.endpoint_state import EndpointState, StateError
from gatepost.endpoints.history.revert_settings import SettingRow
from gatepost.endpoints.host.setting_state import read_state
from gatepost.endpoints.writes.differences import DifferenceRow, ThreeWayRow, rows
from gatepost.endpoints.writes.journal_entry import JournalEntry, SubjectKind


def change_behind(row: ThreeWayRow | SettingRow, later: Iterable[JournalEntry], subject: str) -> JournalEntry | None:
    """Return the last write that has made a row what it is now; None where another program has, as far as is known.

    ``later`` are the writes to the host since the one that is reverted, the oldest first.
    """
    latest = None
    for entry in later:
        if entry.subject == subject and entry.may_be_on_host and _makes(entry, row):
            latest = entry
    return latest


def _makes(entry: JournalEntry, row: ThreeWayRow | SettingRow) -> bool:
    if isinstance(row, SettingRow):
        return entry.kind is row.kind and read_state(row.kind, entry.after) == row.theirs
    return entry.kind is SubjectKind.ENDPOINT and any(
        (made.part, made.place, made.entry, made.after) == (row.part, row.place, row.entry, row.theirs)
        for made in _made_by(entry)
    )


def _made_by(entry: JournalEntry) -> Iterator[DifferenceRow]:
    try:
        before, after = EndpointState.from_json(entry.before), EndpointState.from_json(entry.after)
    except StateError:
        return
    yield from rows(before, after)
