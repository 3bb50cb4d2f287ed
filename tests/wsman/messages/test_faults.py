import pytest
from lxml import etree

from gatepost.wsman.errors import Delivery
from gatepost.wsman.messages.faults import read_fault
from tests.wsman.wires import NAMESPACES, fault_body

F = 'xmlns:f="http://schemas.microsoft.com/wbem/wsman/1/wsmanfault"'


def fault(body: str):
    return read_fault(etree.fromstring(f"<r {NAMESPACES}>{body}</r>")[0])


def wsman_fault(message: str, code: str = "5") -> str:
    return f'<f:WSManFault {F} Code="{code}" Machine="SRV01"><f:Message>{message}</f:Message></f:WSManFault>'


def provider(content: str) -> str:
    return f'<f:ProviderFault {F} provider="Config provider" path="x.dll">{content}</f:ProviderFault>'


def test_a_fault_keeps_code_subcode_reason_and_tidied_message():
    error = fault(fault_body(wsman_fault("Access is  denied. \n"), reason="The reason. "))
    assert (error.code, error.subcode, error.reason) == (5, "w:AccessDenied", "The reason.")
    assert error.provider_message == "Access is denied." == str(error)
    assert error.delivery is Delivery.DELIVERED
    assert not error.timed_out


def test_the_innermost_message_wins_at_any_depth():
    inner = wsman_fault("the cause", "2150859100")
    for _ in range(5):
        inner = wsman_fault("outer words " + provider(inner), "2150859100")
    error = fault(fault_body(inner))
    assert error.code == 2150859100
    assert error.provider_message == "the cause"


def test_text_directly_in_the_provider_fault():
    assert fault(fault_body(wsman_fault(provider("bad parameter")))).provider_message == "bad parameter"


def test_an_empty_inner_message_does_not_hide_the_outer_one():
    assert fault(fault_body(wsman_fault("outer" + provider(wsman_fault(""))))).provider_message == "outer"


@pytest.mark.parametrize("space", ["urn:cim/MSFT_WmiError", "urn:other/MSFT_WmiError"])
def test_the_code_and_message_of_a_wmi_error_are_read(space):
    detail = (
        f'<p:MSFT_WmiError xmlns:p="{space}"><p:Message>too many shells</p:Message>'
        f"<p:error_Code>2150859173</p:error_Code></p:MSFT_WmiError>"
    )
    error = fault(fault_body(detail, "w:QuotaLimit"))
    assert (error.code, error.provider_message) == (2150859173, "too many shells")


def test_subcode_under_a_foreign_prefix():
    body = fault_body(subcode="zz:TimedOut").replace(
        "<s:Fault>", '<s:Fault xmlns:zz="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd">'
    )
    error = fault(body)
    assert error.subcode == "w:TimedOut"
    assert error.timed_out


def test_no_detail_no_subcode():
    error = fault("<s:Fault><s:Code><s:Value>s:MustUnderstand</s:Value></s:Code></s:Fault>")
    assert (error.code, error.subcode, error.reason, error.provider_message) == (None, "s:MustUnderstand", "", "")
    assert str(error) == "s:MustUnderstand"


@pytest.mark.parametrize("code", ["", "five", "-5", "5" * 40, "0x5"])
def test_a_code_that_is_no_number(code):
    assert fault(fault_body(wsman_fault("m", code))).code is None


def test_an_empty_fault_still_says_something():
    assert str(fault("<s:Fault/>"))


def test_texts_are_bounded():
    error = fault(fault_body(wsman_fault("x" * 100_000), reason="y" * 100_000, subcode="w:" + "z" * 100_000))
    assert max(len(error.reason), len(error.provider_message), len(error.subcode)) <= 4_000


def test_the_provider_that_failed_and_its_library_are_named():
    inner = f'<f:ProviderFault {F} provider="Inner" path="inner.dll"/>'
    outer = f'<f:ProviderFault {F} provider="Outer" path="outer.dll">{inner}</f:ProviderFault>'
    read = fault(fault_body(wsman_fault(outer, "5")))
    assert (read.code, read.provider, read.provider_path) == (5, "Inner", "inner.dll")
