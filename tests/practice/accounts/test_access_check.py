"""The practice host's own access check, on vectors worked out by hand from [MS-DTYP] 2.5.3.2."""

from __future__ import annotations

import pytest

from gatepost.practice.accounts.access_check import (
    GENERIC_EXECUTE,
    GENERIC_READ,
    GENERIC_WRITE,
    Authority,
    is_granted,
    read_sddl,
)
from gatepost.practice.accounts.condition import evaluate

AUTHORITY = Authority("S-1-5-21-1-2-3", "S-1-5-21-7-8-9")
NETWORK, INTERACTIVE, ADMINISTRATORS, REMOTE = "S-1-5-2", "S-1-5-4", "S-1-5-32-544", "S-1-5-32-580"
ADMIN_REMOTE = frozenset({"S-1-5-21-1-2-3-500", "S-1-1-0", "S-1-5-11", ADMINISTRATORS, NETWORK})
ADMIN_LOCAL = ADMIN_REMOTE - {NETWORK} | {INTERACTIVE}
PLAIN_REMOTE = frozenset({"S-1-5-21-7-8-9-1104", "S-1-1-0", "S-1-5-11", NETWORK})


@pytest.mark.parametrize(
    ("dacl", "remote", "local", "plain"),
    [
        ("D:P(A;;GA;;;BA)", True, True, False),
        ("D:P(D;;GA;;;NU)(A;;GA;;;BA)", False, True, False),
        ("D:P(D;;GX;;;NU)(A;;GA;;;BA)", False, True, False),
        ("D:P(D;;GR;;;NU)(A;;GA;;;BA)", True, True, False),  # Read is not what a session needs
        ("D:P(A;;GR;;;BA)", False, False, False),
        ("D:P(A;;GX;;;BA)", True, True, False),
        ("D:P(A;;GRGWGX;;;BA)", True, True, False),
        ("D:P(A;;GA;;;BA)(D;;GA;;;NU)", True, True, False),  # an allow before the deny settles it
        ("D:P(D;;GA;;;WD)(A;;GA;;;BA)", False, False, False),
        ("D:P(D;;GA;;;NS)(A;;GA;;;BA)", True, True, False),  # S-1-5-20 is not S-1-5-2
        ("D:P(D;;GA;;;S-1-5-21-1-2-3-501)(A;;GA;;;BA)", True, True, False),
        ("D:P(A;;GA;;;LA)", True, True, False),
        ("D:P(A;;GA;;;S-1-5-21-7-8-9-1104)", False, False, True),
        ("D:P(A;CIIO;GA;;;WD)", False, False, False),  # inherit-only takes no part
        ("D:P", False, False, False),
        ("D:NO_ACCESS_CONTROL", True, True, True),
        ("", True, True, True),  # no DACL at all
        ("D:P(XA;;GA;;;AU;(Member_of {SID(BA)}))", True, True, False),
        ("D:P(XD;;GA;;;NU;(Member_of {SID(BA)}))(A;;GA;;;WD)", False, True, True),
        ('D:P(XA;;GA;;;AU;(@User.Title == "PM"))', False, False, False),  # unknown: an allow does not apply
        ('D:P(XD;;GA;;;NU;(@User.Title == "PM"))(A;;GA;;;WD)', False, True, False),  # unknown: a deny does
    ],
)
def test_who_may_execute(dacl: str, remote: bool, local: bool, plain: bool) -> None:
    sddl = "O:NSG:BA" + dacl
    answers = [
        is_granted(sddl, token, GENERIC_EXECUTE, AUTHORITY) for token in (ADMIN_REMOTE, ADMIN_LOCAL, PLAIN_REMOTE)
    ]
    assert answers == [remote, local, plain]


def test_rights_may_come_from_several_entries() -> None:
    sddl = "O:NSG:BAD:P(A;;GR;;;BA)(A;;GX;;;WD)"
    assert is_granted(sddl, ADMIN_REMOTE, GENERIC_READ | GENERIC_EXECUTE, AUTHORITY)
    assert not is_granted(sddl, ADMIN_REMOTE, GENERIC_READ | GENERIC_WRITE, AUTHORITY)
    assert not is_granted(sddl, PLAIN_REMOTE, GENERIC_READ, AUTHORITY)


def test_owner_and_group_are_seen() -> None:
    assert not read_sddl("D:P(A;;GA;;;BA)").owner
    whole = read_sddl("O:NSG:BAD:P(A;;GA;;;BA)")
    assert whole.owner and whole.group


@pytest.mark.parametrize("text", ["foo", "O:NSG:BAD:P(A;;GA;;;XX)", "D:P(A;;GA;;;BA"])
def test_what_is_not_sddl_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_sddl(text)


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("(Member_of {SID(S-1-5-32-544)})", True),
        ("Member_of SID(S-1-5-32-544)", True),
        ("(Member_of {SID(S-1-5-32-544), SID(S-1-5-32-580)})", False),
        ("(Member_of_Any {SID(S-1-5-32-544), SID(S-1-5-32-580)})", True),
        ("(Not_Member_of {SID(S-1-5-32-580)})", True),
        ("(Not_Member_of_Any {SID(S-1-5-32-544)})", False),
        ("((Member_of {SID(S-1-5-2)}) && (Member_of {SID(S-1-5-32-580)}))", False),
        ("((Member_of {SID(S-1-5-32-580)}) || (Member_of {SID(S-1-5-2)}))", True),
        ("(!(Member_of {SID(S-1-5-32-580)}))", True),
        # && binds more tightly than ||
        ("(Member_of{SID(S-1-5-2)} || Member_of{SID(S-1-5-9)} && Member_of{SID(S-1-5-9)})", True),
        ("(Member_of {SID(S-1-5-32-544)}", None),
        ("(Device_Member_of {SID(S-1-5-32-544)})", False),
        ("(Not_Device_Member_of_Any {SID(S-1-5-32-544)})", True),
        ('((@User.Title == "PM") || (Member_of {SID(S-1-5-2)}))', True),
        ('((Local Any_of {1, "a)"}) && (Member_of {SID(S-1-5-9)}))', False),
        ("(Exists local)", False),
        ("(Not_Exists @Resource.x)", True),
        ("((Exists @User.Title) || (Member_of {SID(S-1-5-2)}))", None),
        ('(@User.Title == "PM")', None),
        ("(Member_of {SID(nobody)})", None),
        ("", None),
        ("(" * 5000, None),
    ],
)
def test_a_condition_has_the_outcome_of_windows(condition: str, expected: bool | None) -> None:
    def resolve(text: str) -> str:
        if not text.startswith("S-1-"):
            raise ValueError(text)
        return text

    assert evaluate(condition, ADMIN_REMOTE, resolve) is expected


@pytest.mark.parametrize(
    ("sids", "label", "granted"),
    [
        ({"S-1-5-32-580"}, "(ML;;NX;;;HI)", False),
        ({"S-1-5-32-580", "S-1-5-32-544"}, "(ML;;NX;;;HI)", True),
        ({"S-1-5-32-580", "S-1-5-32-544"}, "(ML;;NX;;;SI)", False),
        ({"S-1-5-32-580"}, "(ML;;NW;;;HI)", True),
    ],
)
def test_a_mandatory_label_keeps_lower_tokens_out(sids: set[str], label: str, granted: bool) -> None:
    assert is_granted(f"D:(A;;GX;;;RM)S:{label}", frozenset(sids), GENERIC_EXECUTE, AUTHORITY) is granted


def test_an_entry_for_owner_rights_is_for_the_owner() -> None:
    sddl = "O:S-1-5-32-580G:BAD:(A;;GX;;;OW)"
    assert is_granted(sddl, frozenset({"S-1-5-32-580"}), GENERIC_EXECUTE, AUTHORITY)
    assert not is_granted(sddl, frozenset({"S-1-5-32-544"}), GENERIC_EXECUTE, AUTHORITY)
    assert not is_granted("D:(A;;GX;;;OW)", frozenset({"S-1-5-32-580"}), GENERIC_EXECUTE, AUTHORITY)
