"""Service, listeners, firewall rules, registry and accounts, read and changed by pypsrp."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from pypsrp.exceptions import WSManFaultError

from gatepost.assets import resource_path
from tests.practice.client import client, fields
from tests.practice.host_process import PracticeProcess

SERVICE = "wmi/root/cimv2/Win32_Service"
RULES = "wmi/root/standardcimv2/MSFT_NetFirewallRule"
REGISTRY = "wmi/root/cimv2/StdRegProv"
WINRM = {"Name": "WinRM"}
POLICIES = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System"
TOKEN = {"hDefKey": "2147483650", "sSubKeyName": POLICIES, "sValueName": "LocalAccountTokenFilterPolicy"}


@pytest.fixture
def server() -> Iterator[PracticeProcess]:
    with PracticeProcess("windows-server") as process:
        yield process


def rule_keys(name: str) -> dict[str, str]:
    empty = {"PolicyRuleName": "", "SystemCreationClassName": "", "SystemName": ""}
    return {"CreationClassName": f"MSFT|FW|FirewallRule|{name}", **empty}


def is_cut(process: PracticeProcess) -> bool:
    time.sleep(0.05)
    try:
        requests.get(process.url, timeout=2)
    except requests.ConnectionError:
        return True
    return False


def test_the_service_is_read_and_its_start_mode_changed(server: PracticeProcess) -> None:
    with client(server) as wsman:
        found = fields(wsman.get(SERVICE, **WINRM))
        assert (found["State"], found["StartMode"], found["SystemName"]) == ("Running", "Auto", "FILESRV01")
        assert wsman.invoke(SERVICE, "ChangeStartMode", WINRM, StartMode="Manual") == {"ReturnValue": "0"}
        assert wsman.invoke(SERVICE, "ChangeStartMode", WINRM, StartMode="Auto") == {"ReturnValue": "21"}
        assert wsman.invoke(SERVICE, "StartService", WINRM) == {"ReturnValue": "10"}
        assert fields(wsman.get(SERVICE, **WINRM))["StartMode"] == "Manual"
    assert server.console("machine")["service"] == {"running": True, "start_mode": "Manual", "delayed": False}


def test_a_stopped_service_answers_nobody_until_it_is_started_at_the_machine(server: PracticeProcess) -> None:
    with client(server) as wsman:
        assert wsman.invoke(SERVICE, "StopService", WINRM) == {"ReturnValue": "0"}
    assert is_cut(server)
    assert server.console("return")["ok"]
    assert is_cut(server)
    assert server.console("set-start-mode Disabled")["ok"]
    assert server.console("start-service")["ok"] is False
    assert server.console("set-start-mode Automatic")["ok"] and server.console("start-service")["ok"]
    with client(server) as wsman:
        assert fields(wsman.get(SERVICE, **WINRM))["State"] == "Running"


def test_listeners_are_listed_made_changed_and_removed(server: PracticeProcess) -> None:
    with client(server) as wsman:
        (only,) = wsman.listed("config/listener")
        assert (only["Address"], only["Transport"], only["Port"], only["Enabled"]) == ("*", "HTTP", "5985", "true")
        assert "10.20.0.14" in only["ListeningOn"].split(",")
        with pytest.raises(WSManFaultError) as error:
            wsman.create_listener()
        assert error.value.code == 2150858803
        wsman.create_listener("IP:10.20.0.14", "HTTPS", CertificateThumbprint="AB", Hostname="filesrv01")
        made = fields(wsman.get("config/listener", Address="ip:10.20.0.14", Transport="https"))
        assert (made["Port"], made["Hostname"], made["CertificateThumbprint"]) == ("5986", "filesrv01", "AB")
        wsman.create_listener("IP:fe80::1")
        assert fields(wsman.get("config/listener", Address="IP:fe80::1", Transport="HTTP"))["ListeningOn"] == "fe80::1"
        wsman.delete_listener("IP:fe80::1")
        assert server.console("add-listener IP:fe80::2 HTTP")["ok"]
        assert fields(wsman.get("config/listener", Address="IP:fe80::2", Transport="HTTP"))["ListeningOn"] == "fe80::2"
        assert server.console("remove-listener IP:fe80::2 HTTP")["ok"]
        wsman.delete_listener("IP:10.20.0.14", "HTTPS")
        assert len(wsman.listed("config/listener")) == 1
        with pytest.raises(WSManFaultError) as error:
            wsman.delete_listener("IP:10.20.0.14", "HTTPS")
        assert error.value.code == 2150858752


def test_deleting_the_listener_in_use_cuts_the_connection_but_not_the_local_one(server: PracticeProcess) -> None:
    with client(server) as wsman:
        wsman.delete_listener()
    assert is_cut(server)
    with client(server, interactive=True) as wsman:
        assert wsman.listed("config/listener") == []
        wsman.create_listener()
    assert not is_cut(server)


def test_what_a_policy_owns_cannot_be_changed() -> None:
    with PracticeProcess("hard-cases") as process, client(process) as wsman:
        with pytest.raises(WSManFaultError) as error:
            wsman.delete_listener("IP:192.0.2.41", "HTTPS")
        assert error.value.code == 2150858890
        with pytest.raises(WSManFaultError) as error:
            wsman.invoke(RULES, "Disable", rule_keys("WINRM-HTTPS-Everywhere"))
        assert error.value.code == 5
        document = wsman.get("config/listener", Address="IP:192.0.2.41", Transport="HTTPS")
        assert document.get("Source") == "GPO"
        assert process.console("by-policy", "*", "HTTP")["ok"] and process.console("by-policy WINRM-HTTP-In-TCP")["ok"]
        with pytest.raises(WSManFaultError):
            wsman.delete_listener()


def test_firewall_rules_are_found_by_query_and_switched(server: PracticeProcess) -> None:
    query = "select * from MSFT_NetFirewallRule where InstanceID like 'WINRM-%'"
    with client(server) as wsman:
        found = {rule["InstanceID"]: rule for rule in wsman.listed("wmi/Root/StandardCimV2/*", query)}
        assert set(found) == {"WINRM-HTTP-In-TCP", "WINRM-HTTP-In-TCP-PUBLIC", "WINRM-HTTP-Compat-In-TCP"}
        assert [found[name]["Profiles"] for name in sorted(found)] == ["0", "3", "4"]
        assert found["WINRM-HTTP-Compat-In-TCP"]["Enabled"] == "2"
        assert wsman.invoke(RULES, "Disable", rule_keys("WINRM-HTTP-In-TCP-PUBLIC")) == {}
        with pytest.raises(WSManFaultError) as error:
            wsman.invoke(RULES, "Disable", {"InstanceID": "WINRM-HTTP-In-TCP"})
        assert error.value.code == 2150858843
        assert not is_cut(server)
        assert wsman.invoke(RULES, "Disable", rule_keys("WINRM-HTTP-In-TCP")) == {}
    assert is_cut(server)
    assert server.console("set-rule WINRM-HTTP-In-TCP true")["ok"]
    with client(server) as wsman:
        (rule,) = wsman.listed("wmi/root/standardcimv2/*", query.replace("like 'WINRM-%'", "= 'WINRM-HTTP-In-TCP'"))
        assert rule["Enabled"] == "1"


@pytest.mark.parametrize("tail", [REGISTRY, "wmi/root/default/StdRegProv"])
def test_the_token_policy_is_absent_set_and_removed(server: PracticeProcess, tail: str) -> None:
    value = {"uValue": "1"}
    with client(server) as wsman:
        assert wsman.invoke(tail, "GetDWORDValue", **TOKEN)["ReturnValue"] == "1"
        assert wsman.invoke(tail, "SetDWORDValue", **TOKEN, **value) == {"ReturnValue": "0"}
        assert wsman.invoke(tail, "GetDWORDValue", **TOKEN) == {"uValue": "1", "ReturnValue": "0"}
        assert server.console("machine")["token_policy"] == 1
        assert wsman.invoke(tail, "DeleteValue", **TOKEN) == {"ReturnValue": "0"}
        assert wsman.invoke(tail, "DeleteValue", **TOKEN) == {"ReturnValue": "2"}
        elsewhere = {**TOKEN, "sSubKeyName": "SOFTWARE\\Nothing"}
        assert wsman.invoke(tail, "GetDWORDValue", **elsewhere)["ReturnValue"] == "2"
    assert server.console("machine")["token_policy"] is None


def test_installed_powershell_is_in_the_registry(server: PracticeProcess) -> None:
    key = {"hDefKey": "2147483650", "sSubKeyName": r"SOFTWARE\Microsoft\PowerShellCore\InstalledVersions"}
    with client(server) as wsman:
        guid = wsman.invoke(REGISTRY, "EnumKey", **key)["sNames"]
        place = {**key, "sSubKeyName": f"{key['sSubKeyName']}\\{guid}", "sValueName": "SemanticVersion"}
        assert wsman.invoke(REGISTRY, "GetStringValue", **place)["sValue"] == "7.5.4"
        assert wsman.invoke(REGISTRY, "GetDWORDValue", **place)["ReturnValue"] == "2147749893"


def test_the_system_tells_what_it_is(server: PracticeProcess) -> None:
    with client(server) as wsman:
        system = fields(wsman.get("wmi/root/cimv2/Win32_OperatingSystem"))
        assert (system["BuildNumber"], system["Version"]) == ("20348", "10.0.20348")
        (computer,) = wsman.listed("wmi/root/cimv2/Win32_ComputerSystem")
        assert (computer["DomainRole"], computer["Domain"], computer["PartOfDomain"]) == (
            "3",
            "northwind.example",
            "true",
        )
        assert wsman.listed("wmi/root/cimv2/*", "select Name, DomainRole from Win32_ComputerSystem") == [
            {"DomainRole": "3", "Name": "FILESRV01"}
        ]


def test_names_lead_to_sids(server: PracticeProcess) -> None:
    account = "wmi/root/cimv2/*"
    with client(server) as wsman:
        group = fields(wsman.get("wmi/root/cimv2/Win32_Group", Domain="NORTHWIND", Name="domain users"))
        assert group["SID"].endswith("-513") and group["LocalAccount"] == "false"
        user = fields(wsman.get("wmi/root/cimv2/Win32_UserAccount", Domain="northwind", Name="nina.ops"))
        assert user["SID"].endswith("-1108")
        (found,) = wsman.listed(
            account, "select * from Win32_Account where Name='administrators' and LocalAccount=TRUE"
        )
        assert (found["SID"], found["Domain"]) == ("S-1-5-32-544", "FILESRV01")
        (found,) = wsman.listed(account, "select * from Win32_SystemAccount where Name = 'NETWORK'")
        assert found["SID"] == "S-1-5-2"
        with pytest.raises(WSManFaultError) as error:
            wsman.get("wmi/root/cimv2/Win32_Group", Domain="NORTHWIND", Name="Nobody")
        assert error.value.code == 2150858752
        for query in ("delete from Win32_Account", "select * from Win32_Account where Name > 'a'", "select"):
            with pytest.raises(WSManFaultError) as error:
                wsman.listed(account, query)
            assert error.value.code == 2150858778
        with pytest.raises(WSManFaultError) as error:
            wsman.listed(account, "select * from Win32_Nothing")
        assert error.value.code == 2150859010


def test_a_host_in_another_language_uses_its_own_names(tmp_path: Path) -> None:
    data = json.loads(resource_path("practice", "windows-server.json").read_text(encoding="utf-8"))
    data["names"]["S-1-5-32-544"] = "VORDEFINIERT\\Administratoren"
    data["names"]["S-1-1-0"] = "Jeder"
    path = tmp_path / "german.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    with PracticeProcess(str(path)) as process, client(process) as wsman:
        name = fields(wsman.get("wmi/root/cimv2/Win32_SID", SID="S-1-5-32-544"))
        assert (name["ReferencedDomainName"], name["AccountName"]) == ("VORDEFINIERT", "Administratoren")
        for german, sid in (("Administratoren", "S-1-5-32-544"), ("Jeder", "S-1-1-0")):
            (found,) = wsman.listed("wmi/root/cimv2/*", f"select * from Win32_Account where Name = '{german}'")
            assert found["SID"] == sid


@pytest.mark.parametrize(
    ("tail", "method", "selectors", "arguments", "expected"),
    [
        (SERVICE, "StopService", WINRM, {}, {"ReturnValue": "2"}),
        (SERVICE, "ChangeStartMode", WINRM, {"StartMode": "Disabled"}, {"ReturnValue": "2"}),
        (REGISTRY, "SetDWORDValue", {}, {**TOKEN, "uValue": "1"}, {"ReturnValue": "5"}),
        (REGISTRY, "DeleteValue", {}, TOKEN, {"ReturnValue": "5"}),
        (RULES, "Disable", rule_keys("WINRM-HTTP-In-TCP"), {}, None),
    ],
)
def test_who_is_no_administrator_changes_nothing(
    server: PracticeProcess, tail: str, method: str, selectors: dict, arguments: dict, expected: dict | None
) -> None:
    before = server.console("machine")
    with client(server, role="remote-management-user") as wsman:
        if expected is None:
            with pytest.raises(WSManFaultError) as error:
                wsman.invoke(tail, method, selectors, **arguments)
            assert error.value.code == 5
        else:
            assert wsman.invoke(tail, method, selectors, **arguments) == expected
    assert server.console("machine") == before


def test_microsofts_own_what_if(server: PracticeProcess) -> None:
    uri = "config/service"
    with client(server) as wsman:
        assert wsman.invoke(uri, "Analyze", Transport="http") == {"RemotingEnabled": "true"}
        server.console("set-start-mode Manual")
        server.console("set-rule WINRM-HTTP-In-TCP-PUBLIC false")
        plain = wsman.invoke(uri, "Analyze", Transport="http")
        assert plain["RemotingEnabled"] == "false" and len(plain["Results"].splitlines()) == 1
        forced = wsman.invoke(uri, "Analyze", Transport="http", Force="")
        assert len(forced["Results"].splitlines()) == 2
    with client(server, role="user") as wsman, pytest.raises(WSManFaultError) as error:
        wsman.invoke(uri, "Analyze", Transport="http")
    assert error.value.code == 5


def test_methods_are_called_as_the_protocol_has_it(server: PracticeProcess) -> None:
    with client(server) as wsman:
        for tail, method, selectors, code in (
            (SERVICE, "Explode", WINRM, 2150858771),
            (SERVICE, "StopService", {}, 2150858842),
            (SERVICE, "StopService", {"Name": "Nothing"}, 2150858752),
            (REGISTRY, "EnumKey", {"Name": "x"}, None),
            ("config/plugin", "Stop", {}, 2150858771),
        ):
            if code is None:
                assert wsman.invoke(tail, method, selectors)  # a static class has no selectors to judge
                continue
            with pytest.raises(WSManFaultError) as error:
                wsman.invoke(tail, method, selectors)
            assert error.value.code == code
    counts = server.console("counts")
    assert counts["invoke"]["StopService"] == 2
