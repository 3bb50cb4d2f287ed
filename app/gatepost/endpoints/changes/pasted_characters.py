"""Normalizing pasted text: undoes what mail, web pages, word processors and terminals made of it."""

from __future__ import annotations

import html
import re
import unicodedata

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|amp|lt|gt|quot|apos|nbsp);")
_ELEMENT = re.compile(r"</?[A-Za-z][^<>]{0,300}>")
_TERMINAL = re.compile(r"\x1b\[[0-9;?]{0,30}[A-Za-z]")
# A line that goes on: quoted-printable, PowerShell, cmd, sh.
_GOES_ON = re.compile(r"[=`^\\](?:\r\n?|\n)[ \t]*+")
_QUOTED_LINE = re.compile(r"(?m)^[ \t]*+(?:[>|][ \t]?)++")
_LITERAL = re.compile(r'("[^"]*")')
_HYPHENS = "\u2010\u2011\u2012\u2013\u2014\u2212\ufe63"
_AS_ASCII = {
    **{ord(hyphen): "-" for hyphen in _HYPHENS},
    **{ord(quote): '"' for quote in "\u201c\u201d\u201e\u201f"},
    **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},  # full width
    0x37E: ";",  # the Greek question mark
}


def plain_text(text: str) -> str:
    """Return text without quoting of mail, entities, tags, colors and invisible characters, and with ASCII punctuation.

    What stands in quotation marks keeps its characters.
    """
    text = _TERMINAL.sub("", text)
    text = _QUOTED_LINE.sub("", _GOES_ON.sub("", text) if _GOES_ON.search(text) else text)
    text = _ENTITY.sub(lambda entity: html.unescape(entity[0]), _ELEMENT.sub(" ", text))
    parts = _LITERAL.split(text)
    parts[::2] = [_visible(part).translate(_AS_ASCII) for part in parts[::2]]
    return "".join(parts)


def _visible(text: str) -> str:
    return "".join(map(_as_layout, text))


def _as_layout(character: str) -> str:
    """The character, or the ordinary space or line break that it is a kind of; nothing where it is invisible."""
    if character in "\x0b\x0c\x85\u2028\u2029":
        return "\n"
    if character == "\t" or unicodedata.category(character) == "Zs":
        return " "
    return "" if unicodedata.category(character) == "Cf" else character
