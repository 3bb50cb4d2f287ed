"""Answers about the host itself: Identify, and the service configuration."""

from __future__ import annotations

from gatepost.practice.state.scenario import Scenario
from gatepost.practice.wire import names
from gatepost.practice.wire.markup import escape

_PROFILES = "http://schemas.dmtf.org/wbem/wsman/1/wsman/secprofile/http/"
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


def identify_reply(scenario: Scenario, *, authenticated: bool, basic: bool) -> bytes:
    """Return the whole Identify reply; without authentication it tells neither build nor schemes ([MS-WSMV] <72>)."""
    build = scenario.build if authenticated else "0.0.0"
    schemes = ([] if not authenticated else ["basic"] if basic else []) + (["spnego-kerberos"] if authenticated else [])
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


_PORTS = "<cfg:DefaultPorts><cfg:HTTP>5985</cfg:HTTP><cfg:HTTPS>5986</cfg:HTTPS></cfg:DefaultPorts>"


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
