"""Result of a change, item by item."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from gatepost.endpoints.text import WINDOW, Text
from gatepost.endpoints.writes.action_text import on_host
from gatepost.endpoints.writes.journal_entry import ApplyReport, Outcome, WriteOutcome
from gatepost.models.journal_text import outcome_tone, outcome_word
from gatepost.models.roles import Tone
from gatepost.models.window_text import enumerated, one_line, shown
from gatepost.ui.dialogs.fitted import SizedDialog
from gatepost.ui.dialogs.layout import dialog_buttons, dialog_header, dialog_layout
from gatepost.ui.widgets.lines import Cell, Line
from gatepost.ui.widgets.lines_table import LinesTable
from gatepost.ui.widgets.plain_widgets import ElidedLabel, SignLabel, copy_button, plain_label, push_button

# What needs attention comes first in the table.
_ORDER = (Outcome.UNKNOWN, Outcome.PARTLY, Outcome.CONFLICT, Outcome.REFUSED, Outcome.CHANGED, Outcome.UNCHANGED)
_ICONS = {
    Outcome.CHANGED: "check-circle",
    Outcome.PARTLY: "alert-outline",
    Outcome.UNCHANGED: "equal",
    Outcome.CONFLICT: "call-split",
    Outcome.REFUSED: "minus-circle",
    Outcome.UNKNOWN: "help-circle-outline",
}

_WIDTH = 820  # pixels


class ReportDialog(SizedDialog):
    """One line that sums up, and a table that tells of every endpoint. Use ``open()``."""

    def __init__(self, report: ApplyReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.report = report
        title = shown(on_host(report.verb, report.host.name))
        self.setWindowTitle(title)
        self.summary_label = plain_label(summary(report), "dialogTitle")
        columns = (self.tr("Result"), 140), (self.tr("Item"), 300), (self.tr("Details"), 334)
        self.table = LinesTable(self.tr("Results"), *columns, stretched=2)
        self.table.set_rows([_row(o) for o in _in_order(report)])
        self.copy_button = copy_button(self.tr("Copy as &text"), partial(as_text, report))
        self.close_button = push_button(self.tr("&Close"), self.accept, is_default=True)
        name, tone = look(report)
        dialog_layout(
            self,
            dialog_header(SignLabel(name, tone), self.summary_label, ElidedLabel("muted", title)),
            self.table,
            dialog_buttons([self.copy_button], [self.close_button]),
        )
        self.resize(_WIDTH, 0)
        self.close_button.setFocus()


def summary(report: ApplyReport) -> str:
    """Return how many endpoints ended how, such as "5 changed, 1 conflict"."""
    counted = [(outcome, report.count(outcome)) for outcome in (Outcome.CHANGED, *_ORDER) if report.count(outcome)]
    parts = dict.fromkeys(f"{count} {outcome_word(outcome)}" for outcome, count in counted)
    return enumerated(parts) or shown(WINDOW.tr("No changes were made."))


def as_text(report: ApplyReport) -> str:
    """Return the report as plain text, one line for each endpoint."""
    action = on_host(report.verb, report.host.name)
    headline = WINDOW.tr("{action}, as {account}: {summary}")
    head = shown(headline.filled(action=action, account=report.host.account, summary=summary(report)))
    return "\n".join(
        [head, *(f"{outcome_word(o.outcome)}\t{item_name(o)}\t{shown(o.message)}" for o in _in_order(report))]
    )


def _in_order(report: ApplyReport) -> list[WriteOutcome]:
    return sorted(report.outcomes, key=lambda o: _ORDER.index(o.outcome))


def look(report: ApplyReport) -> tuple[str, Tone]:
    """Return the icon and the tone of the outcome that needs attention most."""
    worst = next((outcome for outcome in _ORDER if report.count(outcome)), Outcome.UNCHANGED)
    return _ICONS[worst], outcome_tone(worst)


def item_name(outcome: WriteOutcome) -> str:
    """Return the name of an endpoint or setting."""
    return shown(outcome.name) if isinstance(outcome.name, Text) else one_line(outcome.name)


def _row(outcome: WriteOutcome) -> tuple[Cell, ...]:
    name, tone = _ICONS[outcome.outcome], outcome_tone(outcome.outcome)
    return (
        (Line(outcome_word(outcome.outcome), tone, name, bold=outcome.outcome is not Outcome.UNCHANGED),),
        (Line(item_name(outcome), wraps=False),),
        (Line(shown(outcome.message), Tone.MUTED if outcome.outcome is Outcome.UNCHANGED else Tone.TEXT),),
    )
