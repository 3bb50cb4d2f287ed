"""All that a change does to one of several hosts: who loses and who gains access, and its endpoints."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gatepost.ui.bulk.plan import HostChange
from gatepost.ui.confirm.access_fold import AccessFold
from gatepost.ui.confirm.dialog import endpoint_table
from gatepost.ui.widgets.boxes import vbox

_HEIGHT = 220  # pixels


class HostDetails(QWidget):
    """Shows the change of one host."""

    def __init__(self) -> None:
        super().__init__()
        self.losses = AccessFold(
            self.tr("Access &lost"),
            self.tr("No one loses access."),
            self.tr("Who loses access isn't known completely."),
        )
        self.gains = AccessFold(
            self.tr("Acce&ss gained"),
            self.tr("No one gains access."),
            self.tr("Who gains access isn't known completely."),
        )
        self.endpoints = endpoint_table()
        self.endpoints.setMaximumHeight(_HEIGHT)
        vbox(self.losses, self.gains, self.endpoints, on=self, spacing=4)

    def show_change(self, change: HostChange | None) -> None:
        """Show what is changed on a host; nothing where nothing is."""
        if change is not None:
            proposal, risks = change.proposal, change.risks
            changing, accounts = len(proposal.change_set.effective), proposal.snapshot.accounts
            self.losses.show_changes(risks.losses, changing, accounts, is_complete=risks.is_complete)
            self.gains.show_changes(risks.gains, changing, accounts, is_complete=risks.is_complete)
        self.endpoints.set_rows(change.rows if change is not None else ())
