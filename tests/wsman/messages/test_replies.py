import pytest

from gatepost.wsman.errors import ReplyError, WsmanFault
from gatepost.wsman.messages import uris
from gatepost.wsman.messages.envelopes import MessageFactory
from gatepost.wsman.messages.replies import read_body, read_identity, read_page, read_resource
from gatepost.wsman.transport import Identity
from tests.wsman.wires import answer, fault_body, first_page, next_page

FACTORY = MessageFactory("http://srv01:5985/wsman")
REQUEST = FACTORY.get(uris.CONFIG, {})


def page(body):
    return read_page(read_body(answer(body, REQUEST.message_id), REQUEST))


def test_the_answer_has_to_relate_to_the_request():
    for relation in (None, "", "uuid:00000000-0000-0000-0000-000000000000"):
        with pytest.raises(ReplyError, match="another request"):
            read_body(answer("<r/>", relation), REQUEST)


def test_two_relations_are_none():
    twice = answer("<r/>", REQUEST.message_id).replace(b"</s:Header>", b"<a:RelatesTo>uuid:1</a:RelatesTo></s:Header>")
    with pytest.raises(ReplyError, match="another request"):
        read_body(twice, REQUEST)


def test_a_fault_to_another_request_is_no_refusal_of_this_one():
    with pytest.raises(ReplyError, match="another request"):
        read_body(answer(fault_body(), "uuid:1"), REQUEST)


def test_a_fault_may_come_from_a_service_that_could_not_read_the_headers():
    with pytest.raises(WsmanFault):
        read_body(answer(fault_body(), None), REQUEST)


@pytest.mark.parametrize("reply", [b"<html/>", b"<s:Envelope xmlns:s='urn:s'><s:Body/></s:Envelope>"])
def test_other_xml_is_no_answer(reply):
    with pytest.raises(ReplyError, match="SOAP"):
        read_body(reply, REQUEST)


def test_resource_is_the_child_alone():
    body = read_body(answer('<c:Config xmlns:c="urn:c"><c:x/></c:Config>', REQUEST.message_id), REQUEST)
    assert read_resource(body) == b'<c:Config xmlns:c="urn:c"><c:x/></c:Config>'


def test_an_empty_body_has_no_resource():
    with pytest.raises(ReplyError, match="no resource"):
        read_resource(read_body(answer("", REQUEST.message_id), REQUEST))


def test_of_two_resources_none_is_taken():
    with pytest.raises(ReplyError, match="2 resources"):
        read_resource(read_body(answer("<a/><b/>", REQUEST.message_id), REQUEST))


def test_text_among_the_items_is_not_passed_over():
    assert page(first_page(["<i>1</i>", "<![CDATA[<i>2</i>]]>"])).items == (b"<i>1</i>", b"<i>2</i>")
    assert page(first_page(["x", "<i/>"])).items == (b"<i/>", b"x")


def test_pages_in_both_namespaces():
    assert page(first_page(["<i>1</i>", "<i>2</i>"])).items == (b"<i>1</i>", b"<i>2</i>")
    assert page(first_page(["<i/>"])).context is None
    assert page(first_page(["<i/>"], "uuid:7")).context == "uuid:7"
    assert page(next_page(["<i/>"], "uuid:8")).context == "uuid:8"
    assert page(next_page(["<i/>"])).context is None


def test_a_page_may_be_empty():
    assert page(next_page([], "uuid:8")) == page(
        "<n:PullResponse><n:EnumerationContext>uuid:8</n:EnumerationContext></n:PullResponse>"
    )


def test_a_page_that_neither_ends_nor_goes_on():
    with pytest.raises(ReplyError, match="neither ends nor goes on"):
        page("<n:PullResponse><n:Items><i/></n:Items></n:PullResponse>")


def test_a_body_that_is_no_page():
    with pytest.raises(ReplyError, match="not a page"):
        page("<other/>")


def test_identity_without_headers_and_with_missing_fields():
    request = FACTORY.identify()
    field = "<i:ProductVendor> Somebody </i:ProductVendor>"
    space = "http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd"
    body = f'<i:IdentifyResponse xmlns:i="{space}">{field}</i:IdentifyResponse>'
    assert read_identity(read_body(answer(body, None), request)) == Identity("Somebody", "")


def test_something_else_than_an_identity():
    with pytest.raises(ReplyError):
        read_identity(read_body(answer("<x/>", None), FACTORY.identify()))
