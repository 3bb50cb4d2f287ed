"""Times as the journal keeps them: ISO 8601 in UTC."""

from __future__ import annotations

from datetime import UTC, datetime


def to_iso(moment: datetime) -> str:
    """Return a time as text, to the millisecond."""
    return moment.isoformat(timespec="milliseconds")


def parse_iso(text: str) -> datetime | None:
    """Return the time that a text says; None where it says none. Without a zone it is taken for UTC."""
    try:
        moment = datetime.fromisoformat(text)
        return (moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def moment_text(iso_text: str) -> str:
    """Return a time in UTC as people read it: "2026-03-01 10:20:30 UTC" for "2026-03-01T10:20:30+00:00"."""
    return iso_text.replace("T", " ").replace("+00:00", " UTC")
