"""Reading and setting Remote, Local and Disabled.

The mode is not stored anywhere: it is read off Enabled and the descriptors, so that what the switch
says is what a click can change. SIDs are compared exactly.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from gatepost.endpoints.configuration.defaults import CURRENT, WindowsDefaults
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.text import ENDPOINTS, NOTHING, Text
from gatepost.security import (
    EVERYONE,
    NETWORK,
    AccessMask,
    Ace,
    SddlError,
    SecurityDescriptor,
    add_deny,
    dacl_entries,
    purge,
    read_descriptor,
    remove_deny_covering,
)

FULL_CONTROL = AccessMask(AccessMask.GENERIC_ALL)
EXECUTE = AccessMask(AccessMask.GENERIC_EXECUTE)


class AccessMode(Enum):
    """Access mode, as the three-part switch shows it. CUSTOM is a state that none of the three words describes."""

    REMOTE = "Remote"
    LOCAL = "Local"
    DISABLED = "Disabled"
    CUSTOM = "Custom"


@dataclass(frozen=True, slots=True)
class AccessReading:
    """A mode, why it is CUSTOM, and whether RootSDDL decided because the endpoint has no descriptor."""

    mode: AccessMode
    reason: Text = NOTHING
    from_root_sddl: bool = False


def opens_sessions(ace: Ace) -> bool:
    """Whether the mask covers Execute(Invoke), which opening a session needs ([MS-WSMV] 3.1.4.1.28)."""
    return bool(ace.mask & (FULL_CONTROL | EXECUTE))


def is_network_deny(ace: Ace) -> bool:
    """Whether this ACE is what the switch means by Local: an explicit plain Deny for NETWORK that covers Execute."""
    return ace.is_deny and ace.sid == NETWORK and ace.is_unconditional and not ace.is_inherited and opens_sessions(ace)


def keeps_administrators_out(root_sddl: str) -> bool:
    """Whether RootSDDL denies callers from the network what changing endpoints needs (Read or Write)."""
    needed = FULL_CONTROL | AccessMask.GENERIC_READ | AccessMask.GENERIC_WRITE
    denies = (ace for ace in dacl_entries(root_sddl) if ace.is_deny and not ace.is_inherit_only)
    return any(ace.sid in (NETWORK, EVERYONE) and ace.mask & needed for ace in denies)


def mode_of_descriptors(sddls: tuple[str, ...]) -> AccessReading:
    """Read the mode of an enabled endpoint off the descriptors that decide about it."""
    if not sddls:
        return _read_sddl("")
    readings = [_read_sddl(sddl) for sddl in sddls]
    if len({r.mode for r in readings}) > 1:
        return AccessReading(
            AccessMode.CUSTOM,
            ENDPOINTS.tr(
                "The endpoint has %n security descriptor.",
                "The endpoint has %n security descriptors that differ.",
                len(readings),
            ),
        )
    return readings[0]


def _read_sddl(sddl: str) -> AccessReading:
    if not sddl.strip():  # RootSDDL where nobody could read it; an empty text is no descriptor that lets everyone in
        return _custom(ENDPOINTS.tr("The descriptor that decides isn't known."))
    descriptor = read_descriptor(sddl)
    return _reading_of(descriptor) if descriptor is not None else _unreadable(sddl)


def _unreadable(sddl: str) -> AccessReading:
    try:
        return _reading_of(SecurityDescriptor.from_sddl(sddl))
    except SddlError as error:
        return _custom(ENDPOINTS.tr("The descriptor can't be read: {error}", error=error))


def _reading_of(sd: SecurityDescriptor) -> AccessReading:
    if sd.dacl is None or sd.dacl.is_null:
        return _custom(ENDPOINTS.tr("There is no DACL (null DACL): anyone can connect."))
    aces = [ace for ace in sd.dacl.aces if not ace.is_inherit_only]
    for ace in aces:
        if is_network_deny(ace):
            return AccessReading(AccessMode.LOCAL)
        if ace.is_allow:
            break
    return _read_without_leading_deny(aces)


def _read_without_leading_deny(aces: list[Ace]) -> AccessReading:
    if any(is_network_deny(ace) for ace in aces):
        return _custom(ENDPOINTS.tr("An Allow comes before the NETWORK Deny."))
    network = next((ace for ace in aces if ace.is_deny and ace.sid == NETWORK), None)
    if network is not None:
        return _custom(_partial_deny(network))
    if any(ace.is_deny and ace.sid == EVERYONE for ace in aces):
        return _custom(ENDPOINTS.tr("Everyone is denied."))
    if not aces:
        return _custom(ENDPOINTS.tr("The DACL is empty: no one can connect."))
    if not any(ace.is_allow and opens_sessions(ace) for ace in aces):
        return _custom(ENDPOINTS.tr("No entry allows Execute(Invoke): no one can open a session."))
    return AccessReading(AccessMode.REMOTE)


def _partial_deny(ace: Ace) -> Text:
    if ace.is_callback:
        return ENDPOINTS.tr("NETWORK is denied only under a condition.")
    if not opens_sessions(ace):
        return ENDPOINTS.tr("NETWORK is denied other rights, but not Execute(Invoke).")
    return ENDPOINTS.tr("NETWORK is denied by an entry that isn't changed here (inherited or for an object type).")


def _custom(why: Text) -> AccessReading:
    return AccessReading(AccessMode.CUSTOM, why)


def with_mode(
    configuration: SessionConfiguration, mode: AccessMode, defaults: WindowsDefaults = CURRENT
) -> SessionConfiguration:
    """Return the configuration with the smallest edit that sets ``mode``. ``defaults`` are those of the host's Windows.

    Raises:
        ValueError: ``mode`` is CUSTOM, which can be read and not set.
        SddlError: a descriptor that has to be edited cannot be read.
    """
    match mode:
        case AccessMode.DISABLED:
            return configuration.with_enabled(enabled=False)
        case AccessMode.LOCAL:
            return with_network_deny(configuration, defaults).with_enabled(enabled=True)
        case AccessMode.REMOTE:
            return without_network_deny(configuration, defaults).with_enabled(enabled=True)
        case AccessMode.CUSTOM:
            raise ValueError("Custom is a state that is read, not one that can be set.")


def needs_defaults(configuration: SessionConfiguration) -> bool:
    """Whether a change of the mode may write the defaults of the host's Windows."""
    lists = [dacl_entries(node.sddl) for node in configuration.security_nodes]
    only_denies = any(aces and all(is_network_deny(a) or a.sid == EVERYONE for a in aces) for aces in lists)
    return bool(configuration.bare_resources) or only_denies


def with_network_deny(configuration: SessionConfiguration, defaults: WindowsDefaults = CURRENT) -> SessionConfiguration:
    """Return the configuration with ``(D;;GA;;;NU)`` in front of every descriptor.

    A Resource without a descriptor gets the local default.
    """
    sddls = tuple(_deny_network(node.sddl) for node in configuration.security_nodes)
    return configuration.with_sddls(sddls).with_security_on_bare_resources(defaults.local_sddl)


def without_network_deny(
    configuration: SessionConfiguration, defaults: WindowsDefaults = CURRENT
) -> SessionConfiguration:
    """Return the configuration without the explicit, unconditional Denies for NETWORK that cover Execute."""
    return configuration.with_sddls(tuple(_allow_network(node.sddl, defaults) for node in configuration.security_nodes))


def without_everyone_deny(
    configuration: SessionConfiguration, defaults: WindowsDefaults = CURRENT
) -> SessionConfiguration:
    """Return the configuration without any entry for Everyone where one of them is a Deny (as Enable does it)."""
    nodes = configuration.security_nodes
    return configuration.with_sddls(tuple(_purge_denied_everyone(node.sddl, defaults) for node in nodes))


def _deny_network(sddl: str) -> str:
    sd = SecurityDescriptor.from_sddl(sddl)
    if sd.dacl is not None and not sd.dacl.is_null:
        for ace in sd.dacl.aces:
            if is_network_deny(ace) and ace.mask == FULL_CONTROL:
                return sddl
            if ace.is_allow:
                break
        dacl = replace(sd.dacl, aces=(Ace.deny(NETWORK, FULL_CONTROL), *sd.dacl.aces))
        return sd.with_dacl(dacl).to_sddl()
    return add_deny(sd, NETWORK, FULL_CONTROL).to_sddl()


def _allow_network(sddl: str, defaults: WindowsDefaults) -> str:
    sd = SecurityDescriptor.from_sddl(sddl)
    return _written(sddl, sd, remove_deny_covering(sd, NETWORK, EXECUTE), defaults)


def _purge_denied_everyone(sddl: str, defaults: WindowsDefaults) -> str:
    sd = SecurityDescriptor.from_sddl(sddl)
    denied = sd.dacl is not None and any(a.is_deny and a.sid == EVERYONE and not a.is_inherited for a in sd.dacl.aces)
    return _written(sddl, sd, purge(sd, EVERYONE), defaults) if denied else sddl


def _written(sddl: str, before: SecurityDescriptor, after: SecurityDescriptor, defaults: WindowsDefaults) -> str:
    """The text of ``after``; a DACL that an edit left empty gets the default principals, as the cmdlets do it."""
    if after == before:
        return sddl
    if after.dacl is not None and not after.dacl.is_null and not after.dacl.aces:
        aces = tuple(Ace.allow(sid, FULL_CONTROL) for sid in defaults.principals)
        after = after.with_dacl(replace(after.dacl, aces=aces))
    return after.to_sddl()
