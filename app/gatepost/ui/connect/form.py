"""The fields of the connect dialog: host, credentials and trust."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gatepost.backend.connect.addresses import AddressError, HostAddress
from gatepost.backend.connect.connections import AUTOMATIC, Connection
from gatepost.backend.connect.protections import Protection
from gatepost.backend.connect.schemes import identity_unverified
from gatepost.endpoints.text import NOTHING
from gatepost.models.window_text import one_line
from gatepost.ui.connect.certificate_dialog import in_two_lines
from gatepost.ui.connect.connection_list import ConnectionList
from gatepost.ui.connect.form_grid import FormGrid
from gatepost.ui.connect.host_fields import HostFields
from gatepost.ui.connect.login_fields import LoginFields
from gatepost.ui.connect.trust_fields import TrustFields
from gatepost.ui.dialogs.message import question
from gatepost.ui.dialogs.opening import open_dialog


class ConnectForm(QWidget):
    """Fields of the connect dialog, which validates what they contain; whatever takes trust away asks first."""

    changed = Signal()

    def __init__(self, hosts: ConnectionList, usual_proxy: str) -> None:
        super().__init__()
        self._hosts = hosts
        self._key = ""  # of the host whose protection is shown
        self._protected = False  # whether that was known from before
        self.host = HostFields(self)
        self.login = LoginFields(self)
        self.trust = TrustFields(usual_proxy, self)
        form = FormGrid(self)
        for part in (self.host, self.login, self.trust):
            part.add_to(form)
            part.changed.connect(self._on_edited)
        self.host.picked.connect(self.fill)
        self.login.scheme_box.activated.connect(self._on_scheme_chosen)
        self.login.identity_note.https_button.clicked.connect(lambda: self.host.https.setChecked(True))
        self.host.save_button.clicked.connect(self._on_save_clicked)
        self.host.forget_button.clicked.connect(self._on_forget_clicked)
        self.login.forget_button.clicked.connect(self._on_forget_password_clicked)
        self.trust.forget_pin_button.clicked.connect(self._on_forget_pin_clicked)
        hosts.changed.connect(self._on_hosts_changed)
        if hosts.known.connections:
            self.login.user_edit.setText(hosts.known.connections[0].user)
        self._on_hosts_changed()

    def connection(self) -> Connection:
        """Return all but the password.

        Raises:
            AddressError: the field of the host holds none.
        """
        address = self.host.address()
        known = self._hosts.find(address)
        return Connection(
            self.login.scheme().key,
            self.login.user(),
            address,
            remember=self.login.remembers(),
            saved=known is not None and known.saved,
            ca_file=self.trust.authorities.path if address.secure else "",
            pinned_fingerprint=known.pinned_fingerprint if known is not None else "",
            client_certificate=self.login.certificate_path(),
            client_key=self.login.key_path(),
            proxy=self.trust.through_proxy.text(),
            verify_as=self.trust.other_name.text(),
            tls12_only=address.secure and self.trust.tls12_only.isChecked(),
            read_only=self.trust.read_only.isChecked(),
            kerberos_or_https_only=self.trust.kerberos_or_https_only.isChecked(),
        )

    def password_is_remembered(self, connection: Connection) -> bool:
        """Whether the password of this account on this host was remembered, so that none need be typed."""
        known = self._hosts.find(connection.address)
        return known is not None and known.remember and known.user == connection.user

    def fill(self, connection: Connection) -> None:
        """Show a connection in the fields; the password stays empty."""
        self.host.fill(connection)
        self.login.fill(connection)
        self.trust.fill(connection)

    def _on_scheme_chosen(self) -> None:
        """Basic and certificates are for HTTPS alone; choosing one of them chooses HTTPS."""
        if self.login.scheme().key in ("basic", "certificate"):
            self.host.https.setChecked(True)

    def _show_protection(self, address: HostAddress, known: Connection | None) -> None:
        """A known host keeps its protection when its name is typed; the next host does not inherit it."""
        if address.key == self._key:
            return
        of_before, self._key, self._protected = self._protected, address.key, known is not None
        if known is not None or of_before:
            self.trust.fill(known or Connection(AUTOMATIC, "", address))

    def _on_hosts_changed(self) -> None:
        self.host.offer(self._hosts.known)
        self._on_edited()

    def _on_edited(self) -> None:
        try:
            address = self.host.address()
        except AddressError:
            self.host.show_known(None, valid=False)
            self.trust.show_trust(secure=False, pin="")
            self.login.show_remembered(remembered=False)
            self.login.show_exposure(NOTHING)
        else:
            known = self._hosts.find(address)
            self._show_protection(address, known)
            self.host.show_known(known, valid=True)
            self.trust.show_trust(secure=address.secure, pin=known.pinned_fingerprint if known is not None else "")
            connection = self.connection()
            self.login.show_remembered(remembered=self.password_is_remembered(connection))
            self.login.show_exposure(identity_unverified(connection))
        self.changed.emit()

    # Saving and forgetting: what a button is for is there as long as it can be pressed

    def _on_save_clicked(self, saved: bool) -> None:  # noqa: FBT001 - a slot
        self._hosts.keep(self.connection(), saved=saved)

    def _on_forget_clicked(self) -> None:
        connection = self.connection()
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
        connection = self.connection()
        self.login.remember.setChecked(False)
        self._hosts.forget_password(connection)

    def _on_forget_pin_clicked(self) -> None:
        connection = self.connection()
        title = self.tr("Forget the trusted certificate?")
        consequence = self.tr(
            "The next time you connect to {host}, you'll be asked to trust its certificate. Do this only if you know why "
            "the certificate has changed. Trusted so far:\n{fingerprint}"
        ).format(host=one_line(connection.address.label), fingerprint=in_two_lines(connection.pinned_fingerprint))
        self._confirm(title, consequence, lambda: self._hosts.pin(connection, ""))

    def _confirm(self, title: str, consequence: str, then: Callable[[], object]) -> None:
        dialog = question(title, consequence, self.tr("&Forget"), self.window())
        dialog.accepted.connect(then)
        open_dialog(dialog)
