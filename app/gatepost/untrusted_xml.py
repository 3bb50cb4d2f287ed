"""The one XML parser, for documents that may come from a hostile host or a doctored file."""

from __future__ import annotations

import codecs
import re

from lxml import etree

FORBIDDEN_MARK = "\U0001fffe"
"""Stands for a character that XML forbids: it is allowed, and no text has it, because it is a noncharacter."""
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff\U0001fffe]")
"""What XML forbids (1.0, 2.2), and the mark. Compiled in a fifteenth of the time that it takes to name what XML allows."""
_REFERENCE = re.compile(
    r"&#(?:x([0-9A-Fa-f]{1,8})|([0-9]{1,10}));"
    r"|<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)",
    re.DOTALL,
)
"""A character reference, or a section in which there are none."""
_MAX_DIAGNOSTIC = 200
_MOST_ATTRIBUTES = 1_000  # of one element; reading them takes time in proportion to the square


_TRUTH = {"true": True, "1": True, "false": False, "0": False}


class UntrustedXmlError(ValueError):
    """A document was refused. The text is a predicate, to follow what was read: "is empty"."""


def parse_untrusted(data: bytes, max_octets: int, *, keep_comments: bool = False) -> etree._Element:
    """Return the root element of a document in UTF-8, or UTF-16 with a byte order mark, whatever encoding it declares.

    Comments and processing instructions are left out, so that text on both sides of one is in one piece, unless they
    are kept for a document that is written back.

    Raises:
        UntrustedXmlError: too large, another encoding, not well-formed, with a document type declaration, or with
            FORBIDDEN_MARK.
    """
    text = _text_of(data, max_octets)
    if FORBIDDEN_MARK in _with_marked_references(text):
        raise UntrustedXmlError("holds a character that XML forbids")
    root = _parse(text, keep_comments=keep_comments)
    if text.count("=") > _MOST_ATTRIBUTES and any(
        len(each.attrib) > _MOST_ATTRIBUTES for each in root.iter(etree.Element)
    ):
        raise UntrustedXmlError(f"has an element with more than {_MOST_ATTRIBUTES} attributes")
    return root


def parse_with_marks(data: bytes, max_octets: int) -> etree._Element:
    """Like parse_untrusted, but with FORBIDDEN_MARK in place of each character that XML forbids.

    So one part of an answer with such a character does not spoil the others. parse_untrusted refuses that part.

    Raises:
        UntrustedXmlError: too large, another encoding, not well-formed, or with a document type declaration.
    """
    text = _text_of(data, max_octets)
    try:
        return _parse(text)
    except UntrustedXmlError:
        marked = _with_marked_references(_FORBIDDEN.sub(FORBIDDEN_MARK, text))
        if marked == text:
            raise
    return _parse(marked)


def first_forbidden(text: str) -> int | None:
    """Return the position of the first character that no document can hold: a control character, half a surrogate pair."""
    match = _FORBIDDEN.search(text)
    return None if match is None else match.start()


def _text_of(data: bytes, max_octets: int) -> str:
    """Decode a document and refuse a document type declaration, which must never reach the parser.

    libxml2 expands entities in attribute values whatever ``resolve_entities`` says. The encoding is chosen here, never
    by the document: an exotic one could hide a declaration.
    """
    if len(data) > max_octets:
        raise UntrustedXmlError(f"is larger than {max_octets} octets")
    is_wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = data.decode("utf-16") if is_wide else data.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError:
        raise UntrustedXmlError("is neither UTF-8 nor UTF-16 text") from None
    if not text.strip():
        raise UntrustedXmlError("is empty")
    if "<!DOCTYPE" in text:
        raise UntrustedXmlError("holds a document type declaration (DOCTYPE), which is refused")
    return text


def _parse(text: str, *, keep_comments: bool = False) -> etree._Element:
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=not keep_comments,
        remove_pis=not keep_comments,
    )
    try:
        return etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise UntrustedXmlError(f"is not well-formed XML: {str(error)[:_MAX_DIAGNOSTIC]}") from None


def truth(text: str) -> bool | None:
    """Read a boolean (xs:boolean) as Windows writes it, in any case; None for another text."""
    return _TRUTH.get(text.strip().lower())


def _with_marked_references(text: str) -> str:
    return _REFERENCE.sub(_marked_reference, text) if "&#" in text else text


def _marked_reference(reference: re.Match[str]) -> str:
    if not reference[1] and not reference[2]:
        return reference[0]
    code = int(reference[1], 16) if reference[1] else int(reference[2])
    return FORBIDDEN_MARK if code > 0x10FFFF or _FORBIDDEN.match(chr(code)) else reference[0]
