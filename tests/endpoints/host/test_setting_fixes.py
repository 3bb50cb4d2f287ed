import pytest

from gatepost.endpoints.host.exposure import ExposureSubject
from gatepost.endpoints.host.setting_change_set import subject_text
from gatepost.endpoints.host.setting_fixes import (
    create_listener,
    delete_listener,
    fixes,
    full_shutdown,
    to_enable,
    why_not_all,
)
from gatepost.endpoints.host.setting_state import ListenerState, TokenPolicy, UnknownState, read_state
from gatepost.endpoints.host.settings import Carrier, FirewallRule, Listener, Profile, WinrmService
from gatepost.endpoints.writes.journal_entry import SubjectKind
from tests.endpoints.settings import COMPAT, FAILED, HTTP_ANY, HTTPS_ONE, OVER_TLS, PRIVATE, PUBLIC, exposure

GPO_RULE = FirewallRule("WINRM-HTTP-GPO", "x", Profile(7), True, from_policy=True)
GPO_LISTENER = Listener("*", "HTTPS", 5986, from_policy=True)


def verbs(changes):
    return [(str(change.verb), change.cuts) for change in changes]


def offered(subject, **parts):
    return verbs(fixes(exposure(**parts), subject))


@pytest.mark.parametrize(
    ("subject", "parts", "expected"),
    [
        (
            ExposureSubject.SERVICE,
            {},
            [("Set startup type to Disabled", False), ("Set startup type to Manual", False), ("Stop WinRM", True)],
        ),
        (
            ExposureSubject.SERVICE,
            {"carrier": Carrier.LOCAL, "service": WinrmService("Running", "Disabled")},
            [("Set startup type to Manual", False), ("Set startup type to Automatic", False), ("Stop WinRM", True)],
        ),
        (ExposureSubject.SERVICE, {"service": FAILED}, []),
        (
            ExposureSubject.SERVICE,
            {"service": WinrmService("Stopped", "Manual")},
            [("Set startup type to Disabled", False), ("Set startup type to Automatic", False)],
        ),
        (ExposureSubject.LISTENERS, {}, [("Delete the listener * HTTP", True)]),
        (ExposureSubject.LISTENERS, {"carrier": Carrier.LOCAL}, [("Delete the listener * HTTP", False)]),
        (ExposureSubject.LISTENERS, {"carrier": Carrier.HTTPS}, [("Delete the listener * HTTP", False)]),
        (
            ExposureSubject.LISTENERS,
            {"carrier": Carrier.HTTPS, "listeners": (HTTPS_ONE,)},
            [("Create the HTTP listener", False), ("Delete the listener IP:192.0.2.1 HTTPS", True)],
        ),
        (
            ExposureSubject.LISTENERS,
            {"listeners": (Listener("*", "HTTP", 80, enabled=False),)},
            [("Enable the listener * HTTP", False), ("Delete the listener * HTTP", False)],
        ),
        (ExposureSubject.LISTENERS, {"listeners": (HTTP_ANY, GPO_LISTENER)}, [("Delete the listener * HTTP", True)]),
        (ExposureSubject.FIREWALL, {}, [("Disable the firewall rules", True)]),
        (ExposureSubject.FIREWALL, {"carrier": Carrier.LOCAL}, [("Disable the firewall rules", False)]),
        (ExposureSubject.FIREWALL, {"rules": (OVER_TLS,)}, [("Disable the firewall rules", False)]),
        (ExposureSubject.FIREWALL, {"rules": (COMPAT, GPO_RULE)}, []),
        (
            ExposureSubject.TOKEN_POLICY,
            {},
            [("Turn on remote UAC filtering", False), ("Remove LocalAccountTokenFilterPolicy", False)],
        ),
        (ExposureSubject.TOKEN_POLICY, {"token_policy": TokenPolicy(0)}, [("Turn off remote UAC filtering", False)]),
        (ExposureSubject.WINRS, {}, []),
    ],
)
def test_what_can_be_done_about_each(subject, parts, expected):
    assert offered(subject, **parts) == expected


def test_what_ends_our_own_connection_comes_last():
    changes = full_shutdown(exposure())
    assert verbs(changes) == [
        ("Turn on remote UAC filtering", False),
        ("Set startup type to Disabled", False),
        ("Disable the firewall rules", True),
        ("Delete the listener * HTTP", True),
        ("Stop WinRM", True),
    ]
    assert "you can do only one of them" in str(why_not_all(changes))
    assert "you can do only one of them" in str(why_not_all(changes[-2:]))
    assert why_not_all(changes[-1:]) is None


def test_over_https_only_the_service_ends_it():
    changes = full_shutdown(exposure(carrier=Carrier.HTTPS))
    assert [cuts for _, cuts in verbs(changes)] == [False, False, False, False, True]
    assert why_not_all(changes) is None


@pytest.mark.parametrize("carrier", list(Carrier))
def test_nothing_is_left_to_shut(carrier):
    shut = exposure(
        carrier=carrier,
        service=WinrmService("Stopped", "Disabled"),
        listeners=(),
        rules=(COMPAT,),
        token_policy=TokenPolicy(None),
    )
    assert full_shutdown(shut) == ()


def test_what_could_not_be_read_is_left_out():
    nothing = exposure(service=FAILED, listeners=FAILED, rules=FAILED, token_policy=FAILED)
    assert full_shutdown(nothing) == ()
    assert all(fixes(nothing, subject) == () for subject in ExposureSubject)


def test_the_rule_that_we_come_through_is_switched_last():
    (change,) = fixes(exposure(carrier=Carrier.HTTPS, rules=(OVER_TLS, PRIVATE)), ExposureSubject.FIREWALL)
    assert [(write.subject, write.cuts) for write in change.writes] == [
        ("WINRM-HTTP-In-TCP", False),
        ("WINRM-HTTPS-In-TCP", True),
    ]


def test_enable_leaves_compatibility_and_policy_alone():
    off = tuple(FirewallRule(r.name, r.title, r.profiles, False, r.from_policy) for r in (PRIVATE, PUBLIC, GPO_RULE))
    assert [rule.name for rule in to_enable((*off, COMPAT), public=False)] == ["WINRM-HTTP-In-TCP"]
    assert [rule.name for rule in to_enable((*off, COMPAT), public=True)] == ["WINRM-HTTP-In-TCP-PUBLIC"]
    assert to_enable((PRIVATE, PUBLIC), public=True) == ()


def test_every_change_says_what_follows_and_names_its_states():
    every = [change for subject in ExposureSubject for change in fixes(exposure(), subject)]
    for change in [*every, create_listener()]:
        assert str(change.consequence)
        for write in change.writes:
            before, after = (str(state.words) for state in (write.before, write.after))
            assert str(subject_text(write.kind, write.subject)) and before != after and "{" not in before + after


@pytest.mark.parametrize(
    ("kind", "note"),
    [
        (SubjectKind.START_MODE, "Auto"),
        (SubjectKind.SERVICE_STATE, "Running"),
        (SubjectKind.LISTENER, "absent"),
        (SubjectKind.LISTENER, Listener("*", "HTTP", 5985).to_json()),
        (SubjectKind.FIREWALL_RULE, "enabled"),
        (SubjectKind.FIREWALL_RULE, "disabled"),
        (SubjectKind.TOKEN_POLICY, "absent"),
        (SubjectKind.TOKEN_POLICY, "1"),
    ],
)
def test_a_state_is_noted_and_read_again(kind, note):
    state = read_state(kind, note)
    assert not isinstance(state, UnknownState)
    assert (state.kind, state.note) == (kind, note)


@pytest.mark.parametrize(
    ("kind", "note"),
    [(SubjectKind.LISTENER, "{odd}"), (SubjectKind.FIREWALL_RULE, "on"), (SubjectKind.TOKEN_POLICY, "-1"), (None, "1")],
)
def test_a_state_that_nobody_knows_is_told_as_it_is(kind, note):
    state = read_state(kind, note)
    assert (state, str(state.words)) == (UnknownState(note), note)


def test_to_delete_a_listener_says_whether_it_ends_our_connection():
    ours, other = (delete_listener(listener, Carrier.HTTP) for listener in (HTTP_ANY, HTTPS_ONE))
    assert (ours.cuts, other.cuts) == (True, False)
    assert "This ends your connection" in str(ours.consequence)
    assert "stops listening on this listener's address" in str(other.consequence)


def test_a_listener_that_is_disabled_says_so():
    on, off = (ListenerState.of(Listener("*", "HTTP", 5985, enabled=enabled)) for enabled in (True, False))
    assert [str(state.words) for state in (on, off)] == ["port 5985", "port 5985, disabled"]
