"""Open entries are settled both ways; everything else is decided as the access check decides it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatepost.security import AccessMask, SecurityDescriptor, Sid, Token, TruthValue
from gatepost.security.access_check import access_bounds
from gatepost.security.conditions.needs import needs_of_text

TRUE, FALSE, UNKNOWN = TruthValue.TRUE, TruthValue.FALSE, TruthValue.UNKNOWN
EXECUTE = AccessMask.GENERIC_EXECUTE
USER = Sid.parse("S-1-5-21-1-2-3-1001")
BA, RM, AU = (Sid.parse(text) for text in ("S-1-5-32-544", "S-1-5-32-580", "S-1-5-11"))


def token(*groups: Sid) -> Token:
    return Token(USER, frozenset({AU, *groups}))


def bounds(dacl: str, who: Token) -> TruthValue:
    return access_bounds(SecurityDescriptor.from_sddl(f"O:NSG:BAD:{dacl}"), who, EXECUTE).granted


@pytest.mark.parametrize(
    ("dacl", "expected"),
    [
        ('(XA;;GX;;;AU;(@User.Team == "a"))', UNKNOWN),
        ('(XD;;GX;;;AU;(@User.Team == "a"))(A;;GX;;;AU)', UNKNOWN),
        ('(XD;;GX;;;AU;(@User.Team == "a"))', FALSE),
        ('(A;;GX;;;AU)(XD;;GX;;;AU;(@User.Team == "a"))', TRUE),
        ('(XA;;GX;;;BG;(@User.Team == "a"))', FALSE),  # not this caller's entry
        ("(XA;;GX;;;AU;(Exists @User.Team))", UNKNOWN),
        ("(XA;;GX;;;AU;(Exists Team))", UNKNOWN),
        ("(XA;;GX;;;AU;(Device_Member_of {SID(BA)}))", UNKNOWN),
        ('(XA;;GX;;;AU;((Member_of {SID(RM)}) && (@User.Team == "a")))', FALSE),  # no member: whatever the claim is
        ('(XA;;GX;;;AU;((Member_of {SID(RM)}) || (@User.Team == "a")))', UNKNOWN),
        ('(XA;;GX;;;AU;((Member_of {SID(BA)}) || (@User.Team == "a")))', TRUE),
        ("(A;;GX;;;LA)", FALSE),  # the caller is RID 1001, LA is RID 500
        ("", FALSE),
        ("NO_ACCESS_CONTROL", TRUE),
    ],
)
def test_what_the_host_alone_knows_is_open(dacl: str, expected: TruthValue) -> None:
    assert bounds(dacl, token(BA)) is expected


def test_an_account_of_an_unknown_domain_may_be_this_one() -> None:
    administrator = Token(Sid.parse("S-1-5-21-1-2-3-500"))
    assert bounds("(A;;GX;;;LA)", administrator) is UNKNOWN
    assert bounds("(D;;GX;;;LA)(A;;GX;;;S-1-5-21-1-2-3-500)", administrator) is UNKNOWN


def test_the_decisions_name_the_entries_of_the_descriptor() -> None:
    text = 'O:NSG:BAD:(A;;GR;;;BA)(XA;;GX;;;AU;(@User.Team == "a"))'
    descriptor = SecurityDescriptor.from_sddl(text)
    found = access_bounds(descriptor, token(BA), EXECUTE).most.entry
    assert descriptor.dacl is not None and found is not None
    assert found.index == 1 and found.ace is descriptor.dacl.aces[1]


@given(st.sampled_from(["A", "D"]), st.sampled_from(["BA", "RM", "AU"]), st.sampled_from(["GX", "GA", "GR"]))
def test_without_open_entries_both_cases_are_the_same(kind: str, sid: str, mask: str) -> None:
    descriptor = SecurityDescriptor.from_sddl(
        f"O:NSG:BAD:({kind};;{mask};;;{sid})(XA;;GX;;;BA;(Member_of {{SID(RM)}}))"
    )
    who = token(BA, RM)
    assert access_bounds(descriptor, who, EXECUTE).least == access_bounds(descriptor, who, EXECUTE).most


def test_owner_rights_are_those_of_the_owner_where_not_all_groups_are_known() -> None:
    def answer(owner: str) -> TruthValue:
        descriptor = SecurityDescriptor.from_sddl(f"{owner}D:(A;;GX;;;OW)")
        return access_bounds(descriptor, Token(USER, frozenset({BA}), groups_known=False), EXECUTE).granted

    assert [answer(owner) for owner in ("O:BA", "O:RM", "")] == [TRUE, UNKNOWN, FALSE]


def test_what_a_condition_asks_for() -> None:
    assert needs_of_text("((Member_of {SID(BA), SID(RM)}) && (@User.Team == 1))").groups == {BA, RM}
    assert needs_of_text("nonsense").groups == frozenset()
    assert not needs_of_text("((Member_of {SID(BA)}) || (@Resource.Level == 1))").claims
    assert needs_of_text("((Member_of {SID(BA)}) || (@User.Team == 1))").claims
    assert needs_of_text("(Device_Member_of {SID(BA)})").claims
    assert needs_of_text("(Title == 1)").claims
    assert needs_of_text("nonsense").claims
