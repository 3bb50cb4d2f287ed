"""The Permission property of Get-PSSessionConfiguration."""

from __future__ import annotations

from collections.abc import Mapping

from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.security import (
    EVERYONE,
    Ace,
    AceType,
    SddlError,
    SecurityDescriptor,
    Sid,
    canonical,
    relative_name,
    well_known_name,
)

_ACE_TYPE_WORDS = {
    AceType.ACCESS_ALLOWED: "AccessAllowed",
    AceType.ACCESS_DENIED: "AccessDenied",
    AceType.ACCESS_ALLOWED_OBJECT: "AccessAllowedObject",
    AceType.ACCESS_DENIED_OBJECT: "AccessDeniedObject",
    AceType.ACCESS_ALLOWED_CALLBACK: "AccessAllowedCallback",
    AceType.ACCESS_DENIED_CALLBACK: "AccessDeniedCallback",
    AceType.ACCESS_ALLOWED_CALLBACK_OBJECT: "AccessAllowedCallbackObject",
}


def account_name(sid: Sid | None, names: Mapping[str, str]) -> str:
    """Return the account's name: well known, or as the host gave it; the SID itself where nobody knows."""
    if sid is None:
        return ""
    return well_known_name(sid) or names.get(str(sid)) or relative_name(sid) or str(sid)


def short_account_name(sid: Sid | None, names: Mapping[str, str]) -> str:
    """Return the account's name; built-in groups go without their authority, others keep the domain that tells them apart."""
    return account_name(sid, names).removeprefix("BUILTIN\\").removeprefix("NT AUTHORITY\\")


def permission_text(configuration: SessionConfiguration, names: Mapping[str, str]) -> str:
    """Return the Permission text in the order and words of Get-PSSessionConfiguration.

    It shows the last descriptor in the canonical order of .NET, not as stored; "" without a descriptor
    of its own. An account that cannot be named appears as its SID, where the cmdlet leaves a gap.
    """
    if configuration.sddl is None:
        return ""
    try:
        sd = canonical(SecurityDescriptor.from_sddl(configuration.sddl, strict=False))
    except (SddlError, ValueError):
        return ""
    if sd.dacl is None or sd.dacl.is_null:
        return f"{account_name(EVERYONE, names)} AccessAllowed"
    return ", ".join(_ace_text(ace, names) for ace in sd.dacl.aces)


def _ace_text(ace: Ace, names: Mapping[str, str]) -> str:
    return f"{account_name(ace.sid, names)} {_ACE_TYPE_WORDS.get(ace.type, ace.type.name)}"
