import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gatepost.endpoints.configuration.principal import (
    AccountName,
    Principal,
    read_account_name,
    sid_in,
    well_known_principals,
)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("CONTOSO\\Helpdesk", AccountName("Helpdesk", ("CONTOSO",))),
        (" CONTOSO \\ Help desk ", AccountName("Help desk", ("CONTOSO",))),
        ("helpdesk@contoso.com", AccountName("helpdesk", ("contoso", "contoso.com"))),
        ("helpdesk@contoso", AccountName("helpdesk", ("contoso",))),
        ("Administrators", AccountName("Administrators")),
        ("@home", AccountName("@home")),
        (".\\me", AccountName("me", (".",))),
    ],
)
def test_names_are_taken_apart(typed, expected):
    assert read_account_name(typed) == expected


@given(st.text(max_size=40))
@example("NT Pseudo Domain")  # S-1-5, which no entry can name
def test_any_text_is_a_name(typed):
    assert isinstance(read_account_name(typed), AccountName)
    for principal in well_known_principals(typed):
        assert sid_in(principal.sid) == principal.sid


@pytest.mark.parametrize(
    ("typed", "sids"),
    [
        ("administrators", ["S-1-5-32-544"]),
        ("BUILTIN\\administrators", ["S-1-5-32-544"]),
        (".\\Administrators", ["S-1-5-32-544"]),
        ("network", ["S-1-5-2"]),
        ("nt authority\\network", ["S-1-5-2"]),
        ("Everyone", ["S-1-1-0"]),
        ("CONTOSO\\Administrators", []),
        ("NT AUTHORITY\\Administrators", []),
        ("S-1-5-2", []),
        ("", []),
    ],
)
def test_well_known_names_in_english(typed, sids):
    assert [principal.sid for principal in well_known_principals(typed)] == sids


def test_the_sid_of_a_service_is_computed_from_its_name():
    (winrm,) = well_known_principals("NT SERVICE\\WinRM")
    (mine,) = well_known_principals("nt service\\Contoso Agent")
    assert winrm in well_known_principals("winrm")
    assert mine == Principal(mine.sid, "NT SERVICE\\Contoso Agent")
    assert mine.sid.startswith("S-1-5-80-") and mine.sid.count("-") == 8


@pytest.mark.parametrize("typed", ["S-1-5-21-1-2-3-1104", " s-1-1-0 "])
def test_a_sid_is_recognized(typed):
    assert sid_in(typed) == typed.strip().upper()


@pytest.mark.parametrize("typed", ["", "S-1", "S-1-5-", "xS-1-5-2", "S-1-5-２"])
def test_other_text_is_no_sid(typed):
    assert sid_in(typed) is None
