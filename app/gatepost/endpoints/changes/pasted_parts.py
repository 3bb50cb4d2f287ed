"""Text around SDDL that makes it only a part of a descriptor; in doubt, it does."""

from __future__ import annotations

import re

from gatepost.endpoints.changes.pasted_characters import HIDES, STRIKES

# Another entry or another part of a descriptor. "D:\\" is a folder.
_PIECE = re.compile(r"\([ \t]*+[A-Z]{1,2}[ \t]*+;|(?<![A-Za-z])[OGDS]:[A-Z(]")
_OPERATOR = re.compile(r"(?<!-)-[ci]?(?:f|replace|join|split)(?![\w-])", re.IGNORECASE)
_STRUCK = re.compile(rf"(?i)\x1b\[|<(?:{STRIKES}|[^<>]*{HIDES})")
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


def goes_on_before(before: str) -> bool:
    """Whether this text begins what the SDDL after it is only a part of, or may strike it out."""
    if _PIECE.search(before) or _STRUCK.search(before) or _PLACEHOLDER.search(before):
        return True
    if _LISTED.search(before) and not _ROW.fullmatch(before.rpartition("\n")[2]):
        return True
    statement = _STATEMENT_END.split(before.rstrip(" \t\r\n\"'`\\"))[-1]
    is_open = _OPEN.search(statement.rpartition(")")[2])
    return statement.endswith(("+", "&", "+=")) or bool(is_open or _OPERATOR.search(statement))


def goes_on_after(after: str) -> bool:
    """Whether this text adds to the SDDL in front of it, or changes it."""
    return bool(_PIECE.search(after) or _OPERATOR.search(after) or _WORKED_ON.search(after))


def ends_string(after: str) -> bool:
    """Whether the string in front of this text is a value of its own."""
    return _ENDS.match(after) is not None
