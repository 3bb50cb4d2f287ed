"""SDDL as it comes out of a console: wrapped, indented, quoted, with a label."""

from __future__ import annotations

import re

from gatepost.security import SddlError, SecurityDescriptor

MAX_LENGTH = 200_000  # characters; a descriptor has at most 64 KiB in its binary form
_BREAK = re.compile(r"[^\S\r\n]*+[\r\n]\s*+")
_LABEL = re.compile(r"\A(?:RootSDDL|SecurityDescriptorSddl|Sddl)\s*[:=]\s*", re.IGNORECASE)
_QUOTES = (('"', '"'), ("'", "'"), ("\u201c", "\u201d"), ("\u2018", "\u2019"), ("`", "`"))
_AROUND = " \t\r\n\u00a0\ufeff\0"


def without_console_layout(text: str) -> str:
    """Return SDDL without what a console put into and around it, or ``text`` itself where it can be read as it is.

    Line breaks with their indent, white space and quotes around the whole, and the label of Format-List or winrm go.
    Text that cannot be read either way stays as typed, unless it has line breaks.
    """
    if len(text) > MAX_LENGTH or (not _BREAK.search(text) and _can_be_read(text)):
        return text
    bare = _LABEL.sub("", text.strip(_AROUND))
    for opening, closing in _QUOTES:
        if len(bare) > 1 and bare.startswith(opening) and bare.endswith(closing):
            bare = bare[1:-1].strip(_AROUND)
    joined, spaced = _BREAK.sub("", bare), _BREAK.sub(" ", bare)  # a break may stand where a condition has its space
    for candidate in (joined, spaced):
        if _can_be_read(candidate):
            return candidate
    return text if _can_be_read(text) or not _BREAK.search(text) else joined


def _can_be_read(text: str) -> bool:
    try:
        SecurityDescriptor.from_sddl(text)
    except SddlError:
        return False
    return True
