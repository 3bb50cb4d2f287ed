import pytest

from gatepost.endpoints.host.exposure import ExposureStatus, ExposureSubject, exposure_rows, snapshot_rows
from gatepost.endpoints.host.setting_state import TokenPolicy
from gatepost.endpoints.host.settings import FirewallRule, Listener, Profile, WinrmService
from gatepost.endpoints.text import NOTHING
from tests.endpoints.documents import with_text
from tests.endpoints.settings import COMPAT, FAILED, HTTP_ANY, HTTPS_ONE, PRIVATE, exposure, snapshot

DOMAIN_DENY = "O:NSG:BAD:P(D;;GA;;;S-1-5-21-1-2-3-1105)(A;;GA;;;BA)"


def rows(**parts):
    found = exposure_rows(exposure(**parts), snapshot())
    return {row.subject: (str(row.state), row.status) for row in reversed(found)}


def test_a_host_on_which_remoting_was_enabled():
    found = exposure_rows(exposure(), snapshot())
    assert [row.subject for row in found][:3] == [
        ExposureSubject.SERVICE,
        ExposureSubject.LISTENERS,
        ExposureSubject.FIREWALL,
    ]
    assert [row.status for row in found if row.subject is not ExposureSubject.WINRS] == [
        ExposureStatus.OPEN, ExposureStatus.OPEN, ExposureStatus.OPEN, ExposureStatus.OPEN, ExposureStatus.CLOSED, ExposureStatus.OPEN
    ]  # fmt: skip
    assert all(row.title and row.state and row.meaning is not NOTHING for row in found)


@pytest.mark.parametrize(
    ("service", "state", "standing"),
    [
        (WinrmService("Running", "Auto"), "Running, Automatic", ExposureStatus.OPEN),
        (WinrmService("Running", "Auto", True), "Running, Automatic (Delayed Start)", ExposureStatus.OPEN),
        (WinrmService("Running", "Manual"), "Running, Manual", ExposureStatus.OTHER),
        (WinrmService("Running", "Disabled"), "Running, Disabled", ExposureStatus.OTHER),
        (WinrmService("Stopped", "Disabled"), "Stopped, Disabled", ExposureStatus.CLOSED),
        (FAILED, "It does not answer.", ExposureStatus.UNKNOWN),
    ],
)
def test_a_running_service_is_open(service, state, standing):
    assert rows(service=service)[ExposureSubject.SERVICE] == (state, standing)


@pytest.mark.parametrize(
    ("service", "meaning"),
    [
        (
            WinrmService("Running", "Auto"),
            "Responds to WS-Management requests: remote management, winrs, event forwarding.",
        ),
        (WinrmService("Running", "Disabled"), "Responds to requests until it's stopped or the host restarts."),
        (WinrmService("Stopped", "Disabled"), "Doesn't respond to requests."),
        (WinrmService("Stopped", "Auto"), "Doesn't respond to requests."),
    ],
)
def test_what_the_state_of_the_service_means(service, meaning):
    (row,) = [
        row for row in exposure_rows(exposure(service=service), snapshot()) if row.subject is ExposureSubject.SERVICE
    ]
    assert str(row.meaning) == meaning


@pytest.mark.parametrize(
    ("listeners", "state", "standing"),
    [
        ((), "none", ExposureStatus.CLOSED),
        ((HTTP_ANY,), "port 5985, enabled", ExposureStatus.OPEN),
        ((HTTPS_ONE,), "port 5986, enabled", ExposureStatus.OTHER),
        ((Listener("*", "HTTP", 80, enabled=False),), "port 80, disabled", ExposureStatus.OTHER),
        ((Listener("*", "HTTP", 5985, from_policy=True),), "port 5985, enabled", ExposureStatus.POLICY),
        (FAILED, "It does not answer.", ExposureStatus.UNKNOWN),
    ],
)
def test_enabled_listeners_are_open(listeners, state, standing):
    assert rows(listeners=listeners)[ExposureSubject.LISTENERS] == (state, standing)


@pytest.mark.parametrize(
    ("rules", "state", "standing"),
    [
        ((), "none", ExposureStatus.CLOSED),
        ((PRIVATE,), "enabled for domain and private networks", ExposureStatus.OPEN),
        ((COMPAT,), "disabled for domain networks", ExposureStatus.CLOSED),
        (
            (FirewallRule("WINRM-X", "x", Profile(7), True, from_policy=True),),
            "enabled for all networks",
            ExposureStatus.POLICY,
        ),
        (FAILED, "It does not answer.", ExposureStatus.UNKNOWN),
    ],
)
def test_enabled_firewall_rules_are_open(rules, state, standing):
    assert rows(rules=rules)[ExposureSubject.FIREWALL] == (state, standing)


@pytest.mark.parametrize(
    ("policy", "state", "standing"),
    [
        (TokenPolicy(None), "not set: remote UAC filtering is on", ExposureStatus.CLOSED),
        (TokenPolicy(0), "0: remote UAC filtering is on", ExposureStatus.CLOSED),
        (TokenPolicy(2), "2: remote UAC filtering is on", ExposureStatus.CLOSED),
        (TokenPolicy(1), "1: remote UAC filtering is off", ExposureStatus.OPEN),
        (FAILED, "It does not answer.", ExposureStatus.UNKNOWN),
    ],
)
def test_the_token_policy(policy, state, standing):
    assert rows(token_policy=policy)[ExposureSubject.TOKEN_POLICY] == (state, standing)


def test_what_microsoft_does_not_list():
    open_inside = with_text("O:NSG:BAD:P(A;;GA;;;BA)", name="Skipped").with_enabled(enabled=False)
    misread = with_text(DOMAIN_DENY, name="Misread")
    found = {row.subject: str(row.state) for row in snapshot_rows(snapshot(open_inside, misread))}
    assert found == {
        ExposureSubject.WINRS: "As RootSDDL allows",
        ExposureSubject.SKIPPED: "1: Skipped",
        ExposureSubject.MISREAD: "1: Misread",
    }
    assert [row.subject for row in snapshot_rows(snapshot())] == [ExposureSubject.WINRS]


def test_many_endpoints_are_counted():
    many = [with_text("O:NSG:BAD:P(A;;GA;;;BA)", name=f"E{n}").with_enabled(enabled=False) for n in range(5)]
    (row,) = [row for row in snapshot_rows(snapshot(*many)) if row.subject is ExposureSubject.SKIPPED]
    assert str(row.state) == "5: E0, E1, E2 +2"


def test_what_json_reports_call_a_status_stays_for_the_programs_that_read_them():
    assert [each.value for each in ExposureStatus] == [
        "Closed",
        "Open",
        "set by policy",
        "neither",
        "could not be read",
        "not read yet",  # in no report: each is made once all is read
    ]
