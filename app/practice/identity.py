"""Answers about the host itself: Identify, the service configuration, and names for SIDs."""

from __future__ import annotations

from app.practice import names
from app.practice.markup import escape
from app.practice.scenario import Scenario

_PROFILES = "http://schemas.dmtf.org/wbem/wsman/1/wsman/secprofile/http/"
_AUTHORITY_NT = "NT AUTHORITY"
_BUILTIN = "BUILTIN"
_WELL_KNOWN = {
    "S-1-1-0": ("", "Everyone"),
    "S-1-3-0": ("", "CREATOR OWNER"),
    "S-1-5-2": (_AUTHORITY_NT, "NETWORK"),
    "S-1-5-4": (_AUTHORITY_NT, "INTERACTIVE"),
    "S-1-5-6": (_AUTHORITY_NT, "SERVICE"),
    "S-1-5-7": (_AUTHORITY_NT, "ANONYMOUS LOGON"),
    "S-1-5-11": (_AUTHORITY_NT, "Authenticated Users"),
    "S-1-5-18": (_AUTHORITY_NT, "SYSTEM"),
    "S-1-5-19": (_AUTHORITY_NT, "LOCAL SERVICE"),
    "S-1-5-20": (_AUTHORITY_NT, "NETWORK SERVICE"),
    "S-1-5-32-544": (_BUILTIN, "Administrators"),
    "S-1-5-32-545": (_BUILTIN, "Users"),
    "S-1-5-32-546": (_BUILTIN, "Guests"),
    "S-1-5-32-551": (_BUILTIN, "Backup Operators"),
    "S-1-5-32-573": (_BUILTIN, "Event Log Readers"),
    "S-1-5-32-580": (_BUILTIN, "Remote Management Users"),
}
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


def identify_reply(scenario: Scenario, authenticated: bool, basic: bool) -> bytes:
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


def config_document(root_sddl: str, basic: bool) -> str:
    """Return the resource of Get on config."""
    client = (
        "<cfg:Client><cfg:NetworkDelayms>5000</cfg:NetworkDelayms><cfg:URLPrefix>wsman</cfg:URLPrefix>"
        f"<cfg:AllowUnencrypted>false</cfg:AllowUnencrypted>{_PORTS}<cfg:TrustedHosts></cfg:TrustedHosts></cfg:Client>"
    )
    service = f"<cfg:Service>{_service(root_sddl, basic)}</cfg:Service>"
    winrs = f"<cfg:Winrs>{_fields(_WINRS)}</cfg:Winrs>"
    return f'<cfg:Config xmlns:cfg="{names.CONFIG}">{_fields(_LIMITS)}{client}{service}{winrs}</cfg:Config>'


def service_document(root_sddl: str, basic: bool) -> str:
    """Return the resource of Get on config/service."""
    return f'<cfg:Service xmlns:cfg="{names.CONFIG_SERVICE}">{_service(root_sddl, basic)}</cfg:Service>'


_PORTS = "<cfg:DefaultPorts><cfg:HTTP>5985</cfg:HTTP><cfg:HTTPS>5986</cfg:HTTPS></cfg:DefaultPorts>"


def _service(root_sddl: str, basic: bool) -> str:
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


def sid_document(sid: str, scenario: Scenario) -> str:
    """Return a Win32_SID instance; for a SID the host does not know it has empty names (an assumption)."""
    domain, account = _account_name(sid, scenario)
    parts = sid.split("-")
    binary = bytes((1, len(parts) - 3)) + int(parts[2]).to_bytes(6, "big")
    binary += b"".join(int(part).to_bytes(4, "little") for part in parts[3:])
    numbers = "".join(f"<p:BinaryRepresentation>{byte}</p:BinaryRepresentation>" for byte in binary)
    return (
        f'<p:Win32_SID xmlns:xsi="{names.XSI}" xmlns:p="{names.WIN32_SID}" xmlns:cim="{names.CIM_COMMON}"'
        f' xsi:type="p:Win32_SID_Type"><p:AccountName>{escape(account)}</p:AccountName>{numbers}'
        f"<p:ReferencedDomainName>{escape(domain)}</p:ReferencedDomainName><p:SID>{escape(sid)}</p:SID>"
        f"<p:SidLength>{len(binary)}</p:SidLength></p:Win32_SID>"
    )


def _account_name(sid: str, scenario: Scenario) -> tuple[str, str]:
    known = {account.sid: account.user for account in scenario.accounts}
    user = known.get(sid) or scenario.names.get(sid)
    if user is None:
        return _WELL_KNOWN.get(sid, ("", ""))
    domain, _, account = user.rpartition("\\")
    return domain, account
