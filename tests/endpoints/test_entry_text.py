from __future__ import annotations

import pytest
from hypothesis import given

from gatepost.endpoints.condition_text import condition_sentence, condition_text
from gatepost.endpoints.entry_text import entry_text
from gatepost.security import NO_ACCOUNTS, Accounts, Ace, SecurityDescriptor
from gatepost.security.sid import sid_from_alias
from tests.security.strategies import aces

ACCOUNTS = Accounts({"S-1-5-21-1-2-3-1001": "CONTOSO\\alice"})
NAMES = {"S-1-5-21-1-2-3-1": "2FA", "S-1-5-21-1-2-3-2": "Trusted hosts", "S-1-5-21-1-2-3-3": "Night shift"}
ONE, TWO, THREE = (f"SID({sid})" for sid in NAMES)


@pytest.mark.parametrize(
    ("ace", "words"),
    [
        ("(A;;GA;;;BA)", "Allows BUILTIN\\Administrators: Full Control(All Operations)."),
        ("(D;;GX;;;S-1-5-21-1-2-3-1001)", "Denies CONTOSO\\alice: Execute(Invoke)."),
        ("(A;ID;GR;;;DA)", "Allows Domain Admins (of the host's domain): Read(Get,Enumerate,Subscribe) (inherited)."),
        ("(A;CIIO;GX;;;WD)", "Allows Everyone: Execute(Invoke) [CI]; it doesn't apply to this endpoint itself."),
        ("(XA;;GX;;;WD;(Member_of {SID(BA), SID(NU)}))",
         "Allows Everyone: Execute(Invoke), if the user is in all of BUILTIN\\Administrators, NT AUTHORITY\\NETWORK."),
    ],
)  # fmt: skip
def test_an_entry_as_a_sentence(ace: str, words: str) -> None:
    dacl = SecurityDescriptor.from_sddl("D:" + ace).dacl
    assert dacl is not None
    assert str(entry_text(dacl.aces[0], ACCOUNTS)) == words


@pytest.mark.parametrize(
    ("ace", "words"),
    [
        ("(AU;FA;GA;;;WD)", "Logs Everyone: Full Control(All Operations), when refused."),
        ("(AU;SA;GX;;;WD)", "Logs Everyone: Execute(Invoke), when granted."),
        ("(AU;;GX;;;WD)", "Logs Everyone: Execute(Invoke)."),
        ("(AU;SAFA;GX;;;WD)", "Logs Everyone: Execute(Invoke), granted or refused."),
        ("(ML;;NW;;;HI)", "Sets the integrity level: Mandatory Label\\High Mandatory Level (NW)."),
        ('(RA;;;;;WD;("a",TS,0,"b"))', 'Gives the endpoint a resource attribute: ("a",TS,0,"b").'),
        (
            '(FL;;GX;;;WD;(@User.Title=="PM"))',
            'Filters access for Everyone: Execute(Invoke), if the user\'s Title is "PM".',
        ),
    ],
)
def test_an_entry_of_the_sacl(ace: str, words: str) -> None:
    sacl = SecurityDescriptor.from_sddl("S:" + ace).sacl
    assert sacl is not None
    assert str(entry_text(sacl.aces[0], NO_ACCOUNTS)) == words


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ("(@User.Department == \"HR\")", "the user's Department is \"HR\""),
        ("(!(@Device.managed) && Exists @Resource.tag)", "(not (the device's managed)) and (the endpoint's tag exists)"),
        ("(Not_Member_of_Any {SID(BA)})", "the user isn't in any of BUILTIN\\Administrators"),
        ("(Device_Member_of SID(BA) || a Any_of {1, #ff})", "(the device is in all of BUILTIN\\Administrators) or (the setting a contains any of 1, bytes ff)"),
        ("(what is this", "(what is this"),
    ],
)  # fmt: skip
def test_a_condition_in_words(condition: str, words: str) -> None:
    assert str(condition_text(condition, NO_ACCOUNTS)) == words


@given(aces)
def test_every_entry_has_words(ace: Ace) -> None:
    assert str(entry_text(ace, NO_ACCOUNTS)).endswith(".")


def test_a_condition_as_deep_as_a_descriptor_can_hold_has_words() -> None:
    depth = 4000
    assert str(condition_text("(" + "!(" * depth + "@User.x" + ")" * depth + ")", NO_ACCOUNTS)).startswith("not (not (")


def test_a_condition_too_long_for_reading_is_not_put_into_words() -> None:
    condition = "(" + " && ".join(["(@User.x == 1)"] * 20_000) + ")"
    words = "a condition that is too long to be put into words is met"
    assert str(condition_text(condition, NO_ACCOUNTS)) == words
    assert str(condition_sentence(condition, NO_ACCOUNTS)) == f"only if {words}"


def test_unknown_kinds_and_names() -> None:
    assert Accounts().name_of(sid_from_alias("LG")) == "Guest (of the host)"


def test_a_condition_is_described_as_leniently_as_windows_reads_it() -> None:
    assert (
        str(condition_text("( member_of {sid(ba)} )", NO_ACCOUNTS))
        == str(condition_text("(Member_of {SID(BA)})", NO_ACCOUNTS))
        != "(Member_of {SID(BA)})"
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (f"(Member_of {{{ONE}}})", "only members of 2FA"),
        (f"(Member_of{{{ONE}, {TWO}}})", "only members of 2FA and of Trusted hosts"),
        (f"(Member_of {ONE} && Member_of {{{TWO}}})", "only members of 2FA and of Trusted hosts"),
        (f"(Member_of_Any {{{ONE}, {TWO}}})", "only members of 2FA or of Trusted hosts"),
        (f"(Member_of {ONE} || Member_of {TWO})", "only members of 2FA or of Trusted hosts"),
        (
            f"((Member_of {ONE}) && (Member_of_Any {{{TWO}, {THREE}}}))",
            "only members of 2FA, and of Trusted hosts or of Night shift",
        ),
        (f"(Member_of {ONE} && Member_of_Any {{{TWO}}})", "only members of 2FA and of Trusted hosts"),
    ],
)
def test_conditions_of_groups_are_one_sentence(text: str, sentence: str) -> None:
    assert str(condition_sentence(text, Accounts(NAMES))) == sentence


def test_any_other_condition_is_said_in_words() -> None:
    assert str(condition_sentence("(@User.x == 1)", Accounts(NAMES))) == "only if the user's x is 1"
