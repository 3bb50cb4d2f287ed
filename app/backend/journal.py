"""The journal: every write is in it before it is sent, and its outcome after. SQLite, full sync, no secrets."""

from __future__ import annotations

import json
import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from app import __version__
from app.endpoints.change_set import ChangeSet, EndpointChange
from app.endpoints.errors import HostError
from app.endpoints.report import EndpointOutcome
from app.endpoints.session_configuration import SessionConfiguration
from app.endpoints.text import text

_SCHEMA = """
CREATE TABLE IF NOT EXISTS write (
    id INTEGER PRIMARY KEY,
    batch TEXT NOT NULL,
    started_at TEXT NOT NULL,
    app_version TEXT NOT NULL,
    host TEXT NOT NULL,
    host_name TEXT NOT NULL,
    account TEXT NOT NULL,
    endpoint TEXT NOT NULL,
    verb TEXT NOT NULL,
    reason TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    outcome TEXT,
    message TEXT,
    finished_at TEXT
)
"""


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One write: ``outcome`` is "" as long as nobody knows how it ended. Times are ISO 8601 in UTC."""

    id: int
    batch: str
    started_at: str
    host: str
    account: str
    endpoint: str
    verb: str
    reason: str
    before: str
    after: str
    outcome: str
    message: str


class Journal:
    """A file of writes. Each call opens the file by itself, so it may be called from any thread.

    ``timeout`` is how many seconds a call waits for another program that holds the file.
    """

    def __init__(self, path: Path, timeout: float = 10.0) -> None:
        self._path = path
        self._timeout = timeout

    @staticmethod
    def new_batch() -> str:
        """Return a name that ties the writes of one order together."""
        return uuid.uuid4().hex

    def started(self, batch: str, change_set: ChangeSet, change: EndpointChange, reason: str) -> int:
        """Record a write that is about to be sent and return its number.

        Raises:
            HostError: the journal cannot be written; the write must not be sent.
        """
        host = change_set.host
        row = (
            batch, _now(), __version__, host.key, host.name, host.account, change.name, str(change_set.verb), reason,
            state(change.before), state(change.after),
        )  # fmt: skip
        with self._open() as connection:
            cursor = connection.execute(
                "INSERT INTO write (batch, started_at, app_version, host, host_name, account, endpoint, verb, reason,"
                " before, after) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row,
            )
            return int(cursor.lastrowid or 0)

    def ended(self, number: int, outcome: EndpointOutcome) -> None:
        """Record how a started write ended.

        Raises:
            HostError: the journal cannot be written; the write has been sent and stays without an outcome.
        """
        with self._open() as connection:
            connection.execute(
                "UPDATE write SET outcome = ?, message = ?, finished_at = ? WHERE id = ?",
                (outcome.outcome.value, str(outcome.message), _now(), number),
            )

    def entries(self) -> tuple[JournalEntry, ...]:
        """Return all writes, the oldest first."""
        with self._open() as connection:
            rows = connection.execute(
                "SELECT id, batch, started_at, host, account, endpoint, verb, reason, before, after,"
                " COALESCE(outcome, ''), COALESCE(message, '') FROM write ORDER BY id"
            ).fetchall()
        return tuple(JournalEntry(*row) for row in rows)

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._path, timeout=self._timeout)) as connection:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("PRAGMA synchronous = FULL")
                connection.execute(_SCHEMA)
                with connection:
                    yield connection
        except (sqlite3.Error, OSError) as error:
            raise HostError(
                text("The journal cannot be written: {path}", path=self._path),
                text("Nothing is written to a host without a journal entry. Free some space or allow writing there."),
                details=f"{type(error).__name__}: {error}",
            ) from error


def state(configuration: SessionConfiguration) -> str:
    """Return what can be taken back, as JSON: Enabled, and every descriptor with its place."""
    nodes = [{"resource": n.resource_uri, "uri": n.uri, "sddl": n.sddl} for n in configuration.security_nodes]
    return json.dumps({"enabled": configuration.enabled, "descriptors": nodes}, ensure_ascii=False)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
