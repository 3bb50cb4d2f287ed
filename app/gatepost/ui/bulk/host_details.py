"""All that a change does to one of several hosts: who loses and who gains access, and its endpoints."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gatepost.ui.bulk.plan import HostChange
from gatepost.ui.confirm.access_fold import AccessFolds
from gatepost.ui.confirm.dialog import endpoint_table
from gatepost.ui.widgets.boxes import vbox

_HEIGHT = 220  # pixels


class HostDetails(QWidget):
    """Shows the change of one host."""

    def __init__(self) -> None:
        super().__init__()
        self.access = AccessFolds(self.tr("Acce&ss gained"))
        self.endpoints = endpoint_table()
        self.endpoints.setMaximumHeight(_HEIGHT)
        vbox(self.access, self.endpoints, on=self, spacing=4)

    def show_change(self, change: HostChange | None) -> None:
        """Show what is changed on a host; nothing where nothing is."""
        if change is not None:
            proposal = change.proposal
            self.access.show_risks(change.risks, proposal.change_set, proposal.snapshot.accounts)
        self.endpoints.set_rows(change.rows if change is not None else ())
