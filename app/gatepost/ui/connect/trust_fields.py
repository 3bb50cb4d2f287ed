"""The part of the connect dialog for trust: CA file or trusted certificate, Kerberos or HTTPS only, read-only, proxy."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton

from gatepost.backend.connect.connections import Connection
from gatepost.backend.files.settings import MAX_URL
from gatepost.ui.connect.fingerprint import grouped
from gatepost.ui.widgets.file_field import FileField
from gatepost.ui.widgets.form_grid import FormGrid, beside
from gatepost.ui.widgets.plain_widgets import ElidedLabel


class TrustFields(QObject):
    """Only the fields that apply to the protocol are shown."""

    changed = Signal()
    forget_pin_requested = Signal()

    def __init__(self, usual_proxy: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._usual_proxy = usual_proxy
        kinds = self.tr("Certificates (*.pem *.crt *.cer);;All files (*)")
        self.authorities = FileField(
            self.tr("CA file"), kinds, self.tr("Leave empty to use this computer's trusted CAs")
        )
        self.pin_label = ElidedLabel("muted")
        self.forget_pin_button = QPushButton(self.tr("Forget..."))
        self.forget_pin_button.setAutoDefault(False)
        self.forget_pin_button.setAccessibleName(self.tr("Forget the trusted certificate"))
        self.read_only = QCheckBox(self.tr("Read-onl&y"))
        self.through_proxy = QCheckBox(self.tr("Use a pro&xy"))
        self.kerberos_or_https_only = QCheckBox(self.tr("&Kerberos or HTTPS only"))
        self.kerberos_or_https_only.setToolTip(self.tr("Never log on to this host before it has proved its identity"))
        self.proxy_edit = QLineEdit()
        self.proxy_edit.setMaxLength(MAX_URL)
        self.proxy_edit.setAccessibleName(self.tr("Proxy"))
        self.proxy_edit.setPlaceholderText("http://proxy.example.com:3128")
        self.authorities.changed.connect(self.changed)
        self.proxy_edit.textChanged.connect(self.changed)
        self.read_only.toggled.connect(self.changed)
        self.kerberos_or_https_only.toggled.connect(self.changed)
        self.through_proxy.toggled.connect(self._on_proxy_toggled)
        self.forget_pin_button.clicked.connect(self.forget_pin_requested)

    def add_to(self, form: FormGrid) -> None:
        """Add the rows."""
        self._form = form
        form.add_row(self.tr("CA file"), self.authorities)
        self._pin_row = beside(self.pin_label, self.forget_pin_button, stretched=self.pin_label)
        form.add_row(self.tr("Trusted"), self._pin_row)
        form.add_row("", self.kerberos_or_https_only)
        form.add_row("", self.read_only)
        form.add_row("", self.through_proxy)
        form.add_row(self.tr("Proxy"), self.proxy_edit)
        form.show_row(self.proxy_edit, shown=False)
        self.show_trust(secure=False, pin="")

    def proxy(self) -> str:
        """Return the proxy; "" where none is asked for."""
        return self.proxy_edit.text().strip() if self.through_proxy.isChecked() else ""

    def fill(self, connection: Connection) -> None:
        """Show what a connection believes."""
        self.authorities.edit.setText(connection.ca_file)
        self.read_only.setChecked(connection.read_only)
        self.kerberos_or_https_only.setChecked(connection.kerberos_or_https_only)
        self.through_proxy.setChecked(bool(connection.proxy))
        self.proxy_edit.setText(connection.proxy)

    def show_trust(self, *, secure: bool, pin: str) -> None:
        """Show what is trusted over HTTPS; a trusted certificate needs no CA. HTTP has Kerberos alone."""
        self.pin_label.setText(self.tr("SHA-256 {fingerprint}").format(fingerprint=grouped(pin)) if pin else "")
        self._form.show_row(self._pin_row, shown=secure and bool(pin))
        self._form.show_row(self.authorities, shown=secure and not pin)
        self._form.show_row(self.kerberos_or_https_only, shown=not secure)

    def _on_proxy_toggled(self, on: bool) -> None:  # noqa: FBT001 - a slot
        self._form.show_row(self.proxy_edit, shown=on)
        if on and not self.proxy_edit.text():
            self.proxy_edit.setText(self._usual_proxy)
        self.changed.emit()
