"""Sentences of the lower rooms in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gatepost.endpoints.text import Text
from gatepost.models.plain import one_line


def shown(said: Text) -> str:
    """Return the sentence, translated where a translation is loaded; values from a host are made safe to show."""
    if not said:
        return ""
    values = {name: one_line(value) for name, value in said.values}
    return QCoreApplication.translate("endpoints", said.template).format(**values)
