"""Setting Remote, Local and Disabled: the smallest edit of Enabled and the descriptors."""

from __future__ import annotations

import re
from dataclasses import replace

from gatepost.endpoints.configuration.access_mode import EXECUTE, FULL_CONTROL, AccessMode, is_network_deny
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.security import EVERYONE, NETWORK, Ace, SecurityDescriptor, dacl_entries
from gatepost.security.edit.entries import ListKind, with_implied_entries
from gatepost.security.edit.principal import remove_deny_covering, remove_entries_of

_AUDIT = "S:P(AU;FA;GA;;;WD)(AU;SA;GXGW;;;WD)"
_FIRST_WITH_REMOTE_MANAGEMENT_USERS = (6, 2)  # Windows 8, Windows Server 2012
LOCAL_DEFAULT = f"O:NSG:BAD:P(D;;GA;;;NU)(A;;GA;;;BA)(A;;GA;;;RM)(A;;GA;;;IU){_AUDIT}"
"""The descriptor for local sessions that the cmdlets write where an endpoint has none of its own.

Its Allow entries are also what they write where taking a Deny away leaves an empty DACL.
"""


def local_default_of(windows_version: str) -> str:
    """Return the default of a Windows version such as "6.1.7601"; the current one where it is not known."""
    numbers = re.match(r"(\d{1,4})\.(\d{1,4})\b", windows_version, re.ASCII)
    if numbers and (int(numbers[1]), int(numbers[2])) < _FIRST_WITH_REMOTE_MANAGEMENT_USERS:
        return LOCAL_DEFAULT.replace("(A;;GA;;;RM)", "")
    return LOCAL_DEFAULT


def with_mode(
    configuration: SessionConfiguration, mode: AccessMode, local_default: str = LOCAL_DEFAULT
) -> SessionConfiguration:
    """Return the configuration with the smallest edit that sets ``mode``. ``local_default`` is that of the host's Windows.

    Raises:
        ValueError: ``mode`` is CUSTOM, which can be read and not set.
        SddlError: a descriptor that has to be edited cannot be read.
    """
    match mode:
        case AccessMode.DISABLED:
            return configuration.with_enabled(enabled=False)
        case AccessMode.LOCAL:
            return with_network_deny(configuration, local_default).with_enabled(enabled=True)
        case AccessMode.REMOTE:
            return without_network_deny(configuration, local_default).with_enabled(enabled=True)
        case AccessMode.CUSTOM:
            raise ValueError("Custom is a state that is read, not one that can be set.")


def needs_defaults(configuration: SessionConfiguration) -> bool:
    """Whether a change of the mode may write the defaults of the host's Windows."""
    lists = map(dacl_entries, configuration.sddls)
    only_denies = any(aces and all(is_network_deny(a) or a.sid == EVERYONE for a in aces) for aces in lists)
    return bool(configuration.bare_resources) or only_denies


def with_network_deny(configuration: SessionConfiguration, local_default: str = LOCAL_DEFAULT) -> SessionConfiguration:
    """Return the configuration with ``(D;;GA;;;NU)`` in front of every descriptor.

    A Resource without a descriptor gets ``local_default``.
    """
    sddls = tuple(map(_deny_network, configuration.sddls))
    return configuration.with_sddls(sddls).with_security_on_bare_resources(local_default)


def without_network_deny(
    configuration: SessionConfiguration, local_default: str = LOCAL_DEFAULT
) -> SessionConfiguration:
    """Return the configuration without the explicit, unconditional Denies for NETWORK that cover Execute."""
    return configuration.with_sddls(tuple(_allow_network(sddl, local_default) for sddl in configuration.sddls))


def without_everyone_deny(
    configuration: SessionConfiguration, local_default: str = LOCAL_DEFAULT
) -> SessionConfiguration:
    """Return the configuration without any entry for Everyone where one of them is a Deny (as Enable does it)."""
    return configuration.with_sddls(
        tuple(_without_denied_everyone(sddl, local_default) for sddl in configuration.sddls)
    )


def _deny_network(sddl: str) -> str:
    sd = SecurityDescriptor.from_sddl(sddl)
    dacl = with_implied_entries(sd.dacl, ListKind.DACL)
    for ace in dacl.aces:
        if is_network_deny(ace) and ace.mask == FULL_CONTROL:
            return sddl
        if ace.is_allow:
            break
    return sd.with_dacl(replace(dacl, aces=(Ace.deny(NETWORK, FULL_CONTROL), *dacl.aces))).to_sddl()


def _allow_network(sddl: str, local_default: str) -> str:
    sd = SecurityDescriptor.from_sddl(sddl)
    return _written(sddl, sd, remove_deny_covering(sd, NETWORK, EXECUTE), local_default)


def _without_denied_everyone(sddl: str, local_default: str) -> str:
    sd = SecurityDescriptor.from_sddl(sddl)
    denied = sd.dacl is not None and any(a.is_deny and a.sid == EVERYONE and not a.is_inherited for a in sd.dacl.aces)
    return _written(sddl, sd, remove_entries_of(sd, EVERYONE), local_default) if denied else sddl


def _written(sddl: str, before: SecurityDescriptor, after: SecurityDescriptor, local_default: str) -> str:
    """The text of ``after``; a DACL that an edit left empty gets the default Allow entries, as the cmdlets do it."""
    if after == before:
        return sddl
    if after.dacl is not None and not after.dacl.is_null and not after.dacl.aces:
        aces = tuple(ace for ace in dacl_entries(local_default) if ace.is_allow)
        after = after.with_dacl(replace(after.dacl, aces=aces))
    return after.to_sddl()
