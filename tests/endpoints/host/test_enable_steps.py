import pytest

from gatepost.endpoints.changes.remoting import enable_remoting
from gatepost.endpoints.configuration.plugin_document import DocumentError
from gatepost.endpoints.host.enable_steps import (
    DEFAULT_STEPS,
    ENDPOINT_STEPS,
    Analysis,
    EnableStep,
    settings_to_enable,
    step_rows,
)
from gatepost.endpoints.host.instance import read_instance, write_instance
from gatepost.endpoints.host.setting_state import TokenPolicy
from gatepost.endpoints.host.settings import FirewallRule, Listener, WinrmService
from tests.endpoints.documents import with_text
from tests.endpoints.settings import COMPAT, FAILED, PRIVATE, PUBLIC, exposure, snapshot

OFF = tuple(FirewallRule(rule.name, rule.title, rule.profiles, False) for rule in (PRIVATE, PUBLIC, COMPAT))
SHUT = exposure(service=WinrmService("Running", "Disabled"), listeners=(), rules=OFF, token_policy=TokenPolicy(None))
NETWORK = with_text("O:NSG:BAD:P(D;;GA;;;NU)(A;;GA;;;BA)", name="Network")
EVERYONE = with_text("O:NSG:BAD:P(D;;GA;;;WD)(A;;GA;;;BA)", name="Everyone").with_enabled(enabled=False)


def test_the_disabled_endpoints_are_counted():
    found = states(SHUT, NETWORK, EVERYONE, with_text("O:NSG:BAD:P(A;;GA;;;BA)", name="Third"))
    assert found[EnableStep.ENDPOINTS] == ("1 of 3 disabled", True)


def states(found, *configurations):
    return {row.step: (str(row.before), row.changes) for row in step_rows(found, snapshot(*configurations))}


def written(found, ticked):
    return [(write.subject, write.after.note) for write in settings_to_enable(step_rows(found, snapshot()), ticked)]


def test_the_state_before_each_step():
    found = states(SHUT, NETWORK, EVERYONE)
    assert found == {
        EnableStep.SERVICE: ("now Disabled", True),
        EnableStep.LISTENER: ("none", True),
        EnableStep.FIREWALL: ("1 disabled", True),
        EnableStep.PUBLIC_FIREWALL: ("1 disabled", True),
        EnableStep.TOKEN_POLICY: ("filtering is on", True),
        EnableStep.ENDPOINTS: ("1 of 2 disabled", True),
        EnableStep.NETWORK_DENIES: ("on 1 of 2 endpoints", True),
        EnableStep.EVERYONE_DENIES: ("on 1 of 2 endpoints", True),
    }
    assert list(found) == list(EnableStep)


def test_an_open_host_needs_no_step():
    assert not any(changes for _, changes in states(exposure()).values())
    assert written(exposure(), set(EnableStep)) == []


def test_before_the_settings_are_read_and_where_they_cannot_be():
    assert states(None)[EnableStep.SERVICE] == ("Reading...", False)
    unread = exposure(service=FAILED, listeners=FAILED, rules=FAILED, token_policy=FAILED)
    assert states(unread)[EnableStep.FIREWALL] == ("couldn't be read: It does not answer.", False)
    partly = step_rows(exposure(rules=FAILED), snapshot())
    assert {row.step for row in partly if row.is_unread} == {EnableStep.FIREWALL, EnableStep.PUBLIC_FIREWALL}
    assert not any(row.is_unread for row in step_rows(None, snapshot()))
    not_asked = step_rows(None, snapshot(), pending=False)
    assert {row.step for row in not_asked if row.is_unread} == set(EnableStep) - ENDPOINT_STEPS
    assert written(None, set(EnableStep)) == written(unread, set(EnableStep)) == []


def test_the_token_policy_only_when_asked_for():
    assert frozenset(EnableStep) - DEFAULT_STEPS == {EnableStep.TOKEN_POLICY}
    everything = written(SHUT, set(EnableStep))
    assert [subject for subject, _ in everything] == [
        "WinRM",
        "* HTTP",
        "WINRM-HTTP-In-TCP",
        "WINRM-HTTP-In-TCP-PUBLIC",
        "LocalAccountTokenFilterPolicy",
    ]
    assert written(SHUT, DEFAULT_STEPS) == everything[:-1]


@pytest.mark.parametrize("step", [s for s in EnableStep if s not in ENDPOINT_STEPS])
def test_each_step_can_be_left_out(step):
    whole, without = written(SHUT, set(EnableStep)), written(SHUT, set(EnableStep) - {step})
    assert len(without) == len(whole) - 1 and set(without) < set(whole)


def after(steps):
    plan = enable_remoting(snapshot(NETWORK, EVERYONE), steps)
    return {change.name: (change.after.enabled, change.after.sddl) for change in plan.changes}


def test_the_steps_on_endpoints_one_by_one():
    plain = "O:NSG:BAD:P(A;;GA;;;BA)"
    assert after(ENDPOINT_STEPS) == {"Network": (True, plain), "Everyone": (True, plain)}
    assert after({EnableStep.ENDPOINTS}) == {"Network": (True, NETWORK.sddl), "Everyone": (True, EVERYONE.sddl)}
    assert after({EnableStep.NETWORK_DENIES}) == {"Network": (True, plain), "Everyone": (False, EVERYONE.sddl)}
    assert after({EnableStep.EVERYONE_DENIES}) == {"Network": (True, NETWORK.sddl), "Everyone": (False, plain)}
    assert not enable_remoting(snapshot(NETWORK), set()).effective


def test_a_step_left_out_is_no_failure_of_the_change():
    """A mode that was not asked for is not held against it; the whole order still says what stands in the way."""
    plan = enable_remoting(snapshot(NETWORK), {EnableStep.ENDPOINTS})
    assert not plan.changes[0].note
    whole = enable_remoting(snapshot(with_text("O:NSG:BAD:P(XD;;GA;;;NU;(Member_of {SID(BA)}))(A;;GA;;;BA)")))
    assert whole.changes[0].note


def test_the_analysis_of_quick_configuration_is_read():
    body = {"RemotingEnabled": "false", "Results": "Do this.\nAnd that."}
    assert Analysis.of(read_instance(write_instance("urn:s", "Analyze_OUTPUT", body))) == Analysis(
        False, "Do this.\nAnd that."
    )
    with pytest.raises(DocumentError):
        Analysis.of(read_instance(b"<Analyze_OUTPUT/>"))


def test_a_disabled_listener_is_enabled_and_not_made_again():
    off = exposure(listeners=(Listener("*", "HTTP", 8080, enabled=False),))
    assert states(off)[EnableStep.LISTENER] == ("disabled", True)
    (write,) = settings_to_enable(step_rows(off, snapshot()), {EnableStep.LISTENER})
    assert write.after.listener == Listener("*", "HTTP", 8080) and not write.cuts
    owned = exposure(listeners=(Listener("*", "HTTP", 8080, enabled=False, from_policy=True),))
    assert states(owned)[EnableStep.LISTENER] == ("disabled by policy", False)
    assert written(owned, set(EnableStep)) == []
