"""The journal's entries for the window, read in the background."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from gatepost.backend.journal.journal import Journal
from gatepost.backend.journal.queries import is_of_host
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.text import WINDOW
from gatepost.endpoints.writes.journal_entry import JournalEntry
from gatepost.jobs.job import Job
from gatepost.jobs.runner import JobRunner
from gatepost.session.host_session import HostSession

_LANE = "journal"
_CRASHED = HostError(
    WINDOW.tr("Unexpected error in Gatepost while reading History."), WINDOW.tr("Open History to try again.")
)


@dataclass(frozen=True, slots=True)
class _Reading:
    """The newest entries first, and what each is found by."""

    entries: tuple[JournalEntry, ...] = ()
    words: Mapping[int, str] = field(default_factory=dict)


class JournalSource(QObject):
    """The history, as every view shows it. ``entries`` are the newest first, ``words`` what each is found by (by number)."""

    changed = Signal()  # entries or error are new

    def __init__(self, journal: Journal, runner: JobRunner) -> None:
        super().__init__()
        self._journal = journal
        self._runner = runner
        self._reading: Job[_Reading] | None = None
        self._again = False
        self.loaded = False
        self.entries: tuple[JournalEntry, ...] = ()
        self.words: Mapping[int, str] = {}
        self.error: HostError | None = None

    def load(self) -> None:
        """Read the journal again; asked while it is being read, once more after that."""
        if self._reading is not None:
            self._again = True
            return
        self._reading = self._runner.submit(_LANE, lambda _: self._read())
        self._reading.then(self._on_read, self._on_failed, crashed=self._on_crashed)

    def set_aside(self) -> Job[Path | None]:
        """Put a damaged journal out of the way; the job gives the Path where it is now, or None."""
        return self._runner.submit(_LANE, lambda _: self._journal.set_aside()).then(lambda _: self.load())

    def mark_as_checked(self, entry: JournalEntry, why: str) -> Job[None]:
        """Record that a person has checked what a write left, then read the journal again."""
        job = self._runner.submit(_LANE, lambda _: self._journal.mark_as_checked(entry.id, why))
        return job.then(lambda _: self.load())

    def remind_later(self, entries: Iterable[JournalEntry]) -> Job[None]:
        """Record that the notice at the start is not to name these writes for a week."""
        numbers = [entry.id for entry in entries]
        return self._runner.submit(_LANE, lambda _: self._journal.remind_later(numbers))

    def latest(self) -> Job[tuple[JournalEntry, ...]]:
        """Read the entries as they are now, the newest first, for one question; the job may fail with a JournalError."""
        return self._runner.submit(_LANE, lambda _: tuple(reversed(self._journal.entries())))

    def _read(self) -> _Reading:
        from gatepost.models.journal_table import search_words  # the first window shows no history

        entries = tuple(reversed(self._journal.entries()))
        return _Reading(entries, {entry.id: search_words(entry) for entry in entries})

    def _on_read(self, read: _Reading) -> None:
        self._end_reading(read, None)

    def _on_failed(self, error: HostError) -> None:
        self._end_reading(_Reading(), error)

    def _on_crashed(self) -> None:
        """A bug says nothing of the journal: what was read before stays."""
        self._end_reading(_Reading(self.entries, self.words), _CRASHED)

    def _end_reading(self, read: _Reading, error: HostError | None) -> None:
        self.entries, self.words, self.error, self.loaded = read.entries, read.words, error, True
        self.changed.emit()
        self._reading = None
        if self._again:
            self._again = False
            self.load()


def is_of(entry: JournalEntry, session: HostSession) -> bool:
    """Whether the entry is of that host, which may have been reached another way then: over HTTPS, say."""
    name = session.snapshot.host.name if session.snapshot is not None else session.name
    return is_of_host(entry, session.key, name, session.kind)
