from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatepost.security import AccessMask, SddlError, rights_text
from gatepost.security.mask import label_mask_from_sddl, mask_from_sddl

masks = st.integers(0, 0xFFFFFFFF).map(AccessMask)


@given(masks, st.booleans())
def test_text_brings_a_mask_back(mask: AccessMask, label: bool) -> None:
    read = label_mask_from_sddl if label else mask_from_sddl
    assert read(mask.sddl(label=label)) == mask


@pytest.mark.parametrize(
    ("mask", "text"),
    [
        (0, ""),
        (0x10000000, "GA"),
        (0x60000000, "GXGW"),
        (0xF0000000, "GAGXGWGR"),
        (0x1F01FF, "FA"),
        (0x20019, "KR"),
        (0x201F01FF, "0x201f01ff"),
        (0x1200A9, "0x1200a9"),
        (0xF01FF, "CCDCLCSWRPWPDTLOCRSDRCWDWO"),
    ],
)
def test_windows_form(mask: int, text: str) -> None:
    assert AccessMask(mask).sddl() == text


def test_a_label_has_its_own_words() -> None:
    assert AccessMask(5).sddl(label=True) == "NWNX"
    assert AccessMask(0x11).sddl(label=True) == "CCRP"
    assert label_mask_from_sddl("NWNR") == 3
    with pytest.raises(SddlError):
        mask_from_sddl("NW")


@pytest.mark.parametrize(
    ("text", "mask"), [("GR", 0x80000000), ("KX", 0x20019), ("16", 16), ("0", 0), ("0x10", 16), ("FAGX", 0x201F01FF)]
)
def test_the_documented_form(text: str, mask: int) -> None:
    assert mask_from_sddl(text) == mask


@pytest.mark.parametrize(
    ("text", "mask"),
    [
        ("ga", 0x10000000),
        (" RP LCLORC", 0x20094),
        ("010", 8),
        ("GR0x1", 0x80000001),
        ("0xFFFFFGR", 0x800FFFFF),
        ("0x123456789", 0xFFFFFFFF),
        ("1" * 5000, 0xFFFFFFFF),
        ("-99", 0xFFFFFF9D),
        ("-9876543210", 1),
        ("  ", 0),
    ],
)
def test_what_windows_reads_besides(text: str, mask: int) -> None:
    assert mask_from_sddl(text) == mask


@pytest.mark.parametrize("text", ["G", "ZZ", "GA ", "0x", "0x 1", "GA\tGR", "08", "1 ", "٣", "0xZZ"])
def test_what_is_no_mask(text: str) -> None:
    with pytest.raises(SddlError):
        mask_from_sddl(text)


def test_a_mask_has_32_bits() -> None:
    for value in (-1, 1 << 32):
        with pytest.raises(SddlError):
            AccessMask(value)


def test_rights_are_worded_as_windows_words_them() -> None:
    assert rights_text(0x10000000) == "Full Control(All Operations)"
    assert rights_text(0xA0000000) == "Read(Get,Enumerate,Subscribe), Execute(Invoke)"
    assert rights_text(0xF0000000) == "Full Control(All Operations)"
    assert rights_text(0x40000001) == "Write(Put,Delete,Create), Special (0x1)"
    assert rights_text(0) == "Special (0x0)"
