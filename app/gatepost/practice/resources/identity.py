"""Answers about the host itself: Identify, the service configuration, and the quick configuration check (Analyze).

The names of the elements of an analysis are those that PowerShell reads; the wording of its results is ours.
"""

from __future__ import annotations

from gatepost.practice.state.machine import HTTP, PUBLIC, SimulatedMachine
from gatepost.practice.state.scenario import Scenario
from gatepost.practice.wire import faults, names
from gatepost.practice.wire.faults import Fault
from gatepost.practice.wire.markup import escape
from gatepost.practice.wire.soap import Request

_PROFILES = "http://schemas.dmtf.org/wbem/wsman/1/wsman/secprofile/http/"
_CFG = f"{{{names.CONFIG_SERVICE}}}"
_SERVICE = (
    ("MaxConcurrentOperations", "4294967295"),
    ("MaxConcurrentOperationsPerUser", "1500"),
    ("EnumerationTimeoutms", "240000"),
    ("MaxConnections", "300"),
    ("MaxPacketRetrievalTimeSeconds", "120"),
    ("AllowUnencrypted", "false"),
)
_SERVICE_REST = (
    ("IPv4Filter", "*"),
    ("IPv6Filter", "*"),
    ("EnableCompatibilityHttpListener", "false"),
    ("EnableCompatibilityHttpsListener", "false"),
    ("CertificateThumbprint", ""),
    ("AllowRemoteAccess", "true"),
)
_LIMITS = (
    ("MaxEnvelopeSizekb", "500"),
    ("MaxTimeoutms", "60000"),
    ("MaxBatchItems", "32000"),
    ("MaxProviderRequests", "4294967295"),
)
_WINRS = (
    ("AllowRemoteShellAccess", "true"),
    ("IdleTimeout", "7200000"),
    ("MaxConcurrentUsers", "2147483647"),
    ("MaxProcessesPerShell", "2147483647"),
    ("MaxMemoryPerShellMB", "2147483647"),
    ("MaxShellsPerUser", "2147483647"),
)
_PORTS = "<cfg:DefaultPorts><cfg:HTTP>5985</cfg:HTTP><cfg:HTTPS>5986</cfg:HTTPS></cfg:DefaultPorts>"


def identify_reply(scenario: Scenario, *, authenticated: bool, basic: bool) -> bytes:
    """Return the whole Identify reply; without authentication it tells neither build nor schemes ([MS-WSMV] <72>)."""
    build = scenario.build if authenticated else "0.0.0"
    schemes = [*(["basic"] if basic else []), "spnego-kerberos"] if authenticated else []
    profiles = "".join(
        f"<wsmid:SecurityProfileName>{_PROFILES}{scheme}</wsmid:SecurityProfileName>" for scheme in schemes
    )
    listed = f"<wsmid:SecurityProfiles>{profiles}</wsmid:SecurityProfiles>" if profiles else ""
    return (
        f'<s:Envelope xml:lang="en-US" xmlns:s="{names.SOAP}"><s:Header></s:Header><s:Body>'
        f'<wsmid:IdentifyResponse xmlns:wsmid="{names.IDENTITY}">'
        f"<wsmid:ProtocolVersion>{names.WSMAN}</wsmid:ProtocolVersion>"
        "<wsmid:ProductVendor>Microsoft Corporation</wsmid:ProductVendor>"
        f"<wsmid:ProductVersion>OS: {escape(build)} SP: 0.0 Stack: 3.0</wsmid:ProductVersion>{listed}"
        "</wsmid:IdentifyResponse></s:Body></s:Envelope>"
    ).encode()


def config_document(root_sddl: str, *, basic: bool) -> str:
    """Return the resource of Get on config."""
    client = (
        "<cfg:Client><cfg:NetworkDelayms>5000</cfg:NetworkDelayms><cfg:URLPrefix>wsman</cfg:URLPrefix>"
        f"<cfg:AllowUnencrypted>false</cfg:AllowUnencrypted>{_PORTS}<cfg:TrustedHosts></cfg:TrustedHosts></cfg:Client>"
    )
    service = f"<cfg:Service>{_service(root_sddl, basic=basic)}</cfg:Service>"
    winrs = f"<cfg:Winrs>{_fields(_WINRS)}</cfg:Winrs>"
    return f'<cfg:Config xmlns:cfg="{names.CONFIG}">{_fields(_LIMITS)}{client}{service}{winrs}</cfg:Config>'


def service_document(root_sddl: str, *, basic: bool) -> str:
    """Return the resource of Get on config/service."""
    return f'<cfg:Service xmlns:cfg="{names.CONFIG_SERVICE}">{_service(root_sddl, basic=basic)}</cfg:Service>'


def _service(root_sddl: str, *, basic: bool) -> str:
    schemes = (
        ("Basic", str(basic).lower()),
        ("Kerberos", "true"),
        ("Negotiate", "true"),
        ("Certificate", "false"),
        ("CredSSP", "false"),
        ("CbtHardeningLevel", "Relaxed"),
    )
    return (
        f"<cfg:RootSDDL>{escape(root_sddl)}</cfg:RootSDDL>{_fields(_SERVICE)}<cfg:Auth>{_fields(schemes)}</cfg:Auth>"
        f"{_PORTS}{_fields(_SERVICE_REST)}"
    )


def _fields(pairs: tuple[tuple[str, str], ...]) -> str:
    return "".join(f"<cfg:{name}>{value}</cfg:{name}>" for name, value in pairs)


def analysis(machine: SimulatedMachine, request: Request) -> str:
    """Return Analyze_OUTPUT.

    Raises:
        Fault: the body is not Analyze_INPUT.
    """
    if request.body is None or request.body.tag != _CFG + "Analyze_INPUT":
        raise Fault(faults.INVALID_REPRESENTATION)
    transport = (request.body.findtext(_CFG + "Transport") or HTTP).upper()
    missing = _missing(machine, transport, force=request.body.find(_CFG + "Force") is not None)
    results = "".join(f"<cfg:Results>{escape(line)}</cfg:Results>" for line in ["\n".join(missing)] if missing)
    update = "<cfg:EnableRemoting_INPUT></cfg:EnableRemoting_INPUT>" if missing else ""
    return (
        f'<cfg:Analyze_OUTPUT xmlns:cfg="{names.CONFIG_SERVICE}">'
        f"<cfg:RemotingEnabled>{str(not missing).lower()}</cfg:RemotingEnabled>{results}{update}</cfg:Analyze_OUTPUT>"
    )


def _missing(machine: SimulatedMachine, transport: str, *, force: bool) -> list[str]:
    missing = []
    if machine.service.start_mode != "Auto":
        missing.append("Set the WinRM service type to delayed auto start.")
    if not any(each.transport == transport and each.address == "*" for each in machine.listeners):
        missing.append(f"Create a listener for {transport} on every address of this computer.")
    rules = [rule for rule in machine.rules if rule.port in (5985, 5986) and (force or rule.profiles != PUBLIC)]
    if not all(rule.enabled for rule in rules):
        missing.append("Open the firewall for WinRM.")
    if machine.registry.token_policy != 1 and not machine.system.in_domain:
        missing.append(
            "Set LocalAccountTokenFilterPolicy, so that local administrators keep their rights from the network."
        )
    return missing
