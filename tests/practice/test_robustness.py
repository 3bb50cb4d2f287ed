"""Whatever arrives, the practice host answers or refuses; it never breaks."""

from __future__ import annotations

import io

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from gatepost.practice.accounts.condition import evaluate
from gatepost.practice.state.plugin import read_plugin
from gatepost.practice.state.plugin_writer import plugin_document, resource_element, security_element
from gatepost.practice.state.stored_document import normalized
from gatepost.practice.state.validation import check_plugin
from gatepost.practice.wire.http import HttpRefusal, read_http
from gatepost.practice.wire.soap import parse_xml
from tests.practice.direct import Desk

DESK = Desk()
XML_TEXT = st.text(
    st.characters(min_codepoint=0x20, max_codepoint=0x2FFFF, exclude_categories=["Cs", "Cn"]), min_size=1, max_size=40
)
FRAGMENTS = st.lists(
    st.sampled_from(
        ["(", ")", "{", "}", "&&", "||", "!", ",", "Member_of", "Not_Member_of_Any", "SID", "BA", "S-1-5-2", "@x", " "]
    ),
    max_size=30,
).map("".join)


@given(st.binary(max_size=300))
def test_any_bytes_as_an_envelope_get_a_fault(data: bytes) -> None:
    answer = DESK.service.answer(data, DESK.logon(), "127.0.0.1")
    assert answer.status == 500
    assert etree.fromstring(answer.envelope).find(".//{*}Fault") is not None


@given(st.binary(max_size=300))
def test_any_bytes_as_http(data: bytes) -> None:
    try:
        request = read_http(io.BytesIO(data), 100)
    except HttpRefusal:
        return
    assert request is None or len(request.body) <= 100


@given(FRAGMENTS)
def test_any_condition_has_an_answer(condition: str) -> None:
    assert evaluate(condition, {"S-1-5-2"}, lambda sid: sid) in (True, False, None)


@given(XML_TEXT, XML_TEXT)
def test_names_and_values_survive_writing_reading_and_storing(name: str, value: str) -> None:
    attributes = {"Name": name, "Filename": "x", "SDKVersion": "2", "XmlRenderingType": "text"}
    sddl = "O:NSG:BAD:P(A;;GA;;;BA)"
    uri = "http://x/" + name
    resource = resource_element(uri, [security_element(uri, "true", sddl)], ["Shell"], exact_match=True)
    root = parse_xml(plugin_document(attributes, [resource], {"P": value}, {}))
    check_plugin(root)
    stored = read_plugin(normalized(root))
    assert (stored.name, stored.sddl, stored.resources[0].uri) == (name, [sddl], uri)
    assert parse_xml(stored.document).find(".//{*}Param").get("Value") == value
