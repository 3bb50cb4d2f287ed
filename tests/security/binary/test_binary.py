from __future__ import annotations

import struct
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatepost.security import (
    ADMINISTRATORS,
    AccessMask,
    Ace,
    AceFlags,
    AceType,
    Acl,
    Control,
    SddlError,
    SecurityDescriptor,
)
from tests.security.strategies import descriptors, texts

STOCK = SecurityDescriptor.from_sddl("O:NSG:BAD:P(A;;GA;;;BA)(XA;;GX;;;WD;(@User.a))S:P(AU;FA;GA;;;WD)", strict=True)


def test_layout() -> None:
    data = SecurityDescriptor.from_sddl("O:SYG:BAD:(A;;GA;;;BA)", strict=True).to_bytes()
    header = struct.unpack_from("<BBHIIII", data)
    # Windows' order: SACL, DACL, owner, group.
    assert header == (1, 0, 0x8004, 52, 64, 0, 20)
    assert data[20:28] == bytes.fromhex("0200200001000000")
    assert data[28:32] == bytes.fromhex("00001800")


@given(descriptors)
def test_bytes_bring_a_descriptor_back(descriptor: SecurityDescriptor) -> None:
    data = descriptor.to_bytes()
    again = SecurityDescriptor.from_bytes(data)
    assert again == descriptor
    assert again.to_bytes() == data


@given(texts)
def test_text_to_bytes_to_text(text: str) -> None:
    descriptor = SecurityDescriptor.from_sddl(text, strict=True)
    again = SecurityDescriptor.from_bytes(descriptor.to_bytes())
    assert again == descriptor
    assert again.to_sddl() == descriptor.to_sddl(windows=True)


def test_revision_4_for_object_entries_alone() -> None:
    plain = SecurityDescriptor.from_sddl("D:(A;;GA;;;BA)", strict=True).to_bytes()
    typed = SecurityDescriptor.from_sddl("D:(OA;;CR;11111111-2222-3333-4444-555555555555;;BA)", strict=True).to_bytes()
    assert (plain[20], typed[20]) == (2, 4)


def test_control_bits_without_text_are_kept() -> None:
    data = bytearray(STOCK.to_bytes())
    data[1] = 7
    struct.pack_into("<H", data, 2, struct.unpack_from("<H", data, 2)[0] | 0x4008)
    again = SecurityDescriptor.from_bytes(bytes(data))
    assert again.other_control == Control.DACL_DEFAULTED | Control.RM_CONTROL_VALID
    assert (again.resource_manager, again.to_bytes()) == (7, bytes(data))


def test_an_acl_is_read_by_its_count() -> None:
    data = bytearray(SecurityDescriptor.from_sddl("D:(A;;GA;;;BA)", strict=True).to_bytes()) + bytes(4)
    struct.pack_into("<H", data, 22, struct.unpack_from("<H", data, 22)[0] + 4)
    assert SecurityDescriptor.from_bytes(bytes(data)) == SecurityDescriptor.from_sddl("D:(A;;GA;;;BA)", strict=True)


def test_what_is_unknown_is_kept() -> None:
    aces = (
        Ace(AceType(0x77), AceFlags.INHERITED, AccessMask(0), None, data=b"anything"),
        Ace(AceType.ACCESS_ALLOWED, AceFlags.CRITICAL, AccessMask(1), ADMINISTRATORS, data=b"tail"),
        Ace(AceType.ACCESS_ALLOWED_CALLBACK, AceFlags(0), AccessMask(1), ADMINISTRATORS, data=b"not a condition!"),
        Ace(AceType.SYSTEM_RESOURCE_ATTRIBUTE, AceFlags(0), AccessMask(0), ADMINISTRATORS, data=b"1234"),
    )
    sd = SecurityDescriptor(dacl=Acl(aces))
    assert SecurityDescriptor.from_bytes(sd.to_bytes()).dacl == sd.dacl
    assert SecurityDescriptor.from_bytes(sd.to_bytes()).to_bytes() == sd.to_bytes()


def test_condition_bytes_that_we_would_write_otherwise_are_kept() -> None:
    odd = b"artx\xf8\x04\0\0\0a\0b\0\0\0\0"  # one byte more padding than needed
    ace = Ace(AceType.ACCESS_ALLOWED_CALLBACK, AceFlags(0), AccessMask(1), ADMINISTRATORS, data=odd)
    data = SecurityDescriptor(dacl=Acl((ace,))).to_bytes()
    again = SecurityDescriptor.from_bytes(data)
    assert again.dacl is not None
    assert again.dacl.aces[0].condition == "(ab)"
    assert again.to_bytes() == data


def test_every_cut_is_an_error_or_harmless() -> None:
    data = STOCK.to_bytes()
    for end in range(len(data)):
        with pytest.raises(SddlError):
            SecurityDescriptor.from_bytes(data[:end])


@given(st.data())
def test_bytes_that_lie_raise_nothing_else(data: st.DataObject) -> None:
    damaged = bytearray(STOCK.to_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    try:
        again = SecurityDescriptor.from_bytes(bytes(damaged))
    except SddlError:
        return
    assert SecurityDescriptor.from_bytes(again.to_bytes()) == again


@given(st.binary(max_size=300))
def test_random_bytes_raise_nothing_else(data: bytes) -> None:
    try:
        SecurityDescriptor.from_bytes(data)
    except SddlError:
        return


def test_sizes_are_bounded() -> None:
    assert STOCK.dacl is not None
    with pytest.raises(SddlError):
        replace(STOCK, dacl=STOCK.dacl.with_aces(STOCK.dacl.aces[:1] * 3000)).to_bytes()
    with pytest.raises(SddlError):
        SecurityDescriptor.from_sddl(f'D:(XA;;GX;;;WD;(a == "{"x" * 40000}"))', strict=True).to_bytes()


@pytest.mark.parametrize("head", [b"artx", b"", b"arty", b"ARTX"])
def test_a_condition_is_known_by_how_it_begins(head: bytes) -> None:
    data = head + b"\xf8\x04\0\0\0a\0b\0\0\0"
    ace = Ace(AceType.ACCESS_ALLOWED_CALLBACK, AceFlags(0), AccessMask(1), ADMINISTRATORS, data=data)
    again = SecurityDescriptor.from_bytes(SecurityDescriptor(dacl=Acl((ace,))).to_bytes())
    assert again.dacl is not None
    assert (again.dacl.aces[0].condition is not None) is (head == b"artx")
