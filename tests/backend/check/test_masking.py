"""What is taken out of a host's documents before anybody sees them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from gatepost.backend.check.masking import Mask, masked_sddl


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
    ],
)
def test_a_descriptor(sddl, masked):
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


names = st.text("abcdefgh", min_size=8, max_size=12)


@given(
    names, st.sampled_from(["Name", "Owner", "ListeningOn", "Value", "Sddl", "Uri", "Type", "URLPrefix", "Hostname"])
)
def test_no_value_of_a_document_survives(secret, field):
    root = etree.Element("{http://x}Thing", {field: secret})
    etree.SubElement(root, field).text = f"{secret} 1"
    shape = " ".join(Mask([secret]).shape(etree.tostring(root)))
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
