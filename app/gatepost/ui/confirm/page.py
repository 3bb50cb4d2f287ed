"""One page of the confirmation, and what all of them are about."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from gatepost.endpoints.access.change_risks import ChangeRisks
from gatepost.endpoints.configuration.change_set import ChangeSet
from gatepost.endpoints.configuration.snapshot import HostSnapshot


@dataclass(frozen=True, slots=True)
class PlannedChange:
    """A change set, the reading that it was made of, and what it risks."""

    change_set: ChangeSet
    snapshot: HostSnapshot
    risks: ChangeRisks


class ConfirmPage(QWidget):
    """One view of a planned change. It is filled when it comes to sight: with many endpoints that takes its time."""

    def show_change(self, change: PlannedChange) -> None:
        """Show another change."""
        raise NotImplementedError

    def as_text(self) -> str:
        """Return what the page says."""
        raise NotImplementedError

    def stops(self) -> list[QWidget]:
        """Return what Tab reaches here, in its order."""
        raise NotImplementedError
