"""Real answers of Windows hosts, where they are at hand."""

import pytest
from lxml import etree

from gatepost.wsman.errors import WsmanFault
from gatepost.wsman.messages.documents import parse
from gatepost.wsman.messages.envelopes import RequestMessage
from gatepost.wsman.messages.replies import read_body, read_identity, read_page, read_resource
from gatepost.wsman.messages.uris import ADDRESSING, SOAP, name
from tests.needs import needs_reference_data, reference_folder

FOLDER = reference_folder("wsman")
pytestmark = needs_reference_data


def body_of(file: str):
    data = (FOLDER / file).read_bytes()
    related = parse(data).findtext(f"{name(SOAP, 'Header')}/{name(ADDRESSING, 'RelatesTo')}")
    return read_body(data, RequestMessage(related and related.strip(), b""))


FAULTS = {
    "fault-invalid-selectors.xml": (2150858843, "w:InvalidSelectors", "invalid selectors"),
    "fault-invalid-header.xml": (2150858767, "a:InvalidMessageInformationHeader", ""),
    "fault-timed-out.xml": (2150858793, "w:TimedOut", ""),
    "fault-timed-out-with-activityid.xml": (2150858793, "w:TimedOut", ""),
    "fault-invalid-parameter.xml": (87, "w:InvalidParameter", "parameter is incorrect"),
    "fault-internal-error.xml": (2147942402, "w:InternalError", ""),
    "fault-must-understand.xml": (None, "s:MustUnderstand", ""),
    "fault-schema-validation.xml": (2150858817, "w:SchemaValidationError", ""),
    "fault-cannot-process-filter.xml": (2150858778, "n:CannotProcessFilter", "class does not exist"),
    "fault-cannot-process-filter-v1.xml": (2150858778, "n:CannotProcessFilter", "class does not exist"),
    "fault-quota-limit-wmierror.xml": (2150859173, "w:QuotaLimit", "maximum number of 30"),
    "fault-max-concurrent-operations.xml": (2150859174, "w:InternalError", ""),
}


@pytest.mark.parametrize("file", FAULTS)
def test_captured_faults_keep_code_subcode_and_message(file):
    with pytest.raises(WsmanFault) as caught:
        body_of(file)
    code, subcode, words = FAULTS[file]
    assert (caught.value.code, caught.value.subcode) == (code, subcode)
    assert words in caught.value.provider_message
    assert caught.value.reason


def test_a_captured_identity_is_read():
    identity = read_identity(body_of("identify-response.xml"))
    assert identity.product_vendor == "Microsoft Corporation"
    assert identity.product_version.startswith("OS: 6.3")


def test_a_captured_configuration_is_read():
    resource = parse(read_resource(body_of("config-get-response.xml")))
    assert etree.QName(resource).localname == "Config"
    assert resource.findtext(".//{*}RootSDDL")


@pytest.mark.parametrize(
    ("file", "items", "goes_on"),
    [
        ("enum-response-first-win32-service.xml", 1, True),
        ("enum-response-complete-win32-operatingsystem.xml", 1, False),
        ("enum-response-xmlfragment-win32-computersystem.xml", 1, False),
        ("pull-response-last-win32-service.xml", 2, False),
    ],
)
def test_captured_pages_give_their_items_and_whether_more_follow(file, items, goes_on):
    page = read_page(body_of(file))
    assert len(page.items) == items
    assert (page.context is not None) == goes_on
    for item in page.items:
        assert len(parse(item)) > 0
        assert b"addressing" not in item
