"""What came of an order, endpoint by endpoint."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QTableView, QVBoxLayout, QWidget

from app.endpoints.report import ApplyReport, Outcome
from app.models.plain import visible
from app.models.report_table import Column, ReportTableModel
from app.ui.icons import icon
from app.ui.tables import fit_height, set_up_table
from app.ui.wording import shown


class ReportDialog(QDialog):
    """A sentence and a table; Close is the only way on."""

    def __init__(self, report: ApplyReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.report = report
        self.model = ReportTableModel(report.outcomes, self)
        well = not any(report.count(o) for o in (Outcome.CONFLICT, Outcome.REFUSED, Outcome.UNKNOWN))
        sign = QLabel()
        sign.setPixmap(icon(*(("check-circle", "allow") if well else ("alert-outline", "warning"))).pixmap(34, 34))
        title = QLabel(visible(f"{shown(report.verb)} {self.tr('on')} {report.host.name}"))
        title.setObjectName("dialogTitle")
        summary = QLabel(self.summary())
        for label in (title, summary):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.setWindowTitle(title.text())
        table = QTableView()
        set_up_table(table, self.model, self.tr("Outcomes"))
        table.setColumnWidth(Column.ENDPOINT, 230)
        table.setColumnWidth(Column.OUTCOME, 130)
        fit_height(table, self.model.rowCount(), 12)
        copy = QPushButton(icon("content-copy"), self.tr("C&opy all"))
        copy.setAutoDefault(False)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.as_text()))
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        head = QHBoxLayout()
        head.setSpacing(12)
        words = QVBoxLayout()
        words.addWidget(title)
        words.addWidget(summary)
        head.addWidget(sign, alignment=Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(copy)
        buttons.addStretch()
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.addLayout(head)
        layout.addWidget(table, 1)
        layout.addStretch()
        layout.addLayout(buttons)
        self.resize(820, 420)
        close.setFocus()

    def summary(self) -> str:
        """Say how many endpoints ended how."""
        parts = [f"{self.report.count(o)} {self.model.words(o)}" for o in Outcome if self.report.count(o)]
        return ", ".join(parts) or self.tr("Nothing was to be done.")

    def as_text(self) -> str:
        """Return the report as text."""
        rows = [f"{o.name}: {self.model.words(o.outcome)}. {shown(o.message)}" for o in self.report.outcomes]
        return "\n".join([self.windowTitle(), self.summary(), "", *(visible(row) for row in rows)])
