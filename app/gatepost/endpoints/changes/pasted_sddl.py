"""SDDL as it comes out of a console: wrapped, indented, quoted, with a label."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gatepost.security import SddlError, SecurityDescriptor

MAX_LENGTH = 200_000  # characters; a descriptor has at most 64 KiB in its binary form
_BREAK = re.compile(r"(?<![^\S\r\n])[^\S\r\n]*+[\r\n]\s*+")
# Where SDDL begins behind what a console has printed: a prompt with its command, a variable, a label. "D:\\" is a folder.
_START = re.compile(r"(?<=[>=:\s\"'`])[OGDS]:(?![\\/])")
_PROMPT_AFTER = re.compile(r"(?<![\r\n])[\r\n]++(?:\[[^\r\n]*\]: *)?(?:PS\b|[A-Za-z]:)[^\r\n>]*>+[^\r\n]*\Z")
_LABEL = re.compile(r"\A(?:RootSDDL|SecurityDescriptorSddl|Sddl)\s*[:=]\s*", re.IGNORECASE)
# White space, quotes of any kind, and what is invisible: no descriptor begins or ends with them.
_SPACES = "".join(map(chr, (*range(9, 14), 0, 32, 0x85, 0xA0, *range(0x2000, 0x2010), 0x2028, 0x2029, 0x3000, 0xFEFF)))
_AROUND = _SPACES + "\"'`\\\u00ab\u00bb\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f"


def without_console_layout(text: str) -> str:
    """Return SDDL without what a console put into and around it, or ``text`` itself where it can be read as it is.

    Line breaks with their indent, white space and quotes around the whole, the label of Format-List or winrm, and
    prompts with their commands go.
    Text that cannot be read either way stays as typed, unless it has line breaks.
    """
    if len(text) > MAX_LENGTH or (not _BREAK.search(text) and _can_be_read(text)):
        return text
    bare = _LABEL.sub("", text.strip(_AROUND)).strip(_AROUND)
    joined = _BREAK.sub("", bare)
    for candidate in (joined, *_candidates(bare)):
        if _can_be_read(candidate):
            return candidate
    return text if _can_be_read(text) or not _BREAK.search(text) else joined


def _candidates(bare: str) -> Iterator[str]:
    yield _BREAK.sub(" ", bare)  # a break may stand where a condition has its space
    start = _START.search(bare)
    printed = _PROMPT_AFTER.sub("", bare[start.start() if start else 0 :]).strip(_AROUND)
    if printed != bare:
        yield _BREAK.sub("", printed)
        yield _BREAK.sub(" ", printed)


def _can_be_read(text: str) -> bool:
    """Whether it is SDDL; with the name of an account in it, it is as well, and is told so."""
    try:
        SecurityDescriptor.from_sddl(text)
    except SddlError as error:
        return bool(error.account_name)
    return True
