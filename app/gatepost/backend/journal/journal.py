"""Journal: holds a whole action before its first write, and the outcome of each write after it. No secrets."""

from __future__ import annotations

import getpass
import time
import uuid
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise, takewhile
from pathlib import Path

from gatepost import __version__
from gatepost.backend.journal.file import JournalFile
from gatepost.backend.journal.queries import REMIND_AGAIN
from gatepost.backend.journal.rows import COLUMNS, entry_of, storable
from gatepost.endpoints.host_kind import HostKind
from gatepost.endpoints.moments import parse_iso, to_iso
from gatepost.endpoints.visible import visible
from gatepost.endpoints.writes.journal_entry import JournalEntry, Lineage, PlannedAction, PlannedWrite, WriteOutcome

_PLAN = (
    "INSERT INTO write (batch, planned_at, started_at, app_version, host, host_name, account, practice, subject, kind,"
    " verb, action, reverts, reason, before, after) VALUES (?, ?, '', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_SETTLE = "UPDATE write SET outcome = ?, message = TRIM(COALESCE(message, '') || ' ' || ?), settled_at = ?"
_UNSETTLED = "(outcome IS NULL OR outcome = 'unknown') AND settled_at IS NULL"
_NOT_CHECKED = "settled_at = NULL, checked_by = NULL, checked_why = NULL"
_BELIEVED_AFTER = timedelta(days=1)  # of the clock, which may have jumped


class Journal:
    """A file of writes. Each call opens the file by itself, so it may be called from any thread.

    ``timeout`` is how many seconds a call waits for another program that holds the file.
    """

    def __init__(self, path: Path, timeout: float = 10.0) -> None:
        self._file = JournalFile(path, timeout)
        self._opened = datetime.now(UTC), time.monotonic()
        self._started: dict[int, tuple[str, float]] = {}  # by this program: the noted time, and that of a steady clock

    def plan(self, action: PlannedAction, writes: Iterable[PlannedWrite]) -> tuple[int, ...]:
        """Record all writes of an action before the first one is tried, and return their numbers.

        Raises:
            JournalError: the journal cannot be written; nothing must be sent.
        """
        host = action.host
        who = (host.key, host.name, host.account)
        lineage = action.lineage or Lineage(str(action.verb))
        batch, moment = uuid.uuid4().hex, _now()
        numbers: list[int] = []
        with self._file.open() as connection:
            for write in writes:
                what = (
                    write.subject,
                    write.kind.value,
                    str(action.verb),
                    lineage.action,
                    lineage.reverts,
                    visible(action.reason),
                )
                texts = [storable(text) for text in (*what, write.before, write.after)]
                row = (batch, moment, __version__, *map(storable, who), int(host.kind is HostKind.PRACTICE), *texts)
                numbers.append(int(connection.execute(_PLAN, row).lastrowid or 0))
        return tuple(numbers)

    def record_start(self, number: int) -> None:
        """Record that a planned write is about to be tried.

        Raises:
            JournalError: the journal cannot be written; the write must not be sent.
        """
        moment = _now()
        with self._file.open() as connection:
            # Another window may have marked it as checked while it was only planned.
            connection.execute(
                f"UPDATE write SET started_at = ?, remind_after = NULL, {_NOT_CHECKED} WHERE id = ?",  # noqa: S608 - a constant
                (moment, number),
            )
        self._started[number] = moment, time.monotonic()

    def seconds_since_start(self, entry: JournalEntry) -> float | None:
        """Return how long ago this program began a write, even if the clock has jumped; None for one of another program."""
        moment, steady = self._started.get(entry.id, ("", 0.0))
        return time.monotonic() - steady if moment and moment == entry.started_at else None

    def clock_jump(self, now: datetime) -> timedelta:
        """Return how far the clock that says ``now`` was set, ahead or back, since this object was made."""
        moment, steady = self._opened
        return now - moment - timedelta(seconds=time.monotonic() - steady)

    def record_end(self, number: int, outcome: WriteOutcome) -> None:
        """Record how a write ended.

        Raises:
            JournalError: the journal cannot be written; what was sent stays without an outcome.
        """
        with self._file.open() as connection:
            connection.execute(
                f"UPDATE write SET outcome = ?, message = ?, finished_at = ?, {_NOT_CHECKED} WHERE id = ?",  # noqa: S608 - a constant
                (outcome.outcome.value, storable(str(outcome.message)), _now(), number),
            )

    def record_check(self, number: int, outcome: WriteOutcome) -> None:
        """Record what a later look at the host shows of a write whose end nobody noted, after what was noted before.

        What another process has noted meanwhile stays.

        Raises:
            JournalError: the journal cannot be written.
        """
        with self._file.open() as connection:
            connection.execute(
                f"{_SETTLE} WHERE id = ? AND {_UNSETTLED}",
                (outcome.outcome.value, storable(str(outcome.message)), _now(), number),
            )

    def mark_as_checked(self, number: int, why: str) -> None:
        """Record that the user of this computer has checked what a write left; its outcome stays as it is.

        Raises:
            JournalError: the journal cannot be written.
        """
        with self._file.open() as connection:
            connection.execute(
                f"UPDATE write SET checked_by = ?, checked_why = ?, settled_at = ? WHERE id = ? AND {_UNSETTLED}",  # noqa: S608 - a constant
                (storable(own_account() or "unknown"), visible(why), _now(), number),
            )

    def remind_later(self, numbers: Iterable[int]) -> None:
        """Record that the notice at the start is not to name these writes for a week.

        Raises:
            JournalError: the journal cannot be written.
        """
        moment = to_iso(datetime.now(UTC) + REMIND_AGAIN)
        with self._file.open() as connection:
            connection.executemany(
                "UPDATE write SET remind_after = ? WHERE id = ?", [(moment, number) for number in numbers]
            )

    def entries(self) -> tuple[JournalEntry, ...]:
        """Return all writes, the oldest first.

        Raises:
            JournalError: the journal cannot be read.
        """
        with self._file.open() as connection:
            rows = connection.execute(f"SELECT {COLUMNS} FROM write ORDER BY id").fetchall()  # noqa: S608 - a constant
        return tuple(entry_of(row) for row in rows)

    def delete_older_than(self, days: int) -> int:
        """Delete the writes that were started more than ``days`` ago (``outdated``), and return how many.

        Raises:
            JournalError: the journal cannot be read or written; nothing is deleted.
        """
        numbers = outdated(self.entries(), days, datetime.now(UTC))
        with self._file.open() as connection:
            connection.executemany(
                f"DELETE FROM write WHERE id = ? AND NOT ({_UNSETTLED})",  # noqa: S608 - a constant
                [(number,) for number in numbers],
            )
        return len(numbers)

    def set_aside(self) -> Path | None:
        """Put a damaged journal out of the way and return where it is now; None if it is not damaged any more.

        Raises:
            JournalError: it cannot be moved, or damage is not what is wrong with it.
        """
        return self._file.set_aside()


def own_account() -> str:
    """Who runs this program; "" where the system does not say."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _now() -> str:
    return to_iso(datetime.now(UTC))


def outdated(entries: Sequence[JournalEntry], days: int, now: datetime) -> tuple[int, ...]:
    """Return the numbers of the entries that were tried more than ``days`` ago; never one that needs attention.

    There are none while the clock may have jumped: until a day after the first write since a gap of that length. An entry
    is as old as the latest before it: a clock that was behind made it look older.
    """
    kept = timedelta(days=days)
    moments = {entry.id: parse_iso(entry.moment) for entry in entries}
    past = {number: moment for number, moment in moments.items() if moment is not None and moment <= now}
    ends_of_gaps = [end for begin, end in pairwise(sorted([*past.values(), now])) if end - begin > kept]
    if ends_of_gaps and now - ends_of_gaps[-1] < _BELIEVED_AFTER:
        return ()
    old = set(takewhile(lambda number: past[number] < now - kept, past))
    return tuple(entry.id for entry in entries if entry.id in old and not entry.needs_attention)
