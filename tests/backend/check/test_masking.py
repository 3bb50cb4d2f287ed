"""What is taken out of a host's documents before anybody sees them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from gatepost.backend.check.masking import Mask, fault_name, known_stack, known_version, local_name, masked_sddl


@pytest.mark.parametrize(
    ("sddl", "masked"),
    [
        ("O:NSG:BAD:P(A;;GA;;;BA)S:P(AU;FA;GA;;;WD)", "O:NSG:BAD:P(A;;GA;;;BA)S:P(AU;FA;GA;;;WD)"),
        ("D:(A;;GA;;;S-1-5-21-1-2-3-1013)", "D:(A;;GA;;;(SID))"),
        ("O:S-1-5-21-1-2-3-500G:S-1-5-32-544D:P", "O:(domain SID)-500G:S-1-5-32-544D:P"),
        ("D:(A;;GA;;;S-1-5-2)(A;;GA;;;S-1-15-3-1024-5-6)", "D:(A;;GA;;;S-1-5-2)(A;;GA;;;(SID))"),
        ('D:(XA;;GX;;;BA;(@USER.Title=="Chief (acting); of SRV01"))', "D:(XA;;GX;;;BA;(condition))"),
        ('S:(RA;;;;;WD;("Project",TS,0,"SRV01"))', "S:(RA;;;;;WD;(condition))"),
        ("srv01.contoso.com", "(text)"),
        ("D:(A;;GA;;;srv01)", "D:(A;;GA;;;(text))"),
        ("", ""),
        ("D:(A;;GA;;;S-1-5-0x15-0x7-8-9-1001)", "D:(A;;GA;;;(SID))"),
        ("SRVPAYROLL", "(text)"),
        ("O:SRVPAYROLLD:P", "(text)"),
        ("D:(A;;GA;;;SRVPAYROLL)", "D:(A;;GA;;;(text))"),
        ('D:(XA;;GX;;;BA;(@USER.T=="x))PAYROLL("))', "D:(XA;;GX;;;BA;(condition))(text)((text))(text)"),
        ("O:S-1-5-21-1-2-3-1013G:DUD:PAI(A;;GA;;;BA)S:ARAI", "O:(SID)G:DUD:PAI(A;;GA;;;BA)S:ARAI"),
    ],
)
def test_accounts_of_a_descriptor_are_masked(sddl, masked):
    assert masked_sddl(sddl) == masked


@given(st.text(alphabet="ODGS:()A;BWS-1523 x", max_size=200))
def test_no_account_survives_in_any_text(text):
    assert not re.search(r"S-1-5-21-\d+-\d+", masked_sddl(text + "S-1-5-21-7-8-9-1001" + text))


def test_a_long_text_takes_no_longer_than_its_length():
    masked_sddl("A" * 1_000_000 + "!")
    masked_sddl("(" * 1_000_000)
    Mask(["srv01"]).clean("a:" * 100_000 + "1." * 100_000)


def test_names_that_are_known_go_with_their_parts():
    mask = Mask(["CONTOSO\\jo.doe", "srv01.contoso.com"])
    assert mask.clean("jo.doe on SRV01 of contoso, SRV011 and 10.1.2.3 or fe80::1:2:3") == (
        "(name) on (name) of (name), SRV011 and (address) or (address)"
    )


def test_parts_that_are_in_names_of_every_host_stay():
    mask = Mask(["PC\\x", "10.b2.com"])
    assert mask.clean("pc, x, 10, b2 and com") == "(name), x, 10, (name) and com"


@pytest.mark.parametrize(
    "address",
    ["10.1.2.3", "fe80::1", "fd00::17", "2001:db8::5", "fe80::a1b2:3c4d", "::ffff:10.1.2.3", "2001:DB8:0:1:2:3:4:5"],
)
@pytest.mark.parametrize(
    "around",
    ["{}", "no answer of {}.", "({}:5985)", "https://{}:5986/wsman", "[{}%12]", "{}, again", "{}: lost", "'{}'"],
)
def test_an_address_goes_wherever_it_stands(address, around):
    cleaned = Mask().clean(around.format(address))
    assert "(address)" in cleaned
    assert not re.search(r"\d\.\d|[0-9a-f]::|::[0-9a-f]|db8", cleaned.lower())


@pytest.mark.parametrize(
    "text", ["S-1-5-0x15-123-456-789-1001", "s-1-5-21-1-2-3-1001", "0 of S-1-12-1-123-456-789-12."]
)
def test_a_sid_goes_in_every_spelling(text):
    assert not re.search(r"456|1-2-3|0x15", Mask().clean(text))


@pytest.mark.parametrize(
    ("said", "masked"),
    [
        (known_version("10.0.20348"), "10.0.20348"),
        (known_version("10.0.20348 of PAYROLL"), "not known"),
        (known_version("10.1.2.3"), "not known"),
        (known_stack("OS: 10.0.20348 SP: 0.0 Stack: 3.0"), "OS: 10.0.20348 SP: 0.0 Stack: 3.0"),
        (known_stack("Payroll Gateway 7"), "(17 characters)"),
        (fault_name("wsman:SchemaValidationError"), "wsman:SchemaValidationError"),
        (fault_name("payroll.contoso.com refused"), "(27 characters)"),
        (local_name("{http://payroll/}Enabled"), "Enabled"),
        (local_name("payroll.contoso"), "(name)"),
    ],
)
def test_what_a_host_says_of_itself_is_kept_only_in_the_form_that_windows_gives_it(said, masked):
    assert said == masked


@pytest.mark.parametrize(
    ("field", "value", "masked"),
    [
        ("URLPrefix", "wsman", "wsman"),
        ("URLPrefix", "payroll", "(7 characters)"),
        ("State", "Running", "Running"),
        ("State", "Chief Payroll", "(13 characters)"),
        ("Type", "PAYROLL", "(7 characters)"),
        ("Source", "Contoso", "(7 characters)"),
        ("FullName", "4711", "(4 characters)"),
        ("DisplayName", "Jo Doe (Admin)", "(14 characters)"),
        ("RunAsPassword", "hunter2", "(a secret)"),
        ("Filename", "C:\\Users\\jo\\payroll.dll", "(23 characters)"),
        ("CertificateThumbprint", "0A1B" * 10, "(40 characters)"),
        ("Subject", "CN=payroll.contoso.com", "(22 characters)"),
        ("Sddl", "O:NSG:BAD:P(A;;GA;;;S-1-5-21-1-2-3-1013)", "O:NSG:BAD:P(A;;GA;;;(SID))"),
        ("Uri", "http://schemas.microsoft.com/powershell/Payroll", "http://schemas.microsoft.com/powershell/(name)"),
        ("Uri", "http://payroll.contoso.com/x", "(URI)"),
    ],
)
def test_a_value_that_anybody_can_have_set_tells_its_length_at_most(field, value, masked):
    root = etree.Element("Thing", {field: value})
    etree.SubElement(root, field).text = value
    assert Mask().shape(etree.tostring(root)) == (f'Thing {field}="{masked}"', f"  {field} = {masked}".rstrip())


names = st.text("abcdefgh", min_size=8, max_size=12)


@given(
    names, st.sampled_from(["Name", "Owner", "ListeningOn", "Value", "Sddl", "Uri", "Type", "URLPrefix", "Hostname"])
)
def test_no_value_of_a_document_survives(secret, field):
    root = etree.Element("{http://x}Thing", {field: secret})
    etree.SubElement(root, field).text = f"{secret} 1"
    shape = " ".join(Mask().shape(etree.tostring(root)))
    assert secret not in shape
    assert "Thing" in shape


def test_a_host_may_be_called_4711():
    root = etree.Element("Win32_OperatingSystem")
    etree.SubElement(root, "CSName").text = "4711"
    etree.SubElement(root, "BuildNumber").text = "20348"
    assert Mask().shape(etree.tostring(root)) == (
        "Win32_OperatingSystem", "  CSName = (4 characters)", "  BuildNumber = 20348",
    )  # fmt: skip


def test_the_octets_of_a_sid_are_counted():
    root = etree.Element("Win32_SID")
    for octet in (1, 5, 21):
        etree.SubElement(root, "BinaryRepresentation").text = str(octet)
    assert Mask().shape(etree.tostring(root)) == ("Win32_SID", "  BinaryRepresentation (3 times)")
