"""WMI classes for service, firewall, registry, files and system.

Shapes of Win32_Service, Win32_OperatingSystem and Win32_ComputerSystem are those of captures of Windows Server 2012;
of StdRegProv only EnumKey has been captured. Assumed, for want of a capture: the whole of MSFT_NetFirewallRule beyond
its keys and its Enable and Disable, the outputs of GetDWORDValue and its like, ChangeStartMode, and that a rule of a
policy refuses to be changed with "access denied".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from gatepost.practice.resources.wmi import Call, Properties, WmiClass
from gatepost.practice.state.host_state import PracticeState
from gatepost.practice.state.machine import START_MODES, InboundRule
from gatepost.practice.state.registry import Registry
from gatepost.practice.wire import faults
from gatepost.practice.wire.faults import Fault

CIMV2, DEFAULT, STANDARD = "root/cimv2", "root/default", "root/standardcimv2"
SCHEDULER = "root/Microsoft/Windows/TaskScheduler"
_OK, _DENIED_SERVICE, _NOT_RUNNING, _ALREADY_RUNNING, _WRONG_VALUE, _CANNOT_START = 0, 2, 6, 10, 21, 14
_DENIED_REGISTRY, _NO_VALUE, _NO_KEY, _WRONG_TYPE = 5, 1, 2, 2147749893
_LOCAL_MACHINE = "2147483650"
_WINDOWS = r"C:\Windows"
_POWERSHELL_LIBRARY = re.compile(r"(?:.*)\\powershell\\(\d[^\\]*)\\pwrshplugin\.dll", re.IGNORECASE)
_RETURN = "ReturnValue"


def machine_classes(state: PracticeState) -> list[WmiClass]:
    """Return the classes. The caller holds the state's lock around what they do."""
    return [
        _service_class(state),
        _rule_class(state),
        _registry_class(state.machine.registry),
        WmiClass((SCHEDULER,), "PS_ScheduledTask", (), list),  # static; its methods are not simulated
        _file_class(state.machine.registry),
        WmiClass((CIMV2,), "Win32_OperatingSystem", (), lambda: [_operating_system(state)]),
        WmiClass((CIMV2,), "Win32_ComputerSystem", ("Name",), lambda: [_computer(state)]),
    ]


def _file_class(registry: Registry) -> WmiClass:
    """CIM_DataFile by name: a library of PowerShell 6 and above is there as long as that version is installed."""

    def find(selectors: Mapping[str, str]) -> Properties | None:
        library = _POWERSHELL_LIBRARY.fullmatch(selectors["name"])
        if library and library[1] not in registry.powershell_versions:
            return None
        return {"CreationClassName": "CIM_LogicalFile", "Name": selectors["name"].lower()}

    return WmiClass((CIMV2,), "CIM_DataFile", ("Name",), list, find=find)


def _service_class(state: PracticeState) -> WmiClass:
    machine = state.machine

    def stop(call: Call) -> Properties:
        if not call.is_administrator:
            return {_RETURN: _DENIED_SERVICE}
        if not machine.service.running:
            return {_RETURN: _NOT_RUNNING}
        machine.service.running = False
        state.reach_changed()
        return {_RETURN: _OK}

    def start(call: Call) -> Properties:
        if not call.is_administrator:
            return {_RETURN: _DENIED_SERVICE}
        if machine.service.running:
            return {_RETURN: _ALREADY_RUNNING}
        if machine.service.start_mode == "Disabled":
            return {_RETURN: _CANNOT_START}
        machine.service.running = True
        state.reach_changed()
        return {_RETURN: _OK}

    def change_start_mode(call: Call) -> Properties:
        if not call.is_administrator:
            return {_RETURN: _DENIED_SERVICE}
        mode = START_MODES.get(call.arguments.get("StartMode", ""))
        if mode is None:
            return {_RETURN: _WRONG_VALUE}
        machine.service.start_mode, machine.service.delayed = mode, False
        return {_RETURN: _OK}

    methods = {"StopService": stop, "StartService": start, "ChangeStartMode": change_start_mode}
    return WmiClass((CIMV2,), "Win32_Service", ("Name",), lambda: [_service(state)], methods)


def _service(state: PracticeState) -> Properties:
    service = state.machine.service
    return {
        "AcceptPause": False,
        "AcceptStop": service.running,
        "Caption": "Windows Remote Management (WS-Management)",
        "CreationClassName": "Win32_Service",
        "DelayedAutoStart": service.delayed,
        "Description": "Serves requests of WS-Management from the network, and passes events on.",
        "DesktopInteract": False,
        "DisplayName": "Windows Remote Management (WS-Management)",
        "ErrorControl": "Normal",
        "ExitCode": 0,
        "InstallDate": None,
        "Name": "WinRM",
        "PathName": r"C:\Windows\System32\svchost.exe -k NetworkService -p",
        "ProcessId": 1312 if service.running else 0,
        "ServiceType": "Share Process",
        "Started": service.running,
        "StartMode": service.start_mode,
        "StartName": r"NT AUTHORITY\NetworkService",
        "State": "Running" if service.running else "Stopped",
        "Status": "OK",
        "SystemCreationClassName": "Win32_ComputerSystem",
        "SystemName": state.scenario.host,
        "TagId": 0,
    }


def _rule_class(state: PracticeState) -> WmiClass:
    machine = state.machine

    def switched(*, on: bool) -> Callable[[Call], Properties]:
        def switch(call: Call) -> Properties:
            rule = next(rule for rule in machine.rules if rule.name == call.instance["InstanceID"])
            if not call.is_administrator or rule.policy:
                raise Fault(faults.ACCESS_DENIED)
            rule.enabled = on
            state.reach_changed()
            return {}  # seen: the output is empty, without a ReturnValue

        return switch

    keys = ("CreationClassName", "PolicyRuleName", "SystemCreationClassName", "SystemName")
    methods = {"Enable": switched(on=True), "Disable": switched(on=False)}
    return WmiClass((STANDARD,), "MSFT_NetFirewallRule", keys, lambda: [_rule(rule) for rule in machine.rules], methods)


def _rule(rule: InboundRule) -> Properties:
    return {
        "Action": 2,
        "CreationClassName": f"MSFT|FW|FirewallRule|{rule.name}",
        "Description": "",
        "Direction": 1,
        "DisplayGroup": "Windows Remote Management",
        "DisplayName": rule.title,
        "EdgeTraversalPolicy": 0,
        "ElementName": rule.title,
        "Enabled": 1 if rule.enabled else 2,
        "InstanceID": rule.name,
        "PolicyRuleName": "",
        "PolicyStoreSource": "GroupPolicyObject" if rule.policy else "PersistentStore",
        "PolicyStoreSourceType": 2 if rule.policy else 1,
        "PrimaryStatus": 1,
        "Profiles": rule.profiles,
        "RuleGroup": "@FirewallAPI.dll,-30267",
        "Status": "The rule was parsed successfully from the store.",
        "SystemCreationClassName": "",
        "SystemName": "",
    }


def _registry_class(registry: Registry) -> WmiClass:
    def reads(kind: type[int] | type[str], result: str) -> Callable[[Call], Properties]:
        def read(call: Call) -> Properties:
            path, name = _location(call)
            if registry.values(path) is None:
                return {result: None, _RETURN: _NO_KEY}
            value = registry.get(path, name)
            if value is None:
                return {result: None, _RETURN: _NO_VALUE}
            return {result: value, _RETURN: _OK} if isinstance(value, kind) else {result: None, _RETURN: _WRONG_TYPE}

        return read

    def write(call: Call) -> Properties:
        path, name = _location(call)
        if not call.is_administrator:
            return {_RETURN: _DENIED_REGISTRY}
        text = call.arguments.get("uValue", "")
        if not text.isascii() or not text.isdigit() or int(text) > 0xFFFFFFFF:
            raise Fault(faults.INVALID_VALUE)
        if registry.values(path) is None:
            return {_RETURN: _NO_KEY}
        registry.set(path, name, int(text))
        return {_RETURN: _OK}

    def delete(call: Call) -> Properties:
        path, name = _location(call)
        if not call.is_administrator:
            return {_RETURN: _DENIED_REGISTRY}
        return {_RETURN: _OK if registry.delete(path, name) else _NO_KEY}

    def list_keys(call: Call) -> Properties:
        path, _ = _location(call)
        known = registry.values(path) is not None
        return {"sNames": tuple(registry.subkeys(path)), _RETURN: _OK if known else _NO_KEY}

    methods = {
        "GetDWORDValue": reads(int, "uValue"),
        "GetStringValue": reads(str, "sValue"),
        "SetDWORDValue": write,
        "DeleteValue": delete,
        "EnumKey": list_keys,
    }
    return WmiClass((CIMV2, DEFAULT), "StdRegProv", (), list, methods)


def _location(call: Call) -> tuple[str, str]:
    if call.arguments.get("hDefKey", _LOCAL_MACHINE) != _LOCAL_MACHINE:
        return "\\", ""  # other hives are empty
    return call.arguments.get("sSubKeyName", ""), call.arguments.get("sValueName", "")


def _operating_system(state: PracticeState) -> Properties:
    return {
        "BuildNumber": state.scenario.build.rpartition(".")[2],
        "Caption": state.machine.system.caption,
        "CreationClassName": "Win32_OperatingSystem",
        "CSCreationClassName": "Win32_ComputerSystem",
        "CSDVersion": None,
        "CSName": state.scenario.host,
        "Manufacturer": "Microsoft Corporation",
        "OSArchitecture": "64-bit",
        "OSLanguage": state.machine.system.language,
        "ProductType": {0: 1, 1: 1, 4: 2, 5: 2}.get(state.machine.system.role, 3),
        "ServicePackMajorVersion": 0,
        "Status": "OK",
        "Version": state.scenario.build,
        "WindowsDirectory": _WINDOWS,
    }


def _computer(state: PracticeState) -> Properties:
    system, name = state.machine.system, state.scenario.host
    return {
        "Caption": name,
        "CreationClassName": "Win32_ComputerSystem",
        "DNSHostName": name,
        "Domain": system.domain,
        "DomainRole": system.role,
        "InstallDate": None,
        "Name": name,
        "PartOfDomain": system.in_domain,
        "Roles": ("LM_Workstation", "LM_Server", "NT"),
        "Status": "OK",
        "SystemType": "x64-based PC",
        "Workgroup": None if system.in_domain else system.domain,
    }
