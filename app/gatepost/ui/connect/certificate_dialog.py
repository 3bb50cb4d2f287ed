"""Asks whether to trust a certificate that this computer does not trust, for one host."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from gatepost.backend.failures.explained import CertificateQuestion, normal_fingerprint
from gatepost.models.plain import one_line
from gatepost.models.roles import Tone
from gatepost.models.sentences import shown
from gatepost.ui.connect.certificate_alarm import CertificateAlarm
from gatepost.ui.connect.certificate_view import add_facts, fingerprint_label, grouped
from gatepost.ui.connect.form_grid import FormGrid
from gatepost.ui.dialogs.fitted import SizedDialog
from gatepost.ui.dialogs.layout import foot, head, stack
from gatepost.ui.widgets.plain_widgets import PlainEdit, SignLabel, copy_text_button, plain_label, set_tone

_MAX_TYPED = 200


class CertificateDialog(SizedDialog):
    """Enter and Escape do not trust it. Use ``open()``."""

    trusted = Signal(object)  # str, the SHA-256 fingerprint

    def __init__(self, host: str, question: CertificateQuestion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fingerprint = question.certificate.sha256
        self.setWindowTitle(self.tr("Certificate of {host}").format(host=one_line(host)))
        self.fingerprint_label = fingerprint_label(self._fingerprint)
        self.compare_edit = PlainEdit()
        self.compare_edit.setMaxLength(_MAX_TYPED)
        self.compare_edit.setAccessibleName(self.tr("Compare with"))
        self.compare_edit.setPlaceholderText(self.tr("Paste the fingerprint shown on the host"))
        self.compared_label = plain_label(name="verdict")
        self.copy_button = copy_text_button(self.tr("Cop&y fingerprint"), grouped(self._fingerprint))
        self.trust_button = QPushButton(self.tr("&Trust for this host"))
        self.trust_button.setAutoDefault(False)
        self.refuse_button = QPushButton(self.tr("&Don't connect"))
        self.refuse_button.setDefault(True)
        self._lay_out(question)
        self.compare_edit.textChanged.connect(self._compare)
        self.trust_button.clicked.connect(self._on_trust_clicked)
        self.refuse_button.clicked.connect(self.reject)
        self.refuse_button.setFocus()

    def _lay_out(self, question: CertificateQuestion) -> None:
        title = plain_label(self.tr("Trust this certificate?"), "dialogTitle")
        form = FormGrid()
        add_facts(form, question.certificate)
        form.add_row(self.tr("SHA-256"), self.fingerprint_label)
        form.add_row(self.tr("Compare with"), self.compare_edit)
        form.add_row("", self.compared_label)
        advice = self.tr(
            "Trust it only if the fingerprint matches the one on the host. Only this certificate will then be accepted."
        )
        stack(
            self,
            head(SignLabel("certificate-outline", Tone.WARNING), title, plain_label(shown(question.summary))),
            plain_label(shown(question.next_step), "warning"),
            form,
            plain_label(advice, "muted"),
            foot([self.copy_button], [self.trust_button, self.refuse_button]),
        )

    def _compare(self, typed: str) -> None:
        """Say whether what was pasted is this fingerprint, however it is written."""
        if not typed.strip():
            self._say("", Tone.TEXT)
            return
        try:
            same = normal_fingerprint("".join(typed.split())) == self._fingerprint
        except ValueError:
            self._say(self.tr("A SHA-256 fingerprint has 64 hexadecimal digits."), Tone.TEXT)
            return
        if same:
            self._say(self.tr("Fingerprints match."), Tone.ALLOW)
        else:
            self._say(self.tr("Fingerprints don't match. Don't trust this certificate."), Tone.DENY)

    def _say(self, words: str, tone: Tone) -> None:
        self.compared_label.setText(words)
        set_tone(self.compared_label, tone)

    def _on_trust_clicked(self) -> None:
        self.accept()
        self.trusted.emit(self._fingerprint)


def certificate_dialog(
    host: str, question: CertificateQuestion, parent: QWidget
) -> CertificateDialog | CertificateAlarm:
    """Return what a certificate that is not believed calls for."""
    kind = CertificateAlarm if question.changed else CertificateDialog
    return kind(host, question, parent)
