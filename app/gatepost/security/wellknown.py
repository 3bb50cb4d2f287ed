"""Well-known SIDs and their names on an English Windows.

The names are what an English system resolves; the SIDs of services are computed from the service's name.
"""

from __future__ import annotations

import hashlib
import struct
from functools import cache

from gatepost.security.sid import Sid

# fmt: off
# By the authority that stands before the backslash; SIDs without the leading "S-1-".
_NAMES = {
    "": {
        "0-0": "NULL SID", "1-0": "Everyone", "2-0": "LOCAL", "2-1": "CONSOLE LOGON", "3-0": "CREATOR OWNER",
        "3-1": "CREATOR GROUP", "3-2": "CREATOR OWNER SERVER", "3-3": "CREATOR GROUP SERVER", "3-4": "OWNER RIGHTS",
        "5": "NT Pseudo Domain", "5-32": "BUILTIN",
        "5-86-1544737700-199408000-2549878335-3519669259-381336952": "WMI_LOCAL_SERVICE",
        "5-86-615999462-62705297-2911207457-59056572-3668589837": "WMI_NETWORK_SERVICE",
        "5-94-0": "WinRM Virtual Users", "18-1": "Authentication authority asserted identity",
        "18-2": "Service asserted identity", "18-3": "Fresh public key identity", "18-4": "Key trust identity",
        "18-5": "Key property multi-factor authentication", "18-6": "Key property attestation",
    },
    "NT AUTHORITY": {
        "5-1": "DIALUP", "5-2": "NETWORK", "5-3": "BATCH", "5-4": "INTERACTIVE", "5-6": "SERVICE",
        "5-7": "ANONYMOUS LOGON", "5-8": "PROXY", "5-9": "ENTERPRISE DOMAIN CONTROLLERS", "5-10": "SELF",
        "5-11": "Authenticated Users", "5-12": "RESTRICTED", "5-13": "TERMINAL SERVER USER",
        "5-14": "REMOTE INTERACTIVE LOGON", "5-15": "This Organization", "5-17": "IUSR", "5-18": "SYSTEM",
        "5-19": "LOCAL SERVICE", "5-20": "NETWORK SERVICE", "5-22": "ENTERPRISE READ-ONLY DOMAIN CONTROLLERS BETA",
        "5-33": "WRITE RESTRICTED", "5-64-10": "NTLM Authentication", "5-64-14": "SChannel Authentication",
        "5-64-21": "Digest Authentication", "5-64-30": "PKU2U Authentication",
        "5-65-1": "This Organization Certificate", "5-84-0-0-0-0-0": "USER MODE DRIVERS", "5-113": "Local account",
        "5-114": "Local account and member of Administrators group", "5-1000": "Other Organization",
        "5-21-0-0-0-496": "Compounded Authentication", "5-21-0-0-0-497": "Claims Valid",
    },
    "BUILTIN": {
        "5-32-544": "Administrators", "5-32-545": "Users", "5-32-546": "Guests", "5-32-547": "Power Users",
        "5-32-548": "Account Operators", "5-32-549": "Server Operators", "5-32-550": "Print Operators",
        "5-32-551": "Backup Operators", "5-32-552": "Replicator", "5-32-554": "Pre-Windows 2000 Compatible Access",
        "5-32-555": "Remote Desktop Users", "5-32-556": "Network Configuration Operators",
        "5-32-557": "Incoming Forest Trust Builders", "5-32-558": "Performance Monitor Users",
        "5-32-559": "Performance Log Users", "5-32-560": "Windows Authorization Access Group",
        "5-32-561": "Terminal Server License Servers", "5-32-562": "Distributed COM Users", "5-32-568": "IIS_IUSRS",
        "5-32-569": "Cryptographic Operators", "5-32-573": "Event Log Readers",
        "5-32-574": "Certificate Service DCOM Access", "5-32-575": "RDS Remote Access Servers",
        "5-32-576": "RDS Endpoint Servers", "5-32-577": "RDS Management Servers",
        "5-32-578": "Hyper-V Administrators", "5-32-579": "Access Control Assistance Operators",
        "5-32-580": "Remote Management Users", "5-32-581": "System Managed Accounts Group",
        "5-32-582": "Storage Replica Administrators", "5-32-583": "Device Owners",
        "5-32-584": "User Mode Hardware Operators", "5-32-585": "OpenSSH Users",
    },
    "NT SERVICE": {
        "5-80-0": "ALL SERVICES",
    },
    "NT VIRTUAL MACHINE": {
        "5-83-0": "Virtual Machines",
    },
    "Window Manager": {
        "5-90-0": "Window Manager Group",
    },
    "User Manager": {
        "5-93-0": "AllContainers", "5-93-2-1": "ContainerAdministrator", "5-93-2-2": "ContainerUser",
    },
    "Font Driver Host": {
        "5-96-0": "Font Driver Host Group",
    },
    "APPLICATION PACKAGE AUTHORITY": {
        "15-2-1": "ALL APPLICATION PACKAGES", "15-2-2": "ALL RESTRICTED APPLICATION PACKAGES",
        "15-3-1": "Your Internet connection",
        "15-3-2": "Your Internet connection, including incoming connections from the Internet",
        "15-3-3": "Your home or work networks", "15-3-4": "Your pictures library", "15-3-5": "Your videos library",
        "15-3-6": "Your music library", "15-3-7": "Your documents library", "15-3-8": "Your Windows credentials",
        "15-3-9": "Software and hardware certificates or a smart card", "15-3-10": "Removable storage",
        "15-3-11": "Your Appointments", "15-3-12": "Your Contacts", "15-3-4096": "Internet Explorer",
    },
    "Mandatory Label": {
        "16-0": "Untrusted Mandatory Level", "16-4096": "Low Mandatory Level", "16-8192": "Medium Mandatory Level",
        "16-8448": "Medium Plus Mandatory Level", "16-12288": "High Mandatory Level",
        "16-16384": "System Mandatory Level", "16-20480": "Protected Process Mandatory Level",
        "16-28672": "Secure Process Mandatory Level",
    },
}
# Accounts of every machine or domain, by relative identifier.
_RELATIVE_NAMES = {
    498: "Enterprise Read-only Domain Controllers", 500: "Administrator", 501: "Guest", 502: "krbtgt",
    503: "DefaultAccount", 504: "WDAGUtilityAccount", 512: "Domain Admins", 513: "Domain Users",
    514: "Domain Guests", 515: "Domain Computers", 516: "Domain Controllers", 517: "Cert Publishers",
    518: "Schema Admins", 519: "Enterprise Admins", 520: "Group Policy Creator Owners",
    521: "Read-only Domain Controllers", 522: "Cloneable Domain Controllers", 525: "Protected Users",
    526: "Key Admins", 527: "Enterprise Key Admins", 553: "RAS and IAS Servers",
    571: "Allowed RODC Password Replication Group", 572: "Denied RODC Password Replication Group",
}
_SERVICES = (
    "TrustedInstaller", "WinRM", "Wecsvc", "EventLog", "Winmgmt", "DPS", "WdiServiceHost", "WdiSystemHost",
    "MpsSvc", "BFE", "Dhcp", "Dnscache", "LanmanServer", "LanmanWorkstation", "RpcSs", "RpcEptMapper", "SamSs",
    "Schedule", "Spooler", "TermService", "W32Time", "wuauserv", "BITS", "CryptSvc", "IKEEXT", "PolicyAgent",
    "SessionEnv", "UmRdpService", "iphlpsvc", "NlaSvc", "netprofm", "gpsvc", "ProfSvc", "WinHttpAutoProxySvc",
    "MSSQLSERVER", "SQLSERVERAGENT", "sshd", "vmms", "W3SVC", "WAS", "KDC", "NTDS", "Netlogon",
)
# fmt: on


def service_sid(service: str) -> Sid:
    """The SID of a Windows service: SHA-1 of its upper-case name ([MS-DTYP] 2.4.2.4, NT SERVICE)."""
    # SHA-1 is what Windows uses here; nothing is protected by it.
    digest = hashlib.sha1(service.upper().encode("utf-16-le"), usedforsecurity=False).digest()
    return Sid(5, (80, *struct.unpack("<5I", digest)))


@cache
def _name_of_sid() -> dict[Sid, str]:
    names = {
        Sid.parse("S-1-" + sid): f"{authority}\\{name}" if authority else name
        for authority, group in _NAMES.items()
        for sid, name in group.items()
    }
    names.update({service_sid(service): f"NT SERVICE\\{service}" for service in _SERVICES})
    return names


def well_known_name(sid: Sid) -> str | None:
    r"""The English account name (``NT AUTHORITY\NETWORK``); None for accounts of a machine or domain, and unknown ones."""
    return _name_of_sid().get(sid)


def relative_name(sid: Sid) -> str | None:
    """The name that an account of every machine or domain has by default (``Domain Admins``, ``Guest``), without domain."""
    subs = sid.sub_authorities
    is_account = sid.authority == 5 and subs[:1] == (21,) and (sid.alias is not None or len(subs) == 5)
    return _RELATIVE_NAMES.get(subs[-1]) if is_account else None


def known_sids() -> tuple[Sid, ...]:
    """Every SID that ``well_known_name`` names."""
    return tuple(_name_of_sid())
