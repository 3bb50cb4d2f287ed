"""SDDL as it comes out of a console: wrapped, indented, quoted, with a label."""

from __future__ import annotations

import re

from gatepost.security import SddlError, SecurityDescriptor

MAX_LENGTH = 200_000  # characters; a descriptor has at most 64 KiB in its binary form
_BREAK = re.compile(r"(?<![^\S\r\n])[^\S\r\n]*+[\r\n]\s*+")
_LABEL = re.compile(r"\A(?:RootSDDL|SecurityDescriptorSddl|Sddl)\s*[:=]\s*", re.IGNORECASE)
# White space, quotes of any kind, and what is invisible: no descriptor begins or ends with them.
_SPACES = "".join(map(chr, (*range(9, 14), 0, 32, 0x85, 0xA0, *range(0x2000, 0x2010), 0x2028, 0x2029, 0x3000, 0xFEFF)))
_AROUND = _SPACES + "\"'`\\\u00ab\u00bb\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f"


def without_console_layout(text: str) -> str:
    """Return SDDL without what a console put into and around it, or ``text`` itself where it can be read as it is.

    Line breaks with their indent, white space and quotes around the whole, and the label of Format-List or winrm go.
    Text that cannot be read either way stays as typed, unless it has line breaks.
    """
    if len(text) > MAX_LENGTH or (not _BREAK.search(text) and _can_be_read(text)):
        return text
    bare = _LABEL.sub("", text.strip(_AROUND)).strip(_AROUND)
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
