"""Writes as the journal keeps them, how they ended, and how far an action has come."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum

from gatepost.endpoints.configuration.snapshot import HostIdentity
from gatepost.endpoints.text import ENDPOINTS, Text, listed


class Outcome(Enum):
    """Outcome of one write. PARTLY: some of its descriptors were written."""

    CHANGED = "changed"
    PARTLY = "partly changed"
    UNCHANGED = "unchanged"
    CONFLICT = "conflict"
    REFUSED = "refused"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class WriteOutcome:
    """The outcome for one endpoint or setting, and why. ``fulfilled``: it is as the user asked for."""

    name: str | Text
    outcome: Outcome
    message: Text
    fulfilled: bool = False


@dataclass(frozen=True, slots=True)
class ApplyReport:
    """All outcomes of one action, in the order in which they were tried. ``numbers``: of its writes in the journal."""

    host: HostIdentity
    verb: Text
    outcomes: tuple[WriteOutcome, ...]
    numbers: tuple[int, ...] = ()

    @property
    def needs_attention(self) -> bool:
        """Whether a write ended otherwise than the user asked for, or nobody knows how."""
        return not all(o.fulfilled for o in self.outcomes)

    def count(self, outcome: Outcome) -> int:
        """Return how many writes ended in ``outcome``."""
        return sum(o.outcome is outcome for o in self.outcomes)


class SubjectKind(Enum):
    """Kind of what was written to. ``before`` and ``after`` of an entry are read by what its kind says."""

    ENDPOINT = "endpoint"
    START_MODE = "service start mode"
    SERVICE_STATE = "service state"
    LISTENER = "listener"
    FIREWALL_RULE = "firewall rule"
    TEST_ENDPOINT = "test endpoint"
    TOKEN_POLICY = "token policy"  # noqa: S105 - a policy about tokens, not a token


@dataclass(frozen=True, slots=True)
class Lineage:
    """Origin of a revert: ``action`` is the name of what was done first, ``reverts`` its batch in the journal.

    Reverting a revert is the action once more: then ``reverts`` is "".
    """

    action: str
    reverts: str = ""


@dataclass(frozen=True, slots=True)
class PlannedAction:
    """Action that a person confirmed for one host."""

    host: HostIdentity
    verb: Text
    reason: str = ""
    lineage: Lineage | None = None


@dataclass(frozen=True, slots=True)
class PlannedWrite:
    """One write of an action. ``before`` and ``after`` hold all that is needed to go back, and no secret."""

    kind: SubjectKind
    subject: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One write. Times are ISO 8601 in UTC, "" while there is none.

    ``started_at`` is "" as long as the write is planned only: it was never tried. ``outcome`` is None as long as
    nobody noted how the write ended. ``settled_at`` is when the host was read again because of that, or when
    ``checked_by`` marked it as checked by hand. ``kind`` is None for a kind that a later version wrote. ``action`` is
    the verb without "Revert" or "Reapply"; ``reverts`` is the batch that the write reverts, "" for any other write.

    The fields are the columns of the journal's table (``backend/journal/rows.py``), in their order.
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
    planned_at: str = ""
    practice: bool = False
    action: str = ""
    reverts: str = ""
    checked_by: str = ""
    checked_why: str = ""
    remind_after: str = ""

    @property
    def moment(self) -> str:
        """When the write was tried, or else planned."""
        return self.started_at or self.planned_at

    @property
    def is_untried(self) -> bool:
        """Whether the write was planned and never tried: the program ended before, or another one is still at it."""
        return not self.started_at and self.outcome is None

    @property
    def is_unsettled(self) -> bool:
        """Whether nobody knows what the write left on the host, and nobody has looked since."""
        return bool(self.started_at) and self.outcome in (None, Outcome.UNKNOWN) and not self.settled_at

    @property
    def needs_attention(self) -> bool:
        """Whether a person has to look: it is unsettled, or its action broke off before it."""
        return self.is_unsettled or (self.is_untried and not self.settled_at)

    @property
    def may_be_on_host(self) -> bool:
        """Whether the write was carried out, or may have been: there is something to revert."""
        return not self.is_untried and self.outcome in (None, Outcome.UNKNOWN, Outcome.PARTLY, Outcome.CHANGED)


def progress_text(entries: Collection[JournalEntry]) -> Text:
    """Say how far an action got, such as "3 of 6 done, 3 not started"; done is what the host shows as a whole."""
    not_started = sum(entry.is_untried for entry in entries)
    not_known = sum(entry.outcome in (None, Outcome.UNKNOWN) for entry in entries) - not_started
    done, partly = (sum(entry.outcome is each for entry in entries) for each in (Outcome.CHANGED, Outcome.PARTLY))
    rest = {
        ENDPOINTS.tr("{count} partly applied"): partly,
        ENDPOINTS.tr("{count} not applied"): len(entries) - done - partly - not_known - not_started,
        ENDPOINTS.tr("{count} not known"): not_known,
        ENDPOINTS.tr("{count} not started"): not_started,
    }
    parts = [template.filled(count=count) for template, count in rest.items() if count]
    return listed([ENDPOINTS.tr("{done} of {total} done", done=done, total=len(entries)), *parts])
