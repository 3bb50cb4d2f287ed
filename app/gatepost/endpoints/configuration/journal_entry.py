"""One write as the journal keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from gatepost.endpoints.configuration.report import Outcome


class SubjectKind(Enum):
    """What was written to. ``before`` and ``after`` of an entry are read by what its kind says."""

    ENDPOINT = "endpoint"
    SERVICE = "service"
    LISTENER = "listener"
    FIREWALL_RULE = "firewall rule"
    TOKEN_POLICY = "token policy"  # noqa: S105 - a policy about tokens, not a token


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One write. Times are ISO 8601 in UTC, "" while none.

    ``outcome`` is None as long as nobody noted how the write ended. ``settled_at`` is when the host was read again
    because of that. ``kind`` is None for a kind that a later version wrote.
    """

    id: int
    batch: str
    started_at: str
    app_version: str
    host: str
    host_name: str
    account: str
    subject: str
    kind: SubjectKind | None
    verb: str
    reason: str
    before: str
    after: str
    outcome: Outcome | None
    message: str
    finished_at: str
    settled_at: str

    @property
    def is_unsettled(self) -> bool:
        """Whether nobody knows what the write left on the host, and nobody has looked since."""
        return self.outcome in (None, Outcome.UNKNOWN) and not self.settled_at

    @property
    def may_be_on_host(self) -> bool:
        """Whether the write was carried out, or may have been: there is something to take back."""
        return self.outcome in (None, Outcome.UNKNOWN, Outcome.CHANGED)
