"""Reading and writing XML. What is read may come from a hostile host."""

from __future__ import annotations

import codecs
import copy

from lxml import etree

from gatepost.wsman.errors import ReplyError
from gatepost.wsman.limits import MAX_REPLY_OCTETS

_MAX_DIAGNOSTIC = 200


def parse(data: bytes) -> etree._Element:
    """The root element of a document of at most ``MAX_REPLY_OCTETS``, in UTF-8, or UTF-16 with a byte order mark.

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
        raise ReplyError(f"The answer is not well-formed XML: {str(error)[:_MAX_DIAGNOSTIC]}") from None


def serialize(element: etree._Element) -> bytes:
    """The element as a document of its own: the envelope's namespaces go along only where they are used."""
    return etree.tostring(copy.copy(element), encoding="utf-8", with_tail=False)


def elements(parent: etree._Element) -> list[etree._Element]:
    """The child elements, without comments and processing instructions."""
    return list(parent.iterchildren("{*}*"))


def text_of(parent: etree._Element, name: str) -> str:
    """The stripped text of the first child of that name, "" if there is none."""
    return (parent.findtext(name) or "").strip()


def _decode(data: bytes) -> str:
    # We choose the encoding, never the document: an exotic one could hide a DOCTYPE from the check above.
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError:
        raise ReplyError("The answer is neither UTF-8 nor UTF-16 text.") from None
