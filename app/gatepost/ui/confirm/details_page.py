"""One page of a confirmation's details."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gatepost.endpoints.writes.change_set import ChangeSet


class DetailsPage(QWidget):
    """One view of a planned change. It is filled when it comes to sight: with many endpoints that takes its time."""

    def show_change(self, change_set: ChangeSet) -> None:
        """Show another change."""
        raise NotImplementedError

    def as_text(self) -> str:
        """Return what the page says."""
        raise NotImplementedError
