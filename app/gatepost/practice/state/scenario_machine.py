"""Read the "machine" of a scenario file; without it the host is a stand-alone server as it comes.

Keys of machine:
  caption, domain, role   name of the operating system, domain or workgroup, and one of the words of DomainRole
  language                number of OSLanguage, as 1033
  service                 start_mode (Auto, Manual, Disabled), delayed
  listeners               address, transport, port, on (addresses), hostname, thumbprint, enabled, policy
  rules                   name, title, profiles (Domain, Private, Public; none: any), enabled, policy, port
  token_policy            LocalAccountTokenFilterPolicy, 0 or 1; absent: no such value
  powershell              versions that are installed, as "5.1.20348.1", "7.5.4"
"""

from __future__ import annotations

from gatepost.practice.state.machine import (
    DEFAULT_PORTS,
    HTTP,
    PROFILES,
    START_MODES,
    InboundRule,
    ServiceRecord,
    SimulatedMachine,
    System,
    WinrmListener,
)
from gatepost.practice.state.registry import (
    POLICIES,
    POWERSHELL_CORE,
    TOKEN_POLICY,
    WINDOWS_POWERSHELL,
    Registry,
    Value,
)
from gatepost.practice.state.scenario_fields import Fields, ScenarioError

_ROLES = (
    "standalone workstation",
    "member workstation",
    "standalone server",
    "member server",
    "backup domain controller",
    "primary domain controller",
)
_RULES = (
    InboundRule("WINRM-HTTP-In-TCP", "Windows Remote Management (HTTP-In)", 3, True),
    InboundRule("WINRM-HTTP-In-TCP-PUBLIC", "Windows Remote Management (HTTP-In)", 4, True),
    InboundRule(
        "WINRM-HTTP-Compat-In-TCP", "Windows Remote Management - Compatibility Mode (HTTP-In)", 0, False, port=80
    ),
)


def read_machine(fields: Fields) -> SimulatedMachine:
    """Make a machine.

    Raises:
        ScenarioError: see the message.
    """
    listeners = [_listener(each) for each in fields.objects("listeners")]
    rules = [_rule(each) for each in fields.objects("rules")]
    service = fields.object("service")
    mode = service.one_of("start_mode", tuple(START_MODES.values()), "Auto")
    machine = SimulatedMachine(
        system=System(
            caption=fields.text("caption", "Microsoft Windows Server"),
            role=_ROLES.index(fields.one_of("role", _ROLES, "standalone server")),
            domain=fields.text("domain", "WORKGROUP"),
            language=fields.number("language", 1033),
        ),
        service=ServiceRecord(True, mode, bool(service.flag("delayed", default=False))),
        listeners=listeners or [WinrmListener.at("*", HTTP)],
        rules=rules or list(_RULES),
        registry=_registry(fields),
    )
    service.finish()
    fields.finish()
    if not machine.answers(HTTP):
        raise ScenarioError(f"{fields.json_path}: nobody could reach the host over HTTP")
    return machine


def _listener(fields: Fields) -> WinrmListener:
    transport = fields.one_of("transport", tuple(DEFAULT_PORTS), HTTP)
    listener = WinrmListener(
        address=fields.text("address", "*"),
        transport=transport,
        port=fields.number("port", DEFAULT_PORTS[transport]),
        hostname=fields.text("hostname", ""),
        enabled=bool(fields.flag("enabled", default=True)),
        thumbprint=fields.text("thumbprint", ""),
        listening_on=tuple(fields.texts("on")),
        policy=bool(fields.flag("policy", default=False)),
    )
    fields.finish()
    return listener


def _rule(fields: Fields) -> InboundRule:
    profiles = fields.texts("profiles")
    if any(profile not in PROFILES for profile in profiles):
        raise ScenarioError(f"{fields.json_path}: profiles are {', '.join(PROFILES)}")
    rule = InboundRule(
        name=fields.text("name"),
        title=fields.text("title", "Windows Remote Management (HTTP-In)"),
        profiles=sum(PROFILES[profile] for profile in profiles),
        enabled=bool(fields.flag("enabled", default=True)),
        port=fields.number("port", 5985),
        policy=bool(fields.flag("policy", default=False)),
    )
    fields.finish()
    return rule


def _registry(fields: Fields) -> Registry:
    policy = fields.take("token_policy")
    if policy not in (None, 0, 1) or isinstance(policy, bool):
        raise ScenarioError(f"{fields.json_path}: token_policy is 0 or 1")
    keys: dict[str, dict[str, Value]] = {POLICIES: {"EnableLUA": 1, "ConsentPromptBehaviorAdmin": 5}}
    if policy is not None:
        keys[POLICIES][TOKEN_POLICY] = policy
    for number, version in enumerate(fields.texts("powershell") or ["5.1.14393.0"]):
        if int(version.split(".")[0]) < 6:
            keys[WINDOWS_POWERSHELL] = {"PowerShellVersion": version}
        else:
            guid = f"{{31ab5147-9a97-4452-8443-d9709f0516e{number:x}}}"
            keys[rf"{POWERSHELL_CORE}\{guid}"] = {"SemanticVersion": version}
    return Registry(keys)
