import pytest

from gatepost.endpoints.access.summary import Entrants, opens_when_enabled, sentence, who_gets_in
from gatepost.security import (
    ADMINISTRATORS,
    EVERYONE,
    INTERACTIVE,
    NETWORK,
    NO_ACCOUNTS,
    REMOTE_MANAGEMENT_USERS,
    Accounts,
    Sid,
)
from tests.endpoints.documents import NO_SECURITY, USER01, configuration, on_host, with_text

BA, IU, RM, WD, NU, USER = ADMINISTRATORS, INTERACTIVE, REMOTE_MANAGEMENT_USERS, EVERYONE, NETWORK, Sid.parse(USER01)


@pytest.mark.parametrize(
    ("dacl", "network", "local"),
    [
        ("P(A;;GA;;;BA)(A;;GX;;;RM)", (BA, RM), (BA, RM)),
        ("P(A;;GA;;;BA)(A;;GA;;;IU)", (BA,), (BA, IU)),
        ("P(A;;GA;;;NU)", (NU,), ()),
        ("P(D;;GA;;;NU)(A;;GA;;;BA)", (), (BA,)),
        ("P(A;;GA;;;RM)(D;;GX;;;NU)(A;;GA;;;BA)", (RM,), (RM, BA)),
        ("P(D;;GR;;;NU)(A;;GA;;;BA)", (BA,), (BA,)),
        ("P(D;;GA;;;IU)(A;;GA;;;BA)", (BA,), ()),
        ("P(D;;GA;;;WD)(A;;GA;;;BA)", (), ()),
        (f"P(D;;GA;;;{USER01})(A;;GA;;;{USER01})(A;;GA;;;BA)", (BA,), (BA,)),
        (f"P(A;;GA;;;{USER01})(D;;GA;;;{USER01})", (USER,), (USER,)),
        ("P(A;;GRGW;;;BA)(A;IO;GA;;;RM)", (), ()),
        ("P(XA;;GA;;;BA;(Member_of {SID(RM)}))", (BA,), (BA,)),
        ("P(XD;;GA;;;NU;(Member_of {SID(RM)}))(A;;GA;;;BA)", (BA,), (BA,)),
        ("P(A;;GA;;;BA)(A;;GX;;;BA)", (BA,), (BA,)),
        ("P", (), ()),
    ],
)
def test_who_gets_in(dacl, network, local):
    found = who_gets_in(on_host(configuration(dacl)))
    assert (found.network, found.local, found.anyone, found.unknown) == (network, local, False, False)
    assert found.conditional == (frozenset(network + local) if "XA" in dacl else frozenset())


def test_who_has_a_plain_entry_too_is_not_conditional():
    found = who_gets_in(on_host(configuration("P(XA;;GA;;;BA;(Member_of {SID(RM)}))(A;;GX;;;BA)")))
    assert found.network == (BA,)
    assert found.conditional == frozenset()


@pytest.mark.parametrize(
    ("dacl", "conditional"),
    [
        ("P(XA;;GA;;;BA;(Member_of {SID(RM)}))", {BA}),
        ("P(XA;;GA;;;BA;(Member_of {SID(RM)}))(A;;GX;;;BA)", set()),
        ("P(XA;;GA;;;BA;(Member_of {SID(RM)}))(A;;GR;;;BA)", {BA}),
    ],
)
def test_who_gets_in_on_a_condition_only(dacl, conditional):
    assert who_gets_in(on_host(configuration(dacl))) == Entrants((BA,), (BA,), conditional=frozenset(conditional))


def test_a_missing_list_lets_anyone_in():
    assert who_gets_in(on_host(configuration("NO_ACCESS_CONTROL"))) == Entrants(anyone=True)
    assert who_gets_in(on_host(with_text("O:NSG:BA"))) == Entrants(anyone=True)


def test_nobody_gets_into_a_disabled_endpoint():
    assert who_gets_in(on_host(configuration("NO_ACCESS_CONTROL", enabled=False))) == Entrants()


def test_without_a_descriptor_the_service_decides():
    assert who_gets_in(on_host(configuration(*NO_SECURITY))) == Entrants((BA,), (BA,))


def test_an_unreadable_descriptor_is_not_taken_for_a_closed_one():
    assert who_gets_in(on_host(with_text("foo"))) == Entrants(unknown=True)


@pytest.mark.parametrize(
    ("endpoint", "opens"),
    [
        (configuration("P(A;;GA;;;BA)", enabled=False), True),
        (configuration("NO_ACCESS_CONTROL", enabled=False), True),
        (configuration("P(A;;GA;;;BA)(D;;GA;;;NU)", enabled=False), True),
        (with_text("foo", attributes='Enabled="false"'), True),
        (configuration("P(D;;GA;;;NU)(A;;GA;;;BA)", enabled=False), False),
        (configuration("P", enabled=False), False),
        (configuration("P(D;;GA;;;WD)(A;;GA;;;BA)", enabled=False), False),
    ],
)
def test_what_enabling_would_open(endpoint, opens):
    assert opens_when_enabled(on_host(endpoint)) is opens


def test_in_one_line():
    accounts = Accounts({USER01: r"DOMAIN01\User01"})
    assert str(sentence(Entrants((BA,), (BA, USER)), accounts)) == (
        r"Network: Administrators. On the host: Administrators, DOMAIN01\User01."
    )
    assert "Administrators (on a condition)" in str(sentence(Entrants((BA,), conditional=frozenset({BA})), accounts))
    assert str(sentence(Entrants(), accounts)) == "Network: no one. On the host: no one."
    assert "Anyone" in str(sentence(Entrants(anyone=True), accounts))
    assert "cannot be told" in str(sentence(Entrants(unknown=True), accounts))


@pytest.mark.parametrize("everybody", ["WD", "AU"])
def test_a_deny_for_every_caller_stops_them_all(everybody):
    found = who_gets_in(on_host(configuration(f"P(D;;GA;;;{everybody})(A;;GA;;;BA)")))
    assert (found.network, found.local) == ((), ())


def test_a_deny_for_users_stops_every_account_as_windows_sets_the_group_up():
    found = who_gets_in(on_host(configuration("P(D;;GA;;;BU)(A;;GA;;;BA)")))
    assert (found.network, found.local) == ((), ())


@pytest.mark.parametrize("deny", ["(D;;GA;;;BG)", "(XD;;GA;;;WD;(Member_of {SID(RM)}))"])
def test_a_deny_that_may_fit_is_said(deny):
    found = who_gets_in(on_host(configuration(f"P{deny}(A;;GA;;;BA)")))
    assert found.others_denied
    assert "Unless another entry denies them" in str(sentence(found, NO_ACCOUNTS))
    assert not who_gets_in(on_host(configuration("P(D;;GA;;;NU)(A;;GA;;;BA)"))).others_denied


def test_a_condition_that_the_principal_itself_meets_counts():
    found = who_gets_in(on_host(configuration("P(XD;;GA;;;WD;(Member_of {SID(BA)}))(A;;GA;;;BA)(A;;GA;;;RM)")))
    assert (found.network, found.local) == ((RM,), (RM,))


def test_whom_two_descriptors_both_let_in():
    found = who_gets_in(on_host(configuration("P(A;;GA;;;BA)(A;;GA;;;RM)", "P(D;;GA;;;NU)(A;;GA;;;BA)")))
    assert (found.network, found.local) == ((), (BA, RM))
