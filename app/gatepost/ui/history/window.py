"""The history of all hosts, in a window of its own beside the main one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gatepost.backend.journal.export import export_journal
from gatepost.endpoints.text import WINDOW
from gatepost.models.roles import Tone
from gatepost.models.window_text import shown
from gatepost.session.journal_source import JournalSource
from gatepost.ui.dialogs.files import FileSaver, FileToSave
from gatepost.ui.history.view import HistoryView
from gatepost.ui.widgets.boxes import Grow, vbox
from gatepost.ui.widgets.icons import icon
from gatepost.ui.widgets.plain_widgets import plain_label, push_button


class HistoryWindow(QWidget):
    """Shows every write there is in the journal, or why it cannot be read."""

    def __init__(self, source: JournalSource, files: FileSaver, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._source = source
        self._files = files
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("History"))
        self.setWindowIcon(icon("history", Tone.ACCENT))
        self.problem = plain_label(name="warning")
        self.set_aside_button = push_button(self.tr("&Move the damaged history and start a new one"))
        self.view = HistoryView(source, Qt.Orientation.Vertical)
        self.export_button = push_button(self.tr("&Export..."), self._export)
        self.close_button = push_button(self.tr("&Close"), self.close)
        self.view.buttons.addWidget(self.export_button)
        self.view.buttons.addWidget(self.close_button)
        layout = vbox(
            self.problem, self.set_aside_button, Grow(self.view), on=self, spacing=10, margins=(16, 14, 16, 14)
        )
        layout.setAlignment(self.set_aside_button, Qt.AlignmentFlag.AlignLeft)
        QShortcut(QKeySequence("Esc"), self, self.close)
        QShortcut(QKeySequence("F5"), self, source.load)
        QShortcut(QKeySequence("Ctrl+F"), self, self.view.filter_edit.setFocus)
        source.changed.connect(self._show_problem)
        self.resize(1180, 680)
        self._show_problem()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.view.table.setFocus()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Another Gatepost may have written meanwhile: coming back to the window shows it."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self._source.load()

    def _export(self) -> None:
        """Save what the filter lets through; what came of it is said in the window."""
        entries = self.view.shown_entries()
        count = len(entries)
        kinds = {self.tr("CSV"): "csv", self.tr("JSON"): "json"}
        write = partial(export_journal, entries=entries)
        self._files.ask(
            FileToSave(self.tr("Export History"), "gatepost-history.csv", kinds, write),
            self,
            lambda path: self.view.show_message(
                shown(WINDOW.tr("Exported %n change to {path}.", "Exported %n changes to {path}.", count, path=path))
            ),
            self.view.show_error,
        )

    def _show_problem(self) -> None:
        error = self._source.error
        self.problem.setText(f"{shown(error.summary)}\n{shown(error.next_step)}".strip() if error else "")
        self.problem.setVisible(error is not None)
        self.set_aside_button.setVisible(bool(getattr(error, "damaged", False)))
        self.export_button.setEnabled(error is None)
