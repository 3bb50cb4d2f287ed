"""Reading the journal's rows, whatever is in them: one odd row never hides the others."""

from __future__ import annotations

from collections.abc import Iterable

from gatepost.endpoints.writes.journal_entry import JournalEntry, SubjectKind
from gatepost.endpoints.writes.report import Outcome

COLUMNS = (
    "id, batch, started_at, app_version, host, host_name, account, subject, kind, verb, reason, before, after, outcome,"
    " message, finished_at, settled_at, planned_at, practice, action, reverts, checked_by, checked_why, remind_after"
)
_KINDS = {kind.value: kind for kind in SubjectKind}
_OUTCOMES = {outcome.value: outcome for outcome in Outcome}


def decoded(octets: bytes) -> str:
    """Return a text of the file; octets that are no UTF-8 show as replacement characters."""
    return octets.decode("utf-8", "replace")


def storable(value: str) -> str:
    """Return a text that the file can hold: half of a surrogate pair is written out as an escape."""
    return value.encode("utf-8", "backslashreplace").decode("utf-8")


def entry_of(row: Iterable[object]) -> JournalEntry:
    """Return the entry in a row of COLUMNS."""
    number, *rest = row
    texts = [_text(value) for value in rest]
    batch, started_at, app_version, host, host_name, account, subject, kind, verb, reason, before, after = texts[:12]
    outcome, message, finished_at, settled_at, planned_at, practice, action, *more = texts[12:]
    reverts, checked_by, checked_why, remind_after = more
    return JournalEntry(
        id=int(number) if isinstance(number, int) else 0,
        batch=batch,
        started_at=started_at,
        app_version=app_version,
        host=host,
        host_name=host_name,
        account=account,
        subject=subject,
        kind=_KINDS.get(kind),
        verb=verb,
        reason=reason,
        before=before,
        after=after,
        outcome=_OUTCOMES.get(outcome),
        message=message,
        finished_at=finished_at,
        settled_at=settled_at,
        planned_at=planned_at or started_at,
        practice=practice == "1",
        action=action or verb,
        reverts=reverts,
        checked_by=checked_by,
        checked_why=checked_why,
        remind_after=remind_after,
    )


def _text(value: object) -> str:
    """A cell as text, whatever type SQLite kept it in."""
    if value is None:
        return ""
    return decoded(value) if isinstance(value, bytes) else str(value)
