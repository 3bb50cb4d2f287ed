"""Which SIDs of a host are worth asking for."""

from dataclasses import replace

from gatepost.backend.host.account_naming import unnamed_sids
from gatepost.security import Accounts
from tests.endpoints.documents import NO_SECURITY, configuration, snapshot

TELLING = ("S-1-5-32-544", "S-1-5-32-545")  # whose names tell the language of the host
USER, GROUP = "S-1-5-21-1-2-3-1104", "S-1-5-21-1-2-3-1105"


def test_unknown_sids_of_entries_and_conditions_each_once():
    read = snapshot(
        configuration(f"P(D;;GA;;;NU)(A;;GA;;;{USER})(XA;;GX;;;BA;(Member_of {{SID({GROUP}), SID(BA)}}))", name="a"),
        configuration(f"P(A;;GX;;;{USER})(A;;GA;;;LA)", name="b"),
        configuration(name="c"),
    )
    assert unnamed_sids(read) == (*TELLING, USER, GROUP)
    assert unnamed_sids(replace(read, accounts=Accounts({USER: "known"}))) == (*TELLING, GROUP)


def test_what_only_looks_like_a_sid_is_not_asked_for():
    condition = '(@User.note == "S-1-5-21-9999999999-1")'
    assert unnamed_sids(snapshot(configuration(f"P(XA;;GX;;;BA;{condition})"))) == (*TELLING,)


def test_root_sddl_is_shown_and_so_named():
    read = replace(snapshot(configuration("P(A;;GA;;;BA)")), root_sddl=f"O:NSG:BAD:P(A;;GA;;;{USER})")
    assert unnamed_sids(read) == (*TELLING, USER)
    assert unnamed_sids(replace(read, configurations=(configuration(*NO_SECURITY),))) == (*TELLING, USER)


def test_one_english_name_does_not_make_a_host_english():
    dutch = Accounts({"S-1-5-32-544": "BUILTIN\\Administrators", "S-1-5-32-545": "BUILTIN\\Gebruikers"})
    read = replace(snapshot(configuration("P(A;;GA;;;WD)(A;;GA;;;BA)")), accounts=dutch)
    assert "S-1-1-0" in unnamed_sids(read)
    english = Accounts({"S-1-5-32-544": "BUILTIN\\Administrators", "S-1-5-32-545": "BUILTIN\\Users"})
    assert unnamed_sids(replace(read, accounts=english)) == ()
