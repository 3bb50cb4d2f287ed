"""The journal's entries for the window, read in the background."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from gatepost.backend.journal.journal import REMIND_AGAIN, Journal
from gatepost.endpoints.configuration.snapshot import HostIdentity
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.host_kind import HostKind
from gatepost.endpoints.moments import parse_iso
from gatepost.endpoints.writes.journal_entry import JournalEntry, SubjectKind
from gatepost.jobs.job import Job
from gatepost.jobs.runner import JobRunner
from gatepost.session.host_session import HostSession

_LANE = "journal"


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
        self._reading.then(self._on_read, self._on_failed, self._read_again_if_asked)

    def set_aside(self) -> Job[Path | None]:
        """Put a damaged journal out of the way; the job gives the Path where it is now, or None."""
        return self._runner.submit(_LANE, lambda _: self._journal.set_aside()).then(lambda _: self.load())

    def checked_by_hand(self, entry: JournalEntry, why: str) -> Job[None]:
        """Record that a person has checked what a write left, then read the journal again."""
        job = self._runner.submit(_LANE, lambda _: self._journal.checked_by_hand(entry.id, why))
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
        self._show(read, None)
        self._read_again_if_asked()

    def _on_failed(self, error: HostError) -> None:
        self._show(_Reading(), error)
        self._read_again_if_asked()

    def _show(self, read: _Reading, error: HostError | None) -> None:
        self.entries, self.words, self.error, self.loaded = read.entries, read.words, error, True
        self.changed.emit()

    def _read_again_if_asked(self) -> None:
        self._reading = None
        if self._again:
            self._again = False
            self.load()


def is_of(entry: JournalEntry, session: HostSession) -> bool:
    """Whether the entry is of that host, which may have been reached another way then: over HTTPS, say."""
    name = session.snapshot.host.name if session.snapshot is not None else session.name
    return _is_of(entry, session.key, name, session.kind)


def is_of_host(entry: JournalEntry, host: HostIdentity) -> bool:
    """Whether the entry is of a host as it was read, by the same rule as ``is_of``."""
    return _is_of(entry, host.key, host.name, host.kind)


def known_as(host: HostIdentity) -> str:
    """Return what tells a host apart from others by the same rule, however it was reached."""
    return _known_as(host.key, host.name, practice=host.kind is HostKind.PRACTICE)


def _is_of(entry: JournalEntry, key: str, name: str, kind: HostKind) -> bool:
    wanted = _known_as(key, name, practice=kind is HostKind.PRACTICE)
    return entry.host == key or _known_as(entry.host, entry.host_name, practice=entry.practice) == wanted


def _known_as(key: str, name: str, *, practice: bool) -> str:
    return key if practice else name.lower()  # practice hosts of the same name are different ones


def group_of(entry: JournalEntry, entries: tuple[JournalEntry, ...]) -> tuple[JournalEntry, ...]:
    """Return the writes of the same action that can be reverted, the oldest first: endpoints, or settings."""
    is_endpoint = entry.kind is SubjectKind.ENDPOINT
    return tuple(
        e
        for e in writes_of_action(entry, entries)
        if (e.kind is SubjectKind.ENDPOINT) is is_endpoint and can_be_reverted(e)
    )


def can_be_reverted(entry: JournalEntry) -> bool:
    """Whether the host has it, as far as is known."""
    own = entry.kind in (None, SubjectKind.TEST_ENDPOINT)  # a host check takes its endpoint away by itself
    return not own and entry.may_be_on_host and not entry.is_unsettled


def writes_of_action(entry: JournalEntry, entries: tuple[JournalEntry, ...]) -> tuple[JournalEntry, ...]:
    """Return all writes of the action that an entry belongs to, the oldest first."""
    return tuple(sorted([e for e in entries if e.batch == entry.batch], key=lambda e: e.id))


def interrupted(entries: Iterable[JournalEntry], now: datetime) -> tuple[JournalEntry, ...]:
    """Return the writes that a person has to look at and has not put off."""
    return tuple(entry for entry in entries if entry.needs_attention and not _is_put_off(entry, now))


def _is_put_off(entry: JournalEntry, now: datetime) -> bool:
    """Whether its reminder is still to come; one that is further away than any is set is of a wrong clock."""
    moment = parse_iso(entry.remind_after)
    return moment is not None and now < moment <= now + REMIND_AGAIN
