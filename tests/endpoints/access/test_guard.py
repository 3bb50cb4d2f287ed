"""What is said before a change, and when the host's name has to be typed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gatepost.endpoints.access.connected_account import you
from gatepost.endpoints.access.guard import Guard, guard
from gatepost.endpoints.changes.remoting import disable_remoting, enable_remoting, set_access_mode
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.configuration.change_set import ChangeSet, EndpointChange
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.security import ADMINISTRATORS, Sid
from tests.endpoints.documents import HOST, USER01, configuration, sddl, snapshot

ONE = configuration("P(A;;GA;;;BA)(A;;GA;;;RM)", name="one")
TWO = configuration("P(A;;GA;;;RM)", name="two")
SNAPSHOT = snapshot(ONE, TWO)
YOU = r"SERVER01\Administrator"


def edited(dacl: str, of: HostSnapshot = SNAPSHOT) -> ChangeSet:
    """A change of the descriptor of the first endpoint."""
    before = of.configurations[0]
    change = EndpointChange(of.endpoint_with(before), before.with_sddls((sddl(dacl),)))
    return replace(set_access_mode(of, [], AccessMode.LOCAL), changes=(change,))


def said(found: Guard) -> list[str]:
    return [str(sentence) for sentence in found.said]


def test_nobody_loses_and_nothing_is_said() -> None:
    assert guard(enable_remoting(SNAPSHOT), SNAPSHOT) == Guard()
    assert guard(edited("P(A;;GA;;;BA)(A;;GA;;;RM)(A;;GX;;;IU)"), SNAPSHOT) == Guard()


def test_closing_the_network_says_who_is_left_outside_and_the_way_back() -> None:
    found = guard(disable_remoting(SNAPSHOT), SNAPSHOT)
    assert said(found) == [
        "After this, nobody can open one, two from the network.",
        f"That goes for everyone, you ({YOU}) included.",
        "Changing permissions stays possible: RootSDDL decides that, and it is not changed.",
    ]
    assert not found.type_host_name


def test_many_endpoints_are_counted() -> None:
    many = snapshot(*(configuration("P(A;;GA;;;BA)", name=f"e{n}") for n in range(5)))
    assert said(guard(disable_remoting(many), many))[0] == "After this, nobody can open 5 endpoints from the network."


@pytest.mark.parametrize("root", ["", "nonsense"])
def test_an_unread_root_sddl_promises_nothing(root: str) -> None:
    of = replace(SNAPSHOT, root_sddl=root)
    assert "is not known: RootSDDL decides that" in said(guard(disable_remoting(of), of))[-1]


def test_root_sddl_that_denies_the_network_leaves_no_way_back() -> None:
    of = replace(SNAPSHOT, root_sddl="O:NSG:BAD:P(D;;GA;;;NU)(A;;GA;;;BA)")
    assert "cannot be undone from here" in said(guard(disable_remoting(of), of))[-1]


def test_you_lose_as_far_as_your_groups_are_known() -> None:
    found = guard(edited("P(A;;GA;;;RM)"), SNAPSHOT)
    assert said(found)[:2] == [
        "Administrators can no longer open one.",
        f"You ({YOU}) lose access to one, as far as your groups are known.",
    ]
    assert str(found.type_host_name) == "This takes the last administrator from one."


def test_others_lose_and_you_keep() -> None:
    found = guard(edited("P(A;;GA;;;BA)"), SNAPSHOT)
    assert said(found)[:2] == [
        r"These lose a way into one: BUILTIN\Remote Management Users.",
        f"You ({YOU}) keep access, as far as your groups are known.",
    ]
    assert not found.type_host_name


def test_a_denied_group_is_named_not_everyone_it_may_meet() -> None:
    found = guard(edited(f"P(D;;GA;;;{USER01})(A;;GA;;;BA)(A;;GA;;;RM)"), SNAPSHOT)
    assert said(found)[0] == (
        r"These lose a way into one: BUILTIN\Administrators, BUILTIN\Remote Management Users, if also DOMAIN01\User01."
    )


def test_the_last_way_in_needs_the_name_of_the_host() -> None:
    found = guard(edited("P"), SNAPSHOT)
    assert said(found)[0] == "After this, nobody can open one."
    assert str(found.type_host_name) == "This takes away the last way into one."


def test_disabling_one_endpoint_of_several_is_an_order_like_any_other() -> None:
    found = guard(set_access_mode(SNAPSHOT, ["two"], AccessMode.DISABLED), SNAPSHOT)
    assert not any("nobody" in sentence for sentence in said(found))
    assert not found.type_host_name


@pytest.mark.parametrize(("names", "said_of"), [(["one", "two"], "to everyone"), (["one"], "to administrators")])
def test_nothing_left_of_the_host_needs_its_name(names: list[str], said_of: str) -> None:
    found = guard(set_access_mode(SNAPSHOT, names, AccessMode.DISABLED), SNAPSHOT)
    assert str(found.type_host_name) == f"After this, every endpoint of this host is disabled or closed {said_of}."


def test_from_the_host_itself_the_network_is_not_your_way() -> None:
    found = guard(disable_remoting(SNAPSHOT), SNAPSHOT, over_network=False)
    assert said(found)[1:] == [f"You ({YOU}) come another way, which stays as it is."]


def test_where_only_part_could_be_weighed_nothing_is_said_of_you() -> None:
    groups = ", ".join(f"SID(S-1-5-21-1-2-3-{n})" for n in range(9))
    one = f"P(XA;;GX;;;BA;(Member_of {{{groups}}}))"
    of = snapshot(configuration(one, name="one"))
    assert said(guard(edited(one + "(A;;GX;;;RM)", of), of)) == [
        "one: too many entries or conditions to weigh them all; somebody else may lose a way in."
    ]


class TestYou:
    """What is known of the connected account, and nothing beyond it."""

    def test_reading_the_host_shows_the_only_principal_that_may(self) -> None:
        assert ADMINISTRATORS in you(SNAPSHOT).caller.groups

    @pytest.mark.parametrize(
        "root",
        [
            "O:NSG:BAD:P(A;;GA;;;BA)(A;;GR;;;RM)",
            "O:NSG:BAD:P(A;;GA;;;BA)(A;;GA;;;WD)",
            "O:NSG:BAD:NO_ACCESS_CONTROL",
            "",
        ],
    )
    def test_where_several_may_read_nothing_is_concluded(self, root: str) -> None:
        of = replace(SNAPSHOT, root_sddl=root)
        assert ADMINISTRATORS not in you(of).caller.groups
        assert "is not known: not all groups" in said(guard(edited("P(A;;GA;;;RM)", of), of))[1]

    def test_on_the_host_itself_nothing_is_concluded(self) -> None:
        assert ADMINISTRATORS not in you(SNAPSHOT, over_network=False).caller.groups

    @pytest.mark.parametrize("account", [r"domain01\USER01", "user01@Domain01"])
    def test_its_sid_is_known_where_the_host_has_named_it(self, account: str) -> None:
        of = replace(SNAPSHOT, host=replace(HOST, account=account))
        assert you(of).caller.user == Sid.parse(USER01)

    def test_a_bare_name_is_not_taken_for_the_account_of_a_domain(self) -> None:
        of = replace(SNAPSHOT, host=replace(HOST, account="User01"))
        assert you(of).caller.user != Sid.parse(USER01)
