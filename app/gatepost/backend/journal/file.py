"""Journal file: opening it without losing anything, its permissions, and what can be wrong with it."""

from __future__ import annotations

import errno
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

from gatepost.backend.files.atomic_write import make_private
from gatepost.backend.journal.rows import COLUMNS, NewerError, bring_up_to_date, decoded
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.text import BACKEND, Text

# SQLITE_ERROR: a statement of ours does not fit the tables.
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR}
_LAST_NUMBER = 2**62
_FULL_ERRNO = {errno.ENOSPC, errno.EDQUOT}
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_LEAST_TIMEOUT = 1.0  # seconds, for a use that has waited for other threads already, none of which met another program


class JournalError(HostError):
    """The journal cannot be used; nothing has changed on any host. ``damaged``: setting it aside would help."""

    def __init__(self, summary: Text, next_step: Text, details: str, *, damaged: bool = False) -> None:
        super().__init__(summary, next_step, details)
        self.damaged = damaged


class JournalFile:
    """A SQLite file with one table, for its owner alone. Each use opens it by itself, so any thread and process may.

    ``timeout`` is how many seconds a use waits for another program that holds the file. The threads of this program take
    turns: SQLite lets whoever asks next have the file, and of dozens that write one might never be next. Once one has
    waited in vain, those behind it wait only for what is left of their own ``timeout``.
    """

    def __init__(self, path: Path, timeout: float) -> None:
        self.path = path
        self._timeout = timeout
        self._turn = Lock()
        self._checked = False
        self._was_busy = False  # the last use has waited for another program in vain

    @contextmanager
    def open(self) -> Iterator[sqlite3.Connection]:
        """Give a connection in a transaction that ends with the block. The first use looks for damage.

        Raises:
            JournalError: it cannot be read or written.
        """
        begun = time.monotonic()
        with self._turn:
            waited = time.monotonic() - begun
            least = 0 if self._was_busy else min(self._timeout, _LEAST_TIMEOUT)
            yield from self._opened(max(self._timeout - waited, least))

    def _opened(self, timeout: float) -> Iterator[sqlite3.Connection]:
        try:
            if not self._checked:
                make_private(self.path)
            connection = sqlite3.connect(self.path, timeout=timeout, isolation_level=None)
            connection.text_factory = decoded
            with closing(connection):  # which rolls back what is not committed
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("PRAGMA synchronous = FULL")  # what is committed survives a loss of power too
                connection.execute("BEGIN IMMEDIATE")
                if not self._checked:
                    _check(connection)
                bring_up_to_date(connection)
                if not self._checked:
                    _check_columns(connection)
                yield connection
                connection.execute("COMMIT")
                self._checked, self._was_busy = True, False
        except (sqlite3.Error, OSError) as error:
            self._checked, self._was_busy = False, _primary_code(error) in _BUSY
            raise _explained(error, self.path) from error

    def set_aside(self) -> Path | None:
        """Put a damaged journal out of the way and return where it is now; None if it is not damaged any more.

        Raises:
            JournalError: it cannot be moved, or damage is not what is wrong with it.
        """
        if not self._is_damaged():
            return None  # another window was faster: what is there now is its new journal
        target = self.path.with_name(f"{self.path.stem}-damaged-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}{self.path.suffix}")
        try:
            for ending in ("-wal", "-shm"):
                part = self.path.with_name(self.path.name + ending)
                if part.exists():
                    part.rename(target.with_name(target.name + ending))
            self.path.rename(target)
        except OSError as error:
            raise _explained(error, self.path) from error
        return target

    def _is_damaged(self) -> bool:
        self._checked = False
        try:
            with self.open():
                return False
        except JournalError as error:
            if not error.damaged:
                raise
            return True


def _check(connection: sqlite3.Connection) -> None:
    """Look for damage, and for what this program never makes: a trigger could swallow a write without a word.

    The schema comes first, because the other check evaluates what is in it.
    """
    strange = connection.execute("SELECT name FROM sqlite_master WHERE type NOT IN ('table', 'index')").fetchone()
    if strange is not None:
        raise _DamagedError(f"it holds {strange[0]}, which is no table")
    (result,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if result != "ok":
        raise _DamagedError(result)


def _check_columns(connection: sqlite3.Connection) -> None:
    connection.execute(f"SELECT {COLUMNS} FROM write LIMIT 0")  # noqa: S608 - a constant
    if connection.execute("SELECT 1 FROM write WHERE id >= ?", (_LAST_NUMBER,)).fetchone():
        raise _DamagedError("its numbers are used up")


class _DamagedError(sqlite3.DatabaseError):
    """The check has found damage that no statement has run into yet."""


def _primary_code(error: sqlite3.Error | OSError) -> int:
    """SQLite's error code without what extends it; 0 for another error."""
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF


def _explained(error: sqlite3.Error | OSError, path: Path) -> JournalError:
    details = f"{type(error).__name__}: {error}"
    code = _primary_code(error)
    if isinstance(error, _DamagedError) or code in _DAMAGED:
        return JournalError(
            BACKEND.tr("History is damaged and can't be saved ({path}).", path=path),
            BACKEND.tr(
                "No changes are made while History can't be saved. Open History to move the file and start a new one."
            ),
            details,
            damaged=True,
        )
    return JournalError(BACKEND.tr("Can't save History ({path}).", path=path), _next_step(error, code), details)


def _next_step(error: sqlite3.Error | OSError, code: int) -> Text:
    if isinstance(error, NewerError):
        return BACKEND.tr(
            "It was saved by a newer version of Gatepost. No changes are made while History can't be "
            "saved: use that version."
        )
    if code in _BUSY:
        return BACKEND.tr(
            "Another program is using it. No changes are made while History can't be saved. Try again in a moment."
        )
    if code == sqlite3.SQLITE_FULL or getattr(error, "errno", None) in _FULL_ERRNO:
        return BACKEND.tr(
            "The disk is full. No changes are made while History can't be saved. Free some space, then try again."
        )
    if code == sqlite3.SQLITE_IOERR:
        return BACKEND.tr("Can't write to disk. No changes are made while History can't be saved. Check the disk.")
    return BACKEND.tr("No changes are made while History can't be saved. Give this account permission to write there.")
