import pytest

from gatepost.backend.host.host_reader import HostReader
from gatepost.endpoints.errors import HostError
from gatepost.endpoints.host.facts import ComputerFacts, SystemFacts
from gatepost.endpoints.host.setting_state import TokenPolicy
from gatepost.endpoints.host.settings import Carrier, FirewallRule, Listener, Profile, WinrmService
from gatepost.work import WorkContext
from tests.backend.scripted import ScriptedHost


def facts(bench):
    return bench.host.reader.facts(WorkContext())


def exposure(bench):
    return bench.host.reader.exposure(WorkContext())


def test_what_a_host_is(start):
    found = facts(start("windows-server"))
    assert found.system == SystemFacts("Microsoft Windows Server 2022 Standard", "10.0.20348")
    assert found.computer == ComputerFacts("FILESRV01", "northwind.example", 3)
    assert str(found.computer.role_words) == "Member server"
    assert found.powershell == ("5.1.20348.2849", "7.5.4")
    assert found.root_sddl.startswith("O:NSG:BAD:P(A;;GA;;;BA)")
    assert [(each.key, each.port) for each in found.listeners] == [("* HTTP", 5985)]
    assert "10.20.0.14" in found.listeners[0].reaches


def test_what_stays_open(start):
    bench = start("hard-cases")
    found = exposure(bench)
    assert found.carrier is Carrier.HTTP
    assert found.service == WinrmService("Running", "Manual")
    assert [(each.key, each.from_policy) for each in found.listeners] == [
        ("* HTTP", False),
        ("IP:192.0.2.41 HTTPS", True),
    ]
    assert found.rules[0] == FirewallRule(
        "WINRM-HTTP-In-TCP", "Windows Remote Management (HTTP-In)", Profile.DOMAIN | Profile.PRIVATE, True
    )
    assert [rule.name for rule in found.rules if rule.from_policy] == ["WINRM-HTTPS-Everywhere"]
    assert found.token_policy == TokenPolicy(1)
    bench.tell("set-policy", "absent")
    assert exposure(bench).token_policy == TokenPolicy(None)


def test_each_part_fails_alone(start):
    """A caller who may neither read the configuration nor write, but ask WMI."""
    bench = start("windows-server")
    bench.host = bench.connect("remote-management-user")
    found = facts(bench)
    assert isinstance(found.root_sddl, HostError) and isinstance(found.listeners, HostError)
    assert "Administrators" in str(found.root_sddl.next_step)
    assert isinstance(found.system, SystemFacts)
    rest = exposure(bench)
    assert isinstance(rest.listeners, HostError)
    assert isinstance(rest.service, WinrmService) and rest.token_policy == TokenPolicy(None)


def test_a_host_that_goes_away_is_waited_for_once(start):
    bench = start("windows-server")
    bench.tell("after", "1", "vanish")
    found = facts(bench)
    assert isinstance(found.system, SystemFacts)
    assert found.computer is found.powershell is found.root_sddl is found.listeners
    assert "refuses the connection" in str(found.computer.summary)


@pytest.mark.parametrize("kind", ["not-xml", "entities", "oversized"])
def test_one_answer_that_is_garbage_spoils_one_part(start, kind):
    bench = start("windows-server")
    exposure(bench)
    bench.tell("garble", kind)
    found = exposure(bench)
    assert isinstance(found.service, HostError)
    assert isinstance(found.listeners[0], Listener) and found.token_policy == TokenPolicy(None)


@pytest.mark.parametrize("number", ["5", "2147749891", ""])
def test_a_registry_that_would_not_tell_is_not_taken_for_one_without_powershell(number):
    host = ScriptedHost({})
    host.invoke = lambda *_: f"<o><ReturnValue>{number}</ReturnValue></o>".encode()  # type: ignore[method-assign]
    assert isinstance(HostReader(host, "SRV").facts(WorkContext()).powershell, HostError)


@pytest.mark.parametrize("number", ["1", "2"])
def test_a_registry_without_such_keys_has_no_powershell(number):
    host = ScriptedHost({})
    host.invoke = lambda *_: f"<o><ReturnValue>{number}</ReturnValue></o>".encode()  # type: ignore[method-assign]
    assert HostReader(host, "SRV").facts(WorkContext()).powershell == ()
