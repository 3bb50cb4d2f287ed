"""The journal: every write is in it before it is sent, and its outcome after. SQLite, full sync, no secrets."""

from __future__ import annotations

import sqlite3
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path

from gatepost import __version__
from gatepost.backend.journal.file import JournalFile
from gatepost.endpoints.configuration.journal_entry import JournalEntry, SubjectKind
from gatepost.endpoints.configuration.report import EndpointOutcome, Outcome
from gatepost.endpoints.configuration.snapshot import HostIdentity
from gatepost.endpoints.text import Text
from gatepost.endpoints.visible import visible

_FIELDS = (
    "id, batch, started_at, app_version, host, host_name, account, subject, kind, verb, reason, before, after, outcome,"
    " COALESCE(message, ''), COALESCE(finished_at, ''), COALESCE(settled_at, '')"
)
_UNSETTLED = "(outcome IS NULL OR outcome = 'unknown') AND settled_at IS NULL"
_KINDS = {kind.value: kind for kind in SubjectKind}
_OUTCOMES = {outcome.value: outcome for outcome in Outcome}


class Journal:
    """A file of writes. Each call opens the file by itself, so it may be called from any thread.

    ``timeout`` is how many seconds a call waits for another program that holds the file.
    """

    def __init__(self, path: Path, timeout: float = 10.0) -> None:
        self._file = JournalFile(path, timeout)

    @staticmethod
    def new_batch() -> str:
        """Return a name that ties the writes of one order together."""
        return uuid.uuid4().hex

    def started(
        self,
        batch: str,
        host: HostIdentity,
        subject: str,
        kind: SubjectKind,
        verb: Text,
        before: str,
        after: str,
        reason: str,
    ) -> int:
        """Record a write that is about to be sent and return its number.

        ``before`` and ``after`` hold all that is needed to go back, and no secret.

        Raises:
            JournalError: the journal cannot be written; the write must not be sent.
        """
        who = (host.key, host.name, host.account)
        row = (batch, _now(), __version__, *who, subject, kind.value, str(verb), visible(reason), before, after)
        with self._file.open() as connection:
            cursor = connection.execute(
                "INSERT INTO write (batch, started_at, app_version, host, host_name, account, subject, kind, verb,"
                " reason, before, after) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row,
            )
            return int(cursor.lastrowid or 0)

    def ended(self, number: int, outcome: EndpointOutcome) -> None:
        """Record how a started write ended.

        Raises:
            JournalError: the journal cannot be written; the write has been sent and stays without an outcome.
        """
        with self._file.open() as connection:
            connection.execute(
                "UPDATE write SET outcome = ?, message = ?, finished_at = ?, settled_at = NULL WHERE id = ?",
                (outcome.outcome.value, str(outcome.message), _now(), number),
            )

    def settled(self, number: int, outcome: EndpointOutcome) -> None:
        """Record what a later look at the host says of a write whose end nobody noted.

        What somebody else has noted meanwhile stays.

        Raises:
            JournalError: the journal cannot be written.
        """
        with self._file.open() as connection:
            connection.execute(
                f"UPDATE write SET outcome = ?, message = ?, settled_at = ? WHERE id = ? AND {_UNSETTLED}",  # noqa: S608
                (outcome.outcome.value, str(outcome.message), _now(), number),
            )

    def entries(self) -> tuple[JournalEntry, ...]:
        """Return all writes, the oldest first.

        Raises:
            JournalError: the journal cannot be read.
        """
        with self._file.open() as connection:
            rows = connection.execute(f"SELECT {_FIELDS} FROM write ORDER BY id").fetchall()  # noqa: S608 - a constant
        return tuple(_entry(row) for row in rows)

    def unsettled(self) -> tuple[JournalEntry, ...]:
        """Return the writes of which nobody knows what they left on the host, the oldest first.

        Raises:
            JournalError: the journal cannot be read.
        """
        return tuple(entry for entry in self.entries() if entry.is_unsettled)

    def delete_older_than(self, days: int) -> int:
        """Delete the writes that were started more than ``days`` ago, and return how many; never an unsettled one.

        Raises:
            JournalError: the journal cannot be written; nothing is deleted.
        """
        limit = _text(datetime.now(UTC) - timedelta(days=days))
        with self._file.open() as connection:
            sql = f"DELETE FROM write WHERE started_at < ? AND NOT ({_UNSETTLED})"  # noqa: S608 - a constant
            return connection.execute(sql, (limit,)).rowcount

    def set_aside(self) -> Path | None:
        """Put a damaged journal out of the way and return where it is now; None if it is not damaged any more.

        Raises:
            JournalError: it cannot be moved, or damage is not what is wrong with it.
        """
        return self._file.set_aside()


def _entry(row: sqlite3.Row) -> JournalEntry:
    values = list(row)
    values[8] = _KINDS.get(values[8])
    values[13] = _OUTCOMES.get(values[13])
    return JournalEntry(*values)


def _now() -> str:
    return _text(datetime.now(UTC))


def _text(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds")
