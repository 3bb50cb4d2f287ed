"""Sorting texts in the language of the system."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCollator


def text_ranks(texts: Iterable[str]) -> dict[str, int]:
    """Return the place of each text in the order of the language; the same few come again and again."""
    collator = QCollator()
    return {text: rank for rank, text in enumerate(sorted(sorted(set(texts)), key=collator.sortKey))}
