"""Credential fields of the connect dialog, and the note about what they expose."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QRadioButton, QWidget

from gatepost.backend.connect.connections import Connection
from gatepost.backend.connect.schemes import SCHEMES, Scheme, scheme_of
from gatepost.endpoints.text import NOTHING, Text
from gatepost.models.window_text import shown
from gatepost.ui.connect.form_grid import FormGrid
from gatepost.ui.dialogs.file_field import FileField
from gatepost.ui.widgets.boxes import STRETCH, beside, vbox
from gatepost.ui.widgets.fields import ChoiceBox, PlainEdit
from gatepost.ui.widgets.plain_widgets import plain_label, push_button

_MAX_USER, _MAX_PASSWORD = 256, 1024


class IdentityNote(QWidget):
    """A warning and two ways out of it."""

    def __init__(self) -> None:
        super().__init__()
        self.label = plain_label("", "warning")
        self.https_button = push_button(self.tr("Use HTTPS"))
        self.kerberos_button = push_button(self.tr("Use Kerberos"))
        vbox(self.label, beside(self.https_button, self.kerberos_button, STRETCH), on=self, spacing=6)

    def say(self, exposed: Text) -> None:
        """Show what a server gets before it has proved its identity."""
        message = shown(exposed)
        self.label.setText(message)
        self.label.setAccessibleName(message)


class LoginFields(QObject):
    """Credential fields; the dialog validates what they contain."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        names = {"automatic": self.tr("Automatic"), "certificate": self.tr("Client certificate")}
        choices = [(names.get(scheme.key, scheme.label), scheme.key) for scheme in SCHEMES]
        self.scheme_box = ChoiceBox(self.tr("Authentication"), choices)
        self.note_label = plain_label("", "muted")
        self.identity_note = IdentityNote()
        self.typed = QRadioButton(self.tr("&User and password"))
        self.ticket = QRadioButton(self.tr("Curre&nt user (Kerberos)"))
        self.typed.setChecked(True)
        self.user_edit = PlainEdit(self.tr("User"), longest=_MAX_USER)
        kinds = self.tr("Certificates and keys (*.pem *.crt *.cer *.key *.pfx *.p12);;All files (*)")
        self.certificate = FileField(
            self.tr("Client certificate"), kinds, self.tr("PEM file with chain, or PKCS #12 (.pfx)")
        )
        self.key = FileField(self.tr("Certificate key"), kinds, self.tr("Leave empty if included above"))
        self.password_edit = QLineEdit()
        self.password_edit.setMaxLength(_MAX_PASSWORD)
        self.password_edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.password_edit.setAccessibleName(self.tr("Password"))
        self.remember = QCheckBox(self.tr("Re&member the password"))
        self.forget_button = push_button(self.tr("Remo&ve the password"))
        self.limitation_label = plain_label("", "muted")
        self._connect()

    def add_to(self, form: FormGrid) -> None:
        """Add the rows."""
        self._form = form
        form.add_row(self.tr("&Authentication"), self.scheme_box)
        form.add_row("", self.note_label)
        form.add_row("", self.identity_note)
        self._as_row = beside(self.typed, self.ticket, STRETCH)
        form.add_row(self.tr("Credentials"), self._as_row)
        form.add_row(self.tr("User"), self.user_edit)
        form.add_row(self.tr("Certificate"), self.certificate)
        form.add_row(self.tr("Key"), self.key)
        form.add_row(self.tr("&Password"), self.password_edit)
        self._remember_row = beside(self.remember, self.forget_button, STRETCH)
        form.add_row("", self._remember_row)
        form.add_row("", self.limitation_label)
        self.limit("")
        self.show_exposure(NOTHING)
        self._show_what_applies()

    # What the fields say

    def scheme(self) -> Scheme:
        """Return the chosen authentication."""
        return scheme_of(self.scheme_box.currentData())

    def by_ticket(self) -> bool:
        """Whether the current ticket stands for user and password."""
        return self.scheme().ticket and self.ticket.isChecked()

    def user(self) -> str:
        """Return the user; "" where a ticket or a certificate stands for one."""
        return "" if self.scheme().certificate or self.by_ticket() else self.user_edit.text().strip()

    def password(self) -> str:
        """Return what was typed as the password; "" where none is needed."""
        return "" if self.by_ticket() else self.password_edit.text()

    def remembers(self) -> bool:
        """Whether the password is to be kept; a ticket is none."""
        return self.remember.isChecked() and not self.by_ticket()

    def certificate_path(self) -> str:
        """Return the file of the client certificate; "" where there is none."""
        return self.certificate.path if self.scheme().certificate else ""

    def key_path(self) -> str:
        """Return the file of its key; "" where the certificate's file holds it."""
        return self.key.path if self.scheme().certificate else ""

    def fill(self, connection: Connection) -> None:
        """Show who logs on with a connection; the password stays empty."""
        scheme = scheme_of(connection.authentication)
        self.choose(scheme.key)
        (self.ticket if scheme.ticket and not connection.user else self.typed).setChecked(True)
        self.user_edit.setText(connection.user)
        self.certificate.edit.setText(connection.client_certificate)
        self.key.edit.setText(connection.client_key)
        self.password_edit.clear()
        self.remember.setChecked(connection.remember)

    def show_exposure(self, exposed: Text) -> None:
        """Show what a server gets before it has proved its identity; NOTHING hides the note."""
        self.identity_note.say(exposed)
        self._form.show_row(self.identity_note, shown=bool(exposed))

    def choose(self, scheme: str) -> None:
        """Choose the authentication with that key."""
        self.scheme_box.setCurrentIndex(self.scheme_box.findData(scheme))

    def show_remembered(self, *, remembered: bool) -> None:
        """Show whether the password of this account on this host was remembered."""
        self.forget_button.setVisible(remembered)
        usual = self.tr("Leave empty if not encrypted") if self.scheme().certificate else ""
        self.password_edit.setPlaceholderText(self.tr("Leave empty to use the saved password") if remembered else usual)

    def limit(self, limitation: str) -> None:
        """Say why passwords last for this run only."""
        self.limitation_label.setText(limitation)
        self._form.show_row(self.limitation_label, shown=bool(limitation) and not self.by_ticket())

    # Reacting

    def _connect(self) -> None:
        for edit in (self.user_edit, self.password_edit):
            edit.textChanged.connect(self.changed)
        for field in (self.certificate, self.key):
            field.changed.connect(self.changed)
        self.remember.toggled.connect(self.changed)
        self.ticket.toggled.connect(self._on_way_chosen)
        self.scheme_box.currentIndexChanged.connect(self._on_way_chosen)
        self.identity_note.kerberos_button.clicked.connect(lambda: self.choose("kerberos"))

    def _on_way_chosen(self) -> None:
        self._show_what_applies()
        self.changed.emit()

    def _show_what_applies(self) -> None:
        scheme, has_password = self.scheme(), not self.by_ticket()
        self.note_label.setText(self._note(scheme))
        self.user_edit.setPlaceholderText(self._example(scheme))
        rows: dict[QWidget, bool] = {
            self._as_row: scheme.ticket,
            self.user_edit: has_password and not scheme.certificate,
            self.certificate: scheme.certificate,
            self.key: scheme.certificate,
            self.password_edit: has_password,
            self._remember_row: has_password,
            self.limitation_label: has_password and bool(self.limitation_label.text()),
        }
        for field, applies in rows.items():
            self._form.show_row(field, shown=applies)

    def _example(self, scheme: Scheme) -> str:
        """Return which names a scheme takes."""
        examples = {
            "kerberos": self.tr("user@DOMAIN or DOMAIN\\user"),
            "credssp": self.tr("DOMAIN\\user"),
            "basic": self.tr("local user on the host"),
        }
        return examples.get(scheme.key, self.tr("DOMAIN\\user, or a local user on the host"))

    def _note(self, scheme: Scheme) -> str:
        notes = {
            "automatic": self.tr("Uses Kerberos if available, otherwise NTLM. Passwords are never sent unencrypted."),
            "kerberos": self.tr("Requires the host's fully qualified domain name (FQDN)."),
            "ntlm": self.tr("For local accounts on the host and domain accounts."),
            "credssp": self.tr("Sends your password to the host. Use only with trusted hosts."),
            "basic": self.tr("For local accounts on the host, over HTTPS."),
            "certificate": self.tr("The certificate must be mapped to a local account on the host."),
        }
        return notes[scheme.key]
