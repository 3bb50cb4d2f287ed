"""One question about several hosts: what changes on each, and who loses and who gains access there."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, partial

from PySide6.QtWidgets import QWidget

from gatepost.endpoints.access.change_risks import ChangeRisks
from gatepost.endpoints.text import WINDOW
from gatepost.models.roles import Tone
from gatepost.models.window_text import one_line, shown
from gatepost.security import Accounts
from gatepost.ui.bulk.action import LONGEST_NAME, LONGEST_REASON, BulkAction, Proposal
from gatepost.ui.bulk.grouped_warnings import grouped_warnings
from gatepost.ui.bulk.plan import READING, HostChange, HostPlan
from gatepost.ui.bulk.warnings_box import WarningsBox
from gatepost.ui.confirm import change_text
from gatepost.ui.confirm.access_fold import AccessFolds, principals_in_brief
from gatepost.ui.confirm.dialog import endpoint_table
from gatepost.ui.confirm.question_dialog import QuestionDialog
from gatepost.ui.dialogs.layout import dialog_header, dialog_layout
from gatepost.ui.widgets.boxes import vbox
from gatepost.ui.widgets.collapsible import Collapsible
from gatepost.ui.widgets.lines import Cell, Line
from gatepost.ui.widgets.lines_table import LinesTable
from gatepost.ui.widgets.plain_widgets import SignLabel, plain_label, shortened

_WIDTH = 1080  # pixels
_DETAILS_HEIGHT = 220  # pixels
_MOST_REASONS = 5
_Row = tuple[Cell, ...]


class BulkChangeDialog(QuestionDialog):
    """Shows what an action would do on all selected hosts, and asks once."""

    def __init__(self, action: BulkAction, parent: QWidget | None = None) -> None:
        """The hosts are shown with ``show_plans``."""
        super().__init__(parent)
        self._action = action
        self._plans: tuple[HostPlan, ...] = ()
        self._sign = SignLabel()
        self.effect_label = plain_label()
        self.count_label = plain_label(name="muted")
        columns = (self.tr("Host"), 230), (self.tr("Change"), 350), (self.tr("Effect"), 400)  # a whole SID fits
        self.table = LinesTable(self.tr("Hosts and changes"), *columns, stretched=2)
        self.table.setMinimumHeight(140)
        self.warnings = WarningsBox()
        self.details = Collapsible(self.tr("De&tails"))
        self._detailed: HostPlan | None = None  # of which the details are
        self.table.current_row_changed.connect(self._show_host)
        self.details.unfolded.connect(self._show_host)
        top = dialog_header(self._sign, self.title_label, self.effect_label, self.count_label)
        dialog_layout(self, top, self.warnings, self.table, self.details, self._rows())
        self.resize(_WIDTH, 0)
        self.cancel_button.setFocus()

    @cached_property
    def host_details(self) -> HostDetails:
        """The details of the current host, which are made when they are first seen."""
        details = HostDetails()
        self.details.put_inside(details)
        return details

    @property
    def included(self) -> tuple[HostChange, ...]:
        """The changes that are made once it is confirmed."""
        return tuple(plan.change for plan in self._plans if plan.change is not None)

    def show_plans(self, plans: Sequence[HostPlan], *, is_done: bool) -> None:
        """Show what would be done on each host, always the same ones; nothing can be confirmed until all is known."""
        before, self._plans = self._plans, tuple(plans)
        count, left_alone = len(self.included), sum(bool(plan.left_alone) for plan in plans)
        self._show_head(count, len(plans), is_done=is_done)
        self.count_label.setText(shown(WINDOW.tr("%n host isn't changed", "%n hosts aren't changed", left_alone)))
        self.count_label.setVisible(is_done and 0 < left_alone < len(plans))
        self.warnings.show_warnings(grouped_warnings(plans) if is_done else (), count)
        self._show_rows(before)
        if is_done:
            self._go_to_change()
        changes = count > 0 or not is_done
        self._show_effect(self._sign, changes=changes, is_evaluated=is_done, takes_access=self._takes_access())
        self._set_asking(asks=changes)
        self.details.setVisible(changes)
        self.confirm_button.setEnabled(is_done and count > 0)

    def _show_rows(self, before: Sequence[HostPlan]) -> None:
        """Show the rows that are others than before."""
        rows = [partial(_row, plan) for plan in self._plans]
        if before:
            other = [number for number, plan in enumerate(self._plans) if plan is not before[number]]
            self.table.replace_rows({number: rows[number] for number in other})
            self._show_host()
        else:
            self.table.set_rows(rows)
            self.table.setCurrentIndex(self.table.rows.index(0, 0))

    def _go_to_change(self) -> None:
        """Leave a host that isn't changed, so that the details are those of one that is."""
        changed = [number for number, plan in enumerate(self._plans) if plan.change is not None]
        if changed and self.table.current_row() not in changed:
            self.table.setCurrentIndex(self.table.rows.index(changed[0], 0))

    def _show_head(self, count: int, selected: int, *, is_done: bool) -> None:
        asked = count if is_done and count else selected
        self._show_title(shown(self._action.title(asked)))
        verb = shown(self._action.verb(asked))
        self._show_verb(verb, verb)
        if not is_done:
            read = sum(plan.left_alone != READING for plan in self._plans)
            headline = self.tr("Evaluating what changes on each host: {read} of {count}...")
            headline = headline.format(read=read, count=selected)
        elif count:
            headline = shown(self._action.effect)
        else:
            headline = self.tr("Nothing to change on the selected hosts; see the reasons below.")
        self.effect_label.setText(headline)

    def _takes_access(self) -> bool:
        """Whether someone loses access by it, or might: the button is red then."""
        return self._action.takes_access or any(change.risks.may_take_access for change in self.included)

    def _show_host(self, *_: object) -> None:
        """Show what changes in each endpoint of the current host."""
        number = self.table.current_row()
        plan = self._plans[number] if 0 <= number < len(self._plans) else None
        name = shortened(one_line(plan.session.name), LONGEST_NAME) if plan is not None else ""
        has_changes = plan is not None and plan.change is not None
        self.details.show_line(self.tr("De&tails"), name if has_changes else "", opens=has_changes)
        if self.details.is_unfolded and plan is not None and plan is not self._detailed:
            self._detailed = plan
            self.host_details.show_change(plan.change)


def _row(plan: HostPlan) -> _Row:
    change = plan.change
    name = (Line(shortened(one_line(plan.session.name), LONGEST_NAME), bold=change is not None, wraps=False),)
    if change is None:
        return name, (Line("-", Tone.MUTED),), (Line(shortened(shown(plan.left_alone), LONGEST_REASON), Tone.MUTED),)
    return name, _change(change.proposal), _effect(change.risks, change.proposal.snapshot.accounts)


def _change(proposal: Proposal) -> Cell:
    more = len(proposal.left_out) - _MOST_REASONS
    reasons = [
        Line(shortened(shown(reason), LONGEST_REASON), Tone.WARNING, "alert-outline")
        for reason in proposal.left_out[:_MOST_REASONS]
    ]
    reasons += [Line(f"+{more}", Tone.WARNING)] if more > 0 else []
    return (*(Line(shown(reason)) for reason in proposal.about), Line(change_text.tally(proposal.change_set)), *reasons)


def _effect(risks: ChangeRisks, accounts: Accounts) -> Cell:
    lines = [Line(change_text.left_outside(risks))] if risks.sentences else []
    if risks.losses:
        lost = WINDOW.tr("Lose access: {names}", names=principals_in_brief(risks.losses, accounts))
        lines.append(Line(shown(lost), Tone.DENY))
    if risks.gains:
        gained = WINDOW.tr("Gain access: {names}", names=principals_in_brief(risks.gains, accounts))
        lines.append(Line(shown(gained), Tone.ALLOW))
    return tuple(lines) or (Line(shown(WINDOW.tr("No one loses or gains access.")), Tone.MUTED),)


class HostDetails(QWidget):
    """Shows the change of one host."""

    def __init__(self) -> None:
        super().__init__()
        self.access = AccessFolds(self.tr("Acce&ss gained"))
        self.endpoints = endpoint_table()
        self.endpoints.setMaximumHeight(_DETAILS_HEIGHT)
        vbox(self.access, self.endpoints, on=self, spacing=4)

    def show_change(self, change: HostChange | None) -> None:
        """Show what is changed on a host; nothing where nothing is."""
        if change is not None:
            proposal = change.proposal
            self.access.show_risks(change.risks, proposal.change_set, proposal.snapshot.accounts)
        self.endpoints.set_rows(change.rows if change is not None else ())
