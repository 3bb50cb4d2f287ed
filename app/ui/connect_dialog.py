"""Asks which host to connect to, how, and as whom."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.backend.addresses import AddressError
from app.backend.certificates import CertificateQuestion
from app.backend.connections import Connection, ConnectRequest
from app.backend.reach import steps_of
from app.backend.schemes import missing, refusal
from app.backend.settings import NO_PROXY, is_proxy
from app.endpoints.errors import HostError
from app.endpoints.text import Text
from app.jobs.job import Job
from app.models.plain import one_line, plain_tip
from app.ui.certificate_dialog import CertificateDialog, certificate_dialog
from app.ui.connect_form import ConnectForm
from app.ui.connect_steps import ConnectSteps
from app.ui.connector import Connector
from app.ui.fingerprint import in_two_lines
from app.ui.known_hosts import KnownHosts
from app.ui.plain_widgets import ElidedLabel, SignLabel, button_text, foot, head, plain_label, stack
from app.ui.question_dialog import QuestionDialog
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
        self.hosts = KnownHosts(connector, self)
        self.form = ConnectForm(self.hosts, connector.usual_proxy())
        self.problem_label = plain_label("", "warning")
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
        if self.hosts.known.problem:
            self._say(self.hosts.known.problem)
        (self.form.login.password_edit if prefill else self.form.host.host_box).setFocus()
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
        self.form.host.save_button.clicked.connect(self._on_save_clicked)
        self.form.host.forget_button.clicked.connect(self._on_forget_clicked)
        self.form.login.forget_button.clicked.connect(self._on_forget_password_clicked)
        self.form.trust.forget_pin_requested.connect(self._on_forget_pin_requested)
        self.hosts.failed.connect(self._on_hosts_failed)
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
            connection = self.form.connection()
        except AddressError:
            self._name_button("")
            self._say(None)
            return
        self._name_button(connection.address.label)
        self._say(refusal(self.form.login.scheme(), connection.address, connection.proxy))

    def _on_connect_clicked(self) -> None:
        request = self._request()
        if request is None:
            return
        self.form.login.password_edit.clear()
        self.accept()
        self.connect_requested.emit(request)

    def _on_test_clicked(self) -> None:
        if self._test is not None:
            self._stop_test()
            self.steps.hide()
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

    def _on_test_progressed(self, progress: object) -> None:
        if isinstance(progress, Progress):
            self.steps.show_progress(progress.done)

    def _on_test_succeeded(self, results: object) -> None:
        self._stop_test()
        if isinstance(results, tuple):
            self.steps.show_results(results)
            self._ask_about(next((result.question for result in results if result.question), None))

    def _ask_about(self, question: CertificateQuestion | None) -> None:
        """A certificate that is not believed can be trusted from here, and then the test goes on."""
        connection = self._connection()
        if question is None or connection is None:
            return
        dialog = certificate_dialog(connection.address.label, question, self)
        if isinstance(dialog, CertificateDialog):
            dialog.trusted.connect(lambda pin: self._trust(connection, str(pin)))
        dialog.open()

    def _trust(self, connection: Connection, pin: str) -> None:
        self.hosts.pin(connection, pin).succeeded.connect(self._on_test_clicked)

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
        self.form.login.password_edit.clear()

    def _ask_for_limitation(self) -> None:
        self._limitation = self._connector.limitation()
        self._limitation.succeeded.connect(self._on_limitation_known)

    def _on_limitation_known(self, said: object) -> None:
        if isinstance(said, Text) and said:
            self.form.login.limit(shown(said))

    # The hosts of before

    def _on_save_clicked(self, saved: bool) -> None:
        connection = self._connection()
        if connection is not None:
            self.hosts.keep(connection, saved)

    def _on_forget_clicked(self) -> None:
        connection = self._connection()
        if connection is None:
            return
        if not connection.pinned_fingerprint:
            self.hosts.forget(connection)
            return
        forget = self.tr("Forget {host}?").format(host=one_line(connection.address.label))
        also = self.tr("Its trusted certificate is forgotten too: the next one that it shows is asked about.")
        self._confirm(forget, also, self.tr("&Forget"), lambda: self.hosts.forget(connection))

    def _on_forget_password_clicked(self) -> None:
        connection = self._connection()
        if connection is not None:
            self.form.login.remember.setChecked(False)
            self.hosts.forget_password(connection)

    def _on_forget_pin_requested(self) -> None:
        connection = self._connection()
        if connection is None:
            return
        title = self.tr("Forget the trusted certificate?")
        consequence = self.tr(
            "The next connection asks about whatever certificate {host} shows then. Do this only if you know why it "
            "has a new one. Trusted until now:\n{fingerprint}"
        ).format(host=one_line(connection.address.label), fingerprint=in_two_lines(connection.pinned_fingerprint))
        self._confirm(title, consequence, self.tr("&Forget"), lambda: self.hosts.pin(connection, ""))

    def _confirm(self, title: str, consequence: str, verb: str, then: Callable[[], object]) -> None:
        question = QuestionDialog(title, consequence, verb, self)
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.accepted.connect(then)
        question.open()

    def _on_hosts_failed(self, error: object) -> None:
        if isinstance(error, HostError):
            self._say(error.summary)

    # What the fields give

    def _connection(self) -> Connection | None:
        try:
            return self.form.connection()
        except AddressError:
            return None

    def _request(self) -> ConnectRequest | None:
        """Return the request, or say what is missing and go there."""
        login, trust = self.form.login, self.form.trust
        try:
            connection = self.form.connection()
        except AddressError as error:
            self._refuse(error.reason, self.form.host.host_box)
            return None
        password = login.password()
        lacking = missing(connection, bool(password) or self.form.password_is_remembered())
        refused = refusal(login.scheme(), connection.address, connection.proxy)
        if refused:
            self._refuse(refused, login.scheme_box)
        elif lacking:
            self._refuse(lacking, self._field_for(connection))
        elif trust.through_proxy.isChecked() and not is_proxy(connection.proxy):
            self._refuse(NO_PROXY, trust.proxy_edit)
        else:
            self._say(None)
            return ConnectRequest(connection, password)
        return None

    def _field_for(self, connection: Connection) -> QWidget:
        """Return the field in which something is missing."""
        login = self.form.login
        if login.scheme().certificate:
            return login.certificate
        return login.password_edit if connection.user else login.user_edit

    def _refuse(self, why: Text, field: QWidget) -> None:
        self._say(why)
        field.setFocus()

    def _say(self, problem: Text | None) -> None:
        said = shown(problem) if problem else ""
        self.problem_label.setText(said)
        self.problem_label.setAccessibleName(said)
        self.problem_label.setVisible(bool(said))

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
