"""Normalizing pasted SDDL: undoes what consoles, mail, web pages and word processors put into and around it."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from gatepost.security import SddlError, SecurityDescriptor

MAX_LENGTH = 200_000  # characters; a descriptor has at most 64 KiB in its binary form
_BREAK = re.compile(r"(?<![^\S\r\n])[^\S\r\n]*+[\r\n]\s*+")
# Where SDDL begins behind what a console has printed: a prompt with its command, a variable, a label. "D:\\" is a folder.
_START = re.compile(r"(?:\A|(?<=[>=:\s\"'`]))[OGDS]:(?![\\/])")
_QUOTED = re.compile(
    r"(?<![^\s=:({,@])(?:'\s*+(?P<single>[OGDS]:(?:[^']|'')*+)'|\"\s*+(?P<double>[OGDS]:(?:[^\"\\`]|\"\"|[\\`].)*+)\")",
)
# One string that goes on in the next one.
_JOINED = re.compile(r"(?<=[^\s'])'\s*+\+\s*+'(?!')|(?<=[^\s\"])\"\s*+\+\s*+\"(?!\")")
_ESCAPED = re.compile(r"\\u([0-9A-Fa-f]{4})|[\\`\"]([\"\\`'$])")
_IN_QUOTES = re.compile(r'"[^"]*"')
_PROMPT_AFTER = re.compile(r"(?<![\r\n])[\r\n]++(?:\[[^\r\n]*\]: *)?(?:PS\b|[A-Za-z]:)[^\r\n>]*>+[^\r\n]*\Z")
# The next property of Format-List or winrm behind the last entry, and all behind it.
_PROPERTY_AFTER = re.compile(r"(?s)(?<=\))[ \t\"']*+[\r\n]++[ \t]*+[A-Za-z][\w.]+[ \t]*+[:=](?!=).*\Z")
_LABEL = re.compile(r"\A(?:RootSDDL|SecurityDescriptorSddl|Sddl)\s*[:=]\s*", re.IGNORECASE)
# White space, quotes of any kind, and what is invisible: no descriptor begins or ends with them.
_SPACES = "".join(map(chr, (*range(9, 14), 0, 32, 0x85, 0xA0, *range(0x2000, 0x2010), 0x2028, 0x2029, 0x3000, 0xFEFF)))
_AROUND = _SPACES + "\"'`\\\u00ab\u00bb\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f"
# In a sentence or in Markdown: emphasis around the whole, and one mark directly behind the last entry.
_IN_SENTENCE = re.compile(r"(?s)(?P<emphasis>[*_]{0,3})(?P<whole>[^*_].*\))(?P=emphasis)[\"'`\u2019\u201d]?[.,;]?")

# What mail, web pages, word processors and terminals make of text.
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|amp|lt|gt|quot|apos|nbsp);")
_ELEMENT = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z][\w:.-]{0,50}+)[^<>]{0,300}>")
# May come without their end, in a selection of a page; any other name may be a placeholder, as in <more entries>.
_ALONE = frozenset(
    ["a", "b", "br", "code", "div", "em", "hr", "i", "li", "p", "pre", "span", "td", "th", "tr", "u", "wbr"]
)
# What a page strikes out or hides is not meant.
_STRIKES = r"(?:del|s|strike)\b"
_HIDES = r"(?:line-through|none|hidden)"
_CHANGES_MEANING = re.compile(rf"(?i)<[^>]*[(;)]|</?{_STRIKES}|<[^>]*{_HIDES}")  # what is in brackets may be an entry
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

# Text around SDDL that makes it only a part of a descriptor; in doubt, it does.
_PIECE = re.compile(r"\([ \t]*+[A-Z]{1,2}[ \t]*+;|(?<![A-Za-z])[OGDS]:[A-Z(]")
_OPERATOR = re.compile(r"(?<!-)-[ci]?(?:f|replace|join|split)(?![\w-])", re.IGNORECASE)
_STRUCK = re.compile(rf"(?i)\x1b\[|<(?:{_STRIKES}|[^<>]*{_HIDES})")
# In front: a call or an array that is open, and a placeholder for what stands before it.
_OPEN = re.compile(r"[\w@]\(")
_PLACEHOLDER = re.compile(r"(?:\$[\w:{}.]++|\{[^{}]*+\}++|%s|%\w++%|%>)[ \t\"'`]*+\Z")
_LISTED = re.compile(r"[,.][ \t\r\n]*+['\"]\s*+\Z")
_ROW = re.compile(r"\"?[^\"$\r\n]*+\"(?:,\"[^\"$\r\n]*+\")*+,\"")  # of CSV, up to the descriptor
_STATEMENT_END = re.compile(r"[;\r\n]")
# Behind a string: the end, a line end, the next statement, property, attribute, parameter or column.
_ENDS = re.compile(
    r"@?+(?:[ \t)}\]]|/?>)*+(?:\Z|[;\r\n]|,\s*+(?:\Z|\}|\"[^\"]*+\"\s*+:)|-[A-Za-z]|[A-Za-z]\w*+=[\"']|</?[A-Za-z])"
    r"|(?:,\"[^\"$\r\n]*+\")++(?:\Z|[\r\n])"
)
_WORKED_ON = re.compile(r"\+|\w\(|\"[^\"\r\n$]*+\$|\$\{?\w++\}?\$|[:=]\s*+(?:\.\.|\u2026)")


def without_console_layout(text: str) -> str:
    """Return SDDL without what a console put into and around it, or ``text`` itself where it can be read as it is.

    Line breaks with their indent, white space and quotes around the whole, the label of Format-List or winrm, and
    prompts and commands around it go, and so does what mail and web pages make of text, where nothing else can be read.
    Text that cannot be read either way stays as typed, unless it has line breaks.

    Raises:
        SddlError: a line break is inside a literal, where it can't be told whether it stands for a space.
    """
    has_break = _BREAK.search(text) is not None
    if len(text) > MAX_LENGTH or (not has_break and _can_be_read(text)):
        return text
    refused = set() if has_break else {text}  # the same text comes out of several ways, and is read once
    for whole in _wholes(text):
        for printed in _printed(whole):
            for candidate in (_BREAK.sub("", printed), _BREAK.sub(" ", printed)):  # a break may stand for a space
                if candidate not in refused and _can_be_read(candidate):
                    _check_literals(whole, printed)
                    return candidate
                refused.add(candidate)
    return text if not has_break or _can_be_read(text) else _BREAK.sub("", _bare(text))


def _wholes(text: str) -> Iterator[str]:
    """The text as it is, then without what mail and web pages make of it, then without the marks of a sentence."""
    yield text
    plain = _plain_text(text)
    if plain != text:
        yield plain
    if sentence := _IN_SENTENCE.fullmatch(plain.strip(_AROUND)):
        yield sentence["whole"]


def _bare(text: str) -> str:
    return _LABEL.sub("", text.strip(_AROUND)).strip(_AROUND)


def _printed(text: str) -> Iterator[str]:
    """What may be the descriptor alone, the whole first."""
    bare = _bare(text)
    yield bare
    start = _START.search(bare)
    if start is not None and _goes_on_before(bare[: start.start()]):
        return
    rest = bare[start.start() if start else 0 :]
    yield rest
    for after in (_PROMPT_AFTER.search(rest), _PROPERTY_AFTER.search(rest)):
        if after is not None and not _START.search(after[0]) and not _goes_on_after(after[0]):
            yield rest[: after.start()].strip(_AROUND)
    text = _JOINED.sub("", text)
    quoted = list(islice(_QUOTED.finditer(text), 2))
    if len(quoted) == 1 and not _is_part(text, quoted[0]):  # of two descriptors neither is meant
        single, double = quoted[0]["single"], quoted[0]["double"]
        yield (_ESCAPED.sub(_character, double) if single is None else single.replace("''", "'")).strip(_AROUND)


def _is_part(text: str, quoted: re.Match[str]) -> bool:
    after = text[quoted.end() :]
    return _goes_on_before(text[: quoted.start() + 1]) or _goes_on_after(after) or not _ends_string(after)


def _character(escaped: re.Match[str]) -> str:
    return chr(int(escaped[1], 16)) if escaped[1] else escaped[2]


def _check_literals(text: str, printed: str) -> None:
    for literal in _IN_QUOTES.findall(printed):
        if _BREAK.search(literal):
            position = text.find(literal) + len(_BREAK.split(literal)[0])
            raise SddlError("a line break is inside quotation marks; replace it with a space or with nothing", position)


def _can_be_read(text: str) -> bool:
    """Whether it is SDDL; with the name of an account in it, it is as well, and is told so."""
    try:
        SecurityDescriptor.from_sddl(text)
    except SddlError as error:
        return bool(error.account_name)
    return True


def _plain_text(text: str) -> str:
    """Return text without quoting of mail, entities, tags, colors and invisible characters, and with ASCII punctuation.

    What stands in quotation marks keeps its characters.
    """
    text = _TERMINAL.sub(_without_color, text)
    text = _QUOTED_LINE.sub("", _GOES_ON.sub("", text) if _GOES_ON.search(text) else text)
    text = _ENTITY.sub(lambda entity: html.unescape(entity[0]), _without_elements(text))
    parts = _LITERAL.split(text)
    parts[::2] = ["".join(map(_as_layout, part)).translate(_AS_ASCII) for part in parts[::2]]
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


def _as_layout(character: str) -> str:
    """The character, or the ordinary space or line break that it is a kind of; nothing where it is invisible."""
    if character in "\x0b\x0c\x85\u2028\u2029":
        return "\n"
    if character == "\t" or unicodedata.category(character) == "Zs":
        return " "
    return "" if unicodedata.category(character) == "Cf" else character


def _goes_on_before(before: str) -> bool:
    """Whether this text begins what the SDDL after it is only a part of, or may strike it out."""
    if _PIECE.search(before) or _STRUCK.search(before) or _PLACEHOLDER.search(before):
        return True
    if _LISTED.search(before) and not _ROW.fullmatch(before.rpartition("\n")[2]):
        return True
    statement = _STATEMENT_END.split(before.rstrip(" \t\r\n\"'`\\"))[-1]
    is_open = _OPEN.search(statement.rpartition(")")[2])
    return statement.endswith(("+", "&", "+=")) or bool(is_open or _OPERATOR.search(statement))


def _goes_on_after(after: str) -> bool:
    """Whether this text adds to the SDDL in front of it, or changes it."""
    return bool(_PIECE.search(after) or _OPERATOR.search(after) or _WORKED_ON.search(after))


def _ends_string(after: str) -> bool:
    """Whether the string in front of this text is a value of its own."""
    return _ENDS.match(after) is not None
