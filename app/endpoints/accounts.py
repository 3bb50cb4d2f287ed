"""Which accounts of a host still have no name."""

from __future__ import annotations

from app.endpoints.snapshot import HostSnapshot
from app.security import SddlError, SecurityDescriptor, well_known_name


def unnamed_sids(snapshot: HostSnapshot) -> tuple[str, ...]:
    """Return the SIDs in the DACLs that are neither well known nor named yet, each once, in order."""
    found: dict[str, None] = {}
    for configuration in snapshot.configurations:
        for node in configuration.security_nodes:
            try:
                dacl = SecurityDescriptor.from_sddl(node.sddl, strict=False).dacl
            except SddlError:
                continue
            for ace in dacl.aces if dacl is not None else ():
                if ace.sid is not None and not well_known_name(ace.sid) and str(ace.sid) not in snapshot.names:
                    found[str(ace.sid)] = None
    return tuple(sid for sid in found if sid.startswith("S-"))
