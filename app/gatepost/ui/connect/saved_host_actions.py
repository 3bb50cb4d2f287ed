"""Saving and forgetting a host, its password, and its trusted certificate, in the connect dialog."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gatepost.backend.connect.addresses import AddressError
from gatepost.backend.connect.connections import Connection
from gatepost.backend.connect.protections import Protection
from gatepost.models.window_text import one_line
from gatepost.ui.connect.certificate_view import in_two_lines
from gatepost.ui.connect.connection_list import ConnectionList
from gatepost.ui.connect.form import ConnectForm
from gatepost.ui.dialogs.message import question
from gatepost.ui.dialogs.opening import open_dialog


class SavedHostActions(QObject):
    """Carries out what the buttons of the form ask for; whatever takes trust away asks first."""

    def __init__(self, form: ConnectForm, hosts: ConnectionList, dialog: QWidget) -> None:
        super().__init__(dialog)
        self._form = form
        self._hosts = hosts
        self._dialog = dialog
        form.host.save_button.clicked.connect(self._on_save_clicked)
        form.host.forget_button.clicked.connect(self._on_forget_clicked)
        form.login.forget_button.clicked.connect(self._on_forget_password_clicked)
        form.trust.forget_pin_button.clicked.connect(self._on_forget_pin_clicked)

    def _on_save_clicked(self, saved: bool) -> None:  # noqa: FBT001 - a slot
        connection = self._connection()
        if connection is not None:
            self._hosts.keep(connection, saved=saved)

    def _on_forget_clicked(self) -> None:
        connection = self._connection()
        if connection is None:
            return
        known = self._hosts.find(connection.address)
        if known is None or known.protection == Protection():
            self._hosts.forget(connection)
            return
        title = self.tr("Forget this host?")
        consequence = self.tr(
            "Gatepost also removes the settings that protect {host}: its trusted certificate or CA file, "
            "Read-only, and Kerberos or HTTPS only."
        ).format(host=one_line(connection.address.label))
        self._confirm(title, consequence, lambda: self._hosts.forget(connection))

    def _on_forget_password_clicked(self) -> None:
        connection = self._connection()
        if connection is not None:
            self._form.login.remember.setChecked(False)
            self._hosts.forget_password(connection)

    def _on_forget_pin_clicked(self) -> None:
        connection = self._connection()
        if connection is None:
            return
        title = self.tr("Forget the trusted certificate?")
        consequence = self.tr(
            "The next time you connect to {host}, you'll be asked to trust its certificate. Do this only if you know why "
            "the certificate has changed. Trusted so far:\n{fingerprint}"
        ).format(host=one_line(connection.address.label), fingerprint=in_two_lines(connection.pinned_fingerprint))
        self._confirm(title, consequence, lambda: self._hosts.pin(connection, ""))

    def _confirm(self, title: str, consequence: str, then: Callable[[], object]) -> None:
        dialog = question(title, consequence, self.tr("&Forget"), self._dialog)
        dialog.accepted.connect(then)
        open_dialog(dialog)

    def _connection(self) -> Connection | None:
        try:
            return self._form.connection()
        except AddressError:
            return None
