"""Yes, no and unknown in words and meaning: never in color alone."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gatepost.endpoints.access.effective_access import AccessAnswer, Verdict
from gatepost.models.roles import Tone
from gatepost.models.sentences import shown

_TONES = {
    Verdict.YES: Tone.YES,
    Verdict.YES_UNLESS: Tone.YES,
    Verdict.NO: Tone.NO,
    Verdict.NO_UNLESS: Tone.INFO,
    Verdict.UNKNOWN: Tone.INFO,
}


def verdict_tone(verdict: Verdict, *, broad: bool = False) -> Tone:
    """Return how an answer is painted: a Yes is no good news and a No no bad news. One for nearly everybody is a warning.

    ``broad``: it is the answer for a group that nearly everybody is a member of.
    """
    is_yes = verdict in (Verdict.YES, Verdict.YES_UNLESS)
    return Tone.WARNING if broad and is_yes else _TONES[verdict]


def verdict_word(verdict: Verdict) -> str:
    """Return the word for a verdict."""
    return {
        Verdict.YES: QCoreApplication.translate("Verdict", "Yes"),
        Verdict.NO: QCoreApplication.translate("Verdict", "No"),
        Verdict.UNKNOWN: QCoreApplication.translate("Verdict", "Not known"),
        Verdict.NO_UNLESS: QCoreApplication.translate("Verdict", "No, unless one of its groups is allowed"),
        Verdict.YES_UNLESS: QCoreApplication.translate("Verdict", "Yes, unless one of its groups is denied"),
    }[verdict]


def brief_verdict(verdict: Verdict) -> str:
    """Return a verdict for a narrow cell: what an account gets by itself, whatever its groups add or take away."""
    match verdict:
        case Verdict.NO_UNLESS:
            return QCoreApplication.translate("Verdict", "No by itself")
        case Verdict.YES_UNLESS:
            return QCoreApplication.translate("Verdict", "Yes by itself")
    return verdict_word(verdict)


def answer_words(answer: AccessAnswer) -> str:
    """The whole answer: what stops it outside the list, what decides in it, and what it rests on."""
    why = shown(answer.why)
    if answer.gate:
        apart = QCoreApplication.translate("Verdict", "Apart from that:")
        why = " ".join((shown(answer.gate), apart, why))
    return " ".join(filter(None, (why, shown(answer.caution))))


def decided_by(answer: AccessAnswer) -> str:
    """What decides, in a few words."""
    if answer.gate:
        return shown(answer.gate)
    if answer.deciding is None:
        return QCoreApplication.translate("Verdict", "No entry")
    number = answer.deciding.index + 1
    if answer.deciding.node is None:
        return QCoreApplication.translate("Verdict", "Entry {number} of RootSDDL").format(number=number)
    return QCoreApplication.translate("Verdict", "Entry {number}").format(number=number)
