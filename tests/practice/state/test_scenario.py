"""The scenario files, and what is said about a wrong one."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

import pytest

from gatepost.assets import resource_path
from gatepost.practice.state.plugin import Plugin
from gatepost.practice.state.scenario import load_scenario, read_scenario, scenario_names
from gatepost.practice.state.scenario_fields import ScenarioError

PAGE_SDDL = "O:NSG:BAD:P(A;;GA;;;BA)S:P(AU;FA;GA;;;WD)(AU;SA;GXGW;;;WD)"


def endpoints(name: str) -> dict[str, Plugin]:
    return {plugin.name: plugin for plugin in load_scenario(name).plugins if plugin.is_endpoint}


def test_the_reference_page_is_the_pages_host() -> None:
    scenario = load_scenario("reference-page")
    found = endpoints("reference-page")
    names = ["microsoft.powershell", "microsoft.powershell.workflow", "microsoft.powershell32"]
    assert list(found) == [*names, "microsoft.ServerManager", "WithProfile", "Test"]
    assert all(plugin.sddl == [PAGE_SDDL] for name, plugin in found.items() if name != "Test")
    user = next(account for account in scenario.accounts if account.user == "DOMAIN01\\User01")
    assert found["Test"].sddl[0].startswith(f"O:NSG:BAD:P(A;;GA;;;IU)(A;;GA;;;BA)(A;;GA;;;{user.sid})S:")
    assert scenario.host == "SERVER01"


def test_the_hard_cases_are_sixty_endpoints() -> None:
    found = endpoints("hard-cases")
    assert len(found) == 60
    assert any("\u202e" in name for name in found) and any('"' in name and "<b>" in name for name in found)
    assert found["No.Security.Node"].sddl == [] and len(found["Two.Nodes.That.Disagree"].sddl) == 2
    assert found["Ops.RunAs"].run_as_user == "DOMAIN01\\svc-ops"


@pytest.mark.parametrize("name", ["windows-server", "hard-cases"])
def test_other_plug_ins_are_there(name: str) -> None:
    others = [plugin.name for plugin in load_scenario(name).plugins if not plugin.is_endpoint]
    assert others == ["WMI Provider", "Event Forwarding Plugin", "SEL Plugin"]


def test_all_scenarios_load() -> None:
    assert scenario_names() == ["hard-cases", "reference-page", "windows-server"]
    for name in scenario_names():
        assert load_scenario(name).name == name


@pytest.fixture
def data() -> dict[str, Any]:
    return json.loads(resource_path("practice", "reference-page.json").read_text(encoding="utf-8"))


def changed(data: dict[str, Any], path: str, value: object) -> dict[str, Any]:
    copy = deepcopy(data)
    place: Any = copy
    *parents, last = [int(key) if key.isdigit() else key for key in path.split(".")]
    for key in parents:
        place = place[key]
    if value is None:
        del place[last]
    else:
        place[last] = value
    return copy


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        ("host", None, "host is missing"),
        ("machine_sid", "S-1", "machine_sid is not a SID"),
        ("domain_sid", "S-1-5-21-4294967296", "domain_sid is not a SID"),
        ("root_sddl", "foo", "security descriptor"),
        ("extra", "x", "unknown key 'extra'"),
        ("endpoints.0.color", "red", "endpoints 1 (microsoft.powershell): unknown key 'color'"),
        ("endpoints.0.sddl", "D:P", "endpoints 1 (microsoft.powershell): The security descriptor has no owner"),
        ("endpoints.0.sddl", 7, "sddl is a text or a list of texts"),
        ("endpoints.0.count", 0, "count is a number from 1"),
        ("endpoints.0.name", "Test", "two plug-ins are named 'Test'"),
        ("endpoints.0.enabled", "yes", "enabled is true, false or null"),
        ("endpoints.0.raw", ["<broken"], "not well-formed"),
        ("endpoints", {}, "endpoints is a list"),
        ("accounts.0.role", "king", "role is one of"),
        ("accounts.0.user", "Administrator", "user is DOMAIN"),
        ("accounts.2", None, "no account has the role user"),
    ],
)
def test_a_wrong_file_is_named_clearly(data: dict[str, Any], path: str, value: object, message: str) -> None:
    with pytest.raises(ScenarioError) as error:
        read_scenario(changed(data, path, value), "mine")
    assert message in str(error.value) and str(error.value).startswith("mine")


def test_raw_documents_are_taken_as_they_are(data: dict[str, Any]) -> None:
    raw = load_scenario("reference-page").plugins[0].document.decode().replace("microsoft.powershell", "Mine")
    scenario = read_scenario(changed(data, "endpoints.0", {"raw": [raw[:40], raw[40:]]}), "mine")
    assert scenario.plugins[0].document.decode() == raw
