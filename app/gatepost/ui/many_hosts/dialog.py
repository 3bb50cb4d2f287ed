"""One question about several hosts: what changes on each, and who loses access there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gatepost.models.plain import one_line
from gatepost.models.roles import Tone
from gatepost.models.sentences import shown
from gatepost.models.window_text import WINDOW
from gatepost.ui.confirm import change_text
from gatepost.ui.confirm.question_rows import ReasonRow
from gatepost.ui.dialogs.fitted import SizedDialog
from gatepost.ui.dialogs.layout import head, stack
from gatepost.ui.many_hosts.plan import HostPlan
from gatepost.ui.widgets.lines_model import Cell, Line
from gatepost.ui.widgets.lines_table import LinesTable
from gatepost.ui.widgets.plain_widgets import ElidedLabel, SignLabel, plain_label, shortened

_WIDTH = 960  # pixels
_LONGEST_NAME = 60  # characters


class ManyHostsDialog(SizedDialog):
    """Shows the plans of all selected hosts, and asks once. Use ``open()``."""

    confirmed = Signal(object, object)  # tuple[HostPlan, ...], str: the reason or ticket, may be empty

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        """``count`` is how many hosts are selected; they are shown with ``show_plans``."""
        super().__init__(parent)
        self._plans: tuple[HostPlan, ...] = ()
        self.title_label = ElidedLabel("dialogTitle")
        self.effect_label = plain_label(self.tr("Evaluating what changes on each host..."))
        self.count_label = plain_label(name="muted")
        headers = [self.tr("Host"), self.tr("Change"), self.tr("Effect")]
        self.table = LinesTable(headers, [240, 190, 484], 2)
        self.table.setAccessibleName(self.tr("Hosts and changes"))
        self.table.setMinimumHeight(140)
        self.bottom = ReasonRow()
        self.bottom.set_danger(True)
        self.bottom.confirm.setEnabled(False)
        self.bottom.cancel.clicked.connect(self.reject)
        self.bottom.confirm.clicked.connect(self._on_confirm_clicked)
        self._show_title(count)
        sign = SignLabel("lan-disconnect", Tone.DENY)
        stack(self, head(sign, self.title_label, self.effect_label, self.count_label), self.table, self.bottom)
        self.resize(_WIDTH, 0)
        self.bottom.cancel.setFocus()

    def show_plans(self, plans: Sequence[HostPlan]) -> None:
        """Show what would be done on each host."""
        self._plans = tuple(plan for plan in plans if plan.is_included)
        count, left = len(self._plans), len(plans) - len(self._plans)
        self._show_title(count)
        self.effect_label.setText(
            self.tr(
                "Remote sessions will be blocked. Local sessions still follow the remaining entries. WinRM keeps "
                "running; winrs, WMI and SSH aren't affected. Disabled endpoints aren't changed."
            )
            if count
            else self.tr("Nothing to change on the selected hosts; see the reasons below.")
        )
        self.count_label.setText(shown(WINDOW.tr("%n host isn't changed", "%n hosts aren't changed", left)))
        self.count_label.setVisible(left > 0)
        self.table.set_rows([_row(plan) for plan in plans])
        self.bottom.set_asking(asks=count > 0)
        self.bottom.confirm.setEnabled(count > 0)

    def _show_title(self, count: int) -> None:
        title = shown(WINDOW.tr("Disable remoting on %n host?", "Disable remoting on %n hosts?", count))
        self.setWindowTitle(title)
        self.title_label.setText(title)
        verb = shown(WINDOW.tr("Disable on %n host", "Disable on %n hosts", count))
        self.bottom.show_verb(verb, verb)

    def _on_confirm_clicked(self) -> None:
        plans, reason = self._plans, self.bottom.reason()
        self.accept()
        self.confirmed.emit(plans, reason)


def _row(plan: HostPlan) -> tuple[Cell, ...]:
    name = (Line(shortened(one_line(plan.host.session.name), _LONGEST_NAME), bold=plan.is_included, wraps=False),)
    if plan.change_set is None or plan.risks is None:
        return name, (Line("-", Tone.MUTED),), (Line(shown(plan.left_alone), Tone.MUTED),)
    return name, (Line(change_text.tally(plan.change_set)),), (Line(change_text.left_outside(plan.risks)),)
