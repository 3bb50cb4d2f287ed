"""WMI classes for accounts: Win32_SID (SID to name), Win32_Account and its subclasses (name to SID).

Assumed, for want of a capture: that an unknown SID gives an instance without names, that local groups and well-known
principals carry the computer's name as their Domain, and that Win32_Account does not tell of what class an item is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from gatepost.practice.accounts import access_check
from gatepost.practice.resources.machine_classes import CIMV2
from gatepost.practice.resources.wmi import Association, Properties, WmiClass
from gatepost.practice.state.scenario import Scenario
from gatepost.practice.wire import faults
from gatepost.practice.wire.faults import Fault

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
_USER, _GROUP, _ALIAS, _WELL_KNOWN_GROUP = 1, 2, 4, 5  # SIDType


@dataclass(frozen=True, slots=True)
class _Entry:
    sid: str
    domain: str
    name: str
    kind: int  # SIDType


def directory_classes(scenario: Scenario) -> list[WmiClass]:
    """Return the classes."""
    entries = {entry.sid: entry for entry in _entries(scenario)}

    def accounts(*kinds: int) -> Callable[[], list[Properties]]:
        return lambda: [_account(e, scenario) for e in entries.values() if e.kind in kinds]

    def find_sid(selectors: Mapping[str, str]) -> Properties:
        try:
            sid = access_check.resolve_sid(selectors["sid"], scenario.authority)
        except ValueError:
            raise Fault(faults.INVALID_SELECTORS) from None
        return _sid(sid, entries.get(sid))

    keys = ("Domain", "Name")
    return [
        WmiClass((CIMV2,), "Win32_SID", ("SID",), list, find=find_sid),
        WmiClass((CIMV2,), "Win32_UserAccount", keys, accounts(_USER)),
        WmiClass((CIMV2,), "Win32_Group", keys, accounts(_GROUP, _ALIAS)),
        WmiClass((CIMV2,), "Win32_SystemAccount", keys, accounts(_WELL_KNOWN_GROUP)),
        WmiClass((CIMV2,), "Win32_Account", keys, accounts(_USER, _GROUP, _ALIAS, _WELL_KNOWN_GROUP)),
    ]


def directory_associations(scenario: Scenario) -> dict[str, Association]:
    """Return the memberships of groups; that the members come as whole accounts is an assumption."""

    def members(group: Properties) -> list[tuple[str, Properties]]:
        inside = {account.sid for account in scenario.accounts if group["SID"] in account.groups}
        return [("Win32_UserAccount", _account(e, scenario)) for e in _entries(scenario) if e.sid in inside]

    return {"win32_groupuser": members}


def _entries(scenario: Scenario) -> list[_Entry]:
    users = {plugin.run_as_user.lower() for plugin in scenario.plugins}
    entries = [_Entry(sid, domain, name, _kind(sid)) for sid, (domain, name) in _WELL_KNOWN.items()]
    for sid, whole in scenario.names.items():  # also what a host calls well-known SIDs in its own language
        domain, _, name = whole.rpartition("\\")
        entries.append(_Entry(sid, domain, name, _USER if whole.lower() in users else _kind(sid)))
    for account in scenario.accounts:
        domain, _, name = account.user.rpartition("\\")
        entries.append(_Entry(account.sid, domain, name, _USER))
    if scenario.authority.domain and scenario.machine.system.in_domain:  # an account that every domain has
        short = scenario.machine.system.domain.partition(".")[0].upper()
        entries.append(_Entry(f"{scenario.authority.domain}-502", short, "krbtgt", _USER))
    return entries


def _kind(sid: str) -> int:
    if sid.startswith("S-1-5-32-"):
        return _ALIAS
    return _GROUP if sid.startswith("S-1-5-21-") else _WELL_KNOWN_GROUP


def _account(entry: _Entry, scenario: Scenario) -> Properties:
    local = entry.kind in (_ALIAS, _WELL_KNOWN_GROUP) or entry.sid.startswith(scenario.authority.machine + "-")
    domain = scenario.host if local else entry.domain
    return {
        "Caption": f"{domain}\\{entry.name}",
        "Description": entry.name,
        "Domain": domain,
        "InstallDate": None,
        "LocalAccount": local,
        "Name": entry.name,
        "SID": entry.sid,
        "SIDType": entry.kind,
        "Status": "OK",
    }


def _sid(sid: str, entry: _Entry | None) -> Properties:
    parts = sid.split("-")
    binary = bytes((1, len(parts) - 3)) + int(parts[2]).to_bytes(6, "big")
    binary += b"".join(int(part).to_bytes(4, "little") for part in parts[3:])
    return {
        "AccountName": entry.name if entry else "",
        "BinaryRepresentation": tuple(binary),
        "ReferencedDomainName": entry.domain if entry else "",
        "SID": sid,
        "SidLength": len(binary),
    }
