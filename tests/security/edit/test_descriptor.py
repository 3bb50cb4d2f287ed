from __future__ import annotations

import pytest
from hypothesis import given

from gatepost.security import (
    ADMINISTRATORS,
    EVERYONE,
    INTERACTIVE,
    NETWORK,
    AccessMask,
    SddlError,
    SecurityDescriptor,
    Sid,
    Token,
    covers_rights,
)
from gatepost.security.edit.principal import deny, remove_deny_covering, remove_entries_of
from tests.security.access_check import is_granted
from tests.security.binary.descriptor import to_bytes
from tests.security.strategies import descriptors, texts

GA, GX = AccessMask.GENERIC_ALL, AccessMask.GENERIC_EXECUTE
STOCK = "O:NSG:BAD:P(A;;GA;;;BA)(A;;GA;;;RM)S:P(AU;FA;GA;;;WD)(AU;SA;GWGX;;;WD)"


def read(text: str) -> SecurityDescriptor:
    return SecurityDescriptor.from_sddl(text)


def test_a_deny_goes_in_front_and_nothing_else_changes() -> None:
    assert deny(read(STOCK), NETWORK, GA).to_sddl() == STOCK.replace("D:P", "D:P(D;;GA;;;NU)")


@given(texts)
def test_adding_what_is_there_changes_nothing(text: str) -> None:
    once = deny(read(text), NETWORK, GA)
    assert deny(once, NETWORK, GA) is once
    assert read(once.to_sddl()) == once


@given(texts)
def test_add_then_remove_gives_the_text_back(text: str) -> None:
    sd = read(text)
    if sd.dacl is None or sd.dacl.is_null or remove_deny_covering(sd, NETWORK, GA) is not sd:  # it would go, too
        return
    back = remove_deny_covering(deny(sd, NETWORK, GA), NETWORK, GA)
    assert back.to_sddl() == text
    assert to_bytes(back) == to_bytes(sd)


@given(descriptors)
def test_add_then_remove_gives_the_bytes_back(sd: SecurityDescriptor) -> None:
    if sd.dacl is None or sd.dacl.is_null or remove_deny_covering(sd, NETWORK, GA) is not sd:  # it would go, too
        return
    assert to_bytes(remove_deny_covering(deny(sd, NETWORK, GA), NETWORK, GA)) == to_bytes(sd)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("O:NSG:BA", "O:NSG:BAD:(D;;GA;;;NU)(A;;GA;;;WD)"),
        ("O:NSG:BAS:P", "O:NSG:BAD:(D;;GA;;;NU)(A;;GA;;;WD)S:P"),
        ("O:NSG:BAD:NO_ACCESS_CONTROL", "O:NSG:BAD:(D;;GA;;;NU)(A;;GA;;;WD)"),
        ("O:NSG:BAD:PNO_ACCESS_CONTROL", "O:NSG:BAD:P(D;;GA;;;NU)(A;;GA;;;WD)"),
        ("O:NSG:BAD:", "O:NSG:BAD:(D;;GA;;;NU)"),
    ],
)
def test_without_a_dacl_the_others_keep_their_access(text: str, denied: str) -> None:
    before, after = read(text), deny(read(text), NETWORK, GA)
    assert after.to_sddl() == denied
    near, far = (
        Token(ADMINISTRATORS, frozenset({EVERYONE, INTERACTIVE})),
        Token(ADMINISTRATORS, frozenset({EVERYONE, NETWORK})),
    )
    assert is_granted(after, near, GA) == is_granted(before, near, GA)
    assert not is_granted(after, far, GA)


def test_removing_compares_exactly() -> None:
    others = (
        "(D;;GX;;;NU)(D;;GA;;;NS)(D;;GA;;;S-1-5-21-1-2-3-1001)(XD;;GA;;;NU;(a))(D;ID;GA;;;NU)(D;CIIO;GA;;;NU)"
        "(OD;;GA;11111111-2222-3333-4444-555555555555;;NU)(A;;GA;;;NU)"
    )
    assert remove_deny_covering(read(f"D:(D;;GA;;;NU){others}(D;;GA;;;NU)"), NETWORK, GA).to_sddl() == f"D:{others}"
    untouched = read(f"D:{others}")
    assert remove_deny_covering(untouched, NETWORK, GA) is untouched


def test_removing_what_covers_a_right() -> None:
    text = "D:(D;;GA;;;NU)(D;;GAGX;;;NU)(D;;GX;;;NU)(D;;GXGR;;;NU)(D;;GR;;;NU)(D;;GX;;;NS)(A;;GX;;;NU)"
    assert remove_deny_covering(read(text), NETWORK, GX).to_sddl() == "D:(D;;GR;;;NU)(D;;GX;;;NS)(A;;GX;;;NU)"
    assert remove_deny_covering(read(text), NETWORK, GA).to_sddl() == text.replace("(D;;GA;;;NU)(D;;GAGX;;;NU)", "")


def test_a_generic_right_covers_itself_and_full_control_covers_every_right() -> None:
    assert (
        covers_rights(GA, GX) and covers_rights(0xE0000000, GA) and covers_rights(GX, GX) and covers_rights(GA | 1, 1)
    )
    assert not covers_rights(GX, GA) and not covers_rights(GA, 1) and not covers_rights(0x1F01FF, GX)


def test_forgetting_a_principal() -> None:
    text = "D:(D;;GX;;;WD)(XA;;GA;;;WD;(a))(A;ID;GA;;;WD)(A;;GA;;;BA)"
    assert remove_entries_of(read(text), EVERYONE).to_sddl() == "D:(A;ID;GA;;;WD)(A;;GA;;;BA)"
    assert remove_entries_of(read(text), NETWORK).to_sddl() == text


@pytest.mark.parametrize("text", ["O:BA", "O:BAD:NO_ACCESS_CONTROL", "O:BAD:"])
def test_nothing_to_remove(text: str) -> None:
    sd = read(text)
    assert remove_deny_covering(sd, NETWORK, GA) is sd and remove_entries_of(sd, EVERYONE) is sd


def test_a_mask_that_is_none() -> None:
    with pytest.raises(SddlError):
        deny(read(STOCK), Sid.parse("S-1-5-2"), -1)


def test_a_descriptor_that_was_not_read_from_text_can_be_edited() -> None:
    made = SecurityDescriptor().with_owner(ADMINISTRATORS).with_group(EVERYONE)
    assert made.to_sddl() == "O:BAG:WD"
