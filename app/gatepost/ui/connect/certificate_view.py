"""Facts of a certificate, for a person to compare."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QLabel

from gatepost.backend.failures.explained import CertificateQuestion
from gatepost.endpoints.text import WINDOW
from gatepost.models.window_text import date_words, enumerated, one_line, shown
from gatepost.ui.connect.form_grid import FormGrid
from gatepost.ui.widgets.plain_widgets import plain_label

_HALF = 48  # characters: 16 octets with their colons


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


def add_facts(form: FormGrid, question: CertificateQuestion) -> None:
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
