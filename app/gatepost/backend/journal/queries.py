"""Which entries of the journal belong together, and which need a person."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from gatepost.endpoints.host_kind import HostKind
from gatepost.endpoints.moments import parse_iso
from gatepost.endpoints.writes.journal_entry import JournalEntry, SubjectKind

REMIND_AGAIN = timedelta(days=7)


def is_of_host(entry: JournalEntry, key: str, name: str, kind: HostKind) -> bool:
    """Whether the entry is of the host with that key or name: the same host has another key over HTTPS."""
    return entry.host == key or host_label(entry.host, entry.host_name, _kind(entry)) == host_label(key, name, kind)


def host_label(key: str, name: str, kind: HostKind) -> str:
    """Return what tells a host apart from others, however it was reached: its name, or the key of a practice host."""
    return key if kind is HostKind.PRACTICE else name.lower()  # practice hosts of the same name are different ones


def _kind(entry: JournalEntry) -> HostKind:
    return HostKind.PRACTICE if entry.practice else HostKind.REMOTE


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


def writes_since(reverted: tuple[JournalEntry, ...], entries: Iterable[JournalEntry]) -> tuple[JournalEntry, ...]:
    """Return the writes to a host after some of its own, the oldest first, however it was reached."""
    one, last = reverted[0], max(entry.id for entry in reverted)
    later = [entry for entry in entries if entry.id > last and is_of_host(entry, one.host, one.host_name, _kind(one))]
    return tuple(sorted(later, key=lambda entry: entry.id))


def interrupted(entries: Iterable[JournalEntry], now: datetime) -> tuple[JournalEntry, ...]:
    """Return the writes that a person has to look at and has not put off."""
    return tuple(entry for entry in entries if entry.needs_attention and not _is_put_off(entry, now))


def _is_put_off(entry: JournalEntry, now: datetime) -> bool:
    """Whether its reminder is still to come; one that is further away than any is set is of a wrong clock."""
    moment = parse_iso(entry.remind_after)
    return moment is not None and now < moment <= now + REMIND_AGAIN
