"""Text from a host, safe to show: nothing in it is invisible or turns the direction of what follows."""

from __future__ import annotations

import unicodedata

# Cc controls, Cf format characters (bidirectional marks, zero width), Zl and Zp line separators, Cs half surrogates.
_HIDDEN = {"Cc", "Cf", "Zl", "Zp", "Cs"}


def visible(text: str) -> str:
    """Return ``text`` with every invisible character written as its code point; line feeds stay.

    >>> visible("a\\u202eb")
    'a\u27e8U+202E\u27e9b'
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_visible_character(c) for c in text)


def _visible_character(character: str) -> str:
    if character != "\n" and unicodedata.category(character) in _HIDDEN:
        return f"\u27e8U+{ord(character):04X}\u27e9"
    return character
