import codecs
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from gatepost.endpoints.configuration import plugin_document
from gatepost.endpoints.configuration.plugin_document import DocumentError
from gatepost.endpoints.host.instance import read_instance
from gatepost.practice.wire.faults import Fault
from gatepost.practice.wire.soap import parse_xml
from gatepost.untrusted_xml import (
    FORBIDDEN_MARK,
    UntrustedXmlError,
    first_forbidden,
    parse_untrusted,
    parse_with_marks,
    truth,
)
from gatepost.wsman.errors import ReplyError
from gatepost.wsman.messages import documents

LAUGHS = (
    '<!DOCTYPE a [<!ENTITY l0 "ha">' + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10)) + "]>"
)
READERS = [documents.parse, plugin_document.parse, read_instance]
FORBIDDEN = [
    b"\x07",
    b"\x00",
    b"&#7;",
    b"&#x1b;",
    b"&#xFFFF;",
    b"&#x1fffe;",
    b"&#99999999;",
    "\ufffe\U0001fffe".encode(),
]


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("use", ["<a b='&l9;'/>", "<a>&l9;</a>"])
def test_every_reader_refuses_a_document_type_before_entities_expand(read, use):
    with pytest.raises((ReplyError, DocumentError), match="document type"):
        read((LAUGHS + use).encode())


@pytest.mark.parametrize("read", READERS)
def test_no_reader_lets_a_document_choose_an_encoding_that_hides_its_declarations(read):
    with pytest.raises((ReplyError, DocumentError)):
        read(b"<?xml version='1.0' encoding='utf-7'?>" + "<!DOCTYPE a><a/>".encode("utf-7"))


def test_the_practice_host_refuses_a_document_type():
    with pytest.raises(Fault):
        parse_xml((LAUGHS + "<a/>").encode())


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "is empty"),
        (b" \n", "is empty"),
        (b"\xc3\x28", "neither UTF-8 nor UTF-16"),
        (codecs.BOM_UTF16_LE + b"\x00", "neither UTF-8 nor UTF-16"),
        (b"<a>", "not well-formed"),
        (b"<a>" + b"x" * 100 + b"</a>", "larger than 100 octets"),
    ],
)
def test_a_refusal_says_why(data, why):
    with pytest.raises(UntrustedXmlError, match=why):
        parse_untrusted(data, 100)


@pytest.mark.parametrize("forbidden", FORBIDDEN)
def test_a_forbidden_character_is_refused_or_marked(forbidden):
    document = b"<a><b x='1'>bad" + forbidden + b"</b><c>good</c></a>"
    with pytest.raises(UntrustedXmlError):
        parse_untrusted(document, 1000)
    spoiled, good = parse_with_marks(document, 1000)
    assert set(spoiled.text[3:]) == {FORBIDDEN_MARK}
    assert parse_untrusted(etree.tostring(good), 1000).text == "good"
    with pytest.raises(UntrustedXmlError, match="forbids"):
        parse_untrusted(etree.tostring(spoiled, encoding="utf-8"), 1000)


@pytest.mark.parametrize(("kept", "texts"), [(False, ["one two"]), (True, ["one ", "two"])])
def test_comments_and_instructions_do_not_split_a_text_unless_they_are_kept(kept, texts):
    root = parse_untrusted(b"<a>one <!-- c --><?pi x?>two</a>", 1000, keep_comments=kept)
    assert root.xpath("text()") == texts


@given(st.text(max_size=40))
def test_what_is_not_forbidden_survives(text):
    position = first_forbidden(text)
    element = etree.Element("a")
    if position is None:
        element.set("b", text)
        assert parse_untrusted(etree.tostring(element, encoding="utf-8"), 1000).get("b") == text
    else:
        assert first_forbidden(text[:position]) is None


@given(st.binary(max_size=200))
def test_arbitrary_octets_raise_nothing_else(data):
    for read in (parse_untrusted, parse_with_marks):
        with contextlib.suppress(UntrustedXmlError):
            read(data, 1000)


@pytest.mark.parametrize("text", ["<a><![CDATA[&#1;]]></a>", "<a><!-- &#1; -->&#x41;</a>", "<a><?b &#1;?></a>"])
def test_what_looks_like_a_reference_and_is_none_is_harmless(text):
    assert parse_untrusted(text.encode(), 1000).tag == "a"
    assert parse_with_marks(text.encode(), 1000).tag == "a"


@pytest.mark.parametrize(
    "text", ["<a><![CDATA[x]]>&#x1fffe;</a>", "<a><?b <!-- ?>&#x1fffe;</a>", "<a><![CDATA[&#1;</a>"]
)
def test_nothing_in_front_of_a_reference_hides_it(text):
    with pytest.raises(UntrustedXmlError):
        parse_untrusted(text.encode(), 1000)


def test_an_element_with_too_many_attributes_is_refused():
    """Reading each of them would take time in proportion to the square of their number."""
    text = "<a><b {}/></a>"
    assert parse_untrusted(text.format(" ".join(f'a{n}="1"' for n in range(1_000))).encode(), 100_000).tag == "a"
    with pytest.raises(UntrustedXmlError, match="more than 1000 attributes"):
        parse_untrusted(text.format(" ".join(f'a{n}="1"' for n in range(1_001))).encode(), 100_000)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("true", True), ("True", True), ("1", True), (" FALSE\n", False), ("0", False), ("yes", None), ("", None)],
)
def test_a_boolean_is_read_as_windows_writes_it(text: str, expected: bool | None) -> None:
    assert truth(text) is expected
