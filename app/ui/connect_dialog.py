"""Asks which host to connect to, how, and as whom."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.backend.addresses import AddressError
from app.backend.connections import Connection, ConnectRequest
from app.backend.reach import steps_of
from app.backend.schemes import missing, refusal
from app.endpoints.text import Text
from app.jobs.job import Job
from app.models.plain import plain_tip
from app.ui.connect_form import ConnectForm
from app.ui.connect_steps import ConnectSteps
from app.ui.connector import Connector
from app.ui.plain_widgets import ElidedLabel, SignLabel, button_text, foot, head, plain_label, stack
from app.ui.sized_dialog import SizedDialog
from app.ui.wording import shown
from app.work import Progress

_MAX_BUTTON_NAME = 200  # pixels


class ConnectDialog(SizedDialog):
    """Gives a ConnectRequest and closes; what comes of it is seen in the list of hosts. Use ``open()``."""

    connect_requested = Signal(object)  # ConnectRequest

    def __init__(self, connector: Connector, prefill: Connection | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._connector = connector
        self._test: Job | None = None
        self.setWindowTitle(self.tr("Connect to a host"))
        known = connector.known()
        self.form = ConnectForm(known)
        self.problem_label = plain_label(shown(known.problem), "warning")
        self.steps = ConnectSteps()
        self.steps.hide()
        self.test_button = QPushButton(self.tr("T&est"))
        self.test_button.setAutoDefault(False)
        self.cancel_button = QPushButton(self.tr("&Cancel"))
        self.cancel_button.setAutoDefault(False)
        self.connect_button = QPushButton()
        self.connect_button.setDefault(True)
        self.connect_button.setProperty("tone", "primary")
        self._lay_out()
        self._connect()
        if prefill is not None:
            self.form.fill(prefill)
        self._on_changed()
        if known.problem:
            self._say(known.problem)
        (self.form.password_edit if prefill else self.form.host_box).setFocus()
        self._ask_for_limitation()

    # Building

    def _lay_out(self) -> None:
        title = ElidedLabel("dialogTitle")
        title.setText(self.tr("Connect to a host"))
        hint = plain_label(self.tr("Through WinRM, as an administrator of the host."), "muted")
        stack(
            self,
            head(SignLabel("lan-connect", "accent"), title, hint),
            self.form,
            self.problem_label,
            self.steps,
            foot([self.test_button], [self.cancel_button, self.connect_button]),
        )

    def _connect(self) -> None:
        self.form.changed.connect(self._on_changed)
        self.test_button.clicked.connect(self._on_test_clicked)
        self.cancel_button.clicked.connect(self.reject)
        self.connect_button.clicked.connect(self._on_connect_clicked)
        self.finished.connect(self._on_finished)

    # Reacting

    def _on_changed(self) -> None:
        """Whatever was said of the fields as they were no longer holds."""
        self._stop_test()
        self.steps.hide()
        try:
            address = self.form.address()
        except AddressError:
            self._name_button("")
            self._say(None)
            return
        self._name_button(address.label)
        self._say(refusal(self.form.scheme(), address))

    def _on_connect_clicked(self) -> None:
        request = self._request()
        if request is None:
            return
        self.form.password_edit.clear()
        self.accept()
        self.connect_requested.emit(request)

    def _on_test_clicked(self) -> None:
        if self._test is not None:
            self._stop_test()
            self.steps.hide()
            self.fit()
            return
        request = self._request()
        if request is None:
            return
        self.steps.begin(steps_of(request.connection))
        self.steps.show()
        self.test_button.setText(self.tr("Stop t&est"))
        job = self._test = self._connector.try_out(request)
        job.progressed.connect(self._on_test_progressed)
        job.succeeded.connect(self._on_test_succeeded)
        job.failed.connect(self._on_test_failed)
        self.fit()

    def _on_test_progressed(self, progress: object) -> None:
        if isinstance(progress, Progress):
            self.steps.show_progress(progress.done)

    def _on_test_succeeded(self, results: object) -> None:
        self._stop_test()
        if isinstance(results, tuple):
            self.steps.show_results(results)
        self.fit()

    def _on_test_failed(self, error: Exception) -> None:
        self._stop_test()
        self.steps.hide()
        raise error  # a host's failure is a result; this is a defect

    def _stop_test(self) -> None:
        job, self._test = self._test, None
        self.test_button.setText(self.tr("T&est"))
        if job is not None and not job.done:
            job.cancel()

    def _on_finished(self) -> None:
        self._stop_test()
        self._limitation.cancel()
        self.form.password_edit.clear()

    def _ask_for_limitation(self) -> None:
        self._limitation = self._connector.limitation()
        self._limitation.succeeded.connect(self._on_limitation_known)

    def _on_limitation_known(self, said: object) -> None:
        if isinstance(said, Text) and said:
            self.form.limitation_label.setText(shown(said))
            self.form.limitation_label.show()
            self.fit()

    # What the fields give

    def _request(self) -> ConnectRequest | None:
        """Return the request, or say what is missing and go there."""
        try:
            connection = self.form.connection()
        except AddressError as error:
            self._refuse(error.reason, self.form.host_box)
            return None
        refused = refusal(self.form.scheme(), connection.address, connection.proxy)
        has_password = bool(self.form.password_edit.text()) or self.form.password_is_remembered()
        lacking = missing(connection, has_password)
        if refused:
            self._refuse(refused, self.form.scheme_box)
        elif lacking:
            self._refuse(lacking, self.form.password_edit if connection.user else self.form.user_edit)
        else:
            self._say(None)
            return ConnectRequest(connection, self.form.password_edit.text())
        return None

    def _refuse(self, why: Text, field: QWidget) -> None:
        self._say(why)
        field.setFocus()

    def _say(self, problem: Text | None) -> None:
        said = shown(problem) if problem else ""
        self.problem_label.setText(said)
        self.problem_label.setAccessibleName(said)
        self.problem_label.setVisible(bool(said))
        self.fit()

    def _name_button(self, host: str) -> None:
        if not host:
            self.connect_button.setText(self.tr("C&onnect"))
            self.connect_button.setAccessibleName(self.tr("Connect"))
            return
        metrics = self.connect_button.fontMetrics()
        short = metrics.elidedText(host, Qt.TextElideMode.ElideMiddle, _MAX_BUTTON_NAME)
        full = self.tr("Connect to {host}").format(host=host)
        self.connect_button.setText(self.tr("C&onnect to {host}").format(host=button_text(short)))
        self.connect_button.setToolTip(plain_tip(full))
        self.connect_button.setAccessibleName(full)
