"""Reading and writing XML. What is read may come from a hostile host."""

from __future__ import annotations

import codecs
import copy
import re

from lxml import etree

from gatepost.wsman.errors import ReplyError
from gatepost.wsman.limits import MAX_REPLY_OCTETS

_MAX_DIAGNOSTIC = 200
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # by XML 1.0 2.2
_REFERENCE = re.compile(r"&#(?:x([0-9A-Fa-f]{1,8})|([0-9]{1,10}));")
FORBIDDEN_MARK = "\U0001fffe"
"""Stands for a character that XML forbids: no text has it, for it is no character."""


def parse(data: bytes) -> etree._Element:
    """The root element of a document of at most ``MAX_REPLY_OCTETS``, in UTF-8, or UTF-16 with a byte order mark.

    A character that XML forbids, as one plug-in of a host may have it, spoils only the part that it stands in.

    Raises:
        ReplyError: too large, another encoding, not well-formed, or with a document type declaration.
    """
    if len(data) > MAX_REPLY_OCTETS:
        raise ReplyError(f"The answer is larger than {MAX_REPLY_OCTETS} octets.")
    text = _decode(data)
    if not text.strip():
        raise ReplyError("The answer is empty.")
    # Refused before parsing: libxml2 expands entities in attribute values whatever resolve_entities says.
    if "<!DOCTYPE" in text:
        raise ReplyError("The answer carries a document type declaration, which WS-Management does not allow.")
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        return etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        marked = _REFERENCE.sub(_marked_reference, _FORBIDDEN.sub(FORBIDDEN_MARK, text))
        if marked == text:
            raise ReplyError(f"The answer is not well-formed XML: {str(error)[:_MAX_DIAGNOSTIC]}") from None
    try:
        return etree.fromstring(marked.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise ReplyError(f"The answer is not well-formed XML: {str(error)[:_MAX_DIAGNOSTIC]}") from None


def serialize(element: etree._Element) -> bytes:
    """The element as a document of its own: the envelope's namespaces go along only where they are used.

    One that had a forbidden character is not well-formed, as it came.
    """
    return etree.tostring(copy.copy(element), encoding="utf-8", with_tail=False).replace(
        FORBIDDEN_MARK.encode(), b"\x01"
    )


def elements(parent: etree._Element) -> list[etree._Element]:
    """The child elements, without comments and processing instructions."""
    return list(parent.iterchildren("{*}*"))


def text_of(parent: etree._Element, name: str) -> str:
    """The stripped text of the first child of that name, "" if there is none."""
    return (parent.findtext(name) or "").strip()


def _marked_reference(reference: re.Match[str]) -> str:
    code = int(reference[1], 16) if reference[1] else int(reference[2])
    return FORBIDDEN_MARK if code > 0x10FFFF or _FORBIDDEN.match(chr(code)) else reference[0]


def _decode(data: bytes) -> str:
    # We choose the encoding, never the document: an exotic one could hide a DOCTYPE from the check above.
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError:
        raise ReplyError("The answer is neither UTF-8 nor UTF-16 text.") from None
