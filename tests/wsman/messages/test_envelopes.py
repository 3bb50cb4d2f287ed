import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from gatepost.wsman.messages import uris
from gatepost.wsman.messages.envelopes import Associated, MessageFactory, RequestMessage
from gatepost.wsman.messages.uris import ADDRESSING, ENUMERATION, IDENTITY, SOAP, WSMAN, XML_LANG, name

FACTORY = MessageFactory("http://srv01:5985/wsman")
xml_text = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=60)


def header(message: RequestMessage, namespace: str, local: str) -> etree._Element:
    found = etree.fromstring(message.envelope).find(f"{name(SOAP, 'Header')}/{name(namespace, local)}")
    assert found is not None
    return found


def body(message: RequestMessage) -> etree._Element:
    found = etree.fromstring(message.envelope).find(name(SOAP, "Body"))
    assert found is not None
    return found


@given(selectors=st.dictionaries(xml_text, xml_text, max_size=4))
def test_selectors_survive_any_text(selectors):
    message = FACTORY.get(uris.CONFIG_PLUGIN, selectors)
    written = etree.fromstring(message.envelope).iter(name(WSMAN, "Selector"))
    assert {selector.get("Name"): selector.text or "" for selector in written} == selectors


@given(context=xml_text)
def test_an_enumeration_context_goes_back_as_it_came(context):
    for message, operation in (
        (FACTORY.pull(uris.CONFIG_PLUGIN, context), "Pull"),
        (FACTORY.release(uris.CONFIG_PLUGIN, context), "Release"),
    ):
        path = f"{name(ENUMERATION, operation)}/{name(ENUMERATION, 'EnumerationContext')}"
        assert body(message).findtext(path) == context


@given(attribute=xml_text, text=xml_text)
def test_a_put_document_arrives_unchanged(attribute, text):
    root = etree.Element("{urn:c}PlugIn", nsmap={None: "urn:c"})
    etree.SubElement(root, "{urn:c}Security").set("Sddl", attribute)
    root[0].text = text
    message = FACTORY.put(uris.CONFIG_PLUGIN, {"Name": "x"}, etree.tostring(root))
    sent = body(message)[0]
    assert etree.tostring(sent, method="c14n", exclusive=True) == etree.tostring(root, method="c14n", exclusive=True)


def test_put_drops_the_language_of_the_root_alone():
    document = b'<P xmlns="urn:c" xml:lang="en-US" a="1"><q xml:lang="de"/></P>'
    sent = body(FACTORY.put(uris.CONFIG_PLUGIN, {}, document))[0]
    assert sent.get(XML_LANG) is None
    assert sent.get("a") == "1"
    assert sent[0].get(XML_LANG) == "de"


def test_a_document_that_is_not_xml_is_a_mistake_of_ours():
    with pytest.raises(ValueError, match="not XML"):
        FACTORY.put(uris.CONFIG_PLUGIN, {}, b"<a>")


def test_a_request_carries_the_headers_of_ws_management():
    message = FACTORY.get(uris.CONFIG_SERVICE, {})
    assert header(message, ADDRESSING, "To").text == "http://srv01:5985/wsman"
    assert header(message, ADDRESSING, "Action").text == uris.ACTION_GET
    assert header(message, ADDRESSING, "MessageID").text == message.message_id
    assert header(message, WSMAN, "ResourceURI").text == uris.CONFIG_SERVICE
    assert header(message, WSMAN, "MaxEnvelopeSize").text == "512000"
    assert header(message, WSMAN, "OperationTimeout").text == "PT50S"
    assert header(message, ADDRESSING, "ReplyTo")[0].text == uris.ANONYMOUS
    assert header(message, WSMAN, "Locale").get(name(SOAP, "mustUnderstand")) == "false"
    assert etree.fromstring(message.envelope).find(f".//{name(WSMAN, 'SelectorSet')}") is None


def test_every_message_has_an_identifier_of_its_own():
    assert len({FACTORY.enumerate(uris.CONFIG_PLUGIN).message_id for _ in range(50)}) == 50


def test_enumerate_asks_for_the_first_page_at_once_and_sends_no_mode():
    request = body(FACTORY.enumerate(uris.CONFIG_PLUGIN))[0]
    assert [child.tag for child in request] == [name(WSMAN, "OptimizeEnumeration"), name(WSMAN, "MaxElements")]


def test_identify_has_no_headers():
    message = FACTORY.identify()
    root = etree.fromstring(message.envelope)
    assert message.message_id is None
    assert len(root[0]) == 0
    assert body(message)[0].tag == name(IDENTITY, "Identify")


def test_a_method_is_named_by_its_resource():
    message = FACTORY.invoke("urn:wmi/Win32_Service", "StopService", {"Name": "WinRM"}, b"<StopService_INPUT/>")
    assert header(message, ADDRESSING, "Action").text == "urn:wmi/Win32_Service/StopService"
    assert header(message, WSMAN, "ResourceURI").text == "urn:wmi/Win32_Service"
    assert body(message)[0].tag == "StopService_INPUT"


def test_options_have_to_be_complied_with():
    message = FACTORY.create("urn:shell", {}, b"<Shell/>", {"protocolversion": "2.3"})
    (option,) = header(message, WSMAN, "OptionSet")
    assert (option.get("Name"), option.text, option.get("MustComply")) == ("protocolversion", "2.3", "true")
    assert header(message, WSMAN, "OptionSet").get(name(SOAP, "mustUnderstand")) == "true"


@given(query=xml_text.filter(bool))
def test_a_query_survives_any_text(query):
    found = body(FACTORY.enumerate("urn:wmi/*", query)).find(f"*/{name(WSMAN, 'Filter')}")
    assert found is not None
    assert (found.text, found.get("Dialect")) == (query, uris.WQL)


def test_without_a_query_there_is_no_filter():
    assert body(FACTORY.enumerate(uris.CONFIG_PLUGIN)).find(f"*/{name(WSMAN, 'Filter')}") is None


def test_what_is_associated_is_asked_for_as_the_specification_shows_it():
    """DSP0227 17.1: an instance by its address, and three names that narrow down what is associated."""
    query = Associated(
        "http://x/Win32_Group", {"Domain": "LAB", "Name": "Ops"}, "Win32_GroupUser", "GroupComponent", "Part"
    )
    (request,) = body(FACTORY.associated(query))
    assert request.tag == name(ENUMERATION, "Enumerate")
    assert [etree.QName(part).localname for part in request] == ["OptimizeEnumeration", "MaxElements", "Filter"]
    (instances,) = request[2]
    said = {etree.QName(part).localname: part.text for part in instances.iter() if part.text}
    assert said == {
        "Address": "http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous",
        "ResourceURI": "http://x/Win32_Group",
        "Selector": "Ops",
        "AssociationClassName": "Win32_GroupUser",
        "Role": "GroupComponent",
        "ResultRole": "Part",
    }
    assert {part.get("Name"): part.text for part in instances.iter(name(WSMAN, "Selector"))} == query.selectors
