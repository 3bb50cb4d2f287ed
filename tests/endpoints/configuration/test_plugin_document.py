import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from gatepost.endpoints.configuration import plugin_document as xml
from tests.endpoints.documents import NAMESPACE, document

LAUGHS = (
    '<!DOCTYPE p [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">'
    '<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]>'
)


def plain(body: str = "", attributes: str = 'Name="x"', prolog: str = "") -> bytes:
    return f'{prolog}<PlugInConfiguration xmlns="{NAMESPACE}" {attributes}>{body}</PlugInConfiguration>'.encode()


@pytest.mark.parametrize(
    "refused",
    [
        b"",
        b"not xml",
        plain()[:-5],
        b'<PlugInConfiguration Name="no namespace"/>',
        b"<Other/>",
        plain(prolog="<!DOCTYPE PlugInConfiguration>"),
        plain(prolog='<!DOCTYPE p [<!ENTITY x "y">]>', attributes='Name="&x;"'),
        plain(prolog='<!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/passwd">]>', body="&x;"),
        plain(prolog='<!DOCTYPE p SYSTEM "http://127.0.0.1:1/x.dtd">'),
        plain(prolog=LAUGHS, attributes='Name="&d;"'),
        plain(body=" " * xml.MAX_DOCUMENT_BYTES),
    ],
    ids=["empty", "text", "cut", "namespace", "other", "doctype", "entity", "file", "net", "laughs", "large"],
)
def test_what_is_no_plugin_document_is_refused(refused):
    with pytest.raises(xml.DocumentError):
        xml.parse(refused)


def test_the_lang_attribute_is_left_out_when_written():
    written = xml.serialize(xml.parse(plain(attributes='Name="x" xml:lang="en-US" Enabled="true"')))
    assert written == plain(attributes='Name="x" Enabled="true"').replace(b"></PlugInConfiguration>", b"/>")


def test_what_is_not_known_is_written_back_byte_for_byte():
    body = (
        '<!-- note --><v:Extra xmlns:v="urn:v" v:a="1" b="&amp;&lt;">text<v:i/> tail</v:Extra>\n  '
        '<Resources><Resource ResourceUri="r" Odd="1"><Unknown/><Capability Type="Shell"/></Resource></Resources>'
    )
    before = plain(body, attributes='z="2" Name="x" a="1"')
    assert xml.serialize(xml.parse(before)) == before


def test_a_new_security_comes_before_the_capabilities():
    root = xml.parse(document(sddls=()))
    (resource,) = xml.resources(root)
    xml.add_security(resource, "O:NS & more")
    again = xml.parse(xml.serialize(root))
    assert [etree.QName(child).localname for child in xml.resources(again)[0]] == ["Security", "Capability"]
    (node,) = xml.securities(again)
    assert dict(node.attrib) == {
        "Uri": "http://schemas.microsoft.com/powershell/Test",
        "ExactMatch": "true",
        "Sddl": "O:NS & more",
    }


def test_the_element_for_the_narrow_write():
    node = etree.fromstring(xml.security_document("http://u/x?a&b", exact_match=False, sddl="O:BA&&"))
    assert node.tag == f"{{{NAMESPACE}}}Security"
    assert dict(node.attrib) == {"Uri": "http://u/x?a&b", "ExactMatch": "false", "Sddl": "O:BA&&"}


@pytest.mark.parametrize(
    "other",
    [
        plain("<Resources>\n  <Resource/>\n</Resources>"),
        plain("<Resources><Resource/></Resources>", attributes='Name="x" xml:lang="en-US"'),
        plain(f'<Resources><Resource xmlns="{NAMESPACE}"/></Resources>'),
        plain("<Resources><Resource/></Resources><!-- said -->"),
        f'<p:PlugInConfiguration xmlns:p="{NAMESPACE}" Name="x"><p:Resources><p:Resource/></p:Resources>'
        "</p:PlugInConfiguration>".encode(),
    ],
    ids=["space", "lang", "xmlns", "comment", "prefix"],
)
def test_fingerprint_ignores_how_it_is_written(other):
    assert xml.fingerprint(other) == xml.fingerprint(plain("<Resources><Resource/></Resources>"))


@pytest.mark.parametrize(
    "other",
    [
        plain("<Resources><Resource/></Resources>", attributes='Name="y"'),
        plain("<Resources><Resource/></Resources>", attributes='Name="x" RunAsPassword=""'),
        plain("<Resources><Resource/><Resource/></Resources>"),
        plain("<Resources><Resource>t</Resource></Resources>"),
        plain("<Resources><Other/></Resources>"),
    ],
    ids=["value", "attribute", "child", "text", "name"],
)
def test_fingerprint_sees_what_is_said(other):
    assert xml.fingerprint(other) != xml.fingerprint(plain("<Resources><Resource/></Resources>"))


@given(st.integers(0, len(document())), st.integers(0, 40), st.binary(max_size=40))
def test_a_damaged_document_is_read_or_refused(start, length, put_in):
    whole = document()
    with contextlib.suppress(xml.DocumentError):
        xml.fingerprint(whole[:start] + put_in + whole[start + length :])
