"""A host that shows another certificate than the one that was trusted: a stop, not a question."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from gatepost.backend.failures.certificates import CertificateQuestion
from gatepost.models.plain import one_line
from gatepost.models.roles import Tone
from gatepost.models.sentences import shown
from gatepost.ui.connect.certificate_view import add_facts, fingerprint_label, grouped
from gatepost.ui.connect.form_grid import FormGrid
from gatepost.ui.dialogs.fitted import SizedDialog
from gatepost.ui.dialogs.layout import foot, head, stack
from gatepost.ui.widgets.plain_widgets import ElidedLabel, SignLabel, copy_text_button, plain_label


class CertificateAlarm(SizedDialog):
    """Shows both fingerprints. There is nothing to press here that would trust the new one. Use ``open()``."""

    def __init__(self, host: str, question: CertificateQuestion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Certificate of {host}").format(host=one_line(host)))
        self.before_label = fingerprint_label(question.pin)
        self.now_label = fingerprint_label(question.certificate.sha256)
        both = self.tr("Trusted: {before}\nNow: {now}").format(
            before=grouped(question.pin), now=grouped(question.certificate.sha256)
        )
        self.copy_button = copy_text_button(self.tr("Cop&y both"), both)
        self.refuse_button = QPushButton(self.tr("&Don't connect"))
        self.refuse_button.setDefault(True)
        self.refuse_button.setProperty("tone", "danger")
        self._lay_out(host, question)
        self.refuse_button.clicked.connect(self.reject)
        self.refuse_button.setFocus()

    def _lay_out(self, host: str, question: CertificateQuestion) -> None:
        title = ElidedLabel("dialogTitle")
        title.setText(self.tr("The certificate has changed"))
        form = FormGrid()
        form.add_row(self.tr("Trusted"), self.before_label)
        form.add_row(self.tr("Now"), self.now_label)
        add_facts(form, question.certificate)
        way_on = self.tr(
            "To trust the new certificate, first compare its fingerprint with the one on the host. Then "
            "select Connect, forget the trusted certificate of this host, and connect again."
        )
        stack(
            self,
            head(SignLabel("alert-octagon-outline", Tone.DENY), title, plain_label(shown(question.summary))),
            plain_label(shown(question.next_step), "warning"),
            form,
            plain_label(way_on, "muted"),
            foot([self.copy_button], [self.refuse_button]),
        )
