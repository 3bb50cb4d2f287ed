"""Results of a change on several hosts, host by host; each leads to its own report."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from gatepost.endpoints.text import WINDOW
from gatepost.endpoints.writes.journal_entry import ApplyReport
from gatepost.models.roles import Tone
from gatepost.models.window_text import one_line, shown
from gatepost.ui.bulk.action import LONGEST_NAME, LONGEST_REASON
from gatepost.ui.bulk.run import BulkReport
from gatepost.ui.confirm.report_dialog import ReportDialog, item_name, look, summary
from gatepost.ui.dialogs.fitted import SizedDialog
from gatepost.ui.dialogs.layout import dialog_buttons, dialog_header, dialog_layout
from gatepost.ui.dialogs.opening import open_dialog
from gatepost.ui.widgets.lines import Cell, Line
from gatepost.ui.widgets.lines_table import LinesTable
from gatepost.ui.widgets.plain_widgets import ElidedLabel, SignLabel, copy_button, plain_label, push_button, shortened

_WIDTH = 860  # pixels


class BulkReportDialog(SizedDialog):
    """A line that sums up, and a row for each host. Use ``open()``."""

    revert_requested = Signal(object)  # BulkReport

    def __init__(self, report: BulkReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # What needs attention comes first in the table.
        named = sorted(zip(report.hosts, report.reports, strict=True), key=lambda each: not each[1].needs_attention)
        self._reports = [each for _, each in named]
        self.report = report
        title = shown(report.name)
        self.setWindowTitle(title)
        self.summary_label = plain_label(bulk_summary(report), "dialogTitle")
        columns = (self.tr("Host"), 260), (self.tr("Result"), 214), (self.tr("Details"), 340)
        self.table = LinesTable(self.tr("Hosts and results"), *columns, stretched=2)
        self.table.set_rows([partial(_row, *each) for each in named])
        self.table.activated.connect(lambda _: self._open_report())
        opening = QAction(self.tr("Open report"), self.table)
        opening.triggered.connect(self._open_report)
        self.table.insertAction(self.table.actions()[0], opening)
        self.copy_button = copy_button(self.tr("Copy as &text"), self.as_text)
        self.open_button = push_button(self.tr("&Open report..."), self._open_report)
        self.revert_button = push_button(self.tr("&Revert..."), self._on_revert)
        self.revert_button.setVisible(bool(report.written))
        self.close_button = push_button(self.tr("&Close"), self.accept, is_default=True)
        sign = ("alert-outline", Tone.WARNING) if report.needs_attention else ("check-circle", Tone.ALLOW)
        dialog_layout(
            self,
            dialog_header(SignLabel(*sign), self.summary_label, ElidedLabel("muted", title)),
            self.table,
            dialog_buttons([self.copy_button, self.open_button], [self.revert_button, self.close_button]),
        )
        self.resize(_WIDTH, 0)
        self.close_button.setFocus()

    def as_text(self) -> str:
        """Return the results as plain text, a line for each host."""
        return "\n".join([f"{self.windowTitle()}: {self.summary_label.text()}", self.table.as_text()])

    def _open_report(self) -> None:
        number = self.table.current_row()
        if 0 <= number < len(self._reports):
            open_dialog(ReportDialog(self._reports[number], self))

    def _on_revert(self) -> None:
        self.accept()
        self.revert_requested.emit(self.report)


def bulk_summary(report: BulkReport) -> str:
    """Return on how many hosts all was done, and on how many it was not."""
    count = len(report.reports)
    done = sum(not each.needs_attention for each in report.reports)
    return shown(WINDOW.tr("{done} of %n host done as planned", "{done} of %n hosts done as planned", count, done=done))


def _row(host: str, report: ApplyReport) -> tuple[Cell, ...]:
    icon, tone = look(report)
    return (
        (Line(shortened(one_line(host), LONGEST_NAME), wraps=False),),
        (Line(summary(report), tone, icon, bold=True),),
        (Line(_details(report)),),
    )


def _details(report: ApplyReport) -> str:
    """Return the first result that needs attention, else that of the first item."""
    outcome = next((each for each in report.outcomes if not each.fulfilled), next(iter(report.outcomes), None))
    if outcome is None:
        return ""
    of_host = outcome.fulfilled or outcome.name == report.host.name
    message = shown(outcome.message) if of_host else f"{item_name(outcome)}: {shown(outcome.message)}"
    return shortened(message, LONGEST_REASON)
