"""Tones: what a color says."""

from __future__ import annotations

from enum import StrEnum


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
