"""Sentences of the lower rooms in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.endpoints.text import Text


def shown(said: Text) -> str:
    """Return the sentence, translated where a translation is loaded."""
    if not said:
        return ""
    return QCoreApplication.translate("endpoints", said.template).format(**dict(said.values))
