"""Making text from a host safe to show: invisible and bidirectional characters are written out."""

from __future__ import annotations

import re
import unicodedata

# Cc controls, Cf format characters (bidirectional marks, zero width), Zl and Zp line separators, Cs half surrogates.
_HIDDEN = {"Cc", "Cf", "Zl", "Zp", "Cs"}
# Letters, marks, signs and unassigned codes by category, and yet nothing is drawn for them: joiner, fillers, variation
# selectors, the rest of Default_Ignorable_Code_Point, an empty note, blank hieroglyphs, the stand-in for an object.
_BLANK = frozenset(
    map(chr, (0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2065, 0x2800, 0x3164, 0xFFA0, *range(0x180B, 0x1810)))
) | frozenset(
    map(chr, (*range(0xFE00, 0xFE10), *range(0xFFF0, 0xFFFD), 0x13441, 0x13442, 0x1D159, *range(0xE0000, 0xE1000)))
)

_WRITTEN_OUT = re.compile(r"\u27e8(U\+[0-9A-F]{4,6})\u27e9")
_MOST_KEPT = 4096  # characters that are worked out once


class _Shown(dict[int, str]):
    """What each character is written as, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        hidden = character in _BLANK or unicodedata.category(character) in _HIDDEN
        shown = f"\u27e8U+{code:04X}\u27e9" if hidden and character != "\n" else character
        if len(self) < _MOST_KEPT:
            self[code] = shown
        return shown


_SHOWN = _Shown()


def visible(text: str) -> str:
    """Return ``text`` with every invisible character written as ⟨U+XXXX⟩; line feeds stay.

    Doing it twice changes nothing more.
    """
    return text if text.isascii() and text.isprintable() else text.translate(_SHOWN)


def one_line(text: str) -> str:
    """Return ``visible(text)`` with line feeds written out as well, for names."""
    return visible(text).replace("\n", "\u27e8U+000A\u27e9")


def hidden_character(text: str) -> str:
    """Return the first invisible character in a name, as U+XXXX, also where it has been written out; "" for none."""
    match = _WRITTEN_OUT.search(one_line(text))
    return match[1] if match else ""
