"""Plain, safe text for Qt's own places, such as tool tips."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from gatepost.endpoints.visible import hidden_character, one_line, visible

__all__ = ["first_lines", "hidden_character", "one_line", "plain_tip", "visible"]


def first_lines(lines: Iterable[str], most: int, count: int) -> list[str]:
    """Return the first lines of ``count``, and a line with how many more there are; no other one is made."""
    return [*islice(lines, most), *([f"… (+{count - most})"] if count > most else [])]


def plain_tip(text: str) -> str:
    """Return ``visible(text)`` for a tool tip: Qt would take a name such as <b>x</b> for rich text.

    Empty stays empty, which shows no tool tip.
    """
    if not text:
        return ""
    escaped = visible(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return "<span style='white-space: pre-wrap'>" + escaped + "</span>"
