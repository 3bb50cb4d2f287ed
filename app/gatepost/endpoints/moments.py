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
