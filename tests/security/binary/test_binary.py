from __future__ import annotations

import struct
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatepost.security import (
    SddlError,
    SecurityDescriptor,
)
from tests.security.binary.descriptor import from_bytes, to_bytes
from tests.security.strategies import descriptors, texts
from tests.security.windows_text import windows_text

STOCK = SecurityDescriptor.from_sddl("O:NSG:BAD:P(A;;GA;;;BA)(XA;;GX;;;WD;(@User.a))S:P(AU;FA;GA;;;WD)")


def test_a_descriptor_is_laid_out_in_the_order_of_windows() -> None:
    data = to_bytes(SecurityDescriptor.from_sddl("O:SYG:BAD:(A;;GA;;;BA)"))
    header = struct.unpack_from("<BBHIIII", data)
    # Windows' order: SACL, DACL, owner, group.
    assert header == (1, 0, 0x8004, 52, 64, 0, 20)
    assert data[20:28] == bytes.fromhex("0200200001000000")
    assert data[28:32] == bytes.fromhex("00001800")


@given(descriptors)
def test_bytes_bring_a_descriptor_back(descriptor: SecurityDescriptor) -> None:
    data = to_bytes(descriptor)
    again = from_bytes(data)
    assert again == descriptor
    assert to_bytes(again) == data


@given(texts)
def test_text_to_bytes_to_text(text: str) -> None:
    descriptor = SecurityDescriptor.from_sddl(text)
    again = from_bytes(to_bytes(descriptor))
    assert again == descriptor
    assert again.to_sddl() == windows_text(descriptor)


def test_revision_4_for_object_entries_alone() -> None:
    plain = to_bytes(SecurityDescriptor.from_sddl("D:(A;;GA;;;BA)"))
    typed = to_bytes(SecurityDescriptor.from_sddl("D:(OA;;CR;11111111-2222-3333-4444-555555555555;;BA)"))
    assert (plain[20], typed[20]) == (2, 4)


def test_an_acl_is_read_by_its_count() -> None:
    data = bytearray(to_bytes(SecurityDescriptor.from_sddl("D:(A;;GA;;;BA)"))) + bytes(4)
    struct.pack_into("<H", data, 22, struct.unpack_from("<H", data, 22)[0] + 4)
    assert from_bytes(bytes(data)) == SecurityDescriptor.from_sddl("D:(A;;GA;;;BA)")


def test_every_cut_is_an_error_or_harmless() -> None:
    data = to_bytes(STOCK)
    for end in range(len(data)):
        with pytest.raises(SddlError):
            from_bytes(data[:end])


@given(st.data())
def test_bytes_that_lie_raise_nothing_else(data: st.DataObject) -> None:
    damaged = bytearray(to_bytes(STOCK))
    for _ in range(data.draw(st.integers(1, 4))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    try:
        again = from_bytes(bytes(damaged))
    except SddlError:
        return
    assert from_bytes(to_bytes(again)) == again


@given(st.binary(max_size=300))
def test_random_bytes_raise_nothing_else(data: bytes) -> None:
    try:
        from_bytes(data)
    except SddlError:
        return


def test_sizes_are_bounded() -> None:
    assert STOCK.dacl is not None
    with pytest.raises(SddlError):
        to_bytes(replace(STOCK, dacl=STOCK.dacl.with_aces(STOCK.dacl.aces[:1] * 3000)))
    with pytest.raises(SddlError):
        to_bytes(SecurityDescriptor.from_sddl(f'D:(XA;;GX;;;WD;(a == "{"x" * 40000}"))'))
