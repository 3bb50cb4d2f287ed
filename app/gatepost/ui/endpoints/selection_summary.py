"""What several selected endpoints have in common, and what can be done with all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QWidget

from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.text import WINDOW
from gatepost.models.endpoints.ace_table import AceRow, ace_rows
from gatepost.models.endpoints.mode_text import mode_word
from gatepost.models.window_text import enumerated, shown
from gatepost.security import NO_ACCOUNTS
from gatepost.session.endpoint_in_view import EndpointInView
from gatepost.ui.widgets.actions import action_button
from gatepost.ui.widgets.boxes import STRETCH, Grow, vbox
from gatepost.ui.widgets.entry_table import EntryTable
from gatepost.ui.widgets.plain_widgets import plain_label

_IN_A_ROW = 4  # buttons


class SelectionSummary(QWidget):
    """Counts access modes and pending changes, and lists the entries that every selected endpoint has."""

    def __init__(self) -> None:
        super().__init__()
        self.headline = plain_label(name="headline")
        self.about = plain_label()
        self.common = plain_label(name="muted")
        self.table = EntryTable(self.tr("Entries of all selected endpoints"))
        self.entries = self.table.entries
        self._buttons = QGridLayout()
        self._buttons.setSpacing(4)
        vbox(
            self.headline,
            self.about,
            self._buttons,
            self.common,
            Grow(self.table),
            STRETCH,
            on=self,
            spacing=6,
            margins=(0, 4, 0, 0),
        )

    def set_actions(self, actions: Sequence[QAction]) -> None:
        """Offer these actions as buttons; one that is hidden or disabled takes its button with it."""
        for number, action in enumerate(actions):
            button = action_button(action)
            button.setObjectName("framed")
            self._buttons.addWidget(button, number // _IN_A_ROW, number % _IN_A_ROW)
        self._buttons.setColumnStretch(_IN_A_ROW, 1)

    def show_endpoints(self, endpoints: Sequence[EndpointInView]) -> None:
        """Show what these endpoints have in common, with their pending changes; an empty sequence shows nothing."""
        self.headline.setText(shown(WINDOW.tr("%n endpoint selected", "%n endpoints selected", len(endpoints))))
        self.about.setText(self._about(endpoints))
        rows = _common_entries(endpoints)
        self.entries.set_rows(rows, endpoints[0].accounts if endpoints else NO_ACCOUNTS)
        heading = self.tr("Entries they have in common:") if rows else self.tr("They have no entry in common.")
        self.common.setText(heading)
        self.table.setVisible(bool(rows))

    def _about(self, endpoints: Sequence[EndpointInView]) -> str:
        modes = Counter(each.endpoint.mode_state.mode for each in endpoints)
        counts = [f"{mode_word(mode)}: {modes[mode]}" for mode in AccessMode if modes[mode]]
        pending = sum(each.pending_change is not None for each in endpoints)
        if pending:
            counts.append(self.tr("With pending changes: {count}").format(count=pending))
        return enumerated(counts)


def _common_entries(endpoints: Sequence[EndpointInView]) -> tuple[AceRow, ...]:
    """Return the entries of the first endpoint that every other one has too, in the order of the first."""
    if not endpoints:
        return ()
    first, *others = (ace_rows(each.endpoint) for each in endpoints)
    aces_of_others = [{row.ace for row in rows} for rows in others]
    return tuple(row for row in first if all(row.ace in aces for aces in aces_of_others))
