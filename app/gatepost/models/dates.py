"""Dates and times as the system writes them, in one format for the whole window."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale

from gatepost.endpoints.moments import parse_iso

_WITHOUT_LOCALE = "yyyy-MM-dd HH:mm"


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
