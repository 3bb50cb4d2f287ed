"""What came of an order, endpoint by endpoint."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.endpoints.report import ApplyReport, EndpointOutcome, Outcome
from app.models.plain import one_line
from app.ui.icons import icon
from app.ui.lines_table import Cell, Line, LinesTable, plain_tip
from app.ui.plain_widgets import plain_label
from app.ui.wording import shown

# What needs attention comes first in the table.
_ORDER = (Outcome.UNKNOWN, Outcome.CONFLICT, Outcome.REFUSED, Outcome.CHANGED, Outcome.UNCHANGED)
_LOOKS = {
    Outcome.CHANGED: ("check-circle", "allow"),
    Outcome.UNCHANGED: ("equal", "muted"),
    Outcome.CONFLICT: ("call-split", "warning"),
    Outcome.REFUSED: ("minus-circle", "deny"),
    Outcome.UNKNOWN: ("help-circle-outline", "warning"),
}


class ReportDialog(QDialog):
    """One line that sums up, and a table that tells of every endpoint. Use ``open()``."""

    def __init__(self, report: ApplyReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.report = report
        template = self.tr("{verb} on {host}")
        title = template.format(verb=shown(report.verb), host=one_line(report.host.name))
        self.setWindowTitle(title)
        self.summary_label = plain_label(summary(report), "dialogTitle")
        what = plain_label(name="muted")
        what.setWordWrap(False)
        what.setText(what.fontMetrics().elidedText(title, Qt.TextElideMode.ElideMiddle, 640))
        what.setToolTip(plain_tip(title))
        self.table = LinesTable([self.tr("Outcome"), self.tr("Endpoint"), self.tr("What is known")], [140, 240, 300], 2)
        self.table.setAccessibleName(self.tr("Outcome for each endpoint"))
        self.table.set_rows([_row(o) for o in _in_order(report)])
        self.copy_button = QPushButton(icon("content-copy", "muted"), self.tr("Copy as &text"))
        self.copy_button.setAutoDefault(False)
        self.copy_button.clicked.connect(lambda: QGuiApplication.clipboard().setText(as_text(report)))
        self.close_button = QPushButton(self.tr("&Close"))
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        self._lay_out(what)
        self.close_button.setFocus()

    def _lay_out(self, what: QLabel) -> None:
        mark = QLabel()
        name, tone = _LOOKS[_worst(self.report)]
        mark.setPixmap(icon(name, tone).pixmap(36, 36))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.summary_label)
        words.addWidget(what)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.copy_button)
        foot.addStretch()
        foot.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 18)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self.table, 1)
        layout.addLayout(foot)
        rows = min(max(len(self.report.outcomes), 2), 11)
        self.resize(780, 180 + rows * 34)


def word(outcome: Outcome) -> str:
    """Return the word for an outcome."""
    match outcome:
        case Outcome.CHANGED:
            return QCoreApplication.translate("ReportDialog", "changed")
        case Outcome.UNCHANGED:
            return QCoreApplication.translate("ReportDialog", "unchanged")
        case Outcome.CONFLICT:
            return QCoreApplication.translate("ReportDialog", "conflict")
        case Outcome.REFUSED:
            return QCoreApplication.translate("ReportDialog", "refused")
        case Outcome.UNKNOWN:
            return QCoreApplication.translate("ReportDialog", "unknown")


def summary(report: ApplyReport) -> str:
    """Return how many endpoints ended how, such as "5 changed, 1 conflict"."""
    counted = [(outcome, report.count(outcome)) for outcome in (Outcome.CHANGED, *_ORDER) if report.count(outcome)]
    parts = dict.fromkeys(f"{count} {word(outcome)}" for outcome, count in counted)
    return ", ".join(parts) or QCoreApplication.translate("ReportDialog", "Nothing was tried.")


def as_text(report: ApplyReport) -> str:
    """Return the report as plain text, one line for each endpoint."""
    head = QCoreApplication.translate("ReportDialog", "{verb} on {host} as {account}: {summary}").format(
        verb=shown(report.verb),
        host=one_line(report.host.name),
        account=one_line(report.host.account),
        summary=summary(report),
    )
    return "\n".join([head, *(f"{word(o.outcome)}\t{one_line(o.name)}\t{shown(o.message)}" for o in _in_order(report))])


def _in_order(report: ApplyReport) -> list[EndpointOutcome]:
    return sorted(report.outcomes, key=lambda o: _ORDER.index(o.outcome))


def _worst(report: ApplyReport) -> Outcome:
    return next((outcome for outcome in _ORDER if report.count(outcome)), Outcome.UNCHANGED)


def _row(outcome: EndpointOutcome) -> tuple[Cell, ...]:
    name, tone = _LOOKS[outcome.outcome]
    return (
        (Line(word(outcome.outcome), tone, name, bold=outcome.outcome is not Outcome.UNCHANGED),),
        (Line(one_line(outcome.name), wraps=False),),
        (Line(shown(outcome.message), "muted" if outcome.outcome is Outcome.UNCHANGED else "text"),),
    )
