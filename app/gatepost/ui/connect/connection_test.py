"""The connection test of the connect dialog: a button, and the steps as they are gone through."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from gatepost.backend.connect.connection_test import Step, StepResult, steps_of
from gatepost.backend.connect.connections import ConnectRequest
from gatepost.jobs.job import Job
from gatepost.models.roles import Tone
from gatepost.models.window_text import shown
from gatepost.session.host_opener import HostOpener
from gatepost.ui.widgets.boxes import grid
from gatepost.ui.widgets.plain_widgets import SignLabel, plain_label, push_button

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


class ConnectionTestPanel(QObject):
    """The button starts a test and, while one runs, stops it."""

    requested = Signal()  # the button was pressed, and none runs: what is to be tried?
    question_raised = Signal(object)  # CertificateQuestion

    def __init__(self, opener: HostOpener, parent: QObject) -> None:
        super().__init__(parent)
        self._opener = opener
        self._job: Job[tuple[StepResult, ...]] | None = None
        self.button = push_button("", self._on_clicked)
        self.steps = ConnectionTestSteps()
        self.clear()

    def run(self, request: ConnectRequest) -> None:
        """Try the way, in the background."""
        self.steps.begin(steps_of(request.connection))
        self.steps.show()
        self.button.setText(self.tr("Stop t&est"))
        self._job = self._opener.run_connection_test(request)
        self._job.then(
            self._on_tried, crashed=self.clear, progressed=lambda progress: self.steps.show_progress(progress.done)
        )

    def clear(self) -> None:
        """Stop what runs, and forget what came of it."""
        self._stop()
        self.steps.hide()

    def _on_clicked(self) -> None:
        if self._job is None:
            self.requested.emit()
        else:
            self.clear()

    def _on_tried(self, results: tuple[StepResult, ...]) -> None:
        self._stop()
        self.steps.show_results(results)
        question = next((result.question for result in results if result.question), None)
        if question is not None:
            self.question_raised.emit(question)

    def _stop(self) -> None:
        job, self._job = self._job, None
        self.button.setText(self.tr("T&est"))
        if job is not None and not job.is_finished:
            job.cancel()
