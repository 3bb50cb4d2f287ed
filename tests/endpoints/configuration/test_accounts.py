"""Which SIDs of a host are worth asking for."""

from dataclasses import replace

from gatepost.endpoints.configuration.accounts import unnamed_sids
from gatepost.security import Accounts
from tests.endpoints.documents import NO_SECURITY, configuration, snapshot

ADMINISTRATORS = "S-1-5-32-544"  # whose name tells the language of the host
USER, GROUP = "S-1-5-21-1-2-3-1104", "S-1-5-21-1-2-3-1105"


def test_unknown_sids_of_entries_and_conditions_each_once():
    read = snapshot(
        configuration(f"P(D;;GA;;;NU)(A;;GA;;;{USER})(XA;;GX;;;BA;(Member_of {{SID({GROUP}), SID(BA)}}))", name="a"),
        configuration(f"P(A;;GX;;;{USER})(A;;GA;;;LA)", name="b"),
        configuration(name="c"),
    )
    assert unnamed_sids(read) == (ADMINISTRATORS, USER, GROUP)
    assert unnamed_sids(replace(read, accounts=Accounts({USER: "known"}))) == (ADMINISTRATORS, GROUP)


def test_what_only_looks_like_a_sid_is_not_asked_for():
    condition = '(@User.note == "S-1-5-21-9999999999-1")'
    assert unnamed_sids(snapshot(configuration(f"P(XA;;GX;;;BA;{condition})"))) == (ADMINISTRATORS,)


def test_root_sddl_is_shown_and_so_named():
    read = replace(snapshot(configuration("P(A;;GA;;;BA)")), root_sddl=f"O:NSG:BAD:P(A;;GA;;;{USER})")
    assert unnamed_sids(read) == (ADMINISTRATORS, USER)
    assert unnamed_sids(replace(read, configurations=(configuration(*NO_SECURITY),))) == (ADMINISTRATORS, USER)
