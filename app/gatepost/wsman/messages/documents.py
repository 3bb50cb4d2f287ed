"""Reading and writing the XML of messages. What is read may come from a hostile host."""

from __future__ import annotations

import copy

from lxml import etree

from gatepost.untrusted_xml import UntrustedXmlError, parse_with_marks
from gatepost.wsman.errors import ReplyError
from gatepost.wsman.limits import MAX_REPLY_OCTETS


def parse(data: bytes) -> etree._Element:
    """The root element of a document of at most ``MAX_REPLY_OCTETS``, in UTF-8, or UTF-16 with a byte order mark.

    A character that XML forbids, as one plug-in of a host may have it, becomes FORBIDDEN_MARK. Comments and processing
    instructions are left out.

    Raises:
        ReplyError: too large, another encoding, not well-formed, or with a document type declaration.
    """
    try:
        return parse_with_marks(data, MAX_REPLY_OCTETS)
    except UntrustedXmlError as error:
        raise ReplyError(f"The answer {error}.") from None


def serialize(element: etree._Element) -> bytes:
    """The element as a document of its own: the envelope's namespaces go along only where they are used."""
    return etree.tostring(copy.copy(element), encoding="utf-8", with_tail=False)


def text_of(parent: etree._Element, name: str) -> str:
    """The stripped text of the first child of that name, "" if there is none."""
    return (parent.findtext(name) or "").strip()
