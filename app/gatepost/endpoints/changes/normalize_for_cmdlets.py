"""The edit after which Windows' own cmdlets read an endpoint's Denies as they are meant."""

from __future__ import annotations

from dataclasses import replace

from gatepost.endpoints.changes.draft import DraftStep
from gatepost.endpoints.configuration.access_mode import FULL_CONTROL
from gatepost.endpoints.configuration.session_configuration import SessionConfiguration
from gatepost.endpoints.text import ENDPOINTS
from gatepost.security import (
    NETWORK,
    AccessMask,
    Ace,
    matches_cmdlet_pattern,
    read_descriptor,
)

# Full Control said as its three rights: it denies the same, and is not the number that the scripts look for.
SAME_AS_ALL = AccessMask(AccessMask.GENERIC_READ | AccessMask.GENERIC_WRITE | AccessMask.GENERIC_EXECUTE)


def normalized_for_cmdlets(configuration: SessionConfiguration) -> DraftStep:
    """Write each Deny that the scripts take for the one for NETWORK with its rights named one by one.

    Nobody gains or loses anything by it. A descriptor that cannot be read stays as it is.
    """
    fixed = configuration.with_sddls(tuple(map(_fixed, configuration.sddls)))
    label = ENDPOINTS.tr("Rewrite the Deny entries of {name} for the Windows cmdlets", name=configuration.name)
    return DraftStep(label, () if fixed.security_nodes == configuration.security_nodes else (fixed,))


def _fixed(sddl: str) -> str:
    descriptor = read_descriptor(sddl)
    dacl = descriptor.dacl if descriptor is not None else None
    if descriptor is None or dacl is None or dacl.is_null or not any(map(_is_mistaken, dacl.aces)):
        return sddl
    aces = [replace(ace, mask=SAME_AS_ALL) if _is_mistaken(ace) else ace for ace in dacl.aces]
    return descriptor.with_dacl(dacl.with_aces(aces)).to_sddl()


def _is_mistaken(ace: Ace) -> bool:
    if not ace.is_deny or ace.sid == NETWORK or ace.mask != FULL_CONTROL:
        return False
    return matches_cmdlet_pattern(ace.sid, NETWORK)
