"""What is said before a change, and when the host's name has to be typed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gatepost.endpoints.access.access_changes import AccessChange
from gatepost.endpoints.access.change_risks import ChangeRisks, change_risks
from gatepost.endpoints.access.connected_account import connected_account
from gatepost.endpoints.access.tokens import Origin
from gatepost.endpoints.changes.remoting import disable_remoting, enable_remoting, set_access_mode
from gatepost.endpoints.configuration.access_mode import AccessMode
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.endpoints.writes.change_set import ChangeSet, EndpointChange
from gatepost.security import ADMINISTRATORS, EVERYONE, INTERACTIVE, REMOTE_MANAGEMENT_USERS, Accounts, Sid
from tests.endpoints.documents import HOST, USER01, configuration, sddl, snapshot

ONE = configuration("P(A;;GA;;;BA)(A;;GA;;;RM)", name="one")
TWO = configuration("P(A;;GA;;;RM)", name="two")
SNAPSHOT = snapshot(ONE, TWO)
YOU = r"SERVER01\Administrator"


def edited(dacl: str, of: HostSnapshot = SNAPSHOT) -> ChangeSet:
    """A change of the descriptor of the first endpoint."""
    return rewritten(sddl(dacl), of)


def limited(dacl: str) -> ChangeSet:
    """A change of the descriptor of the first endpoint that brings an access filter."""
    return rewritten(f"O:NSG:BAD:{dacl}S:(FL;;GX;;;WD;(@User.a == 1))", SNAPSHOT)


def rewritten(text: str, of: HostSnapshot) -> ChangeSet:
    before = of.configurations[0]
    change = EndpointChange(of.endpoint_with(before), before.with_sddls((text,)))
    return replace(set_access_mode(of, [], AccessMode.LOCAL), changes=(change,))


def said(found: ChangeRisks) -> list[str]:
    return [str(sentence.text) for sentence in found.sentences]


def test_nobody_loses_and_nothing_is_said() -> None:
    assert change_risks(enable_remoting(SNAPSHOT), SNAPSHOT) == ChangeRisks()
    gained = AccessChange(INTERACTIVE, Origin.LOOPBACK, ("one",))
    assert change_risks(edited("P(A;;GA;;;BA)(A;;GA;;;RM)(A;;GX;;;IU)"), SNAPSHOT) == ChangeRisks(gains=(gained,))


def test_closing_the_network_says_who_is_left_outside_and_the_way_back() -> None:
    found = change_risks(disable_remoting(SNAPSHOT), SNAPSHOT)
    assert said(found) == [
        "No one will be able to open sessions on one, two over the network.",
        f"This includes you ({YOU}).",
        "You can still manage permissions from here.",
    ]
    assert not found.type_host_name


def test_many_endpoints_are_counted() -> None:
    many = snapshot(*(configuration("P(A;;GA;;;BA)", name=f"e{n}") for n in range(5)))
    assert (
        said(change_risks(disable_remoting(many), many))[0]
        == "No one will be able to open sessions on 5 endpoints over the network."
    )


def test_the_head_counts_the_endpoints_as_the_tally_does() -> None:
    """One that nobody could open before is changed like the others, and nobody can open it afterward either."""
    dacls = ["P(A;;GA;;;BA)"] * 4 + ["P(D;;GX;;;NU)(A;;GA;;;BA)", "P"]
    many = snapshot(*(configuration(dacl, name=f"e{number}") for number, dacl in enumerate(dacls)))
    change_set = disable_remoting(many)
    sentence = said(change_risks(change_set, many))[0]
    assert (
        sentence == f"No one will be able to open sessions on {len(change_set.effective)} endpoints over the network."
    )


@pytest.mark.parametrize("root", ["", "nonsense"])
def test_an_unread_root_sddl_promises_nothing(root: str) -> None:
    of = replace(SNAPSHOT, root_sddl=root)
    assert "from here: RootSDDL decides that" in said(change_risks(disable_remoting(of), of))[-1]


def test_root_sddl_that_denies_the_network_leaves_no_way_back() -> None:
    of = replace(SNAPSHOT, root_sddl="O:NSG:BAD:P(D;;GA;;;NU)(A;;GA;;;BA)")
    assert "can't be undone from here" in said(change_risks(disable_remoting(of), of))[-1]


def test_you_lose_as_far_as_your_groups_are_known() -> None:
    found = change_risks(edited("P(A;;GA;;;RM)"), SNAPSHOT)
    assert said(found)[:2] == [
        "Administrators will lose access to one.",
        f"You ({YOU}) lose access to one (based on known group memberships).",
    ]
    assert str(found.type_host_name) == "After this, administrators won't be able to open sessions on one."


def test_others_lose_and_you_keep() -> None:
    found = change_risks(edited("P(A;;GA;;;BA)"), SNAPSHOT)
    assert said(found)[:2] == [
        r"BUILTIN\Remote Management Users will lose access to one.",
        f"You ({YOU}) keep access (based on known group memberships).",
    ]
    assert not found.type_host_name


def test_a_denied_group_is_named_not_everyone_it_may_meet() -> None:
    found = change_risks(edited(f"P(D;;GA;;;{USER01})(A;;GA;;;BA)(A;;GA;;;RM)"), SNAPSHOT)
    assert said(found)[0] == (
        "BUILTIN\\Administrators, BUILTIN\\Remote Management Users (if also a member of DOMAIN01\\User01) will "
        "lose access to one."
    )


def test_the_last_way_in_needs_the_name_of_the_host() -> None:
    found = change_risks(edited("P"), SNAPSHOT)
    assert said(found)[0] == "No one will be able to open sessions on one."
    assert str(found.type_host_name) == "After this, no one will have access to one."


def test_disabling_one_endpoint_of_several_is_a_change_like_any_other() -> None:
    found = change_risks(set_access_mode(SNAPSHOT, ["two"], AccessMode.DISABLED), SNAPSHOT)
    assert not any("Nobody" in sentence for sentence in said(found))
    assert not found.type_host_name


@pytest.mark.parametrize(("names", "said_of"), [(["one", "two"], "to everyone"), (["one"], "to administrators")])
def test_nothing_left_of_the_host_needs_its_name(names: list[str], said_of: str) -> None:
    found = change_risks(set_access_mode(SNAPSHOT, names, AccessMode.DISABLED), SNAPSHOT)
    assert str(found.type_host_name) == f"After this, every endpoint on this host is disabled or closed {said_of}."


def test_from_the_host_itself_the_network_is_not_your_way() -> None:
    found = change_risks(disable_remoting(SNAPSHOT), SNAPSHOT, over_network=False)
    assert said(found)[1:] == [f"Your own access ({YOU}) isn't changed."]


def test_what_could_not_be_evaluated_completely_is_said() -> None:
    groups = ", ".join(f"SID(S-1-5-21-1-2-3-{n})" for n in range(9))
    one = f"P(XA;;GX;;;BA;(Member_of {{{groups}}}))"
    of = snapshot(configuration(one, name="one"))
    assert said(change_risks(edited("P(A;;GX;;;RM)", of), of))[-1] == (
        "one: can't be evaluated completely from here. Access might change."
    )


def test_a_change_is_evaluated_completely_unless_something_is_too_complex_or_left_to_the_host() -> None:
    groups = ", ".join(f"SID(S-1-5-21-1-2-3-{n})" for n in range(9))
    complex_one = snapshot(configuration(f"P(XA;;GX;;;BA;(Member_of {{{groups}}}))", name="one"))
    assert change_risks(edited("P(A;;GA;;;BA)"), SNAPSHOT).is_complete
    assert not change_risks(edited("P(A;;GX;;;RM)", complex_one), complex_one).is_complete
    assert not change_risks(limited("P(A;;GA;;;BA)(A;;GA;;;RM)"), SNAPSHOT).is_complete


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("P(A;;GA;;;BA)(A;;GA;;;RM)", "P(XA;;GA;;;BA;(@User.Team == 1))"),  # not asked for: the host decides
        ("P(A;;GA;;;BA)(A;;GA;;;RM)", "P(XD;;GA;;;BA;(@User.Team == 1))(A;;GA;;;BA)"),
        ("P(A;;GA;;;BA)(A;;GA;;;RM)", "P(D;;GA;;;S-1-5-64-10)(A;;GA;;;BA)"),  # who logged on with NTLM
        ("P(A;;GA;;;BA)(A;;GA;;;RM)", "P(XD;;GA;;;S-1-5-15;(Member_of {SID(S-1-5-64-10)}))(A;;GA;;;BA)"),
        ("P(XA;;GA;;;BA;(@User.Team == 1))(A;;GA;;;RM)", "P(A;;GA;;;RM)"),  # perhaps you had no access
    ],
)
def test_whether_you_keep_access_is_left_to_the_host_where_it_hangs_on_what_was_not_asked(
    before: str, after: str
) -> None:
    of = snapshot(configuration(before, name="one"), configuration("P(A;;GA;;;BA)", name="two"))
    found = change_risks(edited(after, of), of)
    assert [sentence for sentence in said(found) if YOU in sentence] == [
        f"It isn't known whether you ({YOU}) lose access: the permissions can't be evaluated completely from here."
    ]


@pytest.mark.parametrize("after", ["P(XA;;GA;;;BA;(@User.Team == 1))(A;;GA;;;BA)", "P(D;;GA;;;IU)(A;;GA;;;BA)"])
def test_you_keep_access_where_nothing_that_was_not_asked_can_take_it(after: str) -> None:
    assert f"You ({YOU}) keep access (based on known group memberships)." in said(change_risks(edited(after), SNAPSHOT))


@pytest.mark.parametrize(
    ("account", "rid", "known"),
    [
        ("Administrator", 500, False),  # a bare name
        ("administrator@corp.example", 500, False),
        (r"SERVER01\Someone", 500, True),  # the name of 500 is another one
        (r"SERVER01\Someone", 1105, False),  # without a name
        (r"SERVER01\Someone", 512, True),  # a group
        (r"FILESRV01\User01", 1105, True),  # its SID is known
    ],
)
def test_you_do_not_keep_access_where_a_deny_may_be_for_your_account(account: str, rid: int, known: bool) -> None:
    domain = "S-1-5-21-3310577415-1462098823-907715348"
    names = Accounts({f"{domain}-500": r"FILESRV01\Administrator", f"{domain}-1000": r"FILESRV01\User01"})
    of = replace(SNAPSHOT, host=replace(HOST, account=account), accounts=names)
    found = change_risks(edited(f"P(D;;GA;;;{domain}-{rid})(A;;GA;;;BA)", of), of)
    (about_you,) = (sentence for sentence in found.sentences if f"({account})" in str(sentence.text))
    assert about_you.reassures is known
    assert str(about_you.text).startswith("You" if known else "It isn't known whether you")


def test_you_do_not_keep_access_where_a_deny_may_be_for_your_account_of_a_tenant() -> None:
    deny = "P(D;;GA;;;S-1-12-1-2052671478-1217416323-1879384253-1004561320)(A;;GA;;;BA)"
    of = replace(SNAPSHOT, host=replace(HOST, account="someone@corp.example"))
    (about_you,) = (
        sentence for sentence in change_risks(edited(deny, of), of).sentences if "(someone@" in str(sentence.text)
    )
    assert not about_you.reassures


DOMAIN = "S-1-5-21-3310577415-1462098823-907715348"
BOB = f"{DOMAIN}-1105"
NAMED_BOB = {BOB: r"CORP\bob"}


def about_you(before: str, after: str, account: str, names: dict[str, str], authentication: str = "NTLM") -> str:
    """What is said to the connected account about its own access."""
    host = replace(HOST, account=account, authentication=authentication)
    of = replace(snapshot(configuration(before, name="one")), host=host, accounts=Accounts(names))
    found = change_risks(edited(after, of), of)
    (sentence,) = (sentence for sentence in found.sentences if f"({account})" in str(sentence.text))
    assert sentence.reassures is (" keep access" in str(sentence.text))
    return str(sentence.text)


@pytest.mark.parametrize("group", ["S-1-5-113", f"{DOMAIN}-513"])
def test_you_do_not_keep_access_where_a_deny_may_be_for_your_account_with_what_it_usually_carries(group: str) -> None:
    deny = f"(XD;;GA;;;{BOB};(Member_of {{SID({group})}}))"
    said_to_you = about_you("P(A;;GA;;;BA)(A;;GA;;;RM)", f"P{deny}(A;;GA;;;BA)", "bob", NAMED_BOB)
    assert said_to_you.startswith("It isn't known whether you")


@pytest.mark.parametrize("first", [BOB, f"{DOMAIN}-1200"])
def test_what_you_keep_or_lose_is_not_known_where_two_sids_have_your_name(first: str) -> None:
    """The SID of before a move to another domain is named as the account is now."""
    names = dict.fromkeys((first, BOB, f"{DOMAIN}-1200"), r"CORP\bob")
    denied = about_you("P(A;;GA;;;BA)(A;;GA;;;RM)", f"P(D;;GA;;;{BOB})(A;;GA;;;BA)", r"CORP\bob", names)
    moved = about_you(f"P(A;;GA;;;{first})(A;;GA;;;RM)", f"P(A;;GA;;;{BOB})", r"CORP\bob", names)
    assert all(sentence.startswith("It isn't known whether you") for sentence in (denied, moved))


@pytest.mark.parametrize("known", [False, True])
@pytest.mark.parametrize(
    ("account", "group"),
    [
        (YOU, "S-1-5-113"),  # Windows gives it to every local account
        (YOU, "S-1-5-114"),
        (r".\Administrator", "S-1-5-113"),
        ("Administrator", "S-1-5-114"),
        (YOU, "S-1-11-96-1-2-3-4"),  # a local account that one signs in to as a Microsoft account
        ("bob@corp.example", "S-1-11-96-1-2-3-4"),
        (r"CORP\bob", "DU"),
        (r"CORP\bob", f"{DOMAIN}-513"),
        (r"CORP\bob", "S-1-5-32-554"),  # on a domain controller
        (r"CORP\gmsa1$", f"{DOMAIN}-515"),  # a managed service
        ("gmsa1$@corp.example", "DC"),
    ],
)
def test_you_do_not_keep_access_where_a_deny_is_for_what_accounts_like_yours_usually_carry(
    account: str, group: str, known: bool
) -> None:
    names = {BOB: account} if known else {}
    said_to_you = about_you("P(A;;GA;;;BA)(A;;GA;;;RM)", f"P(D;;GA;;;{group})(A;;GA;;;BA)", account, names)
    assert said_to_you.startswith("It isn't known whether you")


@pytest.mark.parametrize(
    ("group", "authentication"),
    [("S-1-5-113", "Kerberos"), ("S-1-5-21-1-2-3-513", "NTLM"), (f"{DOMAIN}-512", "NTLM"), ("IU", "NTLM")],
)
def test_you_keep_access_where_a_deny_is_for_no_account_like_yours(group: str, authentication: str) -> None:
    after = f"P(D;;GA;;;{group})(A;;GA;;;BA)"
    said_to_you = about_you("P(A;;GA;;;BA)(A;;GA;;;RM)", after, r"CORP\bob", NAMED_BOB, authentication)
    assert said_to_you.startswith("You ") and " keep access" in said_to_you


OWN = ("P(A;;GA;;;BA)", f"P(A;;GA;;;{BOB})")
NEVER_HAD = (f"P(D;;GA;;;{BOB})(A;;GA;;;BA)(A;;GA;;;RM)", "P(A;;GA;;;RM)")


@pytest.mark.parametrize("change", [OWN, NEVER_HAD])
@pytest.mark.parametrize(
    ("account", "names"),
    [("bob@corp.example", NAMED_BOB), ("bob", NAMED_BOB), (r"CORP\bob", {}), (r"CORP\bob", NAMED_BOB)],
)
def test_you_lose_access_only_whichever_account_you_are(
    change: tuple[str, str], account: str, names: dict[str, str]
) -> None:
    assert f"You ({account}) lose access" not in about_you(*change, account, names)


@pytest.mark.parametrize("group", ["DU", "S-1-5-113"])
def test_you_do_not_surely_lose_access_where_what_you_usually_carry_may_get_in(group: str) -> None:
    said_to_you = about_you("P(A;;GA;;;BA)", f"P(A;;GA;;;{group})", r"CORP\bob", NAMED_BOB)
    assert said_to_you.startswith("It isn't known whether you")


@pytest.mark.parametrize("lost", ["RM", "IU"])
def test_whether_you_keep_access_is_left_open_where_an_endpoint_could_not_be_evaluated(lost: str) -> None:
    of = snapshot(configuration(f"P(A;;GA;;;BA)(A;;GA;;;{lost})", name="one"), configuration("?", name="two"))
    endpoint = of.configurations[1]
    change = EndpointChange(of.endpoint_with(endpoint), endpoint.with_sddls((sddl("P(D;;GA;;;WD)"),)))
    both = edited("P(A;;GA;;;BA)", of)
    found = change_risks(replace(both, changes=(*both.changes, change)), of)
    assert [sentence for sentence in said(found) if YOU in sentence] == [
        f"It isn't known whether you ({YOU}) lose access: the permissions can't be evaluated completely from here."
    ]


@pytest.mark.parametrize(("before", "after"), [("P(A;;GA;;;BA)", "?"), ("?", "P(A;;GA;;;BA)"), ("?", "??")])
def test_a_change_of_a_descriptor_that_cannot_be_read_is_not_evaluated_completely(before: str, after: str) -> None:
    of = snapshot(configuration(before))
    found = change_risks(edited(after, of), of)
    assert said(found) == ["Test: can't be evaluated completely from here. Access might change."]
    assert found.may_take_access
    assert change_risks(set_access_mode(of, ["Test"], AccessMode.DISABLED), of).is_complete is (before != "?")


def test_whether_you_keep_access_is_left_to_the_host_where_the_sacl_limits_it() -> None:
    found = change_risks(limited("P(A;;GA;;;BA)"), SNAPSHOT)
    assert said(found)[1] == (
        f"It isn't known whether you ({YOU}) lose access: the permissions can't be evaluated completely from here."
    )
    assert found.sentences[1].text in found.warnings


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ("P(A;;GA;;;BA)", "P(A;;GA;;;BA)(A;;GX;;;WD)", "Everyone will gain access to one."),
        ("P(A;;GA;;;BA)", "P(A;;GA;;;BA)(A;;GX;;;AU)", "Authenticated Users will gain access to one."),
        ("P(A;;GA;;;BA)", "P(A;;GA;;;BA)(A;;GX;;;BU)", "Users will gain access to one."),
        ("P(A;;GA;;;BA)", "P(A;;GA;;;BA)(A;;GX;;;NU)", "NETWORK will gain access to one over the network."),
        ("P(A;;GA;;;BA)", "P(A;;GA;;;BA)(A;;GX;;;AN)", "ANONYMOUS LOGON will gain access to one."),
        ("P(A;;GA;;;BA)", "P(A;;GA;;;BA)(A;;GX;;;DU)", "Domain Users (of the host's domain) will gain access to one."),
        ("P(A;;GA;;;BA)", "P(A;;GA;;;BA)(A;;GX;;;S-1-5-21-1-2-3-513)", "S-1-5-21-1-2-3-513 will gain access to one."),
        ("P(A;;GA;;;BA)", "NO_ACCESS_CONTROL", "Anyone (no DACL) will gain access to one."),
        ("P(D;;GA;;;NU)(A;;GA;;;WD)", "P(A;;GA;;;WD)", "Everyone will gain access to one over the network."),
        ("P(A;;GA;;;BA)", "P(A;;GA;;;BA)(A;;GX;;;S-1-5-15)", "This Organization will gain access to one."),
        ("P(A;;GA;;;WD)", "NO_ACCESS_CONTROL", "Anyone (no DACL) will gain access to one over the network."),
        ("P(A;;GA;;;AU)", "P(A;;GA;;;WD)", "Everyone (conditional) will gain access to one."),  # guests
        (
            "P(A;;GA;;;BA)",
            "P(A;;GA;;;BA)(XA;;GX;;;WD;(@User.Team == 1))",
            "Everyone (conditional) will gain access to one.",
        ),
    ],
)
def test_who_stands_for_everybody_and_gains_is_said(before: str, after: str, sentence: str) -> None:
    of = snapshot(configuration(before, name="one"))
    assert said(change_risks(edited(after, of), of)) == [sentence]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("P(A;;GA;;;BA)", "P(A;;GA;;;BA)(XA;;GX;;;WD;(Member_of {SID(RM)}))"),
        ("P(D;;GA;;;RM)(A;;GX;;;WD)", "P(A;;GX;;;WD)"),
    ],
)
def test_everyone_is_not_said_to_gain_what_members_of_a_group_alone_gain(before: str, after: str) -> None:
    of = snapshot(configuration(before, name="one"))
    found = change_risks(edited(after, of), of)
    assert found.sentences == ()
    assert {(gain.sid, gain.also) for gain in found.gains} == {(EVERYONE, frozenset({REMOTE_MANAGEMENT_USERS}))}


def test_everyone_is_not_said_to_lose_what_guests_alone_lose() -> None:
    of = snapshot(configuration("P(A;;GA;;;WD)", name="one"))
    assert "Everyone (conditional) will lose access to one." in said(change_risks(edited("P(A;;GA;;;AU)", of), of))


def test_a_gain_of_one_group_is_listed_without_a_sentence() -> None:
    found = change_risks(edited("P(A;;GA;;;BA)(A;;GA;;;RM)(A;;GX;;;BO)"), SNAPSHOT)
    assert (found.sentences, [str(gain.sid) for gain in found.gains]) == ((), ["S-1-5-32-551", "S-1-5-32-551"])


def test_enabling_tells_who_gains_on_each_endpoint() -> None:
    of = snapshot(*(configuration("P(A;;GX;;;AU)", name=f"e{n}", enabled=False) for n in range(25)))
    found = change_risks(enable_remoting(of), of)
    assert said(found) == ["Authenticated Users will gain access to 25 endpoints."]
    assert {len(gain.endpoints) for gain in found.gains} == {25}


def test_a_label_that_shuts_everybody_out_is_weighed_like_a_deny() -> None:
    of = snapshot(configuration("P(A;;GA;;;BA)(A;;GA;;;RM)", name="one"))
    before = of.configurations[0]
    labeled = before.with_sddls(("O:NSG:BAD:P(A;;GA;;;BA)(A;;GA;;;RM)S:(ML;;NX;;;SI)",))
    change = EndpointChange(of.endpoint_with(before), labeled)
    found = change_risks(replace(set_access_mode(of, [], AccessMode.LOCAL), changes=(change,)), of)
    assert said(found)[:2] == ["No one will be able to open sessions on one.", f"This includes you ({YOU})."]
    assert str(found.type_host_name) == "After this, no one will have access to one."


class TestYou:
    """What is known of the connected account, and nothing beyond it."""

    def test_reading_the_host_shows_the_only_principal_that_may(self) -> None:
        assert ADMINISTRATORS in connected_account(SNAPSHOT).account_token.groups

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
        assert ADMINISTRATORS not in connected_account(of).account_token.groups
        assert "lose access: not all groups" in said(change_risks(edited("P(A;;GA;;;RM)", of), of))[1]

    def test_on_the_host_itself_nothing_is_concluded(self) -> None:
        assert ADMINISTRATORS not in connected_account(SNAPSHOT, over_network=False).account_token.groups

    @pytest.mark.parametrize("account", [r"domain01\USER01", "user01@Domain01"])
    def test_its_sid_is_known_where_the_host_has_named_it(self, account: str) -> None:
        of = replace(SNAPSHOT, host=replace(HOST, account=account))
        assert connected_account(of).account_token.user == Sid.parse(USER01)

    def test_a_bare_name_is_not_taken_for_the_account_of_a_domain(self) -> None:
        of = replace(SNAPSHOT, host=replace(HOST, account="User01"))
        assert connected_account(of).account_token.user != Sid.parse(USER01)
