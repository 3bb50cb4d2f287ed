"""The steps of a connection test, as they are gone through."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from gatepost.backend.connect.check_connection import Step, StepResult
from gatepost.models.roles import Tone
from gatepost.models.sentences import shown
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
        self._signs: dict[Step, SignLabel] = {}
        self._said: dict[Step, QLabel] = {}
        self._rows: dict[Step, tuple[QWidget, ...]] = {}
        self._steps = tuple(Step)
        names = {
            Step.NAME: self.tr("Name"),
            Step.PORT: self.tr("Port"),
            Step.TLS: self.tr("Certificate"),
            Step.LOGON: self.tr("Log on"),
            Step.READ: self.tr("Read"),
        }
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(2, 1)
        for row, step in enumerate(Step):
            self._signs[step] = SignLabel(side=_SIGN)
            self._said[step] = plain_label()
            name = QLabel(names[step])
            name.setTextFormat(Qt.TextFormat.PlainText)
            self._rows[step] = (self._signs[step], name, self._said[step])
            for column, widget in enumerate(self._rows[step]):
                widget.setMinimumHeight(_SIGN)
                grid.addWidget(widget, row, column, Qt.AlignmentFlag.AlignTop if column < 2 else Qt.AlignmentFlag(0))
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
            words = self.tr("works") if number < done else self.tr("trying") if number == done else ""
            self._show(step, _WORKS if number < done else _RUNS if number == done else _WAITS, words)

    def show_results(self, results: tuple[StepResult, ...]) -> None:
        """Show how each step went; those after a failure were not tried."""
        for step in self._steps:
            self._show(step, _WAITS, self.tr("skipped"))
        for result in results:
            words = " ".join(filter(None, (shown(result.said), shown(result.next_step))))
            self._show(result.step, _WORKS if result.works else _FAILS, words)

    def as_text(self) -> str:
        """Return the lines as text."""
        return "\n".join(f"{step.name}: {label.text()}" for step, label in self._said.items() if step in self._steps)

    def _show(self, step: Step, sign: tuple[str, Tone], words: str) -> None:
        self._signs[step].set_sign(*sign)
        self._said[step].setText(words)
        self._said[step].setAccessibleName(f"{step.name.title()}: {words}")
