"""Escape text for XML.

Here and not from xml.sax.saxutils, which loads all of urllib, a good part of the time to start.
"""

from __future__ import annotations

_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_ATTRIBUTE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)


def escape(text: str) -> str:
    """Return text as the content of an element."""
    return text.translate(_TEXT)


def quoted(text: str) -> str:
    """Return text as an attribute value, with its double quotes."""
    return f'"{text.translate(_ATTRIBUTE)}"'
