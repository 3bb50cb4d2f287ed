"""The connection test of the connect dialog: a button, and the steps under it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from gatepost.backend.connect.connection_test import StepResult, steps_of
from gatepost.backend.connect.connections import ConnectRequest
from gatepost.jobs.job import Job
from gatepost.session.host_opener import HostOpener
from gatepost.ui.connect.connection_test_steps import ConnectionTestSteps
from gatepost.ui.widgets.plain_widgets import push_button


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
