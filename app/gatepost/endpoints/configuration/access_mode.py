"""Access modes Remote, Local and Disabled, as they are read off an endpoint.

The mode is not stored anywhere: it is read off Enabled and the descriptors, so that what the switch
says is what a click can change. SIDs are compared exactly.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from gatepost.endpoints.text import ENDPOINTS, NOTHING, Text
from gatepost.security import (
    EVERYONE,
    NETWORK,
    AccessMask,
    Ace,
    Acl,
    SddlError,
    SecurityDescriptor,
    Token,
    dacl_entries,
    read_descriptor,
)
from gatepost.security.access_check import MandatoryLabel, mandatory_label
from gatepost.security.deciding_entries import limiting_aces

FULL_CONTROL = AccessMask(AccessMask.GENERIC_ALL)
EXECUTE = AccessMask(AccessMask.GENERIC_EXECUTE)


class AccessMode(Enum):
    """Access mode, as the three-part switch shows it. CUSTOM is a state that none of the three words describes."""

    REMOTE = "Remote"
    LOCAL = "Local"
    DISABLED = "Disabled"
    CUSTOM = "Custom"


@dataclass(frozen=True, slots=True)
class AccessModeState:
    """A mode, why it is CUSTOM, and whether RootSDDL decides about opening a session."""

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
    """Whether RootSDDL denies accounts from the network what changing endpoints needs (Read or Write)."""
    needed = FULL_CONTROL | AccessMask.GENERIC_READ | AccessMask.GENERIC_WRITE
    denies = (ace for ace in dacl_entries(root_sddl) if ace.is_deny and not ace.is_inherit_only)
    return any(ace.sid in (NETWORK, EVERYONE) and ace.mask & needed for ace in denies)


def mode_of_descriptors(sddls: tuple[str, ...]) -> AccessModeState:
    """Read the mode of an enabled endpoint off the descriptors that decide about it."""
    if not sddls:
        return _read_sddl("")
    readings = [_read_sddl(sddl) for sddl in sddls]
    if len({r.mode for r in readings}) > 1:
        return AccessModeState(
            AccessMode.CUSTOM,
            ENDPOINTS.tr(
                "The endpoint has %n security descriptor.",
                "The endpoint has %n security descriptors that differ.",
                len(readings),
            ),
        )
    return readings[0]


def _read_sddl(sddl: str) -> AccessModeState:
    if not sddl.strip():  # RootSDDL where nobody could read it; an empty text is no descriptor that lets everyone in
        return _custom(ENDPOINTS.tr("The descriptor that decides isn't known."))
    descriptor = read_descriptor(sddl)
    return _reading_of(descriptor) if descriptor is not None else _unreadable(sddl)


def _unreadable(sddl: str) -> AccessModeState:
    try:
        return _reading_of(SecurityDescriptor.from_sddl(sddl))
    except SddlError as error:
        return _custom(ENDPOINTS.tr("The descriptor can't be read: {error}", error=error))


def _reading_of(sd: SecurityDescriptor) -> AccessModeState:
    if sd.dacl is None or sd.dacl.is_null:
        if any(sacl_barriers(sd.sacl)):
            return _custom(ENDPOINTS.tr("There is no DACL (null DACL): the SACL alone decides."))
        return _custom(ENDPOINTS.tr("There is no DACL (null DACL): anyone can connect."))
    aces = [ace for ace in sd.dacl.aces if not ace.is_inherit_only]
    for ace in aces:
        if is_network_deny(ace):
            return AccessModeState(AccessMode.LOCAL)
        if ace.is_allow:
            break
    return _read_without_leading_deny(aces)


def sacl_barriers(sacl: Acl | None) -> tuple[MandatoryLabel | None, tuple[Ace, ...]]:
    """Return what in a SACL may keep out whom the DACL lets in: the label, where it bars Execute, and limiting entries."""
    label = mandatory_label(sacl)
    is_barring = label is not None and label.barred(Token(NETWORK)) & EXECUTE
    return label if is_barring else None, limiting_aces(sacl)


def _read_without_leading_deny(aces: list[Ace]) -> AccessModeState:
    if any(is_network_deny(ace) for ace in aces):
        return _custom(ENDPOINTS.tr("An Allow comes before the NETWORK Deny."))
    network = next((ace for ace in aces if ace.is_deny and ace.sid == NETWORK), None)
    if network is not None:
        return _custom(_partial_deny(network))
    if any(ace.is_deny and ace.sid == EVERYONE for ace in aces):
        return _custom(_everyone_denied(aces))
    if not aces:
        return _custom(ENDPOINTS.tr("The DACL is empty: no one can connect."))
    if not any(ace.is_allow and opens_sessions(ace) for ace in aces):
        return _custom(ENDPOINTS.tr("No entry allows Execute(Invoke): no one can open a session."))
    return AccessModeState(AccessMode.REMOTE)


def _partial_deny(ace: Ace) -> Text:
    if ace.is_callback:
        return ENDPOINTS.tr("NETWORK is denied only under a condition.")
    if not opens_sessions(ace):
        return ENDPOINTS.tr("NETWORK is denied other rights, but not Execute(Invoke).")
    return ENDPOINTS.tr("NETWORK is denied by an entry that isn't changed here (inherited or for an object type).")


def _everyone_denied(aces: list[Ace]) -> Text:
    """What the Deny entries for Everyone stop, from the most they can to the least."""
    denies = [ace for ace in aces if ace.is_deny and ace.sid == EVERYONE]
    closing = [ace for ace in denies if opens_sessions(ace)]
    if not closing:
        return ENDPOINTS.tr("Everyone is denied other rights, but not Execute(Invoke).")
    plain = next((number for number, ace in enumerate(aces) if ace in closing and ace.is_unconditional), None)
    if plain is None:
        if any(ace.is_callback for ace in closing):
            return ENDPOINTS.tr("Everyone is denied only under a condition.")
        return ENDPOINTS.tr("Everyone is denied by an entry for an object type.")
    if any(ace.is_allow and opens_sessions(ace) for ace in aces[:plain]):
        return ENDPOINTS.tr("An Allow comes before the Everyone Deny.")
    return ENDPOINTS.tr("Everyone is denied.")


def _custom(why: Text) -> AccessModeState:
    return AccessModeState(AccessMode.CUSTOM, why)
