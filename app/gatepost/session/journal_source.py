"""The journal's entries for the window, read in the background."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from gatepost.backend.journal.export import export_journal
from gatepost.backend.journal.journal import Journal
from gatepost.endpoints.configuration.journal_entry import JournalEntry, SubjectKind
from gatepost.endpoints.errors import HostError
from gatepost.jobs.job import Job
from gatepost.jobs.runner import JobRunner
from gatepost.models.journal_table import search_words
from gatepost.session.host_session import HostSession

_LANE = "journal"


class JournalSource(QObject):
    """What every view of the history shows. ``entries`` are the newest first."""

    changed = Signal()  # entries or error are new

    def __init__(self, journal: Journal, runner: JobRunner) -> None:
        super().__init__()
        self._journal = journal
        self._runner = runner
        self._reading: Job[tuple[JournalEntry, ...]] | None = None
        self._again = False
        self.loaded = False
        self.entries: tuple[JournalEntry, ...] = ()
        self.error: HostError | None = None

    def load(self) -> None:
        """Read the journal again; asked while it is being read, once more after that."""
        if self._reading is not None:
            self._again = True
            return
        self._reading = self._runner.submit(_LANE, lambda _: self._read())
        self._reading.then(self._on_read, self._on_failed, self._read_again_if_asked)

    def set_aside(self) -> Job[Path | None]:
        """Put a damaged journal out of the way; the job gives the Path where it is now, or None."""
        return self._runner.submit(_LANE, lambda _: self._journal.set_aside()).then(lambda _: self.load())

    def export(self, path: Path, entries: tuple[JournalEntry, ...]) -> Job[None]:
        """Save entries as a file."""
        return self._runner.submit(_LANE, lambda _: export_journal(path, entries))

    def _read(self) -> tuple[JournalEntry, ...]:
        entries = self._journal.entries()
        for entry in entries:  # here nobody waits for it
            search_words(entry)
        return entries

    def _on_read(self, entries: tuple[JournalEntry, ...]) -> None:
        self._show(tuple(reversed(entries)), None)
        self._read_again_if_asked()

    def _on_failed(self, error: HostError) -> None:
        self._show((), error)
        self._read_again_if_asked()

    def _show(self, entries: tuple[JournalEntry, ...], error: HostError | None) -> None:
        self.entries, self.error, self.loaded = entries, error, True
        self.changed.emit()

    def _read_again_if_asked(self) -> None:
        self._reading = None
        if self._again:
            self._again = False
            self.load()


def is_of(entry: JournalEntry, session: HostSession) -> bool:
    """Whether the entry is of that host, which may have been reached another way then: over HTTPS, say."""
    if entry.host == session.key:
        return True
    name = session.snapshot.host.name if session.snapshot is not None else session.name
    return not session.practice and "practice:" not in entry.host and entry.host_name.lower() == name.lower()


def group_of(entry: JournalEntry, entries: tuple[JournalEntry, ...]) -> tuple[JournalEntry, ...]:
    """Return the writes of the same order that can be taken back, the oldest first: endpoints, or settings."""
    is_endpoint = entry.kind is SubjectKind.ENDPOINT
    found = (
        e
        for e in entries
        if e.batch == entry.batch and (e.kind is SubjectKind.ENDPOINT) is is_endpoint and can_be_taken_back(e)
    )
    return tuple(sorted(found, key=lambda e: e.id))


def can_be_taken_back(entry: JournalEntry) -> bool:
    """Whether the host has it, as far as is known."""
    return entry.kind is not None and entry.may_be_on_host and not entry.is_unsettled
