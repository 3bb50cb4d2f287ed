"""Which accounts of a host still have no name."""

from __future__ import annotations

import re
from functools import lru_cache

from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.security import SddlError, Sid, dacl_entries, well_known_name

_SID = re.compile(r"S-1-\d{1,15}(?:-\d{1,10}){1,15}")


def unnamed_sids(snapshot: HostSnapshot) -> tuple[str, ...]:
    """Return the SIDs in the DACLs, conditions and RootSDDL included, that have no name yet, each once, in order."""
    found: dict[str, None] = {}
    own = [sddl for endpoint in snapshot.endpoints for sddl in endpoint.sddls]
    for sddl in dict.fromkeys([*own, snapshot.root_sddl]):
        found |= dict.fromkeys(_unknown_sids(sddl))
    return tuple(sid for sid in found if sid not in snapshot.accounts)


@lru_cache(maxsize=1024)
def dacl_sids(sddl: str) -> tuple[str, ...]:
    """Return the SIDs that the entries of one DACL are for, each once; () where it cannot be read."""
    return tuple(dict.fromkeys(str(ace.sid) for ace in dacl_entries(sddl)))


@lru_cache(maxsize=1024)  # it is asked for every reading, in the window's own thread
def _unknown_sids(sddl: str) -> tuple[str, ...]:
    """The SIDs in one DACL that are not well known."""
    found: dict[str, None] = {}
    for ace in dacl_entries(sddl):
        found |= dict.fromkeys([str(ace.sid), *_SID.findall(ace.condition or "")])
    return tuple(sid for sid in found if _SID.fullmatch(sid) and not _is_known(sid))


def _is_known(sid: str) -> bool:
    try:
        return well_known_name(Sid.parse(sid)) is not None
    except SddlError:
        return True  # looks like a SID inside some text, and is none
