"""Translating texts to the language of the window."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication

from gatepost.endpoints.text import Text, listed
from gatepost.models.plain import one_line


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
