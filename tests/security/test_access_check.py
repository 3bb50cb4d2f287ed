from __future__ import annotations

from contextlib import nullcontext

import pytest

from gatepost.security import (
    ADMINISTRATORS,
    EVERYONE,
    NETWORK,
    AccessMask,
    Ace,
    AceFlags,
    AceType,
    Acl,
    SecurityDescriptor,
    Sid,
    StepBudget,
    Token,
    TooComplexError,
)
from gatepost.security import access_check as security_check
from gatepost.security.access_check import AccessDecision, RightReason, access_bounds
from tests.security.access_check import decisions, is_granted

GA, GX, GW, GR = 0x10000000, 0x20000000, 0x40000000, 0x80000000
ALICE = Sid.parse("S-1-5-21-1-2-3-1001")
TOKEN = Token(ALICE, frozenset({EVERYONE, NETWORK}), deny_only=frozenset({ADMINISTRATORS}))


def check(text: str, right: int = GX) -> AccessDecision:
    return access_bounds(SecurityDescriptor.from_sddl(text), TOKEN, right).least


@pytest.mark.parametrize(
    ("text", "granted", "why", "index"),
    [
        ("O:BA", True, RightReason.NO_DACL, None),
        ("D:NO_ACCESS_CONTROL", True, RightReason.NO_DACL, None),
        ("D:", False, RightReason.NO_MATCH, None),
        ("D:(A;;GX;;;WD)", True, RightReason.ALLOWED, 0),
        ("D:(A;;GA;;;WD)", True, RightReason.ALLOWED, 0),
        ("D:(A;;GR;;;WD)", False, RightReason.NO_MATCH, None),
        ("D:(A;;GA;;;BA)", False, RightReason.NO_MATCH, None),
        ("D:(D;;GX;;;BA)(A;;GA;;;WD)", False, RightReason.DENIED, 0),
        ("D:(A;;GR;;;WD)(D;;GA;;;NU)(A;;GA;;;WD)", False, RightReason.DENIED, 1),
        ("D:(A;;GX;;;WD)(D;;GA;;;NU)", True, RightReason.ALLOWED, 0),
        ("D:(D;IO;GA;;;NU)(A;;GA;;;WD)", True, RightReason.ALLOWED, 1),
        ("D:(A;IO;GA;;;WD)", False, RightReason.NO_MATCH, None),
        ("D:(D;;0x1;;;NU)(A;;GA;;;WD)", True, RightReason.ALLOWED, 1),
        ("D:(XD;;GA;;;WD;(Member_of {SID(NU)}))(A;;GA;;;WD)", False, RightReason.DENIED, 0),
        ("D:(XD;;GA;;;WD;(Member_of {SID(BA)}))(A;;GA;;;WD)", True, RightReason.ALLOWED, 1),
        ("D:(XA;;GA;;;WD;(Member_of {SID(NU)}))", True, RightReason.ALLOWED, 0),
        ("D:(XA;;GA;;;WD;(@User.x == 1))", False, RightReason.NO_MATCH, None),
        ("D:(XD;;GA;;;WD;(@User.x == 1))(A;;GA;;;WD)", False, RightReason.DENIED, 0),
        ("D:(OA;;GA;11111111-2222-3333-4444-555555555555;;WD)", False, RightReason.NO_MATCH, None),
        ("D:(OD;;GA;11111111-2222-3333-4444-555555555555;;WD)(A;;GA;;;WD)", False, RightReason.DENIED, 0),
        ("D:(A;;GX;;;WD)S:(ML;;NX;;;HI)", False, RightReason.LABEL, None),
        ("D:(A;;GX;;;WD)S:(ML;;NXNW;;;S-1-16-20480)", False, RightReason.LABEL, None),
        ("D:(A;;GX;;;WD)S:(ML;;NX;;;ME)", True, RightReason.ALLOWED, 0),
        ("D:(A;;GX;;;WD)S:(ML;;NWNR;;;SI)", True, RightReason.ALLOWED, 0),
        ("D:(A;;GX;;;WD)S:(ML;IO;NX;;;SI)", True, RightReason.ALLOWED, 0),
        ("D:(A;;GX;;;WD)S:(ML;;NW;;;HI)(ML;;NX;;;HI)", True, RightReason.ALLOWED, 0),  # the first counts
        ("D:NO_ACCESS_CONTROLS:(ML;;NX;;;HI)", False, RightReason.LABEL, None),
    ],
)
def test_who_may_execute(text: str, granted: bool, why: RightReason, index: int | None) -> None:
    decision = check(text)
    position = None if decision.entry is None else decision.entry.index
    assert (decision.granted, decision.why, position) == (granted, why, index)


def test_full_control_is_read_write_and_execute() -> None:
    some = SecurityDescriptor.from_sddl("D:(A;;GR;;;WD)(A;;GX;;;NU)")
    assert {right: each.granted for right, each in decisions(some, TOKEN, GA).items()} == {
        GX: True,
        GW: False,
        GR: True,
    }
    assert is_granted(SecurityDescriptor.from_sddl("D:(A;;GR;;;WD)(A;;GX;;;NU)(A;;GW;;;WD)"), TOKEN, GA)
    assert check("D:(A;;GA;;;WD)", GR).granted


def test_skipped_conditions_are_told() -> None:
    kept_out = check("D:(XA;;GA;;;WD;(Member_of {SID(BA)}))(XA;;GX;;;NU;(@User.x))")
    assert kept_out.skipped
    assert not check("D:(XA;;GX;;;BO;(@User.x))(A;;GR;;;WD)").skipped


def test_the_owner_reads_and_writes_the_descriptor() -> None:
    owned = f"O:{ALICE}D:(A;;GR;;;WD)"
    for right in (0x20000, 0x40000):
        assert (check(owned, right).granted, check(owned, right).why) == (True, RightReason.OWNER)
    assert not check(f"O:{ALICE}D:(A;;GR;;;OW)", 0x20000).granted
    assert check(f"O:{ALICE}D:(A;;GX;;;OW)", GX).granted
    assert not check("O:SYD:(A;;GX;;;OW)", GX).granted


@pytest.mark.parametrize(
    ("sids", "label", "granted"),
    [
        (("S-1-5-32-544",), "HI", True),
        (("S-1-5-32-544",), "SI", False),
        (("S-1-5-18",), "SI", True),
        (("S-1-5-18",), "S-1-16-16385", False),  # above System
        (("S-1-5-20",), "SI", True),
        (("S-1-5-11",), "HI", False),
        (("S-1-5-11", "S-1-16-12288"), "HI", True),  # its own level, where the token tells it
        (("S-1-5-32-544", "S-1-16-8192"), "HI", False),
        (("S-1-5-11", "S-1-16-4096"), "ME", False),
    ],
)
def test_the_level_of_a_token_against_the_label(sids: tuple[str, ...], label: str, granted: bool) -> None:
    descriptor = SecurityDescriptor.from_sddl(f"D:(A;;GA;;;WD)S:(ML;;NX;;;{label})")
    token = Token(ALICE, frozenset({EVERYONE, *map(Sid.parse, sids)}))
    assert is_granted(descriptor, token, GX) is granted


@pytest.mark.parametrize(("policy", "right"), [("NW", GW), ("NR", GR), ("NX", GX)])
def test_a_label_bars_the_right_that_its_policy_names_and_no_other(policy: str, right: int) -> None:
    text = f"D:(A;;GA;;;WD)(A;;0x1;;;WD)S:(ML;;{policy};;;HI)"
    assert [check(text, each).granted for each in (GW, GR, GX)] == [each != right for each in (GW, GR, GX)]
    assert check(text, 0x1).granted


def test_administrators_of_a_filtered_token_do_not_raise_its_level() -> None:
    assert not check("D:(A;;GX;;;WD)S:(ML;;NX;;;HI)").granted  # TOKEN carries them for Denies alone


@pytest.mark.parametrize("steps", [999, 1_000])
def test_a_check_ends_with_its_budget(steps: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(security_check, "StepBudget", lambda: StepBudget(steps))
    text = "D:" + "(A;;GX;;;RM)" * 1_000
    with pytest.raises(TooComplexError) if steps < 1_000 else nullcontext():
        assert not check(text).granted


def callback(kind: AceType, condition: str | None) -> Ace:
    """A conditional entry."""
    return Ace(kind, AceFlags(0), AccessMask(GX), EVERYONE, condition=condition)


@pytest.mark.parametrize("condition", [None, "this cannot be read"])
def test_a_conditional_entry_without_a_condition_is_unknown(condition: str | None) -> None:
    allow = callback(AceType.ACCESS_ALLOWED_CALLBACK, condition)
    deny = callback(AceType.ACCESS_DENIED_CALLBACK, condition)
    assert not is_granted(SecurityDescriptor(dacl=Acl((allow,))), TOKEN, GX)
    plain = SecurityDescriptor.from_sddl("D:(A;;GX;;;WD)").dacl
    assert plain is not None
    denied = access_bounds(SecurityDescriptor(dacl=Acl((deny, *plain.aces))), TOKEN, GX)
    assert (denied.least.granted, denied.least.why, denied.most.granted) == (False, RightReason.DENIED, True)


def test_an_attribute_of_the_object_that_cannot_be_read_makes_its_conditions_unknown() -> None:
    readable = SecurityDescriptor.from_sddl('D:(XA;;GX;;;WD;(@Resource.a == 1))S:(RA;;;;;WD;("a",TI,0,1))')
    assert is_granted(readable, TOKEN, GX)
    odd = Ace(AceType.SYSTEM_RESOURCE_ATTRIBUTE, AceFlags(0), AccessMask(0), EVERYONE, condition='("a",T?,0,1)')
    unreadable = SecurityDescriptor(dacl=readable.dacl, sacl=Acl((odd,)))
    assert not is_granted(unreadable, TOKEN, GX)
