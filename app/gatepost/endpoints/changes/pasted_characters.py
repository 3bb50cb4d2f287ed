"""Normalizing pasted text: undoes what mail, web pages, word processors and terminals made of it."""

from __future__ import annotations

import html
import re
import unicodedata

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|amp|lt|gt|quot|apos|nbsp);")
_ELEMENT = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z][\w:.-]{0,50}+)[^<>]{0,300}>")
# May come without their end, in a selection of a page; any other name may be a placeholder, as in <more entries>.
_ALONE = frozenset(
    ["a", "b", "br", "code", "div", "em", "hr", "i", "li", "p", "pre", "span", "td", "th", "tr", "u", "wbr"]
)
# What a page strikes out or hides is not meant.
STRIKES = r"(?:del|s|strike)\b"
HIDES = r"(?:line-through|none|hidden)"
_CHANGES_MEANING = re.compile(rf"(?i)<[^>]*[(;)]|</?{STRIKES}|<[^>]*{HIDES}")  # what is in brackets may be an entry
_TERMINAL = re.compile(r"\x1b\[(?:[0-9;]{0,30}m|0?K|\?[0-9;]{1,30}[hl])")  # colors; nothing that erases or moves
# A line that goes on: quoted-printable, PowerShell, cmd, sh.
_GOES_ON = re.compile(r"[=`^\\](?:\r\n?|\n)[ \t]*+(?=\S)")
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
    text = _TERMINAL.sub(_without_color, text)
    text = _QUOTED_LINE.sub("", _GOES_ON.sub("", text) if _GOES_ON.search(text) else text)
    text = _ENTITY.sub(lambda entity: html.unescape(entity[0]), _without_elements(text))
    parts = _LITERAL.split(text)
    parts[::2] = [_visible(part).translate(_AS_ASCII) for part in parts[::2]]
    return "".join(parts)


def _without_elements(text: str) -> str:
    """A space for each element; the text as it is where elements may hold entries, hide them or strike them out."""
    elements = list(_ELEMENT.finditer(text))
    known = _ALONE | {element["name"] for element in elements if element["close"]}
    if any(element["name"] not in known or _CHANGES_MEANING.match(element[0]) for element in elements):
        return text
    return _ELEMENT.sub(" ", text)


def _without_color(code: re.Match[str]) -> str:
    """Nothing, but the code itself where it strikes text out or hides it."""
    return code[0] if code[0].endswith("m") and {"8", "9"} & set(re.split(r"[\[;m]", code[0])) else ""


def _visible(text: str) -> str:
    return "".join(map(_as_layout, text))


def _as_layout(character: str) -> str:
    """The character, or the ordinary space or line break that it is a kind of; nothing where it is invisible."""
    if character in "\x0b\x0c\x85\u2028\u2029":
        return "\n"
    if character == "\t" or unicodedata.category(character) == "Zs":
        return " "
    return "" if unicodedata.category(character) == "Cf" else character
