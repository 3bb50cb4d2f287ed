"""Tables of the journal, and its rows as entries."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from gatepost.endpoints.writes.journal_entry import JournalEntry, Outcome, SubjectKind

VERSION = 4
_CREATE = """
CREATE TABLE write (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    batch TEXT NOT NULL,
    started_at TEXT NOT NULL,
    app_version TEXT NOT NULL,
    host TEXT NOT NULL,
    host_name TEXT NOT NULL,
    account TEXT NOT NULL,
    subject TEXT NOT NULL,
    kind TEXT NOT NULL,
    verb TEXT NOT NULL,
    reason TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    outcome TEXT,
    message TEXT,
    finished_at TEXT,
    settled_at TEXT
)
"""
_FROM_VERSION_1 = (
    "ALTER TABLE write RENAME TO write_1",
    _CREATE,
    "INSERT INTO write SELECT id, batch, started_at, app_version, host, host_name, account, endpoint, 'endpoint',"
    " verb, reason, before, after, outcome, message, finished_at, NULL FROM write_1",
    "DROP TABLE write_1",
)
# Up to version 2 the words in front of a verb were all that told a revert from another write.
_FROM_VERSION_2 = (
    "ALTER TABLE write ADD COLUMN planned_at TEXT",  # a write of an earlier version was never planned only
    "ALTER TABLE write ADD COLUMN practice INTEGER",
    "ALTER TABLE write ADD COLUMN action TEXT",
    "ALTER TABLE write ADD COLUMN reverts TEXT",
    "ALTER TABLE write ADD COLUMN checked_by TEXT",
    "ALTER TABLE write ADD COLUMN checked_why TEXT",
    "ALTER TABLE write ADD COLUMN remind_after TEXT",
    "UPDATE write SET practice = instr(host, 'practice:') > 0",
    "UPDATE write SET action = CASE WHEN verb LIKE 'Take back: %' THEN substr(verb, 12)"
    " WHEN verb LIKE 'Repeat: %' THEN substr(verb, 9) ELSE verb END",
    "UPDATE write SET reverts = COALESCE((SELECT earlier.batch FROM write AS earlier WHERE earlier.id < write.id AND"
    " earlier.host = write.host AND earlier.subject = write.subject AND earlier.action = write.action AND"
    " earlier.verb NOT LIKE 'Take back: %' ORDER BY earlier.id DESC LIMIT 1), 'unknown')"
    " WHERE verb LIKE 'Take back: %'",
)
# Up to version 3 the name of the service's setting was all that told its start mode from its state.
_FROM_VERSION_3 = (
    "UPDATE write SET subject = 'WinRM', kind = CASE subject WHEN 'WinRM start mode' THEN 'service start mode'"
    " ELSE 'service state' END WHERE kind = 'service' AND subject IN ('WinRM start mode', 'WinRM state')",
)


class NewerError(sqlite3.DatabaseError):
    """A later version of this program has changed the schema."""


def bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Make the table, or change an older one, within the transaction that is open.

    Raises:
        NewerError: a later version of this program has written the file; nothing is changed.
    """
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version == VERSION:
        return
    if version > VERSION:
        raise NewerError
    for statement in _statements(connection, version):
        connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {VERSION}")


def _statements(connection: sqlite3.Connection, version: int) -> tuple[str, ...]:
    if version == 3:
        return _FROM_VERSION_3
    if version == 2:
        return (*_FROM_VERSION_2, *_FROM_VERSION_3)
    is_first = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'write'").fetchone()
    return (*(_FROM_VERSION_1 if is_first else (_CREATE,)), *_FROM_VERSION_2, *_FROM_VERSION_3)


_COLUMN_NAMES = [each.name for each in fields(JournalEntry)]
COLUMNS = ", ".join(_COLUMN_NAMES)
_KINDS = {kind.value: kind for kind in SubjectKind}
_OUTCOMES = {outcome.value: outcome for outcome in Outcome}


def decoded(octets: bytes) -> str:
    """Return a text of the file; octets that are no UTF-8 show as replacement characters."""
    return octets.decode("utf-8", "replace")


def storable(value: str) -> str:
    """Return a text that the file can hold: half of a surrogate pair is written out as an escape."""
    return value.encode("utf-8", "backslashreplace").decode("utf-8")


def entry_of(row: Iterable[object]) -> JournalEntry:
    """Return the entry in a row of COLUMNS."""
    number, *rest = row
    values: dict[str, Any] = dict(zip(_COLUMN_NAMES[1:], map(cell_text, rest), strict=True))
    values |= {
        "kind": _KINDS.get(values["kind"]),
        "outcome": _OUTCOMES.get(values["outcome"]),
        "planned_at": values["planned_at"] or values["started_at"],
        "practice": values["practice"] == "1",
        "action": values["action"] or values["verb"],
    }
    return JournalEntry(int(number) if isinstance(number, int) else 0, **values)


def cell_text(value: object) -> str:
    """Return a cell as text, whatever type SQLite kept it in."""
    if value is None:
        return ""
    return decoded(value) if isinstance(value, bytes) else str(value)
