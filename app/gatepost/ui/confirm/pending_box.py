"""What becomes of pending changes when an action is confirmed that covers the same endpoints."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from gatepost.endpoints.changes.draft import DraftMisfitError
from gatepost.endpoints.changes.rebase import Plan, planned_on_drafts, rebased
from gatepost.endpoints.configuration.endpoint_state import EndpointState
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.writes.change_set import ChangeSet
from gatepost.endpoints.writes.differences import DifferenceRow, rows
from gatepost.models.endpoints.drafts import Drafts
from gatepost.models.plain import one_line
from gatepost.models.row_words import presence_words, row_title, value_words
from gatepost.models.sentences import shown
from gatepost.models.tone import Tone
from gatepost.models.window_text import WINDOW
from gatepost.ui.widgets.lines_table import Cell, Line, LinesTable
from gatepost.ui.widgets.plain_widgets import plain_label, shortened

_NAMED, _LONGEST, _HEIGHT = 6, 160, 150  # endpoints, characters of a cell, pixels of the table


class PendingChoice(Enum):
    """What to do with pending changes that an action meets."""

    KEEP = "keep"
    APPLY = "apply"
    DISCARD = "discard"


class PendingBox(QWidget):
    """Hidden where the action covers no pending change. ``choice_changed``: plan again."""

    choice_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drafts: Drafts | None = None
        self.names: tuple[str, ...] = ()
        self.words = plain_label(name="warning")
        self.remaining = plain_label(self.tr("Still pending after this change:"), "muted")
        self.buttons = {
            PendingChoice.KEEP: QRadioButton(self.tr("&Keep them pending, on top of this change")),
            PendingChoice.APPLY: QRadioButton(self.tr("Appl&y them with this change")),
            PendingChoice.DISCARD: QRadioButton(self.tr("D&iscard them")),
        }
        headers = [self.tr("Endpoint"), self.tr("Item"), self.tr("Now"), self.tr("After this"), self.tr("Pending")]
        self.states = LinesTable(headers, [150, 300, 90, 90, 90], 1)
        self.states.setAccessibleName(self.tr("Pending changes on top of this change"))
        self.states.setMaximumHeight(_HEIGHT)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.words)
        for button in self.buttons.values():
            layout.addWidget(button)
            button.clicked.connect(self.choice_changed)
        layout.addWidget(self.remaining)
        layout.addWidget(self.states)
        self.buttons[PendingChoice.KEEP].setChecked(True)
        self.hide()

    @property
    def choice(self) -> PendingChoice:
        """The button that is chosen."""
        return next(choice for choice, button in self.buttons.items() if button.isChecked())

    def offer(self, drafts: Drafts) -> None:
        """Ask about the pending changes of this host."""
        self._drafts = drafts

    def planned(self, plan: Plan, snapshot: HostSnapshot) -> ChangeSet:
        """Return the change set of an action as chosen here, and show what becomes of the pending changes it covers."""
        change_set = plan(snapshot)
        if self._drafts is None:
            return change_set
        self.names = tuple(
            change.name for change in change_set.changes if change.name in self._drafts.drafted_or_typing
        )
        self.setVisible(bool(self.names))
        if not self.names:
            return change_set
        can_apply = not any(self._drafts.reason_held_back(name) for name in self.names)
        self.buttons[PendingChoice.APPLY].setEnabled(can_apply)
        if self.choice is PendingChoice.APPLY and can_apply:
            edited = {draft.name: draft.edited for draft in self._drafts.drafts}
            change_set = planned_on_drafts(plan, snapshot, edited)
        self._show(change_set, snapshot)
        return change_set

    def as_text(self) -> str:
        """Return what is asked and chosen, for the page as text."""
        states = [self.remaining.text(), self.states.as_text()] if self.states.rowCount() else []
        return "\n".join([self.words.text(), self.buttons[self.choice].text().replace("&", ""), *states])

    def settle(self) -> None:
        """Do what was chosen, now that the action is confirmed."""
        if self._drafts is None or not self.names:
            return
        if self.choice is PendingChoice.DISCARD:
            self._drafts.discard(self.tr("Discard pending changes"), self.names)
        else:
            self._drafts.rebase_with_next_reading(self.names)

    def _show(self, change_set: ChangeSet, snapshot: HostSnapshot) -> None:
        count = len(self.names)
        more = f" … (+{count - _NAMED})" if count > _NAMED else ""
        names = ", ".join(map(one_line, self.names[:_NAMED])) + more
        said = WINDOW.tr(
            "This endpoint has pending changes: {names}",
            "%n endpoints have pending changes: {names}",
            count,
            names=names,
        )
        self.words.setText(shown(said))
        found = self._states(change_set, snapshot) if self.choice is PendingChoice.KEEP else []
        self.states.set_rows(found)
        for part in (self.remaining, self.states):
            part.setVisible(bool(found))

    def _states(self, change_set: ChangeSet, snapshot: HostSnapshot) -> list[tuple[Cell, ...]]:
        """What differs for each endpoint: now, after the action, and with the pending changes on top of it."""
        assert self._drafts is not None
        changes = {change.name: change for change in change_set.changes}
        found: list[tuple[Cell, ...]] = []
        for name in self.names[:_NAMED]:
            draft = self._drafts.draft(name)
            if draft is None:
                continue
            after = changes[name].endpoint_after.configuration
            try:
                wished = after.with_sddls(rebased(draft.original, draft.edited, after))
            except (DraftMisfitError, ValueError):
                said = self.tr("can't be combined with this change")
                found.append(((Line(one_line(name)),), (Line(said, Tone.WARNING),), (), (), ()))
                continue
            states = map(EndpointState.of, (changes[name].before, after, wished))
            found += [_cells(name, row, snapshot) for row in rows(*states)]
        return found


def _cells(name: str, row: DifferenceRow, snapshot: HostSnapshot) -> tuple[Cell, ...]:
    accounts = snapshot.accounts
    values = (row.was, row.wrote, row.now)
    words = [presence_words(v) if row.entry is not None else value_words(v, accounts) for v in values]
    pending = row.wrote != row.now
    texts = (name, row_title(row, accounts), *words)
    return tuple(
        (
            Line(
                shortened(one_line(text), _LONGEST),
                Tone.ACCENT if pending and number == 4 else Tone.TEXT,
                bold=pending and number == 4,
                wraps=number != 0,
            ),
        )
        for number, text in enumerate(texts)
    )
