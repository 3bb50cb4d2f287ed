"""A snapshot of a host from before its first write."""

from __future__ import annotations

from collections.abc import Callable

from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.text import WINDOW, sentences
from gatepost.endpoints.writes.journal_entry import ApplyReport, Outcome, WriteOutcome


class FirstWriteBackup:
    """Saves a host once, as it was read last. Without that there is no write."""

    def __init__(self, save: Callable[[HostSnapshot], object]) -> None:
        self._save = save
        self._saved = False

    def save(self, snapshot: HostSnapshot) -> ApplyReport | None:
        """Save the snapshot before the first write; return the report in place of the write's where that fails."""
        if self._saved:
            return None
        try:
            self._save(snapshot)
        except HostError as error:
            problem = sentences(
                WINDOW.tr("No change was made, because a snapshot couldn't be saved first."),
                error.summary,
                error.next_step,
            )
            outcome = WriteOutcome(snapshot.host.name, Outcome.UNCHANGED, problem)
            return ApplyReport(snapshot.host, WINDOW.tr("Save a snapshot"), (outcome,))
        self._saved = True
        return None
