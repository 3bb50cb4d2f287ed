import pytest

from app.endpoints.access_mode import AccessMode
from app.endpoints.remoting import disable_remoting, set_access_mode
from app.endpoints.who_gets_in import Entrants, opens_when_enabled, sentence, who_gets_in
from app.security import ADMINISTRATORS, EVERYONE, INTERACTIVE, NETWORK, REMOTE_MANAGEMENT_USERS, Sid
from tests.endpoints.documents import NO_SECURITY, ROOT_SDDL, USER01, configuration, snapshot, with_text

BA, IU, RM, WD, NU, USER = ADMINISTRATORS, INTERACTIVE, REMOTE_MANAGEMENT_USERS, EVERYONE, NETWORK, Sid.parse(USER01)
DISABLED, LOCAL, REMOTE = AccessMode.DISABLED, AccessMode.LOCAL, AccessMode.REMOTE


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
    found = who_gets_in(configuration(dacl), ROOT_SDDL)
    assert (found.network, found.local, found.anyone, found.unknown) == (network, local, False, False)
    assert found.conditional == (frozenset(network + local) if "XA" in dacl else frozenset())


def test_who_has_a_plain_entry_too_is_not_conditional():
    found = who_gets_in(configuration("P(XA;;GA;;;BA;(Member_of {SID(RM)}))(A;;GX;;;BA)"), ROOT_SDDL)
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
    assert who_gets_in(configuration(dacl), ROOT_SDDL) == Entrants((BA,), (BA,), conditional=frozenset(conditional))


def test_a_missing_list_lets_anyone_in():
    assert who_gets_in(configuration("NO_ACCESS_CONTROL"), ROOT_SDDL) == Entrants(anyone=True)
    assert who_gets_in(with_text("O:NSG:BA"), ROOT_SDDL) == Entrants(anyone=True)


def test_nobody_gets_into_a_disabled_endpoint():
    assert who_gets_in(configuration("NO_ACCESS_CONTROL", enabled=False), ROOT_SDDL) == Entrants()


def test_without_a_descriptor_the_service_decides():
    assert who_gets_in(configuration(*NO_SECURITY), ROOT_SDDL) == Entrants((BA,), (BA,))


def test_an_unreadable_descriptor_is_not_taken_for_a_closed_one():
    assert who_gets_in(with_text("foo"), ROOT_SDDL) == Entrants(unknown=True)


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
    assert opens_when_enabled(endpoint, ROOT_SDDL) is opens


def test_losses_of_the_whole_host_switch():
    host = snapshot(
        configuration("P(A;;GA;;;BA)(A;;GA;;;IU)", name="a"),
        configuration("P(A;;GA;;;BA)", name="b"),
        configuration("P(D;;GA;;;NU)(A;;GA;;;BA)", name="already closed"),
    )
    assert losses(disable_remoting(host), ROOT_SDDL) == (Loss(BA, True, ("a", "b")),)


@pytest.mark.parametrize(
    ("dacl", "mode", "lost"),
    [
        ("P(A;;GA;;;BA)", DISABLED, {(BA, True), (BA, False)}),
        ("P(A;;GA;;;BA)", LOCAL, {(BA, True)}),
        ("P(D;;GA;;;NU)(A;;GA;;;BA)", REMOTE, set()),
        ("NO_ACCESS_CONTROL", LOCAL, {(None, True)}),
        ("NO_ACCESS_CONTROL", DISABLED, {(None, True), (None, False)}),
        ("NO_ACCESS_CONTROL", REMOTE, set()),
    ],
)
def test_losses_of_one_endpoint(dacl, mode, lost):
    found = losses(set_access_mode(snapshot(configuration(dacl)), ["Test"], mode), ROOT_SDDL)
    assert {(loss.sid, loss.from_network) for loss in found} == lost


def test_the_local_default_lets_people_in_whom_the_service_did_not():
    change_set = set_access_mode(snapshot(configuration(*NO_SECURITY)), ["Test"], LOCAL)
    assert who_gets_in(change_set.changes[0].after, ROOT_SDDL) == Entrants((), (BA, RM, IU))
    assert losses(change_set, ROOT_SDDL) == (Loss(BA, True, ("Test",)),)


def test_in_one_line():
    names = {USER01: r"DOMAIN01\User01"}
    assert str(sentence(Entrants((BA,), (BA, USER)), names)) == (
        r"Network: Administrators. On the host: Administrators, DOMAIN01\User01."
    )
    assert "Administrators (on a condition)" in str(sentence(Entrants((BA,), conditional=frozenset({BA})), names))
    assert str(sentence(Entrants(), names)) == "Network: no one. On the host: no one."
    assert "Anyone" in str(sentence(Entrants(anyone=True), names))
    assert "cannot be told" in str(sentence(Entrants(unknown=True), names))


@pytest.mark.parametrize("everybody", ["WD", "AU"])
def test_a_deny_for_every_caller_stops_them_all(everybody):
    found = who_gets_in(configuration(f"P(D;;GA;;;{everybody})(A;;GA;;;BA)"), ROOT_SDDL)
    assert (found.network, found.local) == ((), ())


@pytest.mark.parametrize("deny", ["(D;;GA;;;BU)", "(XD;;GA;;;WD;(Member_of {SID(BA)}))"])
def test_a_deny_that_may_fit_is_said(deny):
    found = who_gets_in(configuration(f"P{deny}(A;;GA;;;BA)"), ROOT_SDDL)
    assert found.others_denied
    assert "Unless another entry denies them" in str(sentence(found, {}))
    assert not who_gets_in(configuration("P(D;;GA;;;NU)(A;;GA;;;BA)"), ROOT_SDDL).others_denied
