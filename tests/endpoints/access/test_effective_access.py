"""Yes, no or unknown, the entry that decides, and the gate outside the list."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gatepost.endpoints.access.deciding_lists import DecidingLists
from gatepost.endpoints.access.effective_access import Verdict, effective_access
from gatepost.endpoints.access.summary import access_summary
from gatepost.endpoints.access.tokens import (
    ADMINISTRATOR_CONSOLE,
    ADMINISTRATOR_NETWORK,
    FILTERED_ADMINISTRATOR,
    ORDINARY_USER,
    PRESETS,
    REMOTE_MANAGEMENT_USER,
    USERS,
    AccountToken,
    Origin,
    usual_groups,
)
from gatepost.endpoints.configuration.endpoint import Endpoint, session_uri
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.security import ADMINISTRATORS, INTERACTIVE, NETWORK, REMOTE_MANAGEMENT_USERS, Accounts, Sid
from tests.endpoints.documents import NO_SECURITY, USER01, configuration, document, on_host, with_text

DEFAULT = "P(D;;GA;;;NU)(A;;GA;;;BA)(A;;GA;;;RM)(A;;GA;;;IU)"
YES, NO, UNKNOWN = Verdict.YES, Verdict.NO, Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("dacl", "origin", "expected"),
    [
        # administrator, filtered administrator, remote management user, ordinary user
        ("P(A;;GA;;;BA)(A;;GX;;;RM)(A;;GA;;;IU)", Origin.NETWORK, (YES, NO, YES, NO)),
        ("P(A;;GA;;;BA)(A;;GX;;;RM)(A;;GA;;;IU)", Origin.LOOPBACK, (YES, YES, YES, YES)),
        (DEFAULT, Origin.NETWORK, (NO, NO, NO, NO)),
        (DEFAULT, Origin.LOOPBACK, (YES, YES, YES, YES)),
        ("P(A;;GRGW;;;WD)", Origin.NETWORK, (NO, NO, NO, NO)),
        ("P(D;;GX;;;BA)(A;;GX;;;WD)", Origin.NETWORK, (NO, NO, YES, YES)),  # a filtered token keeps its Denies
        ("P(D;;GX;;;S-1-5-114)(A;;GX;;;WD)", Origin.NETWORK, (YES, NO, YES, YES)),
        ("P", Origin.NETWORK, (NO, NO, NO, NO)),
        ("NO_ACCESS_CONTROL", Origin.NETWORK, (YES, YES, YES, YES)),
        ('P(XA;;GX;;;AU;(@User.Team == "a"))(A;;GX;;;BA)', Origin.NETWORK, (YES, UNKNOWN, UNKNOWN, UNKNOWN)),
    ],
)
def test_each_preset_gets_the_verdict_of_its_groups(dacl: str, origin: Origin, expected: tuple[Verdict, ...]) -> None:
    presets = (ADMINISTRATOR_NETWORK, FILTERED_ADMINISTRATOR, REMOTE_MANAGEMENT_USER, ORDINARY_USER)
    answers = [effective_access(on_host(configuration(dacl)), preset.account_token, origin) for preset in presets]
    assert tuple(answer.verdict for answer in answers) == expected


def test_the_presets_are_those_one_asks_about() -> None:
    assert [str(preset.name) for preset in PRESETS] == [
        "Administrator over the network",
        "Administrator at the console",
        "Local administrator with a filtered token",
        "Member of Remote Management Users",
        "Standard user",
    ]
    assert (ADMINISTRATOR_NETWORK.origin, ADMINISTRATOR_CONSOLE.origin) == (Origin.NETWORK, Origin.LOOPBACK)


def test_the_logon_adds_its_sids() -> None:
    account_token = AccountToken(frozenset({ADMINISTRATORS}))
    assert account_token.token(Origin.NETWORK).groups - account_token.token(Origin.LOOPBACK).groups == {NETWORK}
    assert account_token.token(Origin.LOOPBACK).groups - account_token.token(Origin.WINRS).groups == {INTERACTIVE}
    assert {str(sid) for sid in account_token.token(Origin.WINRS).groups} == {
        "S-1-1-0",
        "S-1-5-11",
        "S-1-5-2",
        "S-1-5-32-544",
    }


@pytest.mark.parametrize(
    ("dacl", "index", "said"),
    [
        (DEFAULT, 0, r"Denied by entry 1: Denies NT AUTHORITY\NETWORK"),
        ("P(A;;GR;;;BA)(A;;GX;;;BA)", 1, r"Allowed by entry 2: Allows BUILTIN\Administrators"),
        ('P(A;;GR;;;BA)(XA;;GX;;;AU;(@User.Team == "a"))', 1, "Depends on whether entry 2 applies"),
        ("P(A;;GX;;;RM)", None, "No entry allows Execute(Invoke) to this account."),
        ("P(XA;;GX;;;BA;(Member_of {SID(RM)}))", None, "its condition isn't met"),
        ("NO_ACCESS_CONTROL", None, "There is no DACL"),
    ],
)
def test_the_entry_that_decides_is_named(dacl: str, index: int | None, said: str) -> None:
    answer = effective_access(on_host(configuration(dacl)), ADMINISTRATOR_NETWORK.account_token, Origin.NETWORK)
    assert (answer.deciding.index if answer.deciding else None) == index
    assert said in str(answer.why)


def test_names_of_the_host_are_used() -> None:
    answer = effective_access(
        on_host(configuration(f"P(A;;GX;;;{USER01})")),
        AccountToken(frozenset(), Sid.parse(USER01)),
        Origin.NETWORK,
        Accounts({USER01: r"DOMAIN01\User01"}),
    )
    assert answer.verdict is YES and r"DOMAIN01\User01" in str(answer.why)


def test_a_disabled_endpoint_is_a_gate_before_the_list() -> None:
    answer = effective_access(
        on_host(configuration("P(A;;GA;;;BA)", enabled=False)), ADMINISTRATOR_NETWORK.account_token, Origin.NETWORK
    )
    assert (answer.verdict, str(answer.blocked_by)) == (NO, "The endpoint is disabled.")
    assert "Allowed by entry 1" in str(answer.why)


def test_winrs_asks_root_sddl_alone() -> None:
    closed = configuration("P", enabled=False)
    assert effective_access(on_host(closed), ADMINISTRATOR_NETWORK.account_token, Origin.WINRS).verdict is YES
    answer = effective_access(on_host(closed), REMOTE_MANAGEMENT_USER.account_token, Origin.WINRS)
    assert answer.verdict is NO and str(answer.why).startswith("RootSDDL: ")


def test_without_a_descriptor_root_sddl_decides() -> None:
    bare = configuration(*NO_SECURITY)
    answer = effective_access(on_host(bare), ADMINISTRATOR_NETWORK.account_token, Origin.NETWORK)
    assert answer.verdict is YES and answer.deciding is not None and answer.deciding.descriptor_index is None
    assert effective_access(Endpoint(bare, ""), ADMINISTRATOR_NETWORK.account_token, Origin.NETWORK).verdict is UNKNOWN


def test_what_cannot_be_read_is_unknown() -> None:
    answer = effective_access(on_host(with_text("foo")), ADMINISTRATOR_NETWORK.account_token, Origin.NETWORK)
    assert (answer.verdict, answer.deciding) == (UNKNOWN, None)


class TestSeveralNodes:
    """Which of several Security nodes decides is inferred, and the answer says so."""

    def two(self, first: tuple[str, str, str], second: tuple[str, str, str]) -> SessionConfiguration:
        """An endpoint with two nodes: URI, ExactMatch, DACL."""
        whole = document(sddls=("1", "2")).decode()
        base = "http://schemas.microsoft.com/powershell/Test"
        for number, (uri, exact, dacl) in enumerate((first, second), 1):
            old = f'Uri="{base}" ExactMatch="true" Sddl="{number}"'
            assert old in whole
            whole = whole.replace(old, f'Uri="{base}{uri}" ExactMatch="{exact}" Sddl="O:NSG:BAD:{dacl}"')
        return SessionConfiguration.from_xml(whole.encode())

    @pytest.mark.parametrize(
        ("first", "second", "nodes"),
        [
            (("", "true", "P(A;;GX;;;BA)"), ("", "False", "P"), [0]),
            (("", "False", "P"), ("", "true", "P(A;;GX;;;BA)"), [1]),
            (("", "true", "P(A;;GX;;;BA)"), ("", "true", "P"), [0, 1]),
            (("/x", "true", "P(A;;GX;;;BA)"), ("", "false", "P"), [1]),
            (("/x", "true", "P(A;;GX;;;BA)"), ("/y", "true", "P"), [None]),
        ],
    )
    def test_the_most_specific_govern(self, first, second, nodes) -> None:
        found = on_host(self.two(first, second)).governing
        assert [one.descriptor_index for one in found] == nodes

    def test_all_of_them_have_to_allow(self) -> None:
        both = self.two(("", "true", "P(A;;GX;;;BA)"), ("", "true", "P(D;;GX;;;NU)(A;;GX;;;BA)"))
        answer = effective_access(on_host(both), ADMINISTRATOR_NETWORK.account_token, Origin.NETWORK)
        assert answer.verdict is NO and answer.deciding is not None
        assert (answer.deciding.descriptor_index, answer.deciding.index) == (1, 0)
        assert "assumes" in str(answer.note)
        assert effective_access(on_host(both), ADMINISTRATOR_NETWORK.account_token, Origin.LOOPBACK).verdict is YES

    def test_one_descriptor_twice_needs_no_caution(self) -> None:
        same = self.two(("", "true", "P(A;;GX;;;BA)"), ("", "true", "P(A;;GX;;;BA)"))
        assert not effective_access(on_host(same), ADMINISTRATOR_NETWORK.account_token, Origin.NETWORK).note

    def test_a_client_asks_for_the_name(self) -> None:
        assert session_uri(configuration("P", name="Ops")) == "http://schemas.microsoft.com/powershell/Ops"
        renamed = replace(configuration("P", name="Ops"), name="Other")
        assert session_uri(renamed) == "http://schemas.microsoft.com/powershell/Ops"


def test_a_typed_group_is_as_good_as_a_ticked_one() -> None:
    ticked = AccountToken(frozenset({USERS, REMOTE_MANAGEMENT_USERS}))
    assert ticked == REMOTE_MANAGEMENT_USER.account_token


class TestGroupsThatAreNotKnown:
    """An account of which only itself is known: one of its groups may be allowed, or denied."""

    CALLER = AccountToken(frozenset({Sid.parse(USER01), USERS}), user=Sid.parse(USER01), groups_known=False)

    @pytest.mark.parametrize(
        ("dacl", "verdict"),
        [
            ("P(A;;GX;;;RM)", Verdict.NO_UNLESS),
            (f"P(D;;GX;;;RM)(A;;GX;;;{USER01})", Verdict.YES_UNLESS),
            (f"P(A;;GX;;;{USER01})", Verdict.YES),
            (f"P(D;;GX;;;{USER01})(A;;GX;;;RM)", Verdict.NO),
            ("P(D;;GX;;;WD)(A;;GX;;;RM)", Verdict.NO),
            ("P", Verdict.NO),
        ],
    )
    def test_a_plain_answer_is_given_only_where_no_group_can_change_it(self, dacl: str, verdict: Verdict) -> None:
        assert effective_access(on_host(configuration(dacl)), self.CALLER, Origin.NETWORK).verdict is verdict


LOGONS = ["S-1-5-14", "S-1-2-1", "S-1-5-3", "S-1-5-6", "S-1-5-1"]


class TestKindsOfLogon:
    """A session over Remote Desktop carries REMOTE INTERACTIVE LOGON, one at the console doesn't."""

    @pytest.mark.parametrize("logon", LOGONS)
    @pytest.mark.parametrize("known", [True, False])
    def test_a_local_session_may_be_of_the_kind_that_an_entry_names(self, logon: str, known: bool) -> None:
        account_token = replace(ORDINARY_USER.account_token, groups_known=known)
        allowed = on_host(configuration(f"P(A;;GX;;;{logon})"))
        answer = effective_access(allowed, account_token, Origin.LOOPBACK)
        assert answer.verdict is UNKNOWN and "Depends on whether entry 1 applies" in str(answer.why)
        assert effective_access(allowed, account_token, Origin.NETWORK).verdict is NO
        denied = on_host(configuration(f"P(D;;GX;;;{logon})(A;;GX;;;BU)"))
        assert effective_access(denied, account_token, Origin.LOOPBACK).verdict is UNKNOWN
        assert effective_access(denied, account_token, Origin.NETWORK).verdict is YES
        conditional = on_host(configuration(f"P(XA;;GX;;;BU;(Member_of {{SID({logon})}}))"))
        assert (
            effective_access(conditional, replace(account_token, groups_known=True), Origin.LOOPBACK).verdict is UNKNOWN
        )

    @pytest.mark.parametrize("logon", ["S-1-5-14", "S-1-5-3", "S-1-5-6", "S-1-5-1"])
    def test_an_administrator_at_the_console_comes_by_no_other_kind_of_logon(self, logon: str) -> None:
        account_token = ADMINISTRATOR_CONSOLE.account_token
        allowed = on_host(configuration(f"P(A;;GX;;;{logon})"))
        assert effective_access(allowed, account_token, Origin.LOOPBACK).verdict is NO
        denied = on_host(configuration(f"P(D;;GX;;;{logon})(A;;GX;;;BA)"))
        assert effective_access(denied, account_token, Origin.LOOPBACK).verdict is YES

    @pytest.mark.parametrize("logon", LOGONS)
    def test_a_ticked_kind_of_logon_is_carried_locally_and_never_over_the_network(self, logon: str) -> None:
        account_token = AccountToken(frozenset({USERS, Sid.parse(logon)}))
        endpoint = on_host(configuration(f"P(A;;GX;;;{logon})"))
        answers = [
            effective_access(endpoint, account_token, origin).verdict for origin in (Origin.LOOPBACK, Origin.NETWORK)
        ]
        assert answers == [YES, NO]

    @pytest.mark.parametrize(
        "sid",
        [
            "S-1-2-0",
            "S-1-5-13",
            "S-1-5-64-10",
            "S-1-5-15",
            "S-1-18-1",
            "S-1-5-64-30",
            "S-1-5-64-36",
            "S-1-5-65-1",
            "S-1-5-1000",
            "S-1-5-21-0-0-0-496",
            "S-1-5-21-0-0-0-497",
            "S-1-18-3",
            "S-1-18-5",
        ],
    )
    @pytest.mark.parametrize("origin", [Origin.NETWORK, Origin.LOOPBACK])
    def test_what_the_circumstances_of_a_logon_add_is_not_known(self, sid: str, origin: Origin) -> None:
        endpoint = on_host(configuration(f"P(A;;GX;;;{sid})"))
        assert effective_access(endpoint, ORDINARY_USER.account_token, origin).verdict is UNKNOWN
        assert access_summary(endpoint).admitted(origin) == (Sid.parse(sid),)

    @pytest.mark.parametrize(
        ("sid", "everyone", "authenticated"),
        [
            ("S-1-5-21-1-2-3-501", YES, NO),  # Guest
            ("S-1-5-7", UNKNOWN, NO),
            ("S-1-5-32-546", YES, UNKNOWN),  # a member of Guests may be a user as well
            ("S-1-5-21-1-2-3-514", YES, UNKNOWN),
            ("S-1-5-21-1-2-3-1104", YES, YES),
        ],
    )
    def test_guests_are_no_authenticated_users(self, sid: str, everyone: Verdict, authenticated: Verdict) -> None:
        account = Sid.parse(sid)
        for account_token in (
            AccountToken(usual_groups(account), user=account),
            AccountToken(usual_groups(account) | {account}),
        ):
            for group, verdict in (("WD", everyone), ("AU", authenticated)):
                allowed = on_host(configuration(f"P(A;;GX;;;{group})"))
                assert effective_access(allowed, account_token, Origin.NETWORK).verdict is verdict
            users = effective_access(on_host(configuration("P(A;;GX;;;BU)")), account_token, Origin.NETWORK)
            assert (users.verdict is YES) is (sid == "S-1-5-21-1-2-3-1104")

    @pytest.mark.parametrize("sid", ["S-1-0-0", "S-1-3-0", "S-1-3-1", "S-1-3-2", "S-1-3-3"])
    @pytest.mark.parametrize("origin", [Origin.NETWORK, Origin.LOOPBACK])
    def test_what_no_token_carries_lets_nobody_in_and_keeps_nobody_out(self, sid: str, origin: Origin) -> None:
        allowed = on_host(configuration(f"P(A;;GX;;;{sid})"))
        assert access_summary(allowed).admits_nobody(origin)
        denied = on_host(configuration(f"P(D;;GX;;;{sid})(A;;GX;;;BU)"))
        null = Sid.parse(sid)
        for account_token in (
            ORDINARY_USER.account_token,
            AccountToken(frozenset({USERS, null})),
            AccountToken(frozenset({USERS}), user=null),
        ):
            assert effective_access(allowed, account_token, origin).verdict is NO
            assert effective_access(denied, account_token, origin).verdict is YES
            conditional = on_host(configuration(f"P(XA;;GX;;;BU;(Member_of {{SID({sid})}}))"))
            assert effective_access(conditional, account_token, origin).verdict is NO

    @pytest.mark.parametrize("logon", LOGONS)
    def test_whose_kind_of_logon_is_allowed_may_lose_access(self, logon: str) -> None:
        lists = DecidingLists.of(on_host(configuration(f"P(A;;GX;;;{logon})")), Origin.LOOPBACK)
        assert lists.may_admit(ORDINARY_USER.account_token)


class TestAnOutcomeThatTheRulesMakeUnknown:
    """Operands of different types ([MS-DTYP] 2.4.4.17.6): a Deny applies, an Allow does not, and nothing is left open."""

    ATTRIBUTE = 'S:(RA;;;;;WD;("n",TI,0,2))'
    MIXED = '(@RESOURCE.n == "x" || Member_of {SID(BA)})'

    @pytest.mark.parametrize(
        "dacl",
        [
            f"P(XA;;GX;;;BA;{MIXED})",
            f"P(XD;;GX;;;BA;{MIXED})(A;;GA;;;BA)",
            f"P(XD;;GX;;;WD;{MIXED})(A;;GA;;;BA)",
            "P(XA;;GX;;;BA;(@RESOURCE.missing == 1))",
        ],
    )
    @pytest.mark.parametrize("origin", [Origin.NETWORK, Origin.LOOPBACK])
    def test_both_pages_say_no(self, dacl: str, origin: Origin) -> None:
        endpoint = on_host(with_text(f"O:NSG:BAD:{dacl}{self.ATTRIBUTE}"))
        assert effective_access(endpoint, ADMINISTRATOR_NETWORK.account_token, origin).verdict is NO
        assert access_summary(endpoint).admits_nobody(origin)
        assert not DecidingLists.of(endpoint, origin).may_admit(ADMINISTRATOR_NETWORK.account_token)

    def test_a_claim_that_is_not_known_leaves_it_open(self) -> None:
        endpoint = on_host(
            with_text(f'O:NSG:BAD:P(XA;;GX;;;BA;(@USER.n == "x" || @RESOURCE.n == "x")){self.ATTRIBUTE}')
        )
        assert (
            effective_access(endpoint, ADMINISTRATOR_NETWORK.account_token, Origin.NETWORK).verdict is Verdict.UNKNOWN
        )


@pytest.mark.parametrize(
    "entry",
    [
        "(TL;;GR;;;S-1-19-512-4096)",
        "(SP;;;;;S-1-17-1442530252-1178042555-1247349694-2318402534)",
        "(FL;;GX;;;WD;(Member_of {SID(RM)}))",
    ],
)
class TestWhatOnlyTheHostKnowsInASacl:
    def test_it_may_refuse_what_the_dacl_allows(self, entry: str) -> None:
        endpoint = on_host(with_text(f"O:NSG:BAD:P(A;;GA;;;BA)S:{entry}"))
        answer = effective_access(endpoint, ADMINISTRATOR_NETWORK.account_token, Origin.NETWORK)
        assert answer.verdict is UNKNOWN and "SACL" in str(answer.why)
        assert access_summary(endpoint).network_conditional == {ADMINISTRATORS}
        assert effective_access(endpoint, ORDINARY_USER.account_token, Origin.NETWORK).verdict is NO

    def test_without_a_dacl_it_is_not_open_to_anyone_for_certain(self, entry: str) -> None:
        summary = access_summary(on_host(with_text(f"O:NSG:BAS:{entry}")))
        assert not summary.anyone and summary.network and not summary.unconditional

    def test_one_that_is_only_inherited_by_others_counts_for_nothing(self, entry: str) -> None:
        inherited = entry.replace(";;", ";IO;", 1)
        endpoint = on_host(with_text(f"O:NSG:BAD:P(A;;GA;;;BA)S:{inherited}"))
        assert effective_access(endpoint, ADMINISTRATOR_NETWORK.account_token, Origin.NETWORK).verdict is YES
