import pytest

from gatepost.endpoints.configuration.principal import Principal, meant_by, offered
from gatepost.security import NO_ACCOUNTS, Accounts

HELPDESK = "S-1-5-21-1-2-3-1210"
ACCOUNTS = Accounts({HELPDESK: r"CONTOSO\Help Desk", "S-1-5-21-1-2-3-9": r"OTHER\Help Desk"})


@pytest.mark.parametrize("typed", ["Administrators", r"builtin\ADMINISTRATORS", "BA", "s-1-5-32-544", " S-1-5-32-544 "])
def test_a_well_known_principal_is_known_without_asking(typed):
    assert meant_by(typed, NO_ACCOUNTS) == (Principal("S-1-5-32-544", r"BUILTIN\Administrators"),)


def test_who_the_host_has_named_is_known_by_that_name():
    assert meant_by(r"contoso\help desk", ACCOUNTS) == (Principal(HELPDESK, r"CONTOSO\Help Desk"),)
    assert len(meant_by("help desk", ACCOUNTS)) == 2
    assert meant_by(r"contoso\other", ACCOUNTS) == ()
    assert meant_by("", ACCOUNTS) == ()


def test_a_sid_without_a_name_is_still_who_is_meant():
    assert meant_by("S-1-5-21-9-9-9-1000", NO_ACCOUNTS) == (Principal("S-1-5-21-9-9-9-1000", ""),)
    assert [p.sid for p in meant_by("DA", NO_ACCOUNTS)] == ["DA"]
    assert [meant_by(typed, NO_ACCOUNTS) for typed in ("S-", "S-1-", "S-1-5", "S-1-5-")] == [()] * 4


def test_the_usual_ones_are_offered_first_and_nobody_twice():
    found = offered(ACCOUNTS)
    assert [p.name for p in found[:2]] == [r"BUILTIN\Administrators", r"BUILTIN\Remote Management Users"]
    assert r"CONTOSO\Help Desk" in [p.name for p in found]
    assert len({p.sid for p in found}) == len(found)
