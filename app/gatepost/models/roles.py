"""Roles and tones that the models share."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()

ValueRole = Qt.ItemDataRole.UserRole  # the frozen value behind the row
SortRole = Qt.ItemDataRole.UserRole + 1  # text of a width that sorts: Qt's int holds no access mask
ToneRole = Qt.ItemDataRole.UserRole + 2  # a Tone, or None


class Tone(StrEnum):
    """A color of the theme, by its name there. In tables an icon goes with it; a word always does."""

    TEXT = "text"
    MUTED = "muted"
    INFO = "info"  # muted, with an icon
    ACCENT = "accent"  # a pending change, an action
    ALLOW = "allow"
    DENY = "deny"
    WARNING = "warning"
    YES = "yes"  # text, with an icon: an answer that is neither good nor bad
    NO = "no"  # muted, with an icon
