"""Effective access in words and meaning: yes, no and unknown are never told by color alone."""

from __future__ import annotations

from gatepost.endpoints.access.effective_access import AccessAnswer, Verdict
from gatepost.endpoints.text import WINDOW, sentences
from gatepost.models.roles import Tone
from gatepost.models.window_text import shown

_LOOKS = {
    Verdict.YES: (WINDOW.tr("Yes"), Tone.YES),
    Verdict.YES_UNLESS: (WINDOW.tr("Yes, unless one of its groups is denied"), Tone.YES),
    Verdict.NO: (WINDOW.tr("No"), Tone.NO),
    Verdict.NO_UNLESS: (WINDOW.tr("No, unless one of its groups is allowed"), Tone.INFO),
    Verdict.UNKNOWN: (WINDOW.tr("Not known"), Tone.INFO),
}
_BRIEF = {Verdict.YES_UNLESS: WINDOW.tr("Yes by itself"), Verdict.NO_UNLESS: WINDOW.tr("No by itself")}


def verdict_tone(verdict: Verdict, *, broad: bool = False) -> Tone:
    """Return how an answer is painted: a Yes is no good news and a No no bad news. One for nearly everybody is a warning.

    ``broad``: it is the answer for a group that nearly everybody is a member of.
    """
    is_yes = verdict in (Verdict.YES, Verdict.YES_UNLESS)
    return Tone.WARNING if broad and is_yes else _LOOKS[verdict][1]


def verdict_word(verdict: Verdict) -> str:
    """Return the word for a verdict."""
    return shown(_LOOKS[verdict][0])


def brief_verdict(verdict: Verdict) -> str:
    """Return a verdict for a narrow cell: what an account gets by itself, whatever its groups add or take away."""
    return shown(_BRIEF[verdict]) if verdict in _BRIEF else verdict_word(verdict)


def answer_words(answer: AccessAnswer) -> str:
    """The whole answer: what stops it outside the list, what decides in it, and what it rests on."""
    blocked_by = (answer.blocked_by, WINDOW.tr("Apart from that:")) if answer.blocked_by else ()
    return shown(sentences(*blocked_by, answer.why, answer.note))


def decided_by(answer: AccessAnswer) -> str:
    """What decides, in a few words."""
    if answer.blocked_by:
        return shown(answer.blocked_by)
    if answer.deciding is None:
        return shown(WINDOW.tr("No entry"))
    number = answer.deciding.index + 1
    if answer.deciding.descriptor_index is None:
        return shown(WINDOW.tr("Entry {number} of RootSDDL", number=number))
    return shown(WINDOW.tr("Entry {number}", number=number))
