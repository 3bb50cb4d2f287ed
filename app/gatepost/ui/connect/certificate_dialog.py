"""A certificate that this computer does not trust: a question for one host, or a stop where it is another one than before."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from gatepost.backend.failures.explained import CertificateQuestion
from gatepost.endpoints.text import WINDOW
from gatepost.models.roles import Tone
from gatepost.models.window_text import date_words, enumerated, one_line, shown
from gatepost.ui.connect.form_grid import FormGrid
from gatepost.ui.dialogs.fitted import SizedDialog
from gatepost.ui.dialogs.layout import dialog_buttons, dialog_header, dialog_layout
from gatepost.ui.dialogs.opening import open_dialog
from gatepost.ui.widgets.fields import PlainEdit
from gatepost.ui.widgets.plain_widgets import ElidedLabel, SignLabel, copy_button, plain_label, push_button, set_tone

_MAX_TYPED = 200
_HALF = 48  # characters: 16 octets with their colons


class CertificateBase(SizedDialog):
    """What both dialogs about a certificate show. Use ``open()``."""

    def __init__(self, host: str, question: CertificateQuestion, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._question = question
        self.setWindowTitle(self.tr("Certificate of {host}").format(host=one_line(host)))

    def _lay_out(self, sign: SignLabel, title: str, form: FormGrid, note: str, buttons: QHBoxLayout) -> None:
        question = self._question
        top = dialog_header(sign, ElidedLabel("dialogTitle", title), plain_label(shown(question.summary)))
        warning = plain_label(shown(question.next_step), "warning")
        dialog_layout(self, top, warning, form, plain_label(note, "muted"), buttons)


class CertificateAlarm(CertificateBase):
    """Shows both fingerprints. There is nothing to press here that would trust the new one."""

    def __init__(self, host: str, question: CertificateQuestion, parent: QWidget | None = None) -> None:
        super().__init__(host, question, parent)
        self.before_label = fingerprint_label(question.pin)
        self.now_label = fingerprint_label(question.certificate.sha256)
        both = self.tr("Trusted: {before}\nNow: {now}").format(
            before=grouped(question.pin), now=grouped(question.certificate.sha256)
        )
        self.copy_button = copy_button(self.tr("Cop&y both"), lambda: both)
        self.refuse_button = push_button(self.tr("&Don't connect"), self.reject, tone="danger", is_default=True)
        form = FormGrid()
        form.add_row(self.tr("Trusted"), self.before_label)
        form.add_row(self.tr("Now"), self.now_label)
        _add_facts(form, question)
        way_on = self.tr(
            "To trust the new certificate, first compare its fingerprint with the one on the host. Then "
            "select Connect, forget the trusted certificate of this host, and connect again."
        )
        self._lay_out(
            SignLabel("alert-octagon-outline", Tone.DENY),
            self.tr("The certificate has changed"),
            form,
            way_on,
            dialog_buttons([self.copy_button], [self.refuse_button]),
        )
        self.refuse_button.setFocus()


class CertificateDialog(CertificateBase):
    """Enter and Escape do not trust it."""

    trusted = Signal(object)  # str, the SHA-256 fingerprint

    def __init__(self, host: str, question: CertificateQuestion, parent: QWidget | None = None) -> None:
        super().__init__(host, question, parent)
        fingerprint = question.certificate.sha256
        self.fingerprint_label = fingerprint_label(fingerprint)
        hint = self.tr("Paste the fingerprint shown on the host")
        self.compare_edit = PlainEdit(self.tr("Compare with"), hint, _MAX_TYPED)
        self.compared_label = plain_label(name="verdict")
        self.copy_button = copy_button(self.tr("Cop&y fingerprint"), partial(grouped, fingerprint))
        self.trust_button = push_button(self.tr("&Trust for this host"), self._on_trust_clicked)
        self.refuse_button = push_button(self.tr("&Don't connect"), self.reject, is_default=True)
        self.compare_edit.textChanged.connect(self._compare)
        form = FormGrid()
        _add_facts(form, question)
        form.add_row(self.tr("SHA-256"), self.fingerprint_label)
        form.add_row(self.tr("Compare with"), self.compare_edit)
        form.add_row("", self.compared_label)
        advice = self.tr(
            "Trust it only if the fingerprint matches the one on the host. Only this certificate will then be accepted."
        )
        self._lay_out(
            SignLabel("certificate-outline", Tone.WARNING),
            self.tr("Trust this certificate?"),
            form,
            advice,
            dialog_buttons([self.copy_button], [self.trust_button, self.refuse_button]),
        )
        self.refuse_button.setFocus()

    def _compare(self, typed: str) -> None:
        """Say whether what was pasted is this fingerprint, however it is written."""
        if not typed.strip():
            self._say("", Tone.TEXT)
            return
        try:
            same = self._question.has_fingerprint(typed)
        except ValueError:
            self._say(self.tr("A SHA-256 fingerprint has 64 hexadecimal digits."), Tone.TEXT)
            return
        if same:
            self._say(self.tr("Fingerprints match."), Tone.ALLOW)
        else:
            self._say(self.tr("Fingerprints don't match. Don't trust this certificate."), Tone.DENY)

    def _say(self, message: str, tone: Tone) -> None:
        self.compared_label.setText(message)
        set_tone(self.compared_label, tone)

    def _on_trust_clicked(self) -> None:
        self.accept()
        self.trusted.emit(self._question.certificate.sha256)


def ask_about_certificate(
    host: str, question: CertificateQuestion, trusted: Callable[[str], object], parent: QWidget
) -> None:
    """Ask about a certificate that is not believed; ``trusted`` is called with its fingerprint. One that has changed cannot be trusted here."""
    if question.changed:
        open_dialog(CertificateAlarm(host, question, parent))
        return
    dialog = CertificateDialog(host, question, parent)
    dialog.trusted.connect(trusted)
    open_dialog(dialog)


def grouped(fingerprint: str) -> str:
    """Return hexadecimal digits as capitals, in pairs with colons between: "AB:CD:EF"."""
    digits = fingerprint.upper()
    return ":".join(digits[start : start + 2] for start in range(0, len(digits), 2))


def in_two_lines(fingerprint: str) -> str:
    """Return ``grouped(fingerprint)`` of a SHA-256, cut in the middle."""
    written = grouped(fingerprint)
    return f"{written[:_HALF]}\n{written[_HALF:]}"


def fingerprint_label(fingerprint: str) -> QLabel:
    """Return a fingerprint in two lines of a fixed-width font; it can be selected by mouse and keyboard."""
    label = plain_label(in_two_lines(fingerprint))
    label.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    label.setWordWrap(False)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    label.setAccessibleName(f"SHA-256 {grouped(fingerprint)}")
    return label


def _add_facts(form: FormGrid, question: CertificateQuestion) -> None:
    """Add a row for each fact about the certificate but the fingerprint."""
    facts = question.certificate
    begin, end = date_words(facts.not_before), date_words(facts.not_after)
    for name, value in (
        (WINDOW.tr("Subject"), facts.subject),
        (WINDOW.tr("Issuer"), facts.issuer),
        (WINDOW.tr("Valid"), shown(WINDOW.tr("{begin} to {end}", begin=begin, end=end))),
        (WINDOW.tr("Names"), enumerated(facts.names) or shown(WINDOW.tr("none"))),
    ):
        form.add_row(shown(name), plain_label(one_line(value)))
