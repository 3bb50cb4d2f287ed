"""Steps of a connection test as they are gone through."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from gatepost.backend.connect.connection_test import Step, StepResult
from gatepost.models.roles import Tone
from gatepost.models.window_text import shown
from gatepost.ui.widgets.boxes import grid
from gatepost.ui.widgets.plain_widgets import SignLabel, plain_label

_SIGN = 18  # pixels
_WORKS, _FAILS, _RUNS, _WAITS = (
    ("check-circle-outline", Tone.ALLOW),
    ("alert-circle-outline", Tone.DENY),
    ("progress-clock", Tone.ACCENT),
    ("circle-outline", Tone.MUTED),
)


class ConnectionTestSteps(QWidget):
    """One line per step: a sign, what it is about, and what came of it in words."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[Step, tuple[SignLabel, QLabel, QLabel]] = {}  # sign, name, and what came of it
        self._steps = tuple(Step)
        names = {
            Step.NAME: self.tr("Name"),
            Step.PORT: self.tr("Port"),
            Step.TLS: self.tr("Certificate"),
            Step.LOGON: self.tr("Log on"),
            Step.READ: self.tr("Read"),
        }
        lines = grid(10, 6, grows=2, on=self)
        for row, step in enumerate(Step):
            name = QLabel(names[step])
            name.setTextFormat(Qt.TextFormat.PlainText)
            self._rows[step] = (SignLabel(side=_SIGN), name, plain_label())
            for column, widget in enumerate(self._rows[step]):
                widget.setMinimumHeight(_SIGN)
                lines.addWidget(widget, row, column, Qt.AlignmentFlag.AlignTop if column < 2 else Qt.AlignmentFlag(0))
        self.show_progress(0)

    def begin(self, steps: tuple[Step, ...]) -> None:
        """Show these steps alone, the first one under way."""
        self._steps = steps
        for step, widgets in self._rows.items():
            for widget in widgets:
                widget.setVisible(step in steps)
        self.show_progress(0)

    def show_progress(self, done: int) -> None:
        """Show that ``done`` steps work and the next one is under way."""
        for number, step in enumerate(self._steps):
            if number < done:
                self._show(step, _WORKS, self.tr("works"))
            elif number == done:
                self._show(step, _RUNS, self.tr("trying"))
            else:
                self._show(step, _WAITS, "")

    def show_results(self, results: tuple[StepResult, ...]) -> None:
        """Show how each step went; those after a failure were not tried."""
        for step in self._steps:
            self._show(step, _WAITS, self.tr("skipped"))
        for result in results:
            message = " ".join(filter(None, (shown(result.said), shown(result.next_step))))
            self._show(result.step, _WORKS if result.works else _FAILS, message)

    def _show(self, step: Step, sign: tuple[str, Tone], message: str) -> None:
        sign_label, _, said_label = self._rows[step]
        sign_label.set_sign(*sign)
        said_label.setText(message)
        said_label.setAccessibleName(f"{step.name.title()}: {message}")
