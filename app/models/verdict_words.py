"""Yes, no and unknown in words and meaning: never in colour alone."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.endpoints.can_get_in import Answer, Verdict
from app.endpoints.text import Text
from app.models.plain import visible

MEANINGS = {Verdict.YES: "allow", Verdict.NO: "deny", Verdict.UNKNOWN: "warning"}


def verdict_word(verdict: Verdict) -> str:
    """Return the word for a verdict."""
    return {
        Verdict.YES: QCoreApplication.translate("Verdict", "Yes"),
        Verdict.NO: QCoreApplication.translate("Verdict", "No"),
        Verdict.UNKNOWN: QCoreApplication.translate("Verdict", "Unknown"),
    }[verdict]


def said(sentence: Text) -> str:
    """The sentence, translated where a translation is loaded; values from a host are made safe to show."""
    if not sentence:
        return ""
    values = {name: visible(value) for name, value in sentence.values}
    return QCoreApplication.translate("endpoints", sentence.template).format(**values)


def answer_words(answer: Answer) -> str:
    """The whole answer: what stops it outside the list, what decides in it, and what it rests on."""
    why = said(answer.why)
    if answer.gate:
        template = QCoreApplication.translate("Verdict", "{gate} If it were not: {why}")
        why = template.format(gate=said(answer.gate), why=why)
    return " ".join(filter(None, (why, said(answer.caution))))


def decided_by(answer: Answer) -> str:
    """What decides, in a few words."""
    if answer.gate:
        return said(answer.gate)
    if answer.deciding is None:
        return QCoreApplication.translate("Verdict", "No entry")
    number = answer.deciding.index + 1
    if answer.deciding.node is None:
        return QCoreApplication.translate("Verdict", "Entry {number} of RootSDDL").format(number=number)
    return QCoreApplication.translate("Verdict", "Entry {number}").format(number=number)
