"""Text as the window shows it: translated, safe, and with dates and order as the system writes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from itertools import islice

from PySide6.QtCore import QCollator, QCoreApplication, QDateTime, QLocale

from gatepost.endpoints.moments import parse_iso
from gatepost.endpoints.text import Text, listed
from gatepost.endpoints.visible import hidden_character, one_line, visible

__all__ = [
    "date_words",
    "enumerated",
    "first_lines",
    "hidden_character",
    "moment_words",
    "one_line",
    "plain_tip",
    "shown",
    "text_ranks",
    "visible",
]

_WITHOUT_LOCALE = "yyyy-MM-dd HH:mm"


def shown(text: Text, safe: Callable[[str], str] = one_line) -> str:
    """Return the sentence, translated where a translation is loaded; ``safe`` makes values from a host safe to show."""
    if not text:
        return ""
    if not text.values and text.count is None:  # most words of a table: a short cut
        return _template(text)
    values = {name: shown(value, safe) if isinstance(value, Text) else safe(value) for name, value in text.values}
    return text.fill(_template(text), values)


def enumerated(parts: Iterable[str]) -> str:
    """Return words as a list, with the separator of the language of the window."""
    return shown(listed(list(parts)))


def _template(said: Text) -> str:
    if not said.context:
        return said.english
    if said.count is None:
        return QCoreApplication.translate(said.context, said.template)
    translation = QCoreApplication.translate(said.context, said.template, said.many, said.count)
    untranslated = said.template.replace("%n", str(said.count))
    return said.english if translation == untranslated else translation


def first_lines(lines: Iterable[str], most: int, count: int) -> list[str]:
    """Return the first lines of ``count``, and a line with how many more there are; no other one is made."""
    return [*islice(lines, most), *([f"… (+{count - most})"] if count > most else [])]


def plain_tip(text: str) -> str:
    """Return ``visible(text)`` for a tool tip: Qt would take a name such as <b>x</b> for rich text.

    Empty stays empty, which shows no tool tip.
    """
    if not text:
        return ""
    escaped = visible(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return "<span style='white-space: pre-wrap'>" + escaped + "</span>"


def date_words(moment: datetime) -> str:
    """Return a time as this computer's clock shows it; "" where Qt knows no such time."""
    try:
        when = QDateTime.fromMSecsSinceEpoch(round(moment.timestamp() * 1000))
    except (OverflowError, OSError, ValueError):
        return ""
    if not when.isValid():
        return ""
    if QLocale().language() is QLocale.Language.C:  # Qt writes "29 11 2026 17:42" then
        return when.toString(_WITHOUT_LOCALE)
    return QLocale().toString(when, QLocale.FormatType.ShortFormat)


def moment_words(iso: str) -> str:
    """Return the time of an ISO 8601 text as this computer's clock shows it; any other text as it is."""
    moment = parse_iso(iso)
    return (date_words(moment) if moment is not None else "") or iso


def text_ranks(texts: Iterable[str]) -> dict[str, int]:
    """Return the place of each text in the order of the language; the same few come again and again."""
    collator = QCollator()
    return {text: rank for rank, text in enumerate(sorted(sorted(set(texts)), key=collator.sortKey))}
