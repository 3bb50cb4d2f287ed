"""The part of the connect dialog for trust: CA file or trusted certificate, Kerberos or HTTPS only, read-only, proxy."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox

from gatepost.backend.connect.addresses import MAX_NAME
from gatepost.backend.connect.connections import Connection
from gatepost.backend.files.settings import MAX_URL
from gatepost.ui.connect.certificate_dialog import grouped
from gatepost.ui.connect.form_grid import FormGrid, OptionalField
from gatepost.ui.dialogs.file_field import FileField
from gatepost.ui.widgets.boxes import STRETCH, Grow, beside
from gatepost.ui.widgets.plain_widgets import ElidedLabel, push_button


class TrustFields(QObject):
    """Only the fields that apply to the protocol are shown."""

    changed = Signal()

    def __init__(self, usual_proxy: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        kinds = self.tr("Certificates (*.pem *.crt *.cer);;All files (*)")
        self.authorities = FileField(
            self.tr("CA file"), kinds, self.tr("Leave empty to use this computer's trusted CAs")
        )
        self.pin_label = ElidedLabel("muted")
        self.forget_pin_button = push_button(self.tr("Forget..."))
        self.forget_pin_button.setAccessibleName(self.tr("Forget the trusted certificate"))
        self.read_only = QCheckBox(self.tr("Read-onl&y"))
        self.tls12_only = QCheckBox(self.tr("TLS 1.2 on&ly"))
        self.tls12_only.setToolTip(
            self.tr("For hosts that request a client certificate through renegotiation, which TLS 1.3 doesn't support")
        )
        self.other_name = OptionalField(
            self.tr("&Verify under another name"), self.tr("Verify as"), "srv01.example.com", MAX_NAME
        )
        self.through_proxy = OptionalField(
            self.tr("Use a pro&xy"), self.tr("Proxy"), "http://proxy.example.com:3128", MAX_URL, usual_proxy
        )
        self.kerberos_or_https_only = QCheckBox(self.tr("&Kerberos or HTTPS only"))
        self.kerberos_or_https_only.setToolTip(self.tr("Never log on to this host until it has proved its identity"))
        self.other_name.box.setToolTip(
            self.tr("For tunnels, aliases and load balancers: the name in the certificate or SPN")
        )
        for box in (self.read_only, self.kerberos_or_https_only, self.tls12_only):
            box.toggled.connect(self.changed)
        for field in (self.authorities, self.other_name, self.through_proxy):
            field.changed.connect(self.changed)

    def add_to(self, form: FormGrid) -> None:
        """Add the rows."""
        self._form = form
        form.add_row(self.tr("CA file"), self.authorities)
        self._pin_row = beside(Grow(self.pin_label), self.forget_pin_button)
        form.add_row(self.tr("Trusted"), self._pin_row)
        form.add_row("", beside(self.kerberos_or_https_only, self.read_only, self.tls12_only, STRETCH))
        form.add_row("", beside(self.other_name.box, self.through_proxy.box, STRETCH))
        self.other_name.add_to(form)
        self.through_proxy.add_to(form)
        self.show_trust(secure=False, pin="")

    def fill(self, connection: Connection) -> None:
        """Show what a connection believes."""
        self.authorities.edit.setText(connection.ca_file)
        self.read_only.setChecked(connection.read_only)
        self.kerberos_or_https_only.setChecked(connection.kerberos_or_https_only)
        self.tls12_only.setChecked(connection.tls12_only)
        self.other_name.fill(connection.verify_as)
        self.through_proxy.fill(connection.proxy)

    def show_trust(self, *, secure: bool, pin: str) -> None:
        """Show what is trusted over HTTPS; a trusted certificate needs no CA. HTTP has Kerberos alone."""
        self.pin_label.setText(self.tr("SHA-256 {fingerprint}").format(fingerprint=grouped(pin)) if pin else "")
        self._form.show_row(self._pin_row, shown=secure and bool(pin))
        self._form.show_row(self.authorities, shown=secure and not pin)
        self.kerberos_or_https_only.setVisible(not secure)
        self.tls12_only.setVisible(secure)
