"""Plain, safe text for Qt's own places, such as tool tips."""

from __future__ import annotations

from gatepost.endpoints.visible import hidden_character, one_line, visible

__all__ = ["hidden_character", "one_line", "plain_tip", "visible"]


def plain_tip(text: str) -> str:
    """Return ``visible(text)`` for a tool tip: Qt would take a name such as <b>x</b> for rich text.

    Empty stays empty, which shows no tool tip.
    """
    if not text:
        return ""
    escaped = visible(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return "<span style='white-space: pre-wrap'>" + escaped + "</span>"
