"""What to do with pending changes on endpoints that an action also covers."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QRadioButton, QWidget

from gatepost.endpoints.text import WINDOW
from gatepost.endpoints.writes.change_set import ChangeSet
from gatepost.endpoints.writes.differences import ThreeWayRow
from gatepost.models.difference_text import presence_words, row_title, value_words
from gatepost.models.endpoints.pending_changes import PendingChanges
from gatepost.models.endpoints.pending_plan import MOST_COMPARED, PendingChoice, PendingPlan
from gatepost.models.roles import Tone
from gatepost.models.window_text import enumerated, one_line, shown
from gatepost.security import Accounts
from gatepost.ui.widgets.boxes import vbox
from gatepost.ui.widgets.lines import Cell, Line
from gatepost.ui.widgets.lines_table import LinesTable
from gatepost.ui.widgets.plain_widgets import plain_label, shortened

_LONGEST, _HEIGHT = 160, 150  # characters of a cell, pixels of the table


class PendingBox(QWidget):
    """What to do with pending changes; hidden where the action covers none. ``choice_changed``: plan again."""

    choice_changed = Signal()

    def __init__(self, choices: tuple[PendingChoice, ...]) -> None:
        super().__init__()
        self.names: tuple[str, ...] = ()
        self.buttons: dict[PendingChoice, QRadioButton] = {}
        self._choices = choices
        self.hide()

    def _make(self) -> None:
        """Make what stands in it, which most changes have no need of."""
        self.words = plain_label(name="warning")
        self.remaining = plain_label(self.tr("Still pending after this change:"), "muted")
        titles = {
            PendingChoice.KEEP: self.tr("&Keep them pending, on top of this change"),
            PendingChoice.APPLY: self.tr("Appl&y them with this change"),
            PendingChoice.DISCARD: self.tr("D&iscard them"),
        }
        self.buttons = {choice: QRadioButton(titles[choice]) for choice in self._choices}
        about = (self.tr("Endpoint"), 150), (self.tr("Item"), 300)
        states = (self.tr("Now"), 90), (self.tr("After this"), 90), (self.tr("Pending"), 90)
        self.states = LinesTable(self.tr("Pending changes on top of this change"), *about, *states, stretched=1)
        self.states.setMaximumHeight(_HEIGHT)
        vbox(self.words, *self.buttons.values(), self.remaining, self.states, on=self, spacing=4)
        for button in self.buttons.values():
            button.clicked.connect(self.choice_changed)
        self.buttons[PendingChoice.KEEP].setChecked(True)

    @property
    def choice(self) -> PendingChoice:
        """The button that is chosen."""
        return next((choice for choice, button in self.buttons.items() if button.isChecked()), PendingChoice.KEEP)

    def show_plan(self, plan: PendingPlan, accounts: Accounts) -> None:
        """Ask about the pending changes that an action covers, and show what becomes of them."""
        self.names = plan.names
        self.setVisible(bool(self.names))
        if self.names:
            self._show_states(plan, accounts)

    def _show_states(self, plan: PendingPlan, accounts: Accounts) -> None:
        if not self.buttons:
            self._make()
        if PendingChoice.APPLY in self.buttons:
            self.buttons[PendingChoice.APPLY].setEnabled(plan.can_apply)
        self.words.setText(self._question())
        states = [cells for name, rows in plan.remaining for cells in self._cells(name, rows, accounts)]
        self.states.set_rows(states)
        for part in (self.remaining, self.states):
            part.setVisible(bool(states))

    def as_text(self) -> str:
        """Return what is asked and chosen, for the page as text."""
        states = [self.remaining.text(), self.states.as_text()] if self.states.rows.rowCount() else []
        return "\n".join([self.words.text(), self.buttons[self.choice].text().replace("&", ""), *states])

    def settle(self, pending_changes: PendingChanges, change_set: ChangeSet) -> None:
        """Do what was chosen, now that the session has taken the write, which waits in its lane."""
        if not self.names:
            return
        if self.choice is PendingChoice.DISCARD:
            pending_changes.discard(self.tr("Discard pending changes"), self.names)
        else:
            pending_changes.rebase_with_next_reading(
                change.after for change in change_set.changes if change.name in self.names
            )

    def _question(self) -> str:
        count = len(self.names)
        more = f" … (+{count - MOST_COMPARED})" if count > MOST_COMPARED else ""
        question = WINDOW.tr(
            "This endpoint has pending changes: {names}",
            "%n endpoints have pending changes: {names}",
            count,
            names=enumerated(self.names[:MOST_COMPARED]) + more,
        )
        return shown(question)

    def _cells(self, name: str, rows: tuple[ThreeWayRow, ...] | None, accounts: Accounts) -> list[tuple[Cell, ...]]:
        """What differs for an endpoint: now, after the action, and with the pending changes on top of it."""
        if rows is None:
            message = self.tr("can't be combined with this change")
            return [((Line(one_line(name)),), (Line(message, Tone.WARNING),), (), (), ())]
        return [_row_cells(name, row, accounts) for row in rows]


def _row_cells(name: str, row: ThreeWayRow, accounts: Accounts) -> tuple[Cell, ...]:
    values = (row.theirs, row.base, row.ours)
    cells = [presence_words(v) if row.entry is not None else value_words(v, accounts) for v in values]
    is_pending = row.ours != row.base
    name, *others, last = (shortened(one_line(each), _LONGEST) for each in (name, row_title(row, accounts), *cells))
    pending = Line(last, Tone.ACCENT if is_pending else Tone.TEXT, bold=is_pending)
    return (Line(name, wraps=False),), *((Line(each),) for each in others), (pending,)
