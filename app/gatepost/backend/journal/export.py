"""The journal as a file for people and other programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from gatepost.backend.files.atomic_write import save_file
from gatepost.backend.files.csv_text import csv_bytes
from gatepost.endpoints.writes.journal_entry import JournalEntry

_HEAD = (
    "Number", "Group", "Planned", "Started", "Ended", "Checked", "Checked by", "Why", "Gatepost", "Host", "Host key",
    "Account", "Kind", "Subject", "Action", "Reverts group", "Reason", "Result", "Details", "Before", "After",
)  # fmt: skip


def export_journal(path: Path, entries: Iterable[JournalEntry]) -> None:
    """Write entries in the form that the suffix names: .json, or CSV for any other.

    Raises:
        HostError: the file cannot be written; what was there before is still there.
    """
    save_file(path, (as_json if path.suffix.lower() == ".json" else as_csv)(entries))


def as_csv(entries: Iterable[JournalEntry]) -> bytes:
    """Return one row for each entry; no cell of it is a formula to a spreadsheet."""
    return csv_bytes(_HEAD, map(_row, entries))


def as_json(entries: Iterable[JournalEntry]) -> bytes:
    """Return a list of objects; what was before and after is JSON in it where it is JSON."""
    document = {"version": 1, "writes": [_object(entry) for entry in entries]}
    return json.dumps(document, ensure_ascii=False, indent=2).encode("utf-8", "backslashreplace")


def _row(entry: JournalEntry) -> tuple[str, ...]:
    return (
        str(entry.id), entry.batch, entry.planned_at, entry.started_at, entry.finished_at, entry.settled_at,
        entry.checked_by, entry.checked_why, entry.app_version, entry.host_name, entry.host, entry.account,
        _word(entry.kind), entry.subject, entry.verb, entry.reverts, entry.reason, _word(entry.outcome), entry.message,
        entry.before, entry.after,
    )  # fmt: skip


def _object(entry: JournalEntry) -> dict[str, object]:
    fields: dict[str, object] = asdict(entry)
    fields |= {"kind": _word(entry.kind), "outcome": _word(entry.outcome)}
    return fields | {"before": _parsed(entry.before), "after": _parsed(entry.after)}


def _word(value: object) -> str:
    return str(getattr(value, "value", ""))


def _parsed(state: str) -> object:
    """JSON as JSON, as long as it can be written again in its place; any other text as it is."""
    try:
        parsed: object = json.loads(state)
        json.dumps([[[[parsed]]]], indent=2)
    except (ValueError, RecursionError):
        return state
    return parsed
