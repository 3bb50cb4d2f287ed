"""Connect dialog: which host to connect to, how, and as whom."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from gatepost.backend.connect.addresses import AddressError, is_host_name
from gatepost.backend.connect.connections import Connection, ConnectRequest
from gatepost.backend.connect.schemes import missing_text, refusal
from gatepost.backend.failures.explained import CertificateQuestion
from gatepost.backend.files.settings import PROXY_INVALID, is_proxy
from gatepost.endpoints.text import WINDOW, Text
from gatepost.models.roles import Tone
from gatepost.models.window_text import hidden_character, shown
from gatepost.session.host_opener import HostOpener
from gatepost.session.saved_connection_jobs import SavedConnectionJobs
from gatepost.ui.connect.certificate_dialog import ask_about_certificate
from gatepost.ui.connect.connection_list import ConnectionList
from gatepost.ui.connect.connection_test import ConnectionTestPanel
from gatepost.ui.connect.form import ConnectForm
from gatepost.ui.dialogs.fitted import SizedDialog
from gatepost.ui.dialogs.layout import dialog_buttons, dialog_header, dialog_layout
from gatepost.ui.widgets.plain_widgets import (
    ElidedLabel,
    SignLabel,
    button_text,
    plain_label,
    push_button,
    set_text_or_hide,
    set_tip,
)

_MAX_BUTTON_NAME = 200  # pixels


class ConnectDialog(SizedDialog):
    """Gives a ConnectRequest and closes; what comes of it is seen in the list of hosts. Use ``open()``."""

    connect_requested = Signal(object)  # ConnectRequest

    def __init__(
        self,
        opener: HostOpener,
        saved: SavedConnectionJobs,
        usual_proxy: str,
        prefill: Connection | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._opener = opener
        self.setWindowTitle(self.tr("Connect to a host"))
        self.hosts = ConnectionList(saved, self)
        self.form = ConnectForm(self.hosts, usual_proxy)
        self.problem_label = plain_label("", "warning")
        self.trial = ConnectionTestPanel(opener, self)
        self.cancel_button = push_button(self.tr("&Cancel"), self.reject)
        self.connect_button = push_button("", self._on_connect_clicked, tone="primary", is_default=True)
        self._lay_out()
        self._connect()
        if prefill is not None:
            self.form.fill(prefill)
        self._on_changed()
        if self.hosts.known.problem:
            self._say(self.hosts.known.problem)
        (self.form.login.password_edit if prefill else self.form.host.host_box).setFocus()
        self._limitation = saved.limitation().then(lambda limitation: self.form.login.limit(shown(limitation)))

    # Building

    def _lay_out(self) -> None:
        title = ElidedLabel("dialogTitle", self.tr("Connect to a host"))
        hint = plain_label(self.tr("Connects over WinRM. Requires an administrator account."), "muted")
        dialog_layout(
            self,
            dialog_header(SignLabel("lan-connect", Tone.ACCENT), title, hint),
            self.form,
            self.problem_label,
            self.trial.steps,
            dialog_buttons([self.trial.button], [self.cancel_button, self.connect_button]),
        )

    def _connect(self) -> None:
        self.form.changed.connect(self._on_changed)
        self.hosts.failed.connect(lambda error: self._say(error.summary))
        self.trial.requested.connect(self._try)
        self.trial.question_raised.connect(self._on_question_raised)
        self.finished.connect(self._on_finished)

    # Reacting

    def _on_changed(self) -> None:
        """Whatever was said of the fields as they were no longer holds."""
        self.trial.clear()
        try:
            connection = self.form.connection()
        except AddressError:
            self._name_button("")
            self._say(None)
            return
        self._name_button(connection.address.label)
        self._say(refusal(connection))

    def _on_connect_clicked(self) -> None:
        request = self._request()
        if request is None:
            return
        self._opener.allow_retry(request)
        self.form.login.password_edit.clear()
        self.accept()
        self.connect_requested.emit(request)

    def _try(self, *_: object) -> None:
        request = self._request()
        if request is not None:
            self._opener.allow_retry(request)
            self.trial.run(request)

    def _on_question_raised(self, question: CertificateQuestion) -> None:
        """A certificate that is not believed can be trusted from here, and then the test goes on."""
        connection = self.form.connection()

        def trust(pin: str) -> None:
            self.hosts.pin(connection, pin).then(self._try)

        ask_about_certificate(connection.address.label, question, trust, self)

    def _on_finished(self) -> None:
        self.trial.clear()
        self._limitation.cancel()
        self.form.login.password_edit.clear()

    # What the fields give

    def _request(self) -> ConnectRequest | None:
        """Return the request, or say what is missing and go there."""
        login, trust = self.form.login, self.form.trust
        try:
            connection = self.form.connection()
        except AddressError as error:
            self._refuse(error.reason, self.form.host.host_box)
            return None
        password = login.password()
        has_password = bool(password) or self.form.password_is_remembered(connection)
        # Where both are to be typed, no ticket stands for either, no more than with NTLM.
        both = login.scheme().ticket and not login.by_ticket()
        lacking = missing_text(
            replace(connection, authentication="ntlm") if both else connection, has_password=has_password
        )
        refused = refusal(connection)
        if refused:
            self._refuse(refused, login.user_edit if hidden_character(connection.user) else login.scheme_box)
        elif lacking:
            self._refuse(lacking, self._field_for(connection))
        elif trust.through_proxy.box.isChecked() and not is_proxy(connection.proxy):
            self._refuse(PROXY_INVALID, trust.through_proxy.edit)
        elif trust.other_name.box.isChecked() and not is_host_name(connection.verify_as):
            self._refuse(WINDOW.tr("Enter the host name in the certificate or SPN."), trust.other_name.edit)
        else:
            self._say(None)
            return ConnectRequest(connection, password)
        return None

    def _field_for(self, connection: Connection) -> QWidget:
        """Return the field in which something is missing."""
        login = self.form.login
        if login.scheme().certificate:
            return login.certificate
        if login.by_ticket():
            return login.typed
        return login.password_edit if connection.user else login.user_edit

    def _refuse(self, why: Text, field: QWidget) -> None:
        self._say(why)
        field.setFocus()

    def _say(self, problem: Text | None) -> None:
        set_text_or_hide(self.problem_label, shown(problem) if problem else "")

    def _name_button(self, host: str) -> None:
        if not host:
            self.connect_button.setText(self.tr("C&onnect"))
            self.connect_button.setAccessibleName(self.tr("Connect"))
            return
        metrics = self.connect_button.fontMetrics()
        short = metrics.elidedText(host, Qt.TextElideMode.ElideMiddle, _MAX_BUTTON_NAME)
        full = self.tr("Connect to {host}").format(host=host)
        self.connect_button.setText(self.tr("C&onnect to {host}").format(host=button_text(short)))
        set_tip(self.connect_button, full)
        self.connect_button.setAccessibleName(full)
