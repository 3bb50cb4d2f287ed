"""What can stand on a side of the comparison: an open host, an open snapshot, or a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.host_kind import HostKind
from gatepost.models.window_text import moment_words
from gatepost.session.host_session import HostSession


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """One thing to compare; ``session`` is None for a file that was opened in the comparison."""

    name: str
    snapshot: HostSnapshot
    session: HostSession | None = None

    @property
    def is_file(self) -> bool:
        """Whether it is an open snapshot rather than a host."""
        return self.session is not None and self.session.kind is HostKind.FILE

    @property
    def can_be_changed(self) -> bool:
        """Whether there is a host behind it that may be written to."""
        return self.session is not None and not self.session.read_only

    @property
    def is_ready(self) -> bool:
        """Whether the host behind it takes a change now."""
        session = self.session
        return session is not None and self.can_be_changed and not session.state.is_busy and session.error is None

    @property
    def words(self) -> str:
        """Its name, and when a host was read."""
        moment = moment_words(self.snapshot.read_at)
        if self.is_file or not moment:
            return self.name
        return f"{self.snapshot.host.name if self.session is None else self.name}, {moment}"


def open_sides(sessions: Sequence[HostSession]) -> list[Side]:
    """Return the hosts and snapshots that were read."""
    return [Side(s.name, s.snapshot, s) for s in sessions if s.snapshot is not None]


def place_of(side: Side | None, sides: Sequence[Side]) -> int:
    """Return where what ``side`` stood for is now, -1 for nowhere."""
    for number, each in enumerate(sides):
        if each is side or (side is not None and side.session is not None and each.session is side.session):
            return number
    return -1
