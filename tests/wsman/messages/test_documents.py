import codecs
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from gatepost.untrusted_xml import UntrustedXmlError, parse_untrusted
from gatepost.wsman.errors import ReplyError
from gatepost.wsman.limits import MAX_REPLY_OCTETS
from gatepost.wsman.messages.documents import parse, serialize

LAUGHS = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"  \n",
        b"<a>",
        b"<a></b>",
        b"plain words",
        b"<a/><b/>",
        b"\xff\xfe\xff",
        b"\xc3\x28",
        b"<a>&undefined;</a>",
        "<a/>".encode("utf-16-le"),
        b"<?xml version='1.0' encoding='utf-7'?>+ADw-a/+AD4-",
        b"<a>" * 300 + b"</a>" * 300,
    ],
)
def test_what_is_not_a_document_is_refused(data):
    with pytest.raises(ReplyError):
        parse(data)


@pytest.mark.parametrize(
    "data",
    [
        b'<!DOCTYPE a [<!ENTITY l0 "ha">' + LAUGHS + b"]><a>&l9;</a>",
        b'<!DOCTYPE a [<!ENTITY l0 "ha">' + LAUGHS + b"]><a b='&l9;'/>",
        b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
        b'<?xml version="1.0"?><!-- a --><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>',
        codecs.BOM_UTF16_LE + "<!DOCTYPE a><a/>".encode("utf-16-le"),
        codecs.BOM_UTF8 + b"<!DOCTYPE a><a/>",
    ],
)
def test_a_document_type_declaration_is_refused(data):
    with pytest.raises(ReplyError, match="document type"):
        parse(data)


def test_an_oversized_document_is_refused_unread():
    with pytest.raises(ReplyError, match="larger"):
        parse(b"<a>" + b" " * MAX_REPLY_OCTETS + b"</a>")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_that_windows_uses(encoding):
    assert parse("<a>grün</a>".encode(encoding)).text == "grün"


def test_the_declared_encoding_does_not_count():
    assert parse("<?xml version='1.0' encoding='iso-8859-1'?><a>grün</a>".encode()).text == "grün"


def test_serialize_takes_along_only_namespaces_in_use():
    root = parse(b'<s:E xmlns:s="urn:s" xmlns:p="urn:p"><p:x xmlns:q="urn:q" a="1"><q:y/></p:x> tail</s:E>')
    assert serialize(root[0]) == b'<p:x xmlns:q="urn:q" xmlns:p="urn:p" a="1"><q:y/></p:x>'


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=80))
def test_text_and_attributes_survive(text):
    element = etree.Element("{urn:c}a", nsmap={None: "urn:c"})
    element.set("v", text)
    element.text = text
    again = parse(serialize(element))
    assert again.text == (text or None)
    assert again.get("v") == text


@given(st.binary(max_size=200))
def test_arbitrary_bytes_raise_nothing_else(data):
    with contextlib.suppress(ReplyError):
        assert serialize(parse(data))


def test_what_a_host_wrote_stays_short_in_the_message():
    with pytest.raises(ReplyError) as caught:
        parse(b"<" + b"x" * 10_000 + b"></y>")
    assert len(str(caught.value)) < 400


@pytest.mark.parametrize("bad", [b"\x07", b"\x00", b"&#7;", b"&#x1b;", b"&#xFFFF;", b"&#99999999;", "\ufffe".encode()])
def test_a_forbidden_character_spoils_only_the_part_that_it_stands_in(bad):
    first, second = parse(b"<a><b x='1'>bad" + bad + b"</b><c>good</c></a>")
    assert serialize(second) == b"<c>good</c>"
    spoiled = serialize(first)
    assert spoiled.startswith(b'<b x="1">bad')
    with pytest.raises(UntrustedXmlError):
        parse_untrusted(spoiled, 100)


def test_what_is_allowed_stays_as_it_is():
    document = "<a>&#9;\t&#x10FFFF;\U0001f600 </a>".encode()
    assert serialize(parse(document)) == "<a>\t\t\U0010ffff\U0001f600 </a>".encode()
