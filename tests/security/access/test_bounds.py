"""Open entries are settled both ways; everything else is decided as the access check decides it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatepost.security import (
    AccessMask,
    SecurityDescriptor,
    Sid,
    Token,
    access_bounds,
    access_check,
    access_if,
    asks_for_claims,
    sids_in_condition,
)

EXECUTE = AccessMask.GENERIC_EXECUTE
USER = Sid.parse("S-1-5-21-1-2-3-1001")
BA, RM, AU = (Sid.parse(text) for text in ("S-1-5-32-544", "S-1-5-32-580", "S-1-5-11"))


def token(*groups: Sid, known: bool = False) -> Token:
    return Token(USER, frozenset({AU, *groups}), claims_known=known)


def bounds(dacl: str, who: Token) -> bool | None:
    return access_bounds(SecurityDescriptor.from_sddl(f"O:NSG:BAD:{dacl}"), who, EXECUTE).granted


@pytest.mark.parametrize(
    ("dacl", "expected"),
    [
        ('(XA;;GX;;;AU;(@User.Team == "a"))', None),
        ('(XD;;GX;;;AU;(@User.Team == "a"))(A;;GX;;;AU)', None),
        ('(XD;;GX;;;AU;(@User.Team == "a"))', False),
        ('(A;;GX;;;AU)(XD;;GX;;;AU;(@User.Team == "a"))', True),
        ('(XA;;GX;;;BG;(@User.Team == "a"))', False),  # not this caller's entry
        ("(XA;;GX;;;AU;(Exists @User.Team))", None),
        ("(XA;;GX;;;AU;(Device_Member_of {SID(BA)}))", None),
        ('(XA;;GX;;;AU;((Member_of {SID(RM)}) && (@User.Team == "a")))', False),  # no member: whatever the claim is
        ('(XA;;GX;;;AU;((Member_of {SID(RM)}) || (@User.Team == "a")))', None),
        ('(XA;;GX;;;AU;((Member_of {SID(BA)}) || (@User.Team == "a")))', True),
        ("(A;;GX;;;LA)", False),  # the caller is RID 1001, LA is RID 500
        ("", False),
        ("NO_ACCESS_CONTROL", True),
    ],
)
def test_what_the_host_alone_knows_is_open(dacl: str, expected: bool | None) -> None:
    assert bounds(dacl, token(BA)) is expected


def test_an_account_of_an_unknown_domain_may_be_this_one() -> None:
    administrator = Token(Sid.parse("S-1-5-21-1-2-3-500"), claims_known=False)
    assert bounds("(A;;GX;;;LA)", administrator) is None
    assert bounds("(D;;GX;;;LA)(A;;GX;;;S-1-5-21-1-2-3-500)", administrator) is None


def test_the_decisions_name_the_entries_of_the_descriptor() -> None:
    text = 'O:NSG:BAD:(A;;GR;;;BA)(XA;;GX;;;AU;(@User.Team == "a"))'
    descriptor = SecurityDescriptor.from_sddl(text, strict=True)
    found = access_bounds(descriptor, token(BA), EXECUTE).most.rights[0]
    assert descriptor.dacl is not None and found.index == 1 and found.ace is descriptor.dacl.aces[1]


def test_a_claim_that_nobody_has_is_known_where_claims_are_known() -> None:
    assert bounds("(XA;;GX;;;AU;(Exists Team))", token(known=True)) is False


@given(st.sampled_from(["A", "D"]), st.sampled_from(["BA", "RM", "AU"]), st.sampled_from(["GX", "GA", "GR"]))
def test_without_open_entries_it_is_the_access_check(kind: str, sid: str, mask: str) -> None:
    descriptor = SecurityDescriptor.from_sddl(
        f"O:NSG:BAD:({kind};;{mask};;;{sid})(XA;;GX;;;BA;(Member_of {{SID(RM)}}))", strict=True
    )
    who = token(BA, RM)
    decision = access_check(descriptor, who, EXECUTE)
    assert access_bounds(descriptor, who, EXECUTE).granted is decision.granted
    assert access_if(descriptor, who, EXECUTE, lambda _: True) == decision


def test_what_a_condition_asks_for() -> None:
    assert sids_in_condition("((Member_of {SID(BA), SID(RM)}) && (@User.Team == 1))") == {BA, RM}
    assert sids_in_condition("nonsense") == frozenset()
    assert not asks_for_claims("((Member_of {SID(BA)}) || (@Resource.Level == 1))")
    assert asks_for_claims("((Member_of {SID(BA)}) || (@User.Team == 1))")
    assert asks_for_claims("(Device_Member_of {SID(BA)})")
    assert asks_for_claims("(Title == 1)")
    assert asks_for_claims("nonsense")
