"""Searching all hosts: every Deny, what somebody can open, findings."""

from dataclasses import replace

import pytest

from gatepost.endpoints.compare.search import Query, SearchKind, principals, search_steps
from gatepost.security import NO_ACCOUNTS
from tests.endpoints.documents import USER01, configuration, snapshot

OPEN = configuration(f"P(A;;GX;;;{USER01})(A;;GA;;;BA)", name="Open")
CLOSED = configuration(f"P(D;;GA;;;NU)(A;;GX;;;{USER01})", name="HereOnly")
DENIED = configuration(f"P(D;;GA;;;{USER01})(A;;GA;;;WD)", name="Denied")
OFF = configuration(f"P(A;;GX;;;{USER01})", name="Off", enabled=False)
MAYBE = configuration(f'P(XA;;GX;;;{USER01};(@User.x == "y"))', name="Maybe")
HOST = snapshot(OPEN, CLOSED, DENIED, OFF, MAYBE)


def search(*question):
    return [hit for hits in search_steps(*question) for hit in hits]


def found(wanted, words=""):
    return [(hit.endpoint, str(hit.what)) for hit in search(HOST, Query(wanted, words))]


def test_every_deny_entry_is_found():
    assert found(SearchKind.DENIES) == [("HereOnly", "Deny"), ("Denied", "Deny")]


def test_words_narrow_the_hits_down_in_any_case():
    assert found(SearchKind.DENIES, "network DENIES") == [("HereOnly", "Deny")]
    assert found(SearchKind.DENIES, "server01") == found(SearchKind.DENIES)
    assert found(SearchKind.DENIES, "server02") == []


def test_every_entry_and_those_of_root_sddl():
    entries = found(SearchKind.ENTRIES)
    assert ("Open", "Allow") in entries and ("", "Allow") in entries
    assert found(SearchKind.ENTRIES, "user01") == [
        (name, what)
        for name, what in [
            ("Open", "Allow"),
            ("HereOnly", "Allow"),
            ("Denied", "Deny"),
            ("Off", "Allow"),
            ("Maybe", "Allow"),
        ]
    ]


@pytest.mark.parametrize("typed", ["DOMAIN01\\User01", "domain01\\user01", "User01", USER01, f" {USER01.lower()} "])
def test_what_somebody_can_open(typed):
    assert found(SearchKind.CAN_OPEN, typed) == [
        ("Open", "Over the network"),
        ("Open", "Locally (loopback)"),
        ("HereOnly", "Locally (loopback)"),
        ("Maybe", "Over the network: not known"),
        ("Maybe", "Locally (loopback): not known"),
    ]


def test_a_group_is_a_principal_too():
    sure = [name for name, what in found(SearchKind.CAN_OPEN, "Administrators") if "unless" not in what]
    assert sure == ["Open", "Open"]


def test_an_account_whose_groups_are_not_known_is_never_said_to_be_kept_out():
    assert ("HereOnly", "Locally (loopback): no, unless one of its groups is allowed") in found(
        SearchKind.CAN_OPEN, "Users"
    )
    assert ("Denied", "Over the network, unless one of its groups is denied") in found(SearchKind.CAN_OPEN, "Users")
    for endpoint in ("Open", "Maybe"):  # one of its groups may be the one that is allowed
        assert (endpoint, "Over the network: no, unless one of its groups is allowed") in found(
            SearchKind.CAN_OPEN, "Users"
        )


def test_nothing_is_said_of_an_endpoint_that_lets_nobody_in():
    assert {name for name, _ in found(SearchKind.CAN_OPEN, USER01)} == {"Open", "HereOnly", "Maybe"}


@pytest.mark.parametrize("typed", ["", "  ", "Nobody.Knows", "DOMAIN01\\"])
def test_somebody_whom_nobody_knows_can_open_nothing(typed):
    assert found(SearchKind.CAN_OPEN, typed) == []


def test_whom_another_host_has_named_gets_in_here_by_an_entry_for_everybody():
    other = replace(snapshot(configuration("P(A;;GX;;;WD)", name="All"), CLOSED), accounts=NO_ACCOUNTS)
    query = Query(SearchKind.CAN_OPEN, "DOMAIN01\\User01")
    assert list(search(other, query)) == []
    named = principals(HOST, "DOMAIN01\\User01")
    assert {hit.endpoint for hit in search(other, query, named)} == {"All", "HereOnly"}


def test_findings_are_found_by_their_severity():
    assert all(what in ("Warning", "Information") for _, what in found(SearchKind.FINDINGS))
    assert {name for name, _ in found(SearchKind.FINDINGS)} >= {"Denied"}


def test_descriptors_that_cannot_be_read_are_passed_over():
    broken = replace(HOST, root_sddl="foo")
    assert [hit.endpoint for hit in search(broken, Query(SearchKind.DENIES))] == ["HereOnly", "Denied"]
