"""Result of a change, item by item."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from gatepost.endpoints.text import Text
from gatepost.endpoints.writes.action_text import on_host
from gatepost.endpoints.writes.journal_entry import ApplyReport, Outcome, WriteOutcome
from gatepost.models.plain import one_line
from gatepost.models.roles import Tone
from gatepost.models.sentences import enumerated, shown
from gatepost.ui.dialogs.fitted import SizedDialog
from gatepost.ui.dialogs.layout import foot, head, stack
from gatepost.ui.widgets.lines_model import Cell, Line
from gatepost.ui.widgets.lines_table import LinesTable
from gatepost.ui.widgets.plain_widgets import ElidedLabel, IconButton, SignLabel, plain_label

# What needs attention comes first in the table.
_ORDER = (Outcome.UNKNOWN, Outcome.PARTLY, Outcome.CONFLICT, Outcome.REFUSED, Outcome.CHANGED, Outcome.UNCHANGED)
_LOOKS = {
    Outcome.CHANGED: ("check-circle", Tone.ALLOW),
    Outcome.PARTLY: ("alert-outline", Tone.WARNING),
    Outcome.UNCHANGED: ("equal", Tone.MUTED),
    Outcome.CONFLICT: ("call-split", Tone.WARNING),
    Outcome.REFUSED: ("minus-circle", Tone.DENY),
    Outcome.UNKNOWN: ("help-circle-outline", Tone.WARNING),
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
        what = ElidedLabel("muted")
        what.setText(title)
        self.table = LinesTable([self.tr("Result"), self.tr("Item"), self.tr("Details")], [140, 300, 334], 2)
        self.table.setAccessibleName(self.tr("Results"))
        self.table.set_rows([_row(o) for o in _in_order(report)])
        self.copy_button = IconButton("content-copy", self.tr("Copy as &text"))
        self.copy_button.clicked.connect(lambda: QGuiApplication.clipboard().setText(as_text(report)))
        self.close_button = QPushButton(self.tr("&Close"))
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        name, tone = look(report)
        stack(
            self,
            head(SignLabel(name, tone), self.summary_label, what),
            self.table,
            foot([self.copy_button], [self.close_button]),
        )
        self.resize(_WIDTH, 0)
        self.close_button.setFocus()


def word(outcome: Outcome) -> str:
    """Return the word for an outcome."""
    match outcome:
        case Outcome.CHANGED:
            return QCoreApplication.translate("ReportDialog", "changed")
        case Outcome.PARTLY:
            return QCoreApplication.translate("ReportDialog", "partly changed")
        case Outcome.UNCHANGED:
            return QCoreApplication.translate("ReportDialog", "unchanged")
        case Outcome.CONFLICT:
            return QCoreApplication.translate("ReportDialog", "conflict")
        case Outcome.REFUSED:
            return QCoreApplication.translate("ReportDialog", "refused")
        case Outcome.UNKNOWN:
            return QCoreApplication.translate("ReportDialog", "not known")


def summary(report: ApplyReport) -> str:
    """Return how many endpoints ended how, such as "5 changed, 1 conflict"."""
    counted = [(outcome, report.count(outcome)) for outcome in (Outcome.CHANGED, *_ORDER) if report.count(outcome)]
    parts = dict.fromkeys(f"{count} {word(outcome)}" for outcome, count in counted)
    return enumerated(parts) or QCoreApplication.translate("ReportDialog", "No changes were made.")


def as_text(report: ApplyReport) -> str:
    """Return the report as plain text, one line for each endpoint."""
    head = QCoreApplication.translate("ReportDialog", "{action}, as {account}: {summary}").format(
        action=shown(on_host(report.verb, report.host.name)),
        account=one_line(report.host.account),
        summary=summary(report),
    )
    return "\n".join([head, *(f"{word(o.outcome)}\t{item_name(o)}\t{shown(o.message)}" for o in _in_order(report))])


def _in_order(report: ApplyReport) -> list[WriteOutcome]:
    return sorted(report.outcomes, key=lambda o: _ORDER.index(o.outcome))


def look(report: ApplyReport) -> tuple[str, Tone]:
    """Return the icon and the tone of the outcome that needs attention most."""
    return _LOOKS[_worst(report)]


def _worst(report: ApplyReport) -> Outcome:
    return next((outcome for outcome in _ORDER if report.count(outcome)), Outcome.UNCHANGED)


def item_name(outcome: WriteOutcome) -> str:
    """Return the name of an endpoint or setting."""
    return shown(outcome.name) if isinstance(outcome.name, Text) else one_line(outcome.name)


def _row(outcome: WriteOutcome) -> tuple[Cell, ...]:
    name, tone = _LOOKS[outcome.outcome]
    return (
        (Line(word(outcome.outcome), tone, name, bold=outcome.outcome is not Outcome.UNCHANGED),),
        (Line(item_name(outcome), wraps=False),),
        (Line(shown(outcome.message), Tone.MUTED if outcome.outcome is Outcome.UNCHANGED else Tone.TEXT),),
    )
