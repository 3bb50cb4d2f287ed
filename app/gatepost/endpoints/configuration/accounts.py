"""SIDs of a host that have no name yet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from gatepost.endpoints.configuration.principal import sid_or_none
from gatepost.endpoints.configuration.snapshot import HostSnapshot
from gatepost.security import ADMINISTRATORS, Accounts, Sid, dacl_entries, read_descriptor, well_known_name
from gatepost.security.sid import FOREST_ALIASES

_SID = re.compile(r"S-1-\d{1,15}(?:-\d{1,10}){1,15}|(?<=SID\()[A-Z]{2}(?=\))")
# Some languages have the English name for one of them: Dutch says Administrators and Gebruikers.
TELLING_LANGUAGE = (str(ADMINISTRATORS), "S-1-5-32-545")
_ENGLISH = {sid: well_known_name(Sid.parse(sid)) for sid in TELLING_LANGUAGE}


def unnamed_sids(snapshot: HostSnapshot) -> tuple[str, ...]:
    """Return the SIDs in the descriptors, conditions and RootSDDL included, that have no name yet, each once, in order.

    Administrators and Users tell whether the host speaks English. Where it does not, it is asked for the well-known ones
    too.
    """
    unnamed: dict[str, None] = dict.fromkeys(TELLING_LANGUAGE)
    sids = [sid for sddl in _sddls(snapshot) for sid in named_sids(sddl)]
    names = snapshot.accounts.names
    speaks_english = all(names.get(sid, english) == english for sid, english in _ENGLISH.items())
    for sid in sids:
        resolved = snapshot.accounts.resolved(sid)
        if resolved.alias is None and resolved.sub_authorities and not (speaks_english and well_known_name(resolved)):
            unnamed[str(resolved)] = None
    return tuple(sid for sid in unnamed if sid not in snapshot.accounts)


def asks_for_domains(snapshot: HostSnapshot) -> bool:
    """Whether a descriptor names an account of the host, or of its domain, by an alias whose domain is not known."""
    domains = snapshot.accounts.domains
    aliases = {sid for sddl in _sddls(snapshot) for sid in named_sids(sddl) if sid.alias is not None}
    return any(domains.of(sid) is None and sid.alias not in FOREST_ALIASES for sid in aliases)


def names_administrators(name: str, accounts: Accounts) -> bool:
    """Whether a group of that name, or SID, is Administrators, in English or as the host calls it."""
    names = (str(ADMINISTRATORS), well_known_name(ADMINISTRATORS) or "", accounts.name_of(ADMINISTRATORS))
    return _without_authority(name) in map(_without_authority, names)


def _without_authority(name: str) -> str:
    return name.rpartition("\\")[2].strip().casefold()


def _sddls(snapshot: HostSnapshot) -> Iterable[str]:
    own = (sddl for endpoint in snapshot.endpoints for sddl in endpoint.sddls)
    return dict.fromkeys([*own, snapshot.root_sddl])


@lru_cache(maxsize=1024)
def dacl_principals(sddl: str) -> tuple[Sid, ...]:
    """Return whom the entries of one DACL are for, each once; () where it cannot be read."""
    return tuple(dict.fromkeys(ace.sid for ace in dacl_entries(sddl)))


@lru_cache(maxsize=1024)  # it is asked for every reading, in the window's own thread
def named_sids(sddl: str) -> tuple[Sid, ...]:
    """Return the SIDs in one descriptor, those in conditions included, each once."""
    descriptor = read_descriptor(sddl)
    if descriptor is None:
        return ()
    aces = [ace for acl in (descriptor.dacl, descriptor.sacl) if acl is not None for ace in acl.aces]
    in_conditions = (text for ace in aces for text in _SID.findall(ace.condition or ""))
    principals = (*(ace.sid for ace in aces), *map(sid_or_none, in_conditions), descriptor.owner, descriptor.group)
    return tuple(dict.fromkeys(filter(None, principals)))
