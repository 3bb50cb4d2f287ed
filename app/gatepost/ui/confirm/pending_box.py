"""What becomes of pending changes when an action is confirmed that covers the same endpoints."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from gatepost.endpoints.changes.draft import DraftMisfitError
from gatepost.endpoints.changes.rebase import Plan, applied_together, rebased
from gatepost.endpoints.configuration.change_set import ChangeSet, EndpointChange
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.models.endpoints.drafts import Drafts
from gatepost.models.plain import one_line
from gatepost.models.sentences import WINDOW, shown
from gatepost.security import ace_text
from gatepost.ui.widgets.plain_widgets import plain_label, shortened

_NAMED, _LONGEST = 6, 160  # endpoints, characters of a line


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
        self.remaining = plain_label(name="muted")
        self.buttons = {
            PendingChoice.KEEP: QRadioButton(self.tr("&Keep them pending, on top of this change")),
            PendingChoice.APPLY: QRadioButton(self.tr("Appl&y them with this change")),
            PendingChoice.DISCARD: QRadioButton(self.tr("D&iscard them")),
        }
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.words)
        for button in self.buttons.values():
            layout.addWidget(button)
            button.clicked.connect(self.choice_changed)
        layout.addWidget(self.remaining)
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
            change_set = applied_together(plan, snapshot, edited)
        self._show(change_set, snapshot)
        return change_set

    def as_text(self) -> str:
        """Return what is asked and chosen, for the page as text."""
        return "\n".join(
            filter(None, (self.words.text(), self.buttons[self.choice].text().replace("&", ""), self.remaining.text()))
        )

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
        lines = self._still_pending(change_set, snapshot) if self.choice is PendingChoice.KEEP else []
        title = self.tr("Still pending afterwards:")
        self.remaining.setText("\n".join([title, *lines]) if lines else "")
        self.remaining.setVisible(bool(lines))

    def _still_pending(self, change_set: ChangeSet, snapshot: HostSnapshot) -> list[str]:
        assert self._drafts is not None
        after = {change.name: change.endpoint_after for change in change_set.changes}
        lines: list[str] = []
        for name in self.names[:_NAMED]:
            draft = self._drafts.draft(name)
            if draft is None:
                continue
            try:
                wished = after[name].configuration.with_sddls(
                    rebased(draft.original, draft.edited, after[name].configuration)
                )
            except (DraftMisfitError, ValueError):
                lines.append(self.tr("{name}: can't be combined with this change").format(name=one_line(name)))
                continue
            rest = EndpointChange(after[name], wished)
            signs = [("+", ace) for ace in rest.added] + [("\u2212", ace) for ace in rest.removed]
            said = "; ".join(f"{sign} {ace_text(ace, snapshot.accounts)}" for sign, ace in signs)
            said = said or self.tr("other changes")
            lines.append(shortened(one_line(f"{name}: {said}"), _LONGEST))
        return lines
