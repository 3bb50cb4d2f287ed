"""Normalizing pasted SDDL: line breaks, indents, quotes and labels of consoles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from gatepost.endpoints.changes.pasted_characters import plain_text
from gatepost.endpoints.changes.pasted_parts import ends_string, goes_on_after, goes_on_before
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
    plain = plain_text(text)
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
    if start is not None and goes_on_before(bare[: start.start()]):
        return
    rest = bare[start.start() if start else 0 :]
    yield rest
    for after in (_PROMPT_AFTER.search(rest), _PROPERTY_AFTER.search(rest)):
        if after is not None and not _START.search(after[0]) and not goes_on_after(after[0]):
            yield rest[: after.start()].strip(_AROUND)
    text = _JOINED.sub("", text)
    quoted = list(islice(_QUOTED.finditer(text), 2))
    if len(quoted) == 1 and not _is_part(text, quoted[0]):  # of two descriptors neither is meant
        single, double = quoted[0]["single"], quoted[0]["double"]
        yield (_ESCAPED.sub(_character, double) if single is None else single.replace("''", "'")).strip(_AROUND)


def _is_part(text: str, quoted: re.Match[str]) -> bool:
    after = text[quoted.end() :]
    return goes_on_before(text[: quoted.start() + 1]) or goes_on_after(after) or not ends_string(after)


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
