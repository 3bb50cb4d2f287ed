"""Permission property of an endpoint, as the cmdlet prints it."""

from __future__ import annotations

from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.security import Accounts, Ace, AceType, TooComplexError, read_in_domains
from gatepost.security.edit.windows_cmdlets import entries_in_powershell

_ACE_TYPE_WORDS = {
    AceType.ACCESS_ALLOWED: "AccessAllowed",
    AceType.ACCESS_DENIED: "AccessDenied",
    AceType.ACCESS_ALLOWED_OBJECT: "AccessAllowedObject",
    AceType.ACCESS_DENIED_OBJECT: "AccessDeniedObject",
    AceType.ACCESS_ALLOWED_CALLBACK: "AccessAllowedCallback",
    AceType.ACCESS_DENIED_CALLBACK: "AccessDeniedCallback",
    AceType.ACCESS_ALLOWED_CALLBACK_OBJECT: "AccessAllowedCallbackObject",
}


def permission_text(configuration: SessionConfiguration, accounts: Accounts) -> str:
    """Return the Permission text in the order and words of Get-PSSessionConfiguration.

    It shows the last descriptor in the canonical order of .NET, not as stored; "" without a descriptor
    of its own, or where sorting it as .NET does would take too long. An account that cannot be named appears as its
    SID, where the cmdlet leaves a gap.
    """
    descriptor = read_in_domains(configuration.sddl or "", accounts.domains)
    if descriptor is None:
        return ""
    try:
        aces = entries_in_powershell(descriptor)
    except TooComplexError:
        return ""
    return ", ".join(_ace_text(ace, accounts) for ace in aces)


def _ace_text(ace: Ace, accounts: Accounts) -> str:
    return f"{accounts.name_of(ace.sid)} {_ACE_TYPE_WORDS.get(ace.type, ace.type.name)}"
