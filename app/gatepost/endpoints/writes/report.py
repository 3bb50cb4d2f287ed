"""Report of an action: the outcome of each write."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from gatepost.endpoints.configuration.snapshot import HostIdentity
from gatepost.endpoints.text import Text


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

    name: str
    outcome: Outcome
    message: Text
    fulfilled: bool = False


@dataclass(frozen=True, slots=True)
class ApplyReport:
    """All outcomes of one action, in the order in which they were tried."""

    host: HostIdentity
    verb: Text
    outcomes: tuple[WriteOutcome, ...]

    @property
    def needs_attention(self) -> bool:
        """Whether a write ended otherwise than the user asked for, or nobody knows how."""
        return not all(o.fulfilled for o in self.outcomes)

    def count(self, outcome: Outcome) -> int:
        """Return how many writes ended in ``outcome``."""
        return sum(o.outcome is outcome for o in self.outcomes)
